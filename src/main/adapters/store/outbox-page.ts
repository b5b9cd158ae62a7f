import { sql } from 'kysely';
import type { ActivityFilter, OutboxQueries } from '#core/ports/store/store.ts';
import { leadSearch } from './lead-search.ts';
import { toOutboxRow } from './outbox-row.ts';
import { listOf, type Statements } from './statements.ts';

/** At most this many people found by a search on the Activity screen. */
const FOUND_LEADS = 1_000;

/**
 * The Activity screen, newest first. Totals without a lead, record or search are exact sums of counters; a page
 * takes the newest of each combination of connection, kind and status, which one index holds in order. A search
 * finds the effects of people whose name, address, company or context has the words, and a record by its id.
 */
export function outboxPage(statements: Statements): OutboxQueries['page'] {
  return (filter, before, limit) => {
    const facets = selectFacets(statements, filter);
    const newest = before ?? Number.MAX_SAFE_INTEGER;
    const ids = isNarrow(filter)
      ? narrow(statements, filter, facets.ids)
      : newestOf(statements, facets.ids, newest, limit);
    const total = isNarrow(filter) ? ids.length : facets.total;
    const page = ids.filter((id) => id < newest).slice(0, limit);
    const rows = statements.query((q) =>
      q.selectFrom('outbox').selectAll().where('id', 'in', listOf(page)).orderBy('id', 'desc'),
    );
    return { rows: rows.map(toOutboxRow), total };
  };
}

function selectFacets(statements: Statements, filter: ActivityFilter): { ids: number[]; total: number } {
  const rows = statements.query((q) => {
    let query = q.selectFrom('outbox_facet').select(['id', 'effects']).where('effects', '>', 0);
    if (filter.connectionId !== undefined) query = query.where('connection_id', '=', filter.connectionId);
    if (filter.kinds !== undefined && filter.kinds.length > 0)
      query = query.where('kind', 'in', listOf(filter.kinds));
    if (filter.status !== undefined && filter.status.length > 0) {
      query = query.where('status', 'in', listOf(filter.status));
    }
    return query;
  });
  return { ids: rows.map((row) => row.id), total: rows.reduce((sum, row) => sum + row.effects, 0) };
}

function isNarrow(filter: ActivityFilter): boolean {
  return filter.leadId !== undefined || filter.recordId !== undefined || (filter.search ?? '').trim() !== '';
}

/** Everything of one lead, one record or the people searched for, newest first. */
function narrow(statements: Statements, filter: ActivityFilter, facets: readonly number[]): number[] {
  const typed = (filter.search ?? '').trim();
  const search = leadSearch(typed);
  const rows = statements.query((q) => {
    let query = q
      .selectFrom('outbox')
      .select('id')
      .where(sql<boolean>`+facet IN ${listOf(facets)}`)
      .orderBy('id', 'desc');
    if (filter.leadId !== undefined) query = query.where('lead_id', '=', filter.leadId);
    if (filter.recordId !== undefined) query = query.where('record_id', '=', filter.recordId);
    if (typed === '') return query;
    const people = sql<boolean>`lead_id IN (
      SELECT id FROM lead WHERE no IN (
        SELECT rowid FROM lead_words WHERE lead_words MATCH ${search?.match ?? ''} LIMIT ${FOUND_LEADS}))`;
    return query.where((eb) =>
      search === null ? eb('record_id', '=', typed) : eb.or([eb('record_id', '=', typed), people]),
    );
  });
  return rows.map((row) => row.id);
}

function newestOf(
  statements: Statements,
  facets: readonly number[],
  before: number,
  limit: number,
): number[] {
  const each = facets.flatMap((facet) =>
    statements
      .query((q) =>
        q
          .selectFrom('outbox')
          .select('id')
          .where('facet', '=', facet)
          .where('id', '<', before)
          .orderBy('id', 'desc')
          .limit(limit),
      )
      .map((row) => row.id),
  );
  return each.toSorted((a, b) => b - a);
}
