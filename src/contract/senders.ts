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
  /** Her own DKIM selector, kept; null: the usual ones of her provider are tried. */
  selector: z.string().nullable(),
  at: instant,
  checks: z.array(senderCheck),
  /** Of the whole team, over the last seven days: leads created with a valid address, and those that bounced. */
  bounces: z.object({
    created: z.number().int(),
    bounced: z.number().int(),
    /** The share from which risky addresses are held back (domain: bounce guard). */
    guardAt: z.number(),
  }),
  /** Of the whole team, over the last thirty days: mails that went out, and recipients who called one spam. */
  complaints: z.object({ sent: z.number().int(), complained: z.number().int() }),
  /** What may go out in a day, and what did today or is on its way. `mailbox`: of her mail account; null: no limit. */
  caps: z.object({
    sentToday: z.number().int(),
    daily: z.number().int(),
    mailbox: z.object({ sentToday: z.number().int(), limit: z.number().int() }).nullable(),
  }),
});
export type SenderHealth = z.infer<typeof senderHealth>;

export const senders = {
  /** Asks the DNS about the domain of an assistant's address. */
  health: base.input(z.object({ assistantId: z.string() })).output(senderHealth),
  /** Keeps the DKIM selector that her provider named; empty: forgets it. */
  setSelector: base
    .input(z.object({ assistantId: z.string(), selector: z.string() }))
    .output(z.object({ done: z.literal(true) })),
};
