import { z } from 'zod';
import { base, instant } from './common.ts';
import { HUMAN_MAIL_KINDS } from './names.ts';

/** For how many seconds a mail that a person sent can be taken back. */
export const UNDO_SECONDS = [0, 10, 30, 60] as const;
const undoSeconds = z.union(UNDO_SECONDS.map((seconds) => z.literal(seconds)));
export type UndoSeconds = z.infer<typeof undoSeconds>;

/** For how many days after a person's mail the assistant sends none of her own to the lead. */
export const QUIET_DAYS = [0, 1, 2, 3, 7] as const;
const quietDays = z.union(QUIET_DAYS.map((days) => z.literal(days)));
export type QuietDays = z.infer<typeof quietDays>;

const person = z.object({ name: z.string(), address: z.string() });

/** What a person writes to a lead through the assistant, as the composer shows it. */
export const composer = z.object({
  leadId: z.string(),
  kind: z.enum(HUMAN_MAIL_KINDS),
  /** The id of the mail that it becomes. */
  draftId: z.string(),
  version: z.number().int(),
  leadName: z.string(),
  assistantName: z.string(),
  from: z.string(),
  to: z.string(),
  cc: z.array(person),
  subject: z.string(),
  /** The person's own words. */
  text: z.string(),
  /** Goes below them. */
  signature: z.string(),
  /** The answered mail, quoted; empty: none is answered. */
  quoted: z.string(),
  answersMailId: z.string().nullable(),
  /** Kept from before. */
  isKept: z.boolean(),
  /** Why it cannot be sent now: a sentence; null: it can. */
  because: z.string().nullable(),
  undoSeconds,
  quietDays,
  /** Messages of the schedule are to come, which the quiet days put off. */
  isUnderWay: z.boolean(),
});
export type Composer = z.infer<typeof composer>;

const written = z.object({
  leadId: z.string(),
  kind: z.enum(HUMAN_MAIL_KINDS),
  draftId: z.string(),
  version: z.number().int(),
  answersMailId: z.string().nullable(),
  subject: z.string().max(2_000),
  text: z.string().max(200_000),
  cc: z.array(person).max(10),
});
export type WrittenMail = z.infer<typeof written>;

const done = z.object({ done: z.literal(true) });

export const humanMail = {
  /** A composer for an answer or an introduction; `mailId`: the mail to answer, null: the lead's last one. */
  open: base
    .input(z.object({ leadId: z.string(), kind: z.enum(HUMAN_MAIL_KINDS), mailId: z.string().nullable() }))
    .output(composer),
  /** Keeps the text for later. */
  keep: base.input(written).output(z.object({ version: z.number().int() })),
  discard: base
    .input(z.object({ leadId: z.string(), kind: z.enum(HUMAN_MAIL_KINDS), version: z.number().int() }))
    .output(done),
  /** It leaves at `leavesAt`, unless it is taken back before. */
  send: base.input(written).output(z.object({ mailId: z.string(), leavesAt: instant })),
  /** Takes a mail back that has not left; its text is in the composer again. */
  undo: base
    .input(z.object({ mailId: z.string() }))
    .output(z.object({ leadId: z.string(), kind: z.enum(HUMAN_MAIL_KINDS) })),
  setUp: base.input(z.object({ undoSeconds, quietDays })).output(done),
  /** A mail's formatted body, made safe when it was read; null: it has none. */
  html: base.input(z.object({ mailId: z.string() })).output(z.object({ html: z.string().nullable() })),
};
