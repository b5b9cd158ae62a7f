import type { Parameter, Statements } from './statements.ts';
import type { LeadValues } from './lead-row.ts';

/** The row number of a combination, made when it is new. Forgets all after a rollback: new ones are gone then. */
interface FacetIds<Parts> {
  idOf(parts: Parts): number;
  forget(): void;
}

export type LeadFacetParts = Pick<
  LeadValues,
  'connection_id' | 'assistant_id' | 'schedule_id' | 'state' | 'custody' | 'follow_up'
>;
export type LeadFacetIds = FacetIds<LeadFacetParts>;

export interface OutboxFacetParts {
  readonly connection_id: string;
  readonly kind: string;
  readonly status: string;
}
export type OutboxFacetIds = FacetIds<OutboxFacetParts>;

/** Combinations of what the Leads screen filters by. */
export function leadFacetIds(statements: Statements): LeadFacetIds {
  const find = statements.one((q, p: Parameter<LeadFacetParts>) =>
    q
      .selectFrom('lead_facet')
      .select('id')
      .where('connection_id', '=', p('connection_id'))
      .where('assistant_id', '=', p('assistant_id'))
      .where('schedule_id', '=', p('schedule_id'))
      .where('state', '=', p('state'))
      .where('custody', '=', p('custody'))
      .where('follow_up', '=', p('follow_up')),
  );
  const add = statements.run((q, p: Parameter<LeadFacetParts>) =>
    q.insertInto('lead_facet').values({
      connection_id: p('connection_id'),
      assistant_id: p('assistant_id'),
      schedule_id: p('schedule_id'),
      state: p('state'),
      custody: p('custody'),
      follow_up: p('follow_up'),
    }),
  );
  return cached(
    (parts) =>
      `${parts.connection_id}\n${parts.assistant_id}\n${parts.schedule_id}\n${parts.state}\n${parts.custody}\n${parts.follow_up}`,
    (parts) => find(parts)?.id ?? add(parts).lastId,
  );
}

/** Combinations of what the Activity screen filters by. */
export function outboxFacetIds(statements: Statements): OutboxFacetIds {
  const find = statements.one((q, p: Parameter<OutboxFacetParts>) =>
    q
      .selectFrom('outbox_facet')
      .select('id')
      .where('connection_id', '=', p('connection_id'))
      .where('kind', '=', p('kind'))
      .where('status', '=', p('status')),
  );
  const add = statements.run((q, p: Parameter<OutboxFacetParts>) =>
    q
      .insertInto('outbox_facet')
      .values({ connection_id: p('connection_id'), kind: p('kind'), status: p('status') }),
  );
  return cached(
    (parts) => `${parts.connection_id}\n${parts.kind}\n${parts.status}`,
    (parts) => find(parts)?.id ?? add(parts).lastId,
  );
}

function cached<Parts>(
  keyOf: (parts: Parts) => string,
  findOrAdd: (parts: Parts) => number,
): FacetIds<Parts> {
  const known = new Map<string, number>();
  return {
    idOf: (parts) => {
      const key = keyOf(parts);
      let id = known.get(key);
      if (id === undefined) {
        id = findOrAdd(parts);
        known.set(key, id);
      }
      return id;
    },
    forget: () => known.clear(),
  };
}
