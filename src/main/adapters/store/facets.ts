import type { LeadValues } from './lead-row.ts';
import type { Parameter, Statements } from './statements.ts';

/**
 * Combinations of what a screen filters by: each has a number, made when it is new, and a count of its rows.
 * Counts are summed up during a commit and written at its end.
 */
export interface Facets<Parts> {
  numberOf(parts: Parts): number;
  /** So many rows more (or fewer) have this combination. */
  add(facet: number, rows: number): void;
  /** Writes the counts; part of the commit. */
  write(): void;
  /** After a rollback: numbers made in it, and what was summed up, are gone. */
  forget(): void;
}

export type LeadFacetParts = Pick<
  LeadValues,
  'connection_id' | 'assistant_id' | 'schedule_id' | 'state' | 'custody' | 'follow_up'
>;

export interface OutboxFacetParts {
  readonly connection_id: string;
  readonly kind: string;
  readonly status: string;
}

interface Count {
  readonly facet: number;
  readonly rows: number;
}

/** For the Leads screen. */
export function leadFacets(statements: Statements): Facets<LeadFacetParts> {
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
  const make = statements.run((q, p: Parameter<LeadFacetParts>) =>
    q.insertInto('lead_facet').values({
      connection_id: p('connection_id'),
      assistant_id: p('assistant_id'),
      schedule_id: p('schedule_id'),
      state: p('state'),
      custody: p('custody'),
      follow_up: p('follow_up'),
    }),
  );
  const count = statements.run((q, p: Parameter<Count>) =>
    q
      .updateTable('lead_facet')
      .set((eb) => ({ leads: eb('leads', '+', p('rows')) }))
      .where('id', '=', p('facet')),
  );
  return facets<LeadFacetParts>({
    keyOf: (of) =>
      `${of.connection_id}\n${of.assistant_id}\n${of.schedule_id}\n${of.state}\n${of.custody}\n${of.follow_up}`,
    findOrMake: (parts) => find(parts)?.id ?? make(parts).lastId,
    count,
  });
}

/** For the Activity screen. */
export function outboxFacets(statements: Statements): Facets<OutboxFacetParts> {
  const find = statements.one((q, p: Parameter<OutboxFacetParts>) =>
    q
      .selectFrom('outbox_facet')
      .select('id')
      .where('connection_id', '=', p('connection_id'))
      .where('kind', '=', p('kind'))
      .where('status', '=', p('status')),
  );
  const make = statements.run((q, p: Parameter<OutboxFacetParts>) =>
    q
      .insertInto('outbox_facet')
      .values({ connection_id: p('connection_id'), kind: p('kind'), status: p('status') }),
  );
  const count = statements.run((q, p: Parameter<Count>) =>
    q
      .updateTable('outbox_facet')
      .set((eb) => ({ effects: eb('effects', '+', p('rows')) }))
      .where('id', '=', p('facet')),
  );
  return facets<OutboxFacetParts>({
    keyOf: (of) => `${of.connection_id}\n${of.kind}\n${of.status}`,
    findOrMake: (parts) => find(parts)?.id ?? make(parts).lastId,
    count,
  });
}

function facets<Parts>(table: {
  readonly keyOf: (parts: Parts) => string;
  readonly findOrMake: (parts: Parts) => number;
  readonly count: (count: Count) => unknown;
}): Facets<Parts> {
  const known = new Map<string, number>();
  const summed = new Map<number, number>();
  return {
    numberOf: (parts) => {
      const key = table.keyOf(parts);
      let facet = known.get(key);
      if (facet === undefined) {
        facet = table.findOrMake(parts);
        known.set(key, facet);
      }
      return facet;
    },
    add: (facet, rows) => void summed.set(facet, (summed.get(facet) ?? 0) + rows),
    write: () => {
      for (const [facet, rows] of summed) if (rows !== 0) table.count({ facet, rows });
      summed.clear();
    },
    forget: () => {
      known.clear();
      summed.clear();
    },
  };
}
