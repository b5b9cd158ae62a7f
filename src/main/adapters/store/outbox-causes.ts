import type { OutboxQueries } from '#core/ports/store/store.ts';
import { EFFECT_KINDS } from './effect-json.ts';
import type { Parameter, Statements } from './statements.ts';
import { word } from './stored-values.ts';

/** What needs attention, by its cause: many writes that one fault refused are one thing to look at. */
export function outboxCauses(statements: Statements): Pick<OutboxQueries, 'causes' | 'ofCause'> {
  const causes = statements.all((q, p: Parameter<{ limit: number }>) =>
    q
      .selectFrom('outbox')
      .select(({ fn }) => [
        'connection_id',
        'kind',
        'reason',
        fn.countAll<number>().as('rows'),
        fn.min('id').as('oldest'),
        fn.min('created_at').as('since'),
      ])
      .where('facet', 'in', (eb) =>
        eb.selectFrom('outbox_facet').select('id').where('status', '=', 'attention'),
      )
      .groupBy(['connection_id', 'kind', 'reason'])
      .orderBy('oldest')
      .limit(p('limit')),
  );
  const ofCause = statements.all((q, p: Parameter<{ oldest: number; after: number; limit: number }>) =>
    q
      .selectFrom('outbox as oldest')
      .innerJoin('outbox_facet', (join) =>
        join
          .onRef('outbox_facet.connection_id', '=', 'oldest.connection_id')
          .onRef('outbox_facet.kind', '=', 'oldest.kind'),
      )
      .innerJoin('outbox as same', (join) =>
        join
          .onRef('same.facet', '=', 'outbox_facet.id')
          .on((eb) => eb('same.reason', 'is', eb.ref('oldest.reason'))),
      )
      .select('same.id as id')
      .where('oldest.id', '=', p('oldest'))
      .where('outbox_facet.status', '=', 'attention')
      .where('same.id', '>', p('after'))
      .orderBy('same.id')
      .limit(p('limit')),
  );
  return {
    causes: (limit) =>
      causes({ limit }).map((row) => ({
        connectionId: row.connection_id,
        kind: word(EFFECT_KINDS, row.kind, { table: 'outbox', id: String(row.oldest) }, 'kind'),
        reason: row.reason,
        count: row.rows,
        oldestId: row.oldest,
        since: row.since,
      })),
    ofCause: (oldest, after, limit) => ofCause({ oldest, after, limit }).map((row) => row.id),
  };
}
