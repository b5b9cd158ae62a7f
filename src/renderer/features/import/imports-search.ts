import { z } from 'zod';
import { IMPORT_TARGETS } from '#contract/names.ts';

/** What the address of the page holds: `#/imports?target="never-write"`. */
const searchSchema = z.object({ target: z.enum(IMPORT_TARGETS).optional().catch(undefined) });
export type ImportsSearch = z.infer<typeof searchSchema>;

/** Reads the address; what it does not understand it leaves out. */
export function readImportsSearch(raw: Record<string, unknown>): ImportsSearch {
  return searchSchema.parse(raw);
}
