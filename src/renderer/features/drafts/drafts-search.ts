import { z } from 'zod';
import { DRAFT_LISTS } from '#contract/drafts.ts';

/** What the address of the page holds: `#/drafts?kind="settled"`. */
const searchSchema = z.object({ kind: z.enum(DRAFT_LISTS).optional().catch(undefined) });
export type DraftsSearch = z.infer<typeof searchSchema>;

/** Reads the address; what it does not understand it leaves out. */
export function readDraftsSearch(raw: Record<string, unknown>): DraftsSearch {
  return searchSchema.parse(raw);
}
