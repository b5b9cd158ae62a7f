import { sql, type RawBuilder } from 'kysely';
import type { LeadFilter, LeadQueries, LeadSort } from '#core/ports/store/store.ts';
import { LEAD_STATES, type LeadState } from '#core/domain/leads/lead.ts';
import { noLeads, selectFacets, type FacetSelection } from './lead-facets.ts';
import { stateRank, toLead } from './lead-row.ts';
import { narrowing, type Narrowing } from './lead-narrowing.ts';
import { leadSearch, type LeadSearch } from './lead-search.ts';
import { compilable, type Parameter, type Statements } from './statements.ts';

/** Where one way of finding a page becomes slower than another; in rows. */
export interface PageLimits {
  /** Up to so many it is cheaper to fetch and sort (a microsecond or two each) than to find them on a walk. */
  readonly sortedAtOnce: number;
  /** Rows of the order that a walk for search words looks at before all hits are sorted instead. */
  readonly walkedForWords: number;
  /** Search hits counted for a total; above it the total is a lower bound. */
  readonly countedHits: number;
  /** The same where a filter has to be looked up for each. */
  readonly countedHitsFiltered: number;
}

const LIMITS: PageLimits = {
  sortedAtOnce: 10_000,
  walkedForWords: 20_000,
  countedHits: 100_000,
  countedHitsFiltered: 20_000,
};

interface Order {
  /** Holds the keys, then the facet: a filtered page is read from this index alone. */
  readonly index: string;
  /** Those that may be empty come last in both directions; rows of equal keys keep a fixed order. */
  readonly keys: readonly { readonly column: string; readonly mayBeEmpty: boolean }[];
}

const ORDERS: Readonly<Record<LeadSort, Order>> = {
  name: { index: 'lead_by_name', keys: [{ column: 'name_key', mayBeEmpty: true }] },
  company: { index: 'lead_by_company', keys: [{ column: 'company_key', mayBeEmpty: true }] },
  state: {
    index: 'lead_by_state',
    keys: [
      { column: 'state_rank', mayBeEmpty: false },
      { column: 'updated_at', mayBeEmpty: false },
    ],
  },
  next: { index: 'lead_by_next', keys: [{ column: 'next_follow_up_at', mayBeEmpty: true }] },
  updated: { index: 'lead_by_updated', keys: [{ column: 'updated_at', mayBeEmpty: false }] },
  created: { index: 'lead_by_created', keys: [{ column: 'created_at', mayBeEmpty: false }] },
};

