import { z } from 'zod';
import { RESPONSE_KINDS } from '#contract/responses.ts';

/** What the address of the page holds: `#/responses?kind="unsure"`. */
/** `named`: people whom leads named · `no-lead`: mails that belong to no lead. */
const LISTS = [...RESPONSE_KINDS, 'named', 'no-lead'] as const;
const searchSchema = z.object({ kind: z.enum(LISTS).optional().catch(undefined) });
export type ResponsesSearch = z.infer<typeof searchSchema>;

/** Reads the address; what it does not understand it leaves out. */
export function readResponsesSearch(raw: Record<string, unknown>): ResponsesSearch {
  return searchSchema.parse(raw);
}
