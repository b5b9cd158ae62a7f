import type { LeadState } from '#core/domain/leads/lead.ts';
import { LEAD_STATES } from '#core/domain/leads/lead.ts';
import type { LeadFilter } from '#core/ports/store/store.ts';
import { listOf, type Statements } from './statements.ts';

/** The combinations a filter admits, and how many leads are in them. */
export interface FacetSelection {
  /** JSON array of facet numbers; null: all of them. */
  readonly facets: string | null;
  readonly total: number;
  readonly byState: Readonly<Record<LeadState, number>>;
}

/** Sums the counters of the combinations that a filter admits; its search words are not looked at. */
export function selectFacets(statements: Statements, filter: LeadFilter): FacetSelection {
  const rows = statements.query((q) => {
    let query = q.selectFrom('lead_facet').select(['id', 'state', 'leads']).where('leads', '>', 0);
    if (isGiven(filter.states)) query = query.where('state', 'in', listOf(filter.states));
    if (isGiven(filter.custody)) query = query.where('custody', 'in', listOf(filter.custody));
    if (isGiven(filter.followUp)) query = query.where('follow_up', 'in', listOf(filter.followUp));
    if (filter.assistantId !== undefined) query = query.where('assistant_id', '=', filter.assistantId);
    if (filter.connectionId !== undefined) query = query.where('connection_id', '=', filter.connectionId);
    if (filter.scheduleId !== undefined) query = query.where('schedule_id', '=', filter.scheduleId);
    return query;
  });
  const byState = noLeads();
  let total = 0;
  for (const row of rows) {
    total += row.leads;
    byState[row.state as LeadState] += row.leads;
  }
  const isFiltered =
    isGiven(filter.states) ||
    isGiven(filter.custody) ||
    isGiven(filter.followUp) ||
    filter.assistantId !== undefined ||
    filter.connectionId !== undefined ||
    filter.scheduleId !== undefined;
  return { facets: isFiltered ? JSON.stringify(rows.map((row) => row.id)) : null, total, byState };
}

/** Nothing chosen in a list of choices is no filter. */
function isGiven<T>(choice: readonly T[] | undefined): choice is readonly T[] {
  return choice !== undefined && choice.length > 0;
}

/** Every state with zero. */
export function noLeads(): Record<LeadState, number> {
  return Object.fromEntries(LEAD_STATES.map((state) => [state, 0])) as Record<LeadState, number>;
}
