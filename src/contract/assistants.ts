import { z } from 'zod';
import { base, instant } from './common.ts';
import { mailPreview, previewWish } from './mail-preview.ts';
import { LANGUAGES } from './names.ts';

export const sendingRules = z.object({
  timeZone: z.string(),
  /** Minutes since local midnight. */
  opensAt: z.number().int(),
  closesAt: z.number().int(),
  /** ISO weekdays, 1 Monday … 7 Sunday. */
  offDays: z.array(z.number().int()),
  /** ISO dates. */
  holidays: z.array(z.string()),
  dailyLimit: z.number().int(),
  /** Nothing on public holidays of the lead's country. */
  publicHolidays: z.boolean(),
  /** ISO 3166-1 alpha-2, for leads of an unknown country; null: that of the time zone. */
  country: z.string().nullable(),
  /** Shortly before the hour at which a lead opened mails. */
  atOpenHour: z.boolean(),
});

export const assistantDraft = z.object({
  name: z.string(),
  title: z.string(),
  email: z.string(),
  userName: z.string(),
  context: z.string(),
  moreInformation: z.string(),
  signature: z.string(),
  leadSource: z.string(),
  brochureUrl: z.string().nullable(),
  calendarUrl: z.string().nullable(),
  bcc: z.string().nullable(),
  defaultScheduleId: z.string(),
  rules: sendingRules,
  activeLimit: z.number().int().nullable(),
  /** Days between two reminders of a lead at risk. */
  riskReminderDays: z.number().int(),
  /** How often the owner is reminded at most; 0: never. */
  riskReminderTimes: z.number().int(),
  /** Of her fixed words: closing, unsubscribe line, brochure. */
  language: z.enum(LANGUAGES),
  /** One-line facts of 12 to 15 words with one https link; one stands under each message. */
  nurture: z.array(z.string()),
});
export type AssistantDraft = z.infer<typeof assistantDraft>;

export const assistantView = assistantDraft.extend({
  id: z.string(),
  version: z.number().int(),
  createdAt: instant,
  activeLeads: z.number().int(),
  sentToday: z.number().int(),
  scheduleName: z.string(),
});
export type AssistantView = z.infer<typeof assistantView>;

const id = z.object({ id: z.string() });

export const assistants = {
  list: base.output(z.array(assistantView)),
  get: base.input(id).output(assistantView),
  /** Values for a new one. */
  blank: base.output(assistantDraft),
  create: base.input(assistantDraft).output(assistantView),
  update: base
    .input(assistantDraft.extend({ id: z.string(), version: z.number().int() }))
    .output(assistantView),
  /** Refused while she holds leads. */
  remove: base.input(id).output(z.object({ done: z.literal(true) })),
  /** What is wrong with a nurture table that is being written, by line (0-based). */
  checkNurture: base
    .input(z.object({ nurture: z.array(z.string()) }))
    .output(z.array(z.object({ line: z.number().int(), sentence: z.string() }))),
  /** A message of her default schedule with the values of a form. */
  preview: base.input(assistantDraft.extend(previewWish.shape)).output(mailPreview),
};
