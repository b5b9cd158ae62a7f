import { sql } from 'kysely';
import type { JournalEntry, Notice, SeenAssignment } from '#core/ports/store/rows.ts';
import type { Store } from '#core/ports/store/store.ts';
import { LEAD_STATES } from '#core/domain/leads/lead.ts';
import { z } from 'zod';
import type { Erasures } from './erasures.ts';
import { toMail } from './mail-row.ts';
import type { Row } from './schema.ts';
import type { Parameter, Statements } from './statements.ts';
import { fromJson, word, wordOrNull } from './stored-values.ts';

const OUTCOMES = [
  'taken',
  'refused',
  'adopted',
  'ended-at-once',
  'baseline',
  'not-ours',
  'gone',
] as const satisfies readonly SeenAssignment['outcome'][];

const TOPICS = [
  'hot',
  'responded',
  'needs-attention',
  'handed-back',
] as const satisfies readonly Notice['topic'][];

export function journalQueries(statements: Statements): Store['journal'] {
  const ofLead = statements.all((q, p: Parameter<{ leadId: string }>) =>
    q.selectFrom('journal').selectAll().where('lead_id', '=', p('leadId')).orderBy('at').orderBy('no'),
  );
  const byId = statements.one((q, p: Parameter<{ id: string }>) =>
    q.selectFrom('journal').selectAll().where('id', '=', p('id')),
  );
  return {
    ofLead: (leadId) => ofLead({ leadId }).map(toEntry),
    byId: (id) => {
      const row = byId({ id });
      return row === undefined ? null : toEntry(row);
    },
  };
}

export function mailQueries(statements: Statements): Store['mails'] {
  const byId = statements.one((q, p: Parameter<{ id: string }>) =>
    q.selectFrom('mail').selectAll().where('id', '=', p('id')),
  );
  const ofLead = statements.all((q, p: Parameter<{ leadId: string }>) =>
    q.selectFrom('mail').selectAll().where('lead_id', '=', p('leadId')).orderBy('at').orderBy('no'),
  );
  const byMessageId = statements.all((q, p: Parameter<{ messageId: string }>) =>
    q.selectFrom('mail').selectAll().where('message_id', '=', p('messageId')).orderBy('no'),
  );
  const sentOn = statements.one((q, p: Parameter<{ assistantId: string; day: string }>) =>
    q
      .selectFrom('mail')
      .select((eb) => eb.fn.countAll<number>().as('mails'))
      .where('assistant_id', '=', p('assistantId'))
      .where('sent_day', '=', p('day'))
      .where(sql<boolean>`status <> 'cancelled'`),
  );
  const incoming = statements.one((q, p: Parameter<{ assistantId: string; messageId: string }>) =>
    q
      .selectFrom('mail')
      .select('id')
      .where('assistant_id', '=', p('assistantId'))
      .where('message_id', '=', p('messageId'))
      .where(sql<boolean>`direction = 'incoming'`),
  );
  return {
    byId: (id) => {
      const row = byId({ id });
      return row === undefined ? null : toMail(row);
    },
    ofLead: (leadId) => ofLead({ leadId }).map(toMail),
    byMessageIds: (messageIds) =>
      [...new Set(messageIds)].flatMap((messageId) => byMessageId({ messageId }).map(toMail)),
    sentOn: (assistantId, day) => sentOn({ assistantId, day })?.mails ?? 0,
    hasIncoming: (assistantId, messageId) => incoming({ assistantId, messageId }) !== undefined,
  };
}

