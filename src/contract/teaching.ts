import { z } from 'zod';
import { base, instant } from './common.ts';
import { DEACTIVATION_REASONS, LEAD_STATES, REPLY_INTENTS } from './names.ts';

/** What a reply that is understood so makes of a lead; `state` null: it stays as it is. */
const consequence = z.object({
  state: z.enum(LEAD_STATES).nullable(),
  reason: z.enum(DEACTIVATION_REASONS).nullable(),
});

/** A reply with this term in it means this. */
export const taughtRule = consequence.extend({
  id: z.string(),
  term: z.string(),
  intent: z.enum(REPLY_INTENTS),
  changedAt: instant,
});
export type TaughtRuleView = z.infer<typeof taughtRule>;

/** Who changed what is not known to a program with one user; when and how is. */
const ruleChange = z.object({
  id: z.string(),
  what: z.enum(['added', 'changed', 'removed']),
  term: z.string(),
  intent: z.enum(REPLY_INTENTS),
  at: instant,
});

/** How a reply would be understood now. */
export const tryOutResult = consequence.extend({
  /** `rule`: the taught rule of this id · `classifier`: the words alone · `machine`: no person wrote it. */
  decidedBy: z.enum(['rule', 'classifier', 'machine']),
  ruleId: z.string().nullable(),
  term: z.string().nullable(),
  intent: z.enum(REPLY_INTENTS),
  confidence: z.number(),
  words: z.array(z.string()),
  /** Too little confidence to act on: a person would be asked. */
  isUnsure: z.boolean(),
});
export type TryOutResult = z.infer<typeof tryOutResult>;

/** *Teach your assistant*. */
export const teaching = {
  list: base.output(z.object({ rules: z.array(taughtRule), changes: z.array(ruleChange) })),
  /** `id` null: a new one. */
  save: base
    .input(z.object({ id: z.string().nullable(), term: z.string(), intent: z.enum(REPLY_INTENTS) }))
    .output(taughtRule),
  remove: base.input(z.object({ id: z.string() })).output(z.object({ done: z.literal(true) })),
  tryOut: base.input(z.object({ text: z.string().max(20_000) })).output(tryOutResult),
};
