import { sql } from 'kysely';
import type { OwnerAway } from '#core/domain/crm/owner-away.ts';
import { COMPLAINT_WORDS } from '#core/domain/replies/complaint.ts';
import type { SendingChange, SendingQueries } from '#core/ports/store/sending.ts';
import type { Remembered } from './remembered.ts';
import type { Row } from './schema.ts';
import { listOf, parametersFor, type Parameter, type Statements } from './statements.ts';
import type { Writing } from './writing.ts';

/** Reasons with which an address never counted as valid. */
const NEVER_VALID = ['InvalidEmail', 'Disposable', 'SpamTrap', 'ServerUnReachable'];

export function sendingQueries(statements: Statements, remembered: Remembered): SendingQueries {
  const away = statements.all((q, p: Parameter<{ connectionId: string }>) =>
    q.selectFrom('owner_away').selectAll().where('connection_id', '=', p('connectionId')).orderBy('owner_id'),
  );
  const page = statements.all((q, p: Parameter<{ search: string; after: string; limit: number }>) =>
    q
      .selectFrom('exclusion')
      .selectAll()
      .where('pattern', '>', p('after'))
      .where(sql<boolean>`instr(pattern, ${p('search')}) > 0`)
      .orderBy('pattern')
      .limit(p('limit')),
  );
  const count = statements.one((q, p: Parameter<{ search: string }>) =>
    q
      .selectFrom('exclusion')
      .select((eb) => eb.fn.countAll<number>().as('patterns'))
      .where(sql<boolean>`instr(pattern, ${p('search')}) > 0`),
  );
  const held = statements.all((q, p: Parameter<{ after: string; limit: number }>) =>
    q
      .selectFrom('lead')
      .select('id')
      .where(sql<boolean>`state = 'New' AND custody = 'Held' AND hold IS NOT NULL AND hold = 'bounce-guard'`)
      .where('id', '>', p('after'))
      .orderBy('id')
      .limit(p('limit')),
  );
  // SQLite takes the id from the row of the least date.
  const holding = statements.one((q) =>
    q
      .selectFrom('lead')
      .select((eb) => [
        eb.fn.countAll<number>().as('count'),
        sql<number | null>`min(held_since)`.as('since'),
        sql<string | null>`id`.as('id'),
      ])
      .where(sql<boolean>`state = 'New' AND custody = 'Held' AND hold IS NOT NULL AND hold = 'bounce-guard'`),
  );
  const created = statements.one((q, p: Parameter<{ since: number }>) =>
    q
      .selectFrom('lead')
      .select((eb) => eb.fn.countAll<number>().as('leads'))
      .where('created_at', '>=', p('since'))
      .where((eb) => eb.or([eb('reason', 'is', null), eb('reason', 'not in', NEVER_VALID)])),
  );
  const bounced = statements.one((q, p: Parameter<{ since: number }>) =>
    q
      .selectFrom('mail')
      .select(sql<number>`count(DISTINCT lead_id)`.as('leads'))
      .where(sql<boolean>`direction = 'incoming' AND bounce IN ('hard', 'unknown')`)
      .where('at', '>=', p('since')),
  );
  const sent = statements.one((q, p: Parameter<{ since: number }>) =>
    q
      .selectFrom('mail')
      .select((eb) => eb.fn.countAll<number>().as('mails'))
      .where('sent_at', 'is not', null)
      .where('sent_at', '>=', p('since')),
  );
  const complained = statements.one((q, p: Parameter<{ since: number; words: string }>) =>
    q
      .selectFrom('mail')
      .select(sql<number>`count(DISTINCT lead_id)`.as('leads'))
      .where('direction', '=', sql.lit('incoming'))
      .where('at', '>=', p('since'))
      .where(sql<boolean>`instr(words, ${p('words')}) > 0`),
  );
  return {
    ownersAway: (connectionId) =>
      remembered.of(`away ${connectionId}`, () => away({ connectionId }).map(toAway)),
    excludedAmong: (patterns) =>
      statements
        .query((q) => q.selectFrom('exclusion').select('pattern').where('pattern', 'in', listOf(patterns)))
        .map((row) => row.pattern),
    exclusions: (search, after, limit) => page({ search: search.toLowerCase(), after, limit }),
    countExclusions: (search) => count({ search: search.toLowerCase() })?.patterns ?? 0,
    heldByGuard: (after, limit) => held({ after, limit }).map((row) => row.id),
    guardHolding: () => {
      const row = holding({});
      return row === undefined || row.count === 0
        ? null
        : { count: row.count, leadId: row.id ?? '', since: row.since ?? 0 };
    },
    bouncesSince: (since) => ({
      created: created({ since })?.leads ?? 0,
      bounced: bounced({ since })?.leads ?? 0,
    }),
    complaintsSince: (since) => ({
      sent: sent({ since })?.mails ?? 0,
      complained: complained({ since, words: JSON.stringify(COMPLAINT_WORDS) })?.leads ?? 0,
    }),
  };
}

/** Writes absences of owners and exclusions. */
export function sendingWriter(statements: Statements, writing: Writing): (change: SendingChange) => void {
  const saveAway = statements.run((q, p: Parameter<Row<'owner_away'>>) =>
    q
      .insertInto('owner_away')
      .values(parametersFor(p, ['connection_id', 'owner_id', 'since', 'until', 'deputy_owner_id']))
      .onConflict((conflict) =>
        conflict.columns(['connection_id', 'owner_id']).doUpdateSet((eb) => ({
          since: eb.ref('excluded.since'),
          until: eb.ref('excluded.until'),
          deputy_owner_id: eb.ref('excluded.deputy_owner_id'),
        })),
      ),
  );
  const removeAway = statements.run((q, p: Parameter<{ connectionId: string; ownerId: string }>) =>
    q
      .deleteFrom('owner_away')
      .where('connection_id', '=', p('connectionId'))
      .where('owner_id', '=', p('ownerId')),
  );
  const exclude = statements.run((q, p: Parameter<Row<'exclusion'>>) =>
    q
      .insertInto('exclusion')
      .values(parametersFor(p, ['pattern', 'at']))
      .onConflict((conflict) => conflict.doNothing()),
  );
  const include = statements.run((q, p: Parameter<{ pattern: string }>) =>
    q.deleteFrom('exclusion').where('pattern', '=', p('pattern')),
  );
  return (change) => {
    for (const each of change.ownersAway ?? []) {
      writing.at('owner_away', `${each.connectionId}/${each.ownerId}`);
      saveAway({
        connection_id: each.connectionId,
        owner_id: each.ownerId,
        since: each.since,
        until: each.until,
        deputy_owner_id: each.deputyOwnerId,
      });
    }
    for (const { connectionId, ownerId } of change.removeOwnersAway ?? []) {
      removeAway({ connectionId, ownerId });
    }
    for (const { pattern, at } of change.exclude ?? []) {
      writing.at('exclusion', pattern);
      exclude({ pattern, at });
    }
    for (const pattern of change.removeExclusions ?? []) include({ pattern });
  };
}

function toAway(row: Row<'owner_away'>): OwnerAway {
  return {
    connectionId: row.connection_id,
    ownerId: row.owner_id,
    since: row.since,
    until: row.until,
    deputyOwnerId: row.deputy_owner_id,
  };
}