export function seenQueries(statements: Statements): Store['seen'] {
  const one = statements.one((q, p: Parameter<Omit<Row<'seen'>, 'outcome' | 'lead_id'>>) =>
    q
      .selectFrom('seen')
      .selectAll()
      .where('connection_id', '=', p('connection_id'))
      .where('record_id', '=', p('record_id'))
      .where('owner_id', '=', p('owner_id'))
      .where('assigned_at', '=', p('assigned_at')),
  );
  // A record that came twice is one hit of a search, so records are counted, not assignments.
  const heldSince = statements.one((q, p: Parameter<{ connectionId: string; since: number }>) =>
    q
      .selectFrom('seen')
      .leftJoin('lead', 'lead.id', 'seen.lead_id')
      .select(sql<number>`count(DISTINCT seen.record_id)`.as('records'))
      .where('seen.connection_id', '=', p('connectionId'))
      .where('seen.assigned_at', '>=', p('since'))
      .where((eb) =>
        eb.or([
          eb('lead.custody', 'in', ['Held', 'HandingBack']),
          eb.exists(
            eb
              .selectFrom('outbox')
              .select('outbox.id')
              .whereRef('outbox.record_id', '=', 'seen.record_id')
              .whereRef('outbox.connection_id', '=', 'seen.connection_id')
              .where('outbox.kind', '=', 'crm-owner')
              .where('outbox.is_open', '=', 1),
          ),
        ]),
      ),
  );
  return {
    among: (connectionId, keys) =>
      keys.flatMap((key) => {
        const row = one({
          connection_id: connectionId,
          record_id: key.recordId,
          owner_id: key.ownerId,
          assigned_at: key.assignedAt,
        });
        return row === undefined ? [] : [toSeen(row)];
      }),
    heldSince: (connectionId, since) =>
      heldSince({ connectionId, since: since ?? Number.MIN_SAFE_INTEGER })?.records ?? 0,
  };
}

/** Erased people count as suppressed: their addresses are known by their hashes alone. */
export function suppressionQueries(statements: Statements, erasures: Erasures): Store['suppressions'] {
  const has = statements.one((q, p: Parameter<{ address: string }>) =>
    q.selectFrom('suppression').select('address').where('address', '=', p('address')),
  );
  const count = statements.one((q) =>
    q.selectFrom('suppression').select((eb) => eb.fn.countAll<number>().as('addresses')),
  );
  const page = statements.all((q, p: Parameter<{ after: string; limit: number }>) =>
    q
      .selectFrom('suppression')
      .selectAll()
      .where('address', '>', p('after'))
      .orderBy('address')
      .limit(p('limit')),
  );
  const isSuppressed = (address: string): boolean =>
    has({ address }) !== undefined || erasures.hasAddress(address);
  return {
    has: (address) => isSuppressed(address.toLowerCase()),
    among: (addresses) => new Set(addresses.map((each) => each.toLowerCase()).filter(isSuppressed)),
    page: (after, limit) => page({ after, limit }),
    count: () => count({})?.addresses ?? 0,
  };
}

export function noticeQueries(statements: Statements): Store['notices'] {
  const latest = statements.all((q, p: Parameter<{ limit: number }>) =>
    q.selectFrom('notice').selectAll().orderBy('at', 'desc').orderBy('no', 'desc').limit(p('limit')),
  );
  return { latest: (limit) => latest({ limit }).map(toNotice) };
}

export function cursorQuery(statements: Statements): Store['cursor'] {
  const value = statements.one((q, p: Parameter<{ key: string }>) =>
    q.selectFrom('cursor').select('value').where('key', '=', p('key')),
  );
  return (key) => value({ key })?.value ?? null;
}

export function toEntry(row: Row<'journal'>): JournalEntry {
  const name = { table: 'journal', id: row.id };
  return {
    id: row.id,
    connectionId: row.connection_id,
    leadId: row.lead_id,
    recordId: row.record_id,
    // The list of events grows with the program; an older one must stay readable.
    event: row.event as JournalEntry['event'],
    data: fromJson(z.unknown(), row.data, name, 'data'),
    from: wordOrNull(LEAD_STATES, row.from_state, name, 'from_state'),
    to: wordOrNull(LEAD_STATES, row.to_state, name, 'to_state'),
    rule: row.rule,
    at: row.at,
  };
}

export function toSeen(row: Row<'seen'>): SeenAssignment {
  return {
    connectionId: row.connection_id,
    recordId: row.record_id,
    ownerId: row.owner_id,
    assignedAt: row.assigned_at,
    outcome: word(
      OUTCOMES,
      row.outcome,
      { table: 'seen', id: `${row.connection_id}/${row.record_id}` },
      'outcome',
    ),
    leadId: row.lead_id,
  };
}

export function toNotice(row: Row<'notice'>): Notice {
  const topic = word(TOPICS, row.topic, { table: 'notice', id: row.id }, 'topic');
  return { id: row.id, topic, text: row.text, leadId: row.lead_id, at: row.at };
}
