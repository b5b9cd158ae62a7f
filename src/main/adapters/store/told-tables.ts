import { sql } from 'kysely';
import { NOTICE_EVENTS } from '#core/domain/notices/notice-events.ts';
import type { ToldChange, ToldNotice, ToldQueries } from '#core/ports/store/told.ts';
import type { Row } from './schema.ts';
import { parametersFor, type Parameter, type Statements } from './statements.ts';
import { word } from './stored-values.ts';
import type { Writing } from './writing.ts';

export function toldQueries(statements: Statements): ToldQueries {
  const last = statements.one((q, p: Parameter<{ leadId: string; event: string }>) =>
    q
      .selectFrom('told_notice')
      .select((eb) => eb.fn.max('at').as('at'))
      .where('lead_id', '=', p('leadId'))
      .where('event', '=', p('event')),
  );
  const waiting = statements.all((q, p: Parameter<{ connectionId: string; limit: number }>) =>
    q
      .selectFrom('told_notice')
      .selectAll()
      .where(sql<boolean>`mailed_at IS NULL`)
      .where('connection_id', '=', p('connectionId'))
      .orderBy('at')
      .limit(p('limit')),
  );
  const since = statements.all((q) =>
    q
      .selectFrom('told_notice')
      .select((eb) => [
        'connection_id as connectionId',
        eb.fn.min('at').as('since'),
        eb.fn.countAll<number>().as('count'),
      ])
      .where(sql<boolean>`mailed_at IS NULL`)
      .groupBy('connection_id'),
  );
  return {
    lastOf: (leadId, event) => last({ leadId, event })?.at ?? null,
    waiting: (connectionId, limit) => waiting({ connectionId, limit }).map(toTold),
    waitingSince: () => since({}),
  };
}

/** Writes what people are told of by mail. */
export function toldWriter(statements: Statements, writing: Writing): (change: ToldChange) => void {
  const add = statements.run((q, p: Parameter<Omit<Row<'told_notice'>, 'mailed_at'>>) =>
    q
      .insertInto('told_notice')
      .values(parametersFor(p, ['key', 'event', 'connection_id', 'lead_id', 'text', 'at']))
      .onConflict((conflict) => conflict.column('key').doNothing()),
  );
  // What was said is not needed any more, only that it was.
  const mail = statements.run((q, p: Parameter<{ key: string; at: number }>) =>
    q
      .updateTable('told_notice')
      .set({ mailed_at: p('at'), text: '' })
      .where('key', '=', p('key')),
  );
  return (change) => {
    for (const { key, event, connectionId, leadId, text, at } of change.told ?? []) {
      writing.at('told_notice', key);
      add({ key, event, connection_id: connectionId, lead_id: leadId, text, at });
    }
    for (const each of change.mailed ?? []) mail(each);
  };
}

function toTold(row: Row<'told_notice'>): ToldNotice {
  return {
    key: row.key,
    event: word(NOTICE_EVENTS, row.event, { table: 'told_notice', id: row.key }, 'event'),
    connectionId: row.connection_id,
    leadId: row.lead_id,
    text: row.text,
    at: row.at,
  };
}