interface Ask {
  readonly selection: FacetSelection;
  readonly order: Order;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

interface Found {
  /** Row numbers of the page, in order. */
  readonly numbers: readonly number[];
  readonly total: number;
  readonly isTotalExact: boolean;
}

type Page = Pick<LeadQueries, 'page' | 'countByState' | 'ids'>;

/**
 * The Leads screen. Totals without a search are exact sums of counters. A page without a search is read from
 * the index of its order, from the nearer end. Search words are looked up in the full-text index; where very
 * many leads match, the order is walked instead, and the total is a lower bound.
 */
export function leadPage(statements: Statements, limits: PageLimits = LIMITS): Page {
  const byNumber = statements.one((q, p: Parameter<{ no: number }>) =>
    q.selectFrom('lead').selectAll().where('no', '=', p('no')),
  );

  const numbers = (query: RawBuilder<{ no: number }>): number[] =>
    statements.query((q) => compilable(query, q)).map((row) => row.no);

  const hits = (search: LeadSearch, limit: number): number[] =>
    numbers(sql`SELECT rowid AS no FROM lead_words WHERE lead_words MATCH ${search.match} LIMIT ${limit}`);

  /** All that a set of conditions leaves, sorted: for sets of which most rows can be fetched. */
  const sorted = (
    conditions: readonly RawBuilder<unknown>[],
    ask: Ask,
    from: RawBuilder<unknown> = sql`FROM lead`,
  ): number[] => numbers(sql`SELECT no ${from} ${where(conditions)} ORDER BY ${orderBy(ask, false)}`);

  function plain(ask: Ask): Found {
    const { facets, total } = ask.selection;
    const size = Math.min(ask.limit, total - ask.offset);
    if (size <= 0) return { numbers: [], total, isTotalExact: true };
    if (facets !== null && total <= limits.sortedAtOnce) {
      const all = sorted([sql`facet IN ${list(facets)}`], ask);
      return { numbers: all.slice(ask.offset, ask.offset + size), total, isTotalExact: true };
    }
    return { numbers: walked(ask, alongTheOrder(ask), total, size), total, isTotalExact: true };
  }

  function searched(ask: Ask, search: LeadSearch): Found {
    const { selection, offset, limit } = ask;
    const { facets } = selection;
    const exactly = (all: readonly number[]): Found => ({
      numbers: all.slice(offset, offset + limit),
      total: all.length,
      isTotalExact: true,
    });
    if (facets !== null && selection.total <= limits.sortedAtOnce) {
      return exactly(sorted([sql`facet IN ${list(facets)}`, search.test], ask));
    }
    const inFacets = facets === null ? [] : [sql`+facet IN ${list(facets)}`];
    const first = hits(search, limits.sortedAtOnce + 1);
    if (first.length <= limits.sortedAtOnce) {
      return exactly(sorted([sql`no IN ${list(JSON.stringify(first))}`, ...inFacets], ask));
    }
    const near = offset < limits.walkedForWords ? walkForWords(ask, search) : [];
    if (near.length < limit) {
      return exactly(sorted([hasWords(search), ...inFacets], ask));
    }
    const counted = countHits(search, facets);
    const total = Math.max(counted.leads, offset + near.length);
    return { numbers: near, total, isTotalExact: counted.isExact };
  }

  /** What no facet counts is counted; few are sorted, many are met soon on a walk along the order. */
  function narrowed(ask: Ask, by: Narrowing, search: LeadSearch | null): Found {
    const counts = countNarrowed(by, ask.selection, search);
    const total = Object.values(counts).reduce((sum, leads) => sum + leads, 0);
    const size = Math.min(ask.limit, total - ask.offset);
    if (size <= 0) return { numbers: [], total, isTotalExact: true };
    const conditions = [...by.conditions, ...further(ask.selection.facets, search)];
    if (total > limits.sortedAtOnce) {
      return { numbers: walked(ask, conditions, total, size), total, isTotalExact: true };
    }
    const all = sorted(conditions, ask, by.from);
    return { numbers: all.slice(ask.offset, ask.offset + size), total, isTotalExact: true };
  }

  function countNarrowed(
    by: Narrowing,
    { facets, byState }: FacetSelection,
    search: LeadSearch | null,
  ): Record<LeadState, number> {
    if (by.allBut !== null && search === null) {
      const others = countNarrowed(by.allBut, { facets, byState, total: 0 }, null);
      return Object.fromEntries(
        LEAD_STATES.map((state) => [state, byState[state] - others[state]]),
      ) as Record<LeadState, number>;
    }
    const conditions = [...by.conditions, ...further(facets, search)];
    const counted = sql<{ state: string; leads: number }>`
      SELECT lead_facet.state AS state, sum(each.leads) AS leads
      FROM (SELECT facet, count(*) AS leads ${by.from} ${where(conditions)} GROUP BY facet) AS each
      CROSS JOIN lead_facet ON lead_facet.id = each.facet GROUP BY lead_facet.state`;
    const rows = statements.query((q) => compilable(counted, q));
    return { ...noLeads(), ...Object.fromEntries(rows.map((row) => [row.state, row.leads])) };
  }

  /** A page of `total` rows along the order, from the nearer end. */
  function walked(
    ask: Ask,
    conditions: readonly RawBuilder<unknown>[],
    total: number,
    size: number,
  ): readonly number[] {
    const fromEnd = ask.offset > total / 2;
    const skipped = fromEnd ? total - ask.offset - size : ask.offset;
    const found = numbers(
      sql`SELECT no FROM lead INDEXED BY ${sql.raw(ask.order.index)} ${where(conditions)}
          ORDER BY ${orderBy(ask, fromEnd)} LIMIT ${size} OFFSET ${skipped}`,
    );
    return fromEnd ? found.toReversed() : found;
  }

  function walkForWords(ask: Ask, search: LeadSearch): number[] {
    return numbers(
      sql`SELECT no FROM (
            SELECT no, words FROM lead INDEXED BY ${sql.raw(ask.order.index)} ${where(alongTheOrder(ask))}
            ORDER BY ${orderBy(ask, false)} LIMIT ${limits.walkedForWords}
          ) AS lead WHERE ${search.test} LIMIT ${ask.limit} OFFSET ${ask.offset}`,
    );
  }

  function countHits(search: LeadSearch, facets: string | null): { leads: number; isExact: boolean } {
    const limit = facets === null ? limits.countedHits : limits.countedHitsFiltered;
    const looked = sql`SELECT rowid AS no FROM lead_words WHERE lead_words MATCH ${search.match} LIMIT ${limit}`;
    const counts = sql<{ hits: number; leads: number }>`${
      facets === null
        ? sql`SELECT count(*) AS hits, count(*) AS leads FROM (${looked})`
        : sql`SELECT count(*) AS hits, coalesce(sum(lead.facet IN ${list(facets)}), 0) AS leads
              FROM (${looked}) AS hit CROSS JOIN lead ON lead.no = hit.no`
    }`;
    const [row] = statements.query((q) => compilable(counts, q));
    return { leads: row?.leads ?? 0, isExact: (row?.hits ?? 0) < limit };
  }

  return {
    page: (filter, sort, offset, limit) => {
      const ask: Ask = {
        selection: selectFacets(statements, filter),
        order: ORDERS[sort.by],
        descending: sort.descending,
        offset,
        limit,
      };
      const search = leadSearch(filter.search);
      const narrow = narrowing(filter);
      const found =
        narrow !== null
          ? narrowed(ask, narrow, search)
          : search === null
            ? plain(ask)
            : searched(ask, search);
      return {
        leads: found.numbers.flatMap((no) => {
          const row = byNumber({ no });
          return row === undefined ? [] : [toLead(row)];
        }),
        total: found.total,
        isTotalExact: found.isTotalExact,
      };
    },

    countByState: (filter: LeadFilter) => {
      const selection = selectFacets(statements, filter);
      const { facets, byState } = selection;
      const search = leadSearch(filter.search);
      const narrow = narrowing(filter);
      if (narrow !== null) return countNarrowed(narrow, selection, search);
      if (search === null) return byState;
      const counted = sql<{ state: string; leads: number }>`
        SELECT lead_facet.state AS state, count(*) AS leads
        FROM (SELECT rowid AS no FROM lead_words WHERE lead_words MATCH ${search.match} LIMIT ${limits.countedHits}) AS hit
        CROSS JOIN lead ON lead.no = hit.no
        CROSS JOIN lead_facet ON lead_facet.id = lead.facet
        ${facets === null ? sql`` : sql`WHERE lead.facet IN ${list(facets)}`}
        GROUP BY lead_facet.state`;
      const rows = statements.query((q) => compilable(counted, q));
      return { ...noLeads(), ...Object.fromEntries(rows.map((row) => [row.state, row.leads])) };
    },

    ids: (filter, limit) => {
      const { facets } = selectFacets(statements, filter);
      const search = leadSearch(filter.search);
      const conditions = [
        ...(narrowing(filter)?.conditions ?? []),
        ...(facets === null ? [] : [sql`facet IN ${list(facets)}`]),
        ...(search === null ? [] : [hasWords(search)]),
      ];
      const chosen = sql<{ id: string }>`
        SELECT id FROM lead ${where(conditions)} LIMIT ${limit}`;
      return statements.query((q) => compilable(chosen, q)).map((row) => row.id);
    },
  };
}

/** The filter as a walk along an order tests it; in the order of states, those that the filter lacks are skipped. */
function alongTheOrder({ selection, order }: Ask): RawBuilder<unknown>[] {
  if (selection.facets === null) return [];
  const conditions = [sql`+facet IN ${list(selection.facets)}`];
  if (order === ORDERS.state) {
    const ranks = LEAD_STATES.filter((state) => selection.byState[state] > 0).map(stateRank);
    conditions.push(sql`state_rank IN ${list(JSON.stringify(ranks))}`);
  }
  return conditions;
}

/** What is asked for beside the parts that no facet counts. */
function further(facets: string | null, search: LeadSearch | null): RawBuilder<unknown>[] {
  return [
    ...(facets === null ? [] : [sql`+facet IN ${list(facets)}`]),
    ...(search === null ? [] : [hasWords(search)]),
  ];
}

function hasWords(search: LeadSearch): RawBuilder<unknown> {
  return sql`no IN (SELECT rowid FROM lead_words WHERE lead_words MATCH ${search.match})`;
}

function where(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`` : sql`WHERE ${sql.join(conditions, sql` AND `)}`;
}

function list(json: string): RawBuilder<unknown> {
  return sql`(SELECT value FROM json_each(${json}))`;
}

function orderBy({ order, descending }: Ask, reversed: boolean): RawBuilder<unknown> {
  const direction = descending === reversed ? 'ASC' : 'DESC';
  const nulls = reversed ? ' NULLS FIRST' : ' NULLS LAST';
  const keys = order.keys.map((key) => `${key.column} ${direction}${key.mayBeEmpty ? nulls : ''}`);
  return sql.raw([...keys, `facet ${direction}`, `no ${direction}`].join(', '));
}
