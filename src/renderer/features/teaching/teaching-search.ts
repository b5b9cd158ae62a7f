import { z } from 'zod';
import { REPLY_INTENTS } from '#contract/names.ts';

/** What the address of the page holds: the beginning of a rule, `#/teaching?term="works council"`. */
const searchSchema = z.object({
  term: z.string().optional().catch(undefined),
  intent: z.enum(REPLY_INTENTS).optional().catch(undefined),
});
export type TeachingSearch = z.infer<typeof searchSchema>;

/** Reads the address; what it does not understand it leaves out. */
export function readTeachingSearch(raw: Record<string, unknown>): TeachingSearch {
  return searchSchema.parse(raw);
}
