import { z } from 'zod';
import { base, instant } from './common.ts';

/**
 * `problem`: something does not work until a person acts · `question`: Baton waits for an answer · `note`: worth
 * knowing, nothing is held up.
 */
export const SEVERITIES = ['problem', 'question', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a button of an entry can make the core do. Anything else opens the screen that solves it. */
export const ATTENTION_COMMANDS = [
  'resume',
  'retry',
  'give-up',
  'was-sent',
  'back-up-now',
  'take-baseline',
  'leave-baseline',
  'reminder-done',
  'reminder-tomorrow',
] as const;
export type AttentionCommand = (typeof ATTENTION_COMMANDS)[number];

export const attentionAction = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('open'),
    label: z.string(),
    /** A screen, such as `/crm-details/<id>`. */
    to: z.string(),
    /** What its address holds, such as `{ tab: 'fields' }`. */
    search: z.record(z.string(), z.unknown()),
  }),
  z.object({
    kind: z.literal('do'),
    label: z.string(),
    command: z.enum(ATTENTION_COMMANDS),
    /** Asked before it is done: a sentence; null: it is done at once. */
    confirm: z.string().nullable(),
  }),
]);
export type AttentionAction = z.infer<typeof attentionAction>;

/** Something that waits for the user: what, why, since when, and the button that solves it. */
export const attentionEntry = z.object({
  /** Kind and subject: the same as long as it waits. */
  id: z.string(),
  kind: z.string(),
  severity: z.enum(SEVERITIES),
  /** A few words. */
  title: z.string(),
  /** One sentence. */
  cause: z.string(),
  since: instant,
  /** How many things it stands for: writes of one cause, leads with one question. */
  count: z.number().int(),
  connectionId: z.string().nullable(),
  leadId: z.string().nullable(),
  assistantId: z.string().nullable(),
  outboxId: z.number().int().nullable(),
  /** The first is the button that solves it. */
  actions: z.array(attentionAction).min(1),
  /** Whether a person may put it away without solving it; it comes back when it happens anew. */
  dismissible: z.boolean(),
});
export type AttentionEntry = z.infer<typeof attentionEntry>;

const done = z.object({ done: z.literal(true) });

export const attention = {
  /** Problems first, then questions, then notes; the oldest first among each. */
  list: base.output(z.array(attentionEntry)),
  /** Does what a button of the entry says. */
  act: base.input(z.object({ id: z.string(), command: z.enum(ATTENTION_COMMANDS) })).output(done),
  /** Puts an entry away that allows it. */
  dismiss: base.input(z.object({ id: z.string() })).output(done),
};
