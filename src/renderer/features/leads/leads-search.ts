import { z } from 'zod';
import { CUSTODIES, FOLLOW_UPS, LEAD_STATES } from '#contract/names.ts';
import { leadFilter, leadSort } from '#contract/leads.ts';
import type { LeadFilterInput } from '#contract/leads.ts';

/** What the address of the Leads page holds: `#/leads?states=["Hot"]&by=name`. */
const searchSchema = z.object({
  search: z.string().optional().catch(undefined),
  states: z.array(z.enum(LEAD_STATES)).optional().catch(undefined),
  custody: z.enum(CUSTODIES).optional().catch(undefined),
  followUp: z.enum(FOLLOW_UPS).optional().catch(undefined),
  assistantId: leadFilter.shape.assistantId.catch(undefined),
  connectionId: leadFilter.shape.connectionId.catch(undefined),
  scheduleId: leadFilter.shape.scheduleId.catch(undefined),
  need: leadFilter.shape.need.catch(undefined),
  tag: leadFilter.shape.tag.catch(undefined),
  withoutTag: leadFilter.shape.withoutTag.catch(undefined),
  clicked: leadFilter.shape.clicked.catch(undefined),
  reasons: leadFilter.shape.reasons.catch(undefined),
  sentFrom: leadFilter.shape.sentFrom.catch(undefined),
  sentTo: leadFilter.shape.sentTo.catch(undefined),
  paused: leadFilter.shape.paused.catch(undefined),
  by: leadSort.shape.by.optional().catch(undefined),
  descending: z.boolean().optional().catch(undefined),
});
export type LeadsSearch = z.infer<typeof searchSchema>;
export type LeadSort = z.infer<typeof leadSort>;

/** Filters that stand behind *More filters*. */
export const MORE_FILTERS = [
  'tag',
  'withoutTag',
  'clicked',
  'reasons',
  'sentFrom',
  'sentTo',
  'paused',
] as const satisfies readonly (keyof LeadsSearch)[];

const NEWEST_FIRST: LeadSort = { by: 'updated', descending: true };

/** Reads the address; what it does not understand it leaves out. */
export function readLeadsSearch(raw: Record<string, unknown>): LeadsSearch {
  return searchSchema.parse(raw);
}

/** The filter for the program. Empty lists and words are left out: they mean "all". */
export function filterOf(search: LeadsSearch): LeadFilterInput {
  const words = search.search?.trim();
  return {
    ...(words ? { search: words } : {}),
    ...(search.states?.length ? { states: search.states } : {}),
    ...(search.custody ? { custody: [search.custody] } : {}),
    ...(search.followUp ? { followUp: [search.followUp] } : {}),
    ...(search.assistantId ? { assistantId: search.assistantId } : {}),
    ...(search.connectionId ? { connectionId: search.connectionId } : {}),
    ...(search.scheduleId ? { scheduleId: search.scheduleId } : {}),
    ...(search.need ? { need: search.need } : {}),
    ...(search.tag ? { tag: search.tag } : {}),
    ...(search.withoutTag ? { withoutTag: search.withoutTag } : {}),
    ...(search.clicked === undefined ? {} : { clicked: search.clicked }),
    ...(search.reasons?.length ? { reasons: search.reasons } : {}),
    ...(search.sentFrom === undefined ? {} : { sentFrom: search.sentFrom }),
    ...(search.sentTo === undefined ? {} : { sentTo: search.sentTo }),
    ...(search.paused === undefined ? {} : { paused: search.paused }),
  };
}

/** The order of the rows; without a choice the last changed come first. */
export function sortOf(search: LeadsSearch): LeadSort {
  if (search.by === undefined) return NEWEST_FIRST;
  return { by: search.by, descending: search.descending ?? false };
}

/** Whether anything narrows the list. */
export function isFiltered(search: LeadsSearch): boolean {
  return Object.keys(filterOf(search)).length > 0;
}
