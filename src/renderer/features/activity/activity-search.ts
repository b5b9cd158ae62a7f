import { z } from 'zod';
import type { activityFilter } from '#contract/activity.ts';
import { OUTBOX_STATUSES } from '#contract/names.ts';

/** What the address of the Activity page holds: `#/activity?status="attention"`. */
const searchSchema = z.object({
  search: z.string().optional().catch(undefined),
  connectionId: z.string().optional().catch(undefined),
  leadId: z.string().optional().catch(undefined),
  kind: z.string().optional().catch(undefined),
  view: z.enum(['preview']).optional().catch(undefined),
  status: z.enum(OUTBOX_STATUSES).optional().catch(undefined),
});
export type ActivitySearch = z.infer<typeof searchSchema>;

/** Reads the address; what it does not understand it leaves out. */
export function readActivitySearch(raw: Record<string, unknown>): ActivitySearch {
  return searchSchema.parse(raw);
}

/** The filter for the program. */
export function activityFilterOf(search: ActivitySearch): z.infer<typeof activityFilter> {
  const words = search.search?.trim();
  return {
    ...(words ? { search: words } : {}),
    ...(search.connectionId ? { connectionId: search.connectionId } : {}),
    ...(search.leadId ? { leadId: search.leadId } : {}),
    ...(search.kind ? { kinds: [search.kind] } : {}),
    ...(search.status ? { status: [search.status] } : {}),
  };
}
