import { sql, type RawBuilder } from 'kysely';
import type { LeadFilter, LeadQueries, LeadSort } from '#core/ports/store/store.ts';
import { noLeads, selectFacets } from './lead-facets.ts';
import { toLead } from './lead-row.ts';
import { leadSearch, type LeadSearch } from './lead-search.ts';
import type { Parameter, Statements } from './statements.ts';

/**
 * How many rows it is cheaper to fetch and sort (about a microsecond each) than to find them one by one on a
 * walk along the order asked for.
 */
const SORTED_AT_ONCE = 10_000;
/** Rows of the order that a walk for search words looks at before all hits are sorted instead. */
const WALKED_FOR_WORDS = 20_000;
/** Search hits counted for a total; above it the total is a lower bound. */
const COUNTED_HITS = 100_000;
const COUNTED_HITS_FILTERED = 20_000;

interface Order {
  /** Holds the keys, then the facet: a filtered page is read from this index alone. */
  readonly index: string;
  readonly keys: readonly string[];
}

/** Rows without a key come last in both directions; rows of equal keys keep a fixed order. */
const ORDERS: Readonly<Record<LeadSort, Order>> = {
  name: { index: 'lead_by_name', keys: ['name_key'] },
  company: { index: 'lead_by_company', keys: ['company_key'] },
  state: { index: 'lead_by_state', keys: ['state_rank', 'updated_at'] },
  next: { index: 'lead_by_next', keys: ['next_follow_up_at'] },
  updated: { index: 'lead_by_updated', keys: ['updated_at'] },
  created: { index: 'lead_by_created', keys: ['created_at'] },
};

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
export function leadPage(statements: Statements): Page {
  const byNumber = statements.one((q, p: Parameter<{ no: number }>) =>
    q.selectFrom('lead').selectAll().where('no', '=', p('no')),
  );

  const numbers = (query: RawBuilder<{ no: number }>): number[] =>
    statements.query((q) => ({ compile: () => query.compile(q) })).map((row) => row.no);

  const hits = (search: LeadSearch, limit: number): number[] =>
    numbers(sql`SELECT rowid AS no FROM lead_words WHERE lead_words MATCH ${search.match} LIMIT ${limit}`);

  /** All that a set of conditions leaves, sorted: for sets of which most rows can be fetched. */
  const sorted = (conditions: readonly RawBuilder<unknown>[], order: Order, descending: boolean): number[] =>
    numbers(sql`SELECT no FROM lead WHERE ${and(conditions)} ORDER BY ${orderBy(order, descending, false)}`);

  function plain(
    facets: string | null,
    total: number,
    order: Order,
    descending: boolean,
    offset: number,
    limit: number,
  ): Found {
    const size = Math.min(limit, total - offset);
    if (size <= 0) return { numbers: [], total, isTotalExact: true };
    if (facets !== null && total <= SORTED_AT_ONCE) {
      const all = sorted([sql`facet IN ${list(facets)}`], order, descending);
      return { numbers: all.slice(offset, offset + size), total, isTotalExact: true };
    }
    const fromEnd = offset > total / 2;
    const skipped = fromEnd ? total - offset - size : offset;
    const condition = facets === null ? sql`` : sql`WHERE +facet IN ${list(facets)}`;
    const walked = numbers(
      sql`SELECT no FROM lead INDEXED BY ${sql.raw(order.index)} ${condition}
          ORDER BY ${orderBy(order, descending, fromEnd)} LIMIT ${size} OFFSET ${skipped}`,
    );
    return { numbers: fromEnd ? walked.toReversed() : walked, total, isTotalExact: true };
  }

  function searched(
    search: LeadSearch,
    facets: string | null,
    inFacets: number,
    order: Order,
    descending: boolean,
    offset: number,
    limit: number,
  ): Found {
    const facetCondition = facets === null ? [] : [sql`+facet IN ${list(facets)}`];
    const exactly = (all: readonly number[]): Found => ({
      numbers: all.slice(offset, offset + limit),
      total: all.length,
      isTotalExact: true,
    });
    if (facets !== null && inFacets <= SORTED_AT_ONCE) {
      return exactly(sorted([sql`facet IN ${list(facets)}`, search.test], order, descending));
    }
    const first = hits(search, SORTED_AT_ONCE + 1);
    if (first.length <= SORTED_AT_ONCE) {
      return exactly(
        sorted([sql`+no IN ${list(JSON.stringify(first))}`, ...facetCondition], order, descending),
      );
    }
    const walked =
      offset >= WALKED_FOR_WORDS
        ? []
        : numbers(
            sql`SELECT no FROM (
                  SELECT no, words FROM lead INDEXED BY ${sql.raw(order.index)}
                  ${facets === null ? sql`` : sql`WHERE ${and(facetCondition)}`}
                  ORDER BY ${orderBy(order, descending, false)} LIMIT ${WALKED_FOR_WORDS}
                ) AS lead WHERE ${search.test} LIMIT ${limit} OFFSET ${offset}`,
          );
    if (walked.length < limit) {
      return exactly(
        sorted(
          [
            sql`no IN (SELECT rowid FROM lead_words WHERE lead_words MATCH ${search.match})`,
            ...facetCondition,
          ],
          order,
          descending,
        ),
      );
    }
    const counted = countHits(search, facets);
    return {
      numbers: walked,
      total: Math.max(counted.leads, offset + walked.length),
      isTotalExact: counted.isExact,
    };
  }

  function countHits(search: LeadSearch, facets: string | null): { leads: number; isExact: boolean } {
    const limit = facets === null ? COUNTED_HITS : COUNTED_HITS_FILTERED;
    const looked = sql`SELECT rowid AS no FROM lead_words WHERE lead_words MATCH ${search.match} LIMIT ${limit}`;
    const counts = sql<{ hits: number; leads: number }>`${
      facets === null
        ? sql`SELECT count(*) AS hits, count(*) AS leads FROM (${looked})`
        : sql`SELECT count(*) AS hits, coalesce(sum(lead.facet IN ${list(facets)}), 0) AS leads
              FROM (${looked}) AS hit CROSS JOIN lead ON lead.no = hit.no`
    }`;
    const [row] = statements.query((q) => ({ compile: () => counts.compile(q) }));
    return { leads: row?.leads ?? 0, isExact: (row?.hits ?? 0) < limit };
  }

  return {
    page: (filter, sort, offset, limit) => {
      const order = ORDERS[sort.by];
      const { facets, total } = selectFacets(statements, filter);
      const search = leadSearch(filter.search);
      const found =
        search === null
          ? plain(facets, total, order, sort.descending, offset, limit)
          : searched(search, facets, total, order, sort.descending, offset, limit);
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
      const { facets, byState } = selectFacets(statements, filter);
      const search = leadSearch(filter.search);
      if (search === null) return byState;
      const counted = sql<{ state: string; leads: number }>`
        SELECT lead_facet.state AS state, count(*) AS leads
        FROM (SELECT rowid AS no FROM lead_words WHERE lead_words MATCH ${search.match} LIMIT ${COUNTED_HITS}) AS hit
        CROSS JOIN lead ON lead.no = hit.no
        CROSS JOIN lead_facet ON lead_facet.id = lead.facet
        ${facets === null ? sql`` : sql`WHERE lead.facet IN ${list(facets)}`}
        GROUP BY lead_facet.state`;
      const rows = statements.query((q) => ({ compile: () => counted.compile(q) }));
      return { ...noLeads(), ...Object.fromEntries(rows.map((row) => [row.state, row.leads])) };
    },

    ids: (filter, limit) => {
      const { facets } = selectFacets(statements, filter);
      const search = leadSearch(filter.search);
      const conditions = [
        ...(facets === null ? [] : [sql`facet IN ${list(facets)}`]),
        ...(search === null
          ? []
          : [sql`no IN (SELECT rowid FROM lead_words WHERE lead_words MATCH ${search.match})`]),
      ];
      const chosen = sql<{ id: string }>`
        SELECT id FROM lead ${conditions.length === 0 ? sql`` : sql`WHERE ${and(conditions)}`} LIMIT ${limit}`;
      return statements.query((q) => ({ compile: () => chosen.compile(q) })).map((row) => row.id);
    },
  };
}

function and(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(conditions, sql` AND `);
}

function list(json: string): RawBuilder<unknown> {
  return sql`(SELECT value FROM json_each(${json}))`;
}

function orderBy(order: Order, descending: boolean, reversed: boolean): RawBuilder<unknown> {
  const direction = descending === reversed ? 'ASC' : 'DESC';
  const nulls = reversed ? 'NULLS FIRST' : 'NULLS LAST';
  const keys = order.keys.map((key) => `${key} ${direction} ${nulls}`);
  return sql.raw([...keys, `facet ${direction}`, `no ${direction}`].join(', '));
}
