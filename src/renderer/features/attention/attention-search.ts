import { z } from 'zod';
import { SEVERITIES } from '#contract/attention.ts';

/** What the address of the page holds: `#/attention?severity="problem"`. */
const searchSchema = z.object({
  severity: z.enum(SEVERITIES).optional().catch(undefined),
  connectionId: z.string().optional().catch(undefined),
});
export type AttentionSearch = z.infer<typeof searchSchema>;

/** Reads the address; what it does not understand it leaves out. */
export function readAttentionSearch(raw: Record<string, unknown>): AttentionSearch {
  return searchSchema.parse(raw);
}
