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

/** Somebody whom a lead named instead of themselves. */
export const proposalRow = z.object({
  id: z.string(),
  address: z.string(),
  name: z.string(),
  at: instant,
  /** The lead that named them, and its own words. */
  leadId: z.string(),
  leadName: z.string(),
  company: z.string(),
  assistantName: z.string(),
  text: z.string(),
  status: z.enum(['open', 'approved', 'dismissed']),
  decidedAt: instant.nullable(),
  /** Why they cannot be approved as it is now: a sentence; null: they can. */
  obstacle: z.string().nullable(),
});
export type ProposalRow = z.infer<typeof proposalRow>;

/** A mail in an assistant's mailbox that belongs to no lead; its text is not kept. */
export const strayRow = z.object({
  id: z.string(),
  assistantName: z.string(),
  from: z.string(),
  fromName: z.string(),
  subject: z.string(),
  at: instant,
  /** A person wrote it: linked to a lead it counts as an answer. */
  isByPerson: z.boolean(),
});
export type StrayRow = z.infer<typeof strayRow>;

/** An invitation to become a user of the CRM. It is shown, never followed. */
export const invitationRow = z.object({
  id: z.string(),
  assistantName: z.string(),
  mailbox: z.string(),
  from: z.string(),
  subject: z.string(),
  at: instant,
  /** https on the CRM's own pages; null: it has none, so open the mail itself. */
  link: z.string().nullable(),
});
export type InvitationRow = z.infer<typeof invitationRow>;

const byId = z.object({ id: z.string() });
const done = z.object({ done: z.literal(true) });

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
  /** How many people are proposed, and how many mails have no lead. */
  waiting: base.output(z.object({ proposed: z.number().int(), strays: z.number().int() })),
  /** Newest first; of one lead: also those that were decided. */
  proposals: base.input(z.object({ leadId: z.string().nullable() })).output(z.array(proposalRow)),
  /** Finds or creates the contact in the CRM and assigns it to the assistant, who then takes it up as any other. */
  approve: base.input(byId).output(done),
  dismissProposal: base.input(byId).output(done),
  strays: base
    .input(
      z.object({
        after: z.object({ at: instant, id: z.string() }).nullable(),
        limit: z.number().int().min(1).max(200),
      }),
    )
    .output(z.object({ rows: z.array(strayRow) })),
  dismissStray: base.input(byId).output(done),
  /** It was this lead's. */
  linkStray: base
    .input(z.object({ id: z.string(), leadId: z.string() }))
    .output(z.object({ state: z.enum(LEAD_STATES) })),
  /** Those for assistants of a connection. */
  invitations: base
    .input(z.object({ connectionId: z.string() }))
    .output(z.object({ rows: z.array(invitationRow), admins: z.array(z.string()) })),
  /** Sends the link to somebody who can open it. */
  forwardInvitation: base
    .input(z.object({ id: z.string(), connectionId: z.string(), to: z.string() }))
    .output(done),
};
