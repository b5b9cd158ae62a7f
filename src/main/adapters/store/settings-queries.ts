import { sql } from 'kysely';
import type { Store } from '#core/ports/store/store.ts';
import { ACTIVE_STATES } from '#core/domain/leads/lead.ts';
import type { Remembered } from './remembered.ts';
import { toAssistant, toConnection, toLink, toSchedule, toUser } from './settings-rows.ts';
import type { Parameter, Statements } from './statements.ts';

/** States of a lead that takes up one of the assistant's places: `New` waits for one. */
const IN_FOLLOW_UP = ACTIVE_STATES.filter((state) => state !== 'New');

export function connectionQueries(statements: Statements, remembered: Remembered): Store['connections'] {
  const all = statements.all((q) =>
    q.selectFrom('connection').selectAll().orderBy('created_at').orderBy('id'),
  );
  const byId = statements.one((q, p: Parameter<{ id: string }>) =>
    q.selectFrom('connection').selectAll().where('id', '=', p('id')),
  );
  return {
    all: () => remembered.of('connections', () => all({}).map(toConnection)),
    byId: (id) =>
      remembered.of(`connection ${id}`, () => {
        const row = byId({ id });
        return row === undefined ? null : toConnection(row);
      }),
  };
}

export function assistantQueries(statements: Statements, remembered: Remembered): Store['assistants'] {
  const all = statements.all((q) =>
    q.selectFrom('assistant').selectAll().orderBy('created_at').orderBy('id'),
  );
  const byId = statements.one((q, p: Parameter<{ id: string }>) =>
    q.selectFrom('assistant').selectAll().where('id', '=', p('id')),
  );
  const links = statements.all((q) => q.selectFrom('assistant_link').selectAll());
  const linksOf = statements.all((q, p: Parameter<{ connectionId: string }>) =>
    q.selectFrom('assistant_link').selectAll().where('connection_id', '=', p('connectionId')),
  );
  const activeLeads = statements.one((q, p: Parameter<{ assistantId: string }>) =>
    q
      .selectFrom('lead_facet')
      .select(sql<number>`coalesce(sum(leads), 0)`.as('leads'))
      .where('assistant_id', '=', p('assistantId'))
      .where('custody', '=', 'Held')
      .where('state', 'in', IN_FOLLOW_UP)
      .where('follow_up', 'in', ['Scheduled', 'Waiting', 'Paused']),
  );
  return {
    all: () => remembered.of('assistants', () => all({}).map(toAssistant)),
    byId: (id) =>
      remembered.of(`assistant ${id}`, () => {
        const row = byId({ id });
        return row === undefined ? null : toAssistant(row);
      }),
    links: (connectionId) =>
      remembered.of(`links ${connectionId ?? ''}`, () =>
        (connectionId === undefined ? links({}) : linksOf({ connectionId })).map(toLink),
      ),
    activeLeads: (assistantId) => activeLeads({ assistantId })?.leads ?? 0,
  };
}

export function userQueries(statements: Statements): Store['users'] {
  const ofConnection = statements.all((q, p: Parameter<{ connectionId: string }>) =>
    q
      .selectFrom('known_user')
      .selectAll()
      .where('connection_id', '=', p('connectionId'))
      .orderBy('name')
      .orderBy('id'),
  );
  const byId = statements.one((q, p: Parameter<{ connectionId: string; id: string }>) =>
    q
      .selectFrom('known_user')
      .selectAll()
      .where('connection_id', '=', p('connectionId'))
      .where('id', '=', p('id')),
  );
  return {
    ofConnection: (connectionId) => ofConnection({ connectionId }).map(toUser),
    byId: (connectionId, id) => {
      const row = byId({ connectionId, id });
      return row === undefined ? null : toUser(row);
    },
  };
}

export function scheduleQueries(statements: Statements, remembered: Remembered): Store['schedules'] {
  const all = statements.all((q) =>
    q.selectFrom('schedule').selectAll().orderBy('built_in', 'desc').orderBy('name').orderBy('id'),
  );
  const present = statements.all((q) =>
    q
      .selectFrom('schedule')
      .selectAll()
      .where('deleted', '=', 0)
      .orderBy('built_in', 'desc')
      .orderBy('name')
      .orderBy('id'),
  );
  const byId = statements.one((q, p: Parameter<{ id: string }>) =>
    q.selectFrom('schedule').selectAll().where('id', '=', p('id')),
  );
  const leadsOn = statements.one((q, p: Parameter<{ scheduleId: string }>) =>
    q
      .selectFrom('lead_facet')
      .select(sql<number>`coalesce(sum(leads), 0)`.as('leads'))
      .where('schedule_id', '=', p('scheduleId'))
      .where('follow_up', 'in', ['Scheduled', 'Waiting', 'Paused']),
  );
  return {
    all: (withDeleted = false) =>
      remembered.of(`schedules ${withDeleted}`, () => (withDeleted ? all({}) : present({})).map(toSchedule)),
    byId: (id) =>
      remembered.of(`schedule ${id}`, () => {
        const row = byId({ id });
        return row === undefined ? null : toSchedule(row);
      }),
    leadsOn: (scheduleId) => leadsOn({ scheduleId })?.leads ?? 0,
  };
}
