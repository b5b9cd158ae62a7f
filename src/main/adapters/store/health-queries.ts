import { z } from 'zod';
import { DIFFERENCE_KINDS, WATCHED_KEYS, type WatchedField } from '#core/domain/fields/drift.ts';
import { POLICY_FIELDS, WRITE_POLICIES } from '#core/domain/fields/write-policy.ts';
import {
  FAILURE_CAUSES,
  SOURCES,
  type FieldRule,
  type FieldWatch,
  type HealthQueries,
  type Incident,
  type KnownDifference,
  type Silence,
} from '#core/ports/store/health.ts';
import type { Remembered } from './remembered.ts';
import type { Row } from './schema.ts';
import type { Parameter, Statements } from './statements.ts';
import { fromJson, word } from './stored-values.ts';

const options = z.array(z.string());

/** Reads what watches over a connection. What each write asks for is remembered. */
export function healthQueries(statements: Statements, remembered: Remembered): HealthQueries {
  const open = statements.one((q, p: Parameter<{ connectionId: string }>) =>
    q
      .selectFrom('incident')
      .selectAll()
      .where('connection_id', '=', p('connectionId'))
      .where('until', 'is', null),
  );
  const byKey = statements.one((q, p: Parameter<{ key: string }>) =>
    q.selectFrom('incident').selectAll().where('key', '=', p('key')),
  );
  const watched = statements.all((q, p: Parameter<{ connectionId: string }>) =>
    q.selectFrom('watched_field').selectAll().where('connection_id', '=', p('connectionId')),
  );
  const differences = statements.all((q, p: Parameter<{ connectionId: string }>) =>
    q
      .selectFrom('field_difference')
      .selectAll()
      .where('connection_id', '=', p('connectionId'))
      .orderBy('since')
      .orderBy('key')
      .orderBy('option'),
  );
  const rules = statements.all((q) => q.selectFrom('field_rule').selectAll());
  const admins = statements.all((q) => q.selectFrom('admin').select('address').orderBy('place'));
  const interrupted = statements.all((q, p: Parameter<{ connectionId: string }>) =>
    q
      .selectFrom('interrupted_lead')
      .innerJoin('lead', 'lead.id', 'interrupted_lead.lead_id')
      .select(['interrupted_lead.lead_id', 'interrupted_lead.connection_id', 'interrupted_lead.due_at'])
      .where('interrupted_lead.connection_id', '=', p('connectionId'))
      .where('lead.custody', '=', 'Held')
      .where('lead.follow_up', '=', 'Stopped')
      .orderBy('interrupted_lead.due_at')
      .orderBy('interrupted_lead.lead_id'),
  );
  const eventsOf = statements.all((q, p: Parameter<{ source: string; subject: string; since: number }>) =>
    q
      .selectFrom('source_event')
      .select('at')
      .where('source', '=', p('source'))
      .where('subject', '=', p('subject'))
      .where('at', '>=', p('since'))
      .orderBy('hour'),
  );
  const silences = statements.all((q) => q.selectFrom('silence').selectAll().orderBy('noticed_at'));

  const ruleOf = (): readonly FieldRule[] =>
    remembered.of('field rules', () =>
      rules({}).map((row) => {
        const name = { table: 'field_rule', id: row.connection_id };
        return {
          connectionId: row.connection_id,
          field: word(POLICY_FIELDS, row.field, name, 'field'),
          policy: word(WRITE_POLICIES, row.policy, name, 'policy'),
        };
      }),
    );
  return {
    openIncident: (connectionId) => toIncident(open({ connectionId })),
    incident: (key) => toIncident(byKey({ key })),
    fieldWatch: (connectionId) =>
      remembered.of(`field watch ${connectionId}`, (): FieldWatch => ({
        connectionId,
        watched: watched({ connectionId }).map(toWatched),
        differences: differences({ connectionId }).map(toDifference),
      })),
    fieldRule: (connectionId, field) =>
      ruleOf().find((rule) => rule.connectionId === connectionId && rule.field === field)?.policy ?? 'always',
    admins: () => admins({}).map((row) => row.address),
    interrupted: (connectionId) =>
      interrupted({ connectionId }).map((row) => ({
        leadId: row.lead_id,
        connectionId: row.connection_id,
        dueAt: row.due_at,
      })),
    eventsOf: (source, subject, since) => eventsOf({ source, subject, since }).map((row) => row.at),
    silences: () => silences({}).map(toSilence),
  };
}

function toIncident(row: Row<'incident'> | undefined): Incident | null {
  if (row === undefined) return null;
  const { key, connection_id: connectionId, sentence, since, until } = row;
  const cause = word(FAILURE_CAUSES, row.cause, { table: 'incident', id: key }, 'cause');
  return { key, connectionId, cause, sentence, since, until };
}

function toWatched(row: Row<'watched_field'>): WatchedField {
  const name = { table: 'watched_field', id: `${row.connection_id}/${row.key}` };
  return {
    key: word(WATCHED_KEYS, row.key, name, 'key'),
    name: row.name,
    label: row.label,
    type: row.type,
    fieldType: row.field_type,
    groupName: row.group_name,
    isOurs: row.is_ours === 1,
    options: fromJson(options, row.options, name, 'options'),
  };
}

function toDifference(row: Row<'field_difference'>): KnownDifference {
  const name = { table: 'field_difference', id: `${row.connection_id}/${row.key}` };
  const { property, option, was, is_now: is, since } = row;
  return {
    key: word(WATCHED_KEYS, row.key, name, 'key'),
    kind: word(DIFFERENCE_KINDS, row.kind, name, 'kind'),
    property,
    option,
    was,
    is,
    since,
  };
}

function toSilence(row: Row<'silence'>): Silence {
  const source = word(SOURCES, row.source, { table: 'silence', id: row.subject }, 'source');
  return { source, subject: row.subject, lastAt: row.last_at, noticedAt: row.noticed_at };
}
