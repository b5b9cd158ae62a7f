import { z } from 'zod';
import { base, instant } from './common.ts';
import { LEAD_STATES, REPLY_INTENTS } from './names.ts';

/**
 * `open`: written by a person and not settled · `unsure`: among those, understood with too little confidence · the
 * others: settled or not.
 */
export const RESPONSE_KINDS = ['open', 'unsure', 'human', 'automatic', 'bounce', 'all'] as const;
export type ResponseKind = (typeof RESPONSE_KINDS)[number];

/** A part of a reply: its own words, or what it quotes and its signature. */
const replyPart = z.object({ text: z.string(), isOwn: z.boolean() });

/** A mail that came in for a lead. */
export const responseRow = z.object({
  mailId: z.string(),
  leadId: z.string(),
  leadName: z.string(),
  company: z.string(),
  state: z.enum(LEAD_STATES),
  assistantName: z.string(),
  from: z.string(),
  at: instant,
  subject: z.string(),
  parts: z.array(replyPart),
  intent: z.enum(REPLY_INTENTS).nullable(),
  confidence: z.number().nullable(),
  /** The words that decided. */
  words: z.array(z.string()),
  bounce: z.string().nullable(),
  /** Understood with too little confidence to act on: a person is asked. */
  isUnsure: z.boolean(),
  settledAt: instant.nullable(),
});
export type ResponseRow = z.infer<typeof responseRow>;

export const responses = {
  /** Newest first; `after`: the last row of the page before. */
  page: base
    .input(
      z.object({
        kind: z.enum(RESPONSE_KINDS),
        after: z.object({ at: instant, mailId: z.string() }).nullable(),
        limit: z.number().int().min(1).max(200),
      }),
    )
    .output(z.object({ rows: z.array(responseRow) })),
  counts: base.output(z.record(z.enum(RESPONSE_KINDS), z.number().int())),
  /** A person dealt with it, or not after all. */
  settle: base.input(z.object({ mailId: z.string(), settled: z.boolean() })).output(responseRow),
  /** What the reply really means: the lead's state follows, and the response is settled. */
  correct: base.input(z.object({ mailId: z.string(), intent: z.enum(REPLY_INTENTS) })).output(responseRow),
};
