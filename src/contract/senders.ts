import { z } from 'zod';
import { base, instant } from './common.ts';

/** One check of the domain that mails are sent from. */
export const senderCheck = z.object({
  kind: z.enum(['spf', 'dkim', 'dmarc']),
  /** `good` as it should be · `weak` works, could be better · `missing` mails are at risk · `unknown` no answer. */
  verdict: z.enum(['good', 'weak', 'missing', 'unknown']),
  sentence: z.string(),
  found: z.string().nullable(),
  /** The DNS record to add, or to put in the found one's place. */
  record: z.object({ name: z.string(), type: z.literal('TXT'), value: z.string() }).nullable(),
});
export type SenderCheck = z.infer<typeof senderCheck>;

export const senderHealth = z.object({
  domain: z.string(),
  at: instant,
  checks: z.array(senderCheck),
  /** Of the whole team, over the last seven days: leads created with a valid address, and those that bounced. */
  bounces: z.object({
    created: z.number().int(),
    bounced: z.number().int(),
    /** The share from which risky addresses are held back (domain: bounce guard). */
    guardAt: z.number(),
  }),
});
export type SenderHealth = z.infer<typeof senderHealth>;

export const senders = {
  /** Asks the DNS about the domain of an assistant's address; `selector`: her own DKIM selector, tried first. */
  health: base
    .input(z.object({ assistantId: z.string(), selector: z.string().nullable() }))
    .output(senderHealth),
};
