import { z } from 'zod';
import { base, instant } from './common.ts';
import { MODEL_PROVIDERS } from './names.ts';

/** The one language model of the team. The key is never in it. */
const settings = z.object({
  isOn: z.boolean(),
  provider: z.enum(MODEL_PROVIDERS),
  /** Such as `https://api.example.com/v1`. */
  baseUrl: z.string(),
  model: z.string(),
  /** Questions a UTC day at most. */
  dailyLimit: z.number().int(),
  /** Whether replies go to it for a second opinion. */
  readsReplies: z.boolean(),
  version: z.number().int(),
});

export const languageModelView = settings.extend({
  hasKey: z.boolean(),
  /** What was asked today, failed questions and tests included. */
  today: z.object({ calls: z.number().int(), tokens: z.number().int() }),
  /** What was changed about it, the latest first. */
  changes: z.array(z.object({ at: instant, text: z.string() })),
  /** Where each provider is, unless it is said otherwise. */
  usualAddresses: z.record(z.enum(MODEL_PROVIDERS), z.string()),
});
export type LanguageModelView = z.infer<typeof languageModelView>;

/** null: the one that is kept, which goes only where it was entered for. */
const key = z.string().nullable();

export const languageModels = {
  get: base.output(languageModelView),
  /** Asks one small question that says nothing about anybody. */
  test: base
    .input(settings.pick({ provider: true, baseUrl: true, model: true }).extend({ key }))
    .output(z.object({ ok: z.boolean(), sentence: z.string() })),
  save: base.input(settings.extend({ key })).output(languageModelView),
};
