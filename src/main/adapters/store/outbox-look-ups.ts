import { sql } from 'kysely';
import type { OutboxQueries } from '#core/ports/store/store.ts';
import { toOutboxRow } from './outbox-row.ts';
import type { Row } from './schema.ts';
import type { Parameter, Statements } from './statements.ts';

const IS_WAITING_NOTICE = sql<boolean>`facet IN (SELECT id FROM outbox_facet WHERE kind = 'notice-mail' AND status = 'waiting')`;

/** Reads of the outbox that are rarely asked for: notices by mail, rows held back by a property, what was written. */
export function outboxLookUps(statements: Statements): Pick<OutboxQueries, 'inLanes' | 'lastWritten'> & {
  dueNotices(args: { now: number; limit: number }): Row<'outbox'>[];
  nextNotice(args: object): { next_attempt_at: number } | undefined;
} {
  const dueNotices = statements.all((q, p: Parameter<{ now: number; limit: number }>) =>
    q
      .selectFrom('outbox')
      .selectAll()
      .where(IS_WAITING_NOTICE)
      .where('next_attempt_at', '<=', p('now'))
      .orderBy('id')
      .limit(p('limit')),
  );
  const nextNotice = statements.one((q) =>
    q
      .selectFrom('outbox')
      .select('next_attempt_at')
      .where(IS_WAITING_NOTICE)
      .orderBy('next_attempt_at')
      .limit((eb) => eb.lit(1)),
  );
  const inLanes = statements.all(
    (q, p: Parameter<{ connectionId: string; from: string; to: string; limit: number }>) =>
      q
        .selectFrom('outbox')
        .selectAll()
        .where('is_open', '=', (eb) => eb.lit(1))
        .where('connection_id', '=', p('connectionId'))
        .where('lane', '>', p('from'))
        .where('lane', '<', p('to'))
        .orderBy('lane')
        .orderBy('id')
        .limit(p('limit')),
  );
  const written = statements.one(
    (q, p: Parameter<{ connectionId: string; recordId: string; path: string }>) =>
      q
        .selectFrom('outbox')
        .select(sql<string>`json_extract(after_values, ${p('path')})`.as('value'))
        .where('record_id', '=', p('recordId'))
        .where('connection_id', '=', p('connectionId'))
        .where('status', '=', 'delivered')
        .where(sql<boolean>`json_extract(after_values, ${p('path')}) IS NOT NULL`)
        .orderBy('id', 'desc')
        .limit((eb) => eb.lit(1)),
  );
  return {
    dueNotices,
    nextNotice,
    inLanes: (connectionId, prefix, after, limit) =>
      inLanes({ connectionId, from: after === '' ? prefix : after, to: `${prefix}\u{10FFFF}`, limit }).map(
        toOutboxRow,
      ),
    lastWritten: (connectionId, recordId, property) =>
      written({ connectionId, recordId, path: `$."${property}"` })?.value ?? null,
  };
}
