import { sql } from 'kysely';
import type { EffectKind } from '#core/domain/leads/effect.ts';
import type { OutboxStatus } from '#core/ports/store/rows.ts';
import type { OutboxQueries } from '#core/ports/store/store.ts';
import { EFFECT_KINDS } from './effect-json.ts';
import type { Facets, OutboxFacetParts } from './facets.ts';
import { outboxCauses } from './outbox-causes.ts';
import { outboxLookUps } from './outbox-look-ups.ts';
import { outboxPage } from './outbox-page.ts';
import { OUTBOX_STATUSES, toOutboxRow } from './outbox-row.ts';
import type { Row } from './schema.ts';
import { listOf, type Parameter, type Statements } from './statements.ts';
import { toJsonOrNull, word } from './stored-values.ts';

/** The condition of the indexes `outbox_heads` and `outbox_next`, word for word: only then SQLite uses them. */
const IS_WAITING_HEAD = sql<boolean>`is_head = 1 AND status = 'waiting'`;

/** Goes its own way, whatever its connection's state: never among the heads. */
const NOTICE = 'notice-mail' satisfies EffectKind;

/** Reads the outbox, and marks what is on its way. */
export function outboxQueries(
  statements: Statements,
  facets: Facets<OutboxFacetParts>,
  now: () => number,
): OutboxQueries {
  const byId = statements.one((q, p: Parameter<{ id: number }>) =>
    q.selectFrom('outbox').selectAll().where('id', '=', p('id')),
  );
  const heads = statements.all((q, p: Parameter<{ connectionId: string; now: number; limit: number }>) =>
    q
      .selectFrom('outbox')
      .selectAll()
      .where(IS_WAITING_HEAD)
      .where('kind', '<>', NOTICE)
      .where('connection_id', '=', p('connectionId'))
      .where('next_attempt_at', '<=', p('now'))
      .orderBy('priority')
      .orderBy('id')
      .limit(p('limit')),
  );
  const withHeads = statements.all((q) =>
    q
      .selectFrom('outbox_facet')
      .select('connection_id')
      .distinct()
      .where('effects', '>', 0)
      .where('status', '=', 'waiting'),
  );
  const ready = statements.one((q, p: Parameter<{ connectionId: string; now: number }>) =>
    q
      .selectFrom('outbox')
      .select('id')
      .where(IS_WAITING_HEAD)
      .where('kind', '<>', NOTICE)
      .where('connection_id', '=', p('connectionId'))
      .where('next_attempt_at', '<=', p('now'))
      .limit((eb) => eb.lit(1)),
  );
  const { dueNotices, nextNotice, inLanes, lastWritten } = outboxLookUps(statements);
  const nextAttempt = statements.one((q, p: Parameter<{ now: number }>) =>
    q
      .selectFrom('outbox')
      .select('next_attempt_at')
      .where(IS_WAITING_HEAD)
      .where('kind', '<>', NOTICE)
      .where('next_attempt_at', '>', p('now'))
      .orderBy('next_attempt_at')
      .limit((eb) => eb.lit(1)),
  );
  const setStatus = statements.run(
    (q, p: Parameter<{ id: number; facet: number; status: string; uncertain: number }>) =>
      q
        .updateTable('outbox')
        .set({ facet: p('facet'), status: p('status'), uncertain: p('uncertain') })
        .where('id', '=', p('id')),
  );
  const ofStatus = statements.all((q, p: Parameter<{ status: string; limit: number }>) =>
    q
      .selectFrom('outbox')
      .selectAll()
      .where('facet', 'in', (eb) =>
        eb.selectFrom('outbox_facet').select('id').where('status', '=', p('status')),
      )
      .orderBy('id', 'desc')
      .limit(p('limit')),
  );
  const openOfRecord = statements.all((q, p: Parameter<{ connectionId: string; recordId: string }>) =>
    q
      .selectFrom('outbox')
      .selectAll()
      .where('connection_id', '=', p('connectionId'))
      .where('record_id', '=', p('recordId'))
      .where('is_open', '=', 1)
      .orderBy('id'),
  );
  const counts = statements.all((q) =>
    q
      .selectFrom('outbox_facet')
      .select(['status', (eb) => eb.fn.sum<number>('effects').as('effects')])
      .groupBy('status'),
  );

  const oldest = statements.all(
    (
      q,
      p: Parameter<{
        status: string;
        connectionId: string | null;
        kinds: string | null;
        after: number;
        limit: number;
      }>,
    ) =>
      q
        .selectFrom('outbox')
        .selectAll()
        .where('facet', 'in', (eb) =>
          eb
            .selectFrom('outbox_facet')
            .select('id')
            .where('status', '=', p('status'))
            .where(sql<boolean>`connection_id = coalesce(${p('connectionId')}, connection_id)`)
            .where(
              sql<boolean>`(${p('kinds')} IS NULL OR kind IN (SELECT value FROM json_each(${p('kinds')})))`,
            ),
        )
        .where('id', '>', p('after'))
        .orderBy('id')
        .limit(p('limit')),
  );
  const tally = statements.all((q, p: Parameter<{ status: string }>) =>
    q
      .selectFrom('outbox_facet')
      .select(['connection_id', 'kind', 'effects'])
      .where('status', '=', p('status'))
      .where('effects', '>', 0),
  );

  function move(
    row: Pick<Row<'outbox'>, 'id' | 'connection_id' | 'kind' | 'facet'>,
    status: OutboxStatus,
    uncertain: number,
  ): void {
    const facet = facets.numberOf({ connection_id: row.connection_id, kind: row.kind, status });
    setStatus({ id: row.id, facet, status, uncertain });
    facets.add(row.facet, -1);
    facets.add(facet, 1);
  }

  const markInFlight = statements.db.transaction((ids: readonly number[]): ReadonlySet<number> => {
    const rows = statements.query((q) =>
      q
        .selectFrom('outbox')
        .select(['id', 'connection_id', 'kind', 'facet', 'uncertain'])
        .where('id', 'in', listOf(ids))
        .where('status', '=', 'waiting'),
    );
    for (const row of rows) move(row, 'in-flight', row.uncertain);
    facets.write();
    return new Set(rows.map((row) => row.id));
  });
  const recoverInFlight = statements.db.transaction((): number => {
    const rows = ofStatus({ status: 'in-flight', limit: -1 });
    for (const row of rows) move(row, 'waiting', 1);
    facets.write();
    return rows.length;
  });

  return {
    byId: (id) => {
      const row = byId({ id });
      return row === undefined ? null : toOutboxRow(row);
    },
    heads: (connectionId, at, limit) => heads({ connectionId, now: at, limit }).map(toOutboxRow),
    dueNotices: (at, limit) => dueNotices({ now: at, limit }).map(toOutboxRow),
    nextNoticeAt: () => nextNotice({})?.next_attempt_at ?? null,
    inLanes,
    lastWritten,
    connectionsWithWork: (at) =>
      withHeads({})
        .map((row) => row.connection_id)
        .filter((connectionId) => ready({ connectionId, now: at }) !== undefined),
    nextAttemptAt: () => nextAttempt({ now: now() })?.next_attempt_at ?? null,
    markInFlight: (ids) =>
      ids.length === 0 ? new Set() : guarded(facets, () => markInFlight.immediate(ids)),
    recoverInFlight: () => guarded(facets, () => recoverInFlight.immediate()),
    openOfRecord: (connectionId, recordId) => openOfRecord({ connectionId, recordId }).map(toOutboxRow),
    counts: () => {
      const none = Object.fromEntries(OUTBOX_STATUSES.map((status) => [status, 0])) as Record<
        OutboxStatus,
        number
      >;
      return { ...none, ...Object.fromEntries(counts({}).map((row) => [row.status, row.effects])) };
    },
    page: outboxPage(statements),
    oldest: (status, { connectionId, after, kinds = null }, limit) =>
      oldest({ status, connectionId, after, limit, kinds: toJsonOrNull(kinds) }).map(toOutboxRow),
    tally: (status) =>
      tally({ status }).map((row) => ({
        connectionId: row.connection_id,
        kind: word(EFFECT_KINDS, row.kind, { table: 'outbox_facet', id: row.kind }, 'kind'),
        count: row.effects,
      })),
    ...outboxCauses(statements),
    attention: (limit) => ofStatus({ status: 'attention', limit }).map(toOutboxRow),
  };
}

/** Numbers of combinations made in a transaction that was undone are forgotten. */
function guarded<T>(facets: Facets<OutboxFacetParts>, transaction: () => T): T {
  try {
    return transaction();
  } catch (error) {
    facets.forget();
    throw error;
  }
}
