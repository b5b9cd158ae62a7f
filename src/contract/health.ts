import { z } from 'zod';
import { base, instant } from './common.ts';
import { DIFFERENCE_KINDS, POLICY_FIELDS, WATCHED_KEYS, WRITE_POLICIES } from './names.ts';

/** Who is told when something fails. */
export const adminsView = z.object({
  addresses: z.array(z.string()),
  /** The assistant through whose mailbox it goes; null: none has a mailbox, so there is the notice in the app alone. */
  sender: z.string().nullable(),
});
export type AdminsView = z.infer<typeof adminsView>;

/** Why a connection is Failed, and since when. */
export const incidentView = z.object({
  /** `unreachable`: Baton knocks by itself. */
  cause: z.enum(['refused', 'unreachable']),
  sentence: z.string(),
  since: instant,
});

/** A lead whose message came due while its connection was not active. */
export const interruptedLead = z.object({
  leadId: z.string(),
  name: z.string(),
  email: z.string(),
  assistantName: z.string(),
  dueAt: instant,
});
export type InterruptedLead = z.infer<typeof interruptedLead>;

/** Where events come from, and its rhythm. */
export const sourceView = z.object({
  source: z.enum(['assignments', 'records', 'mailbox']),
  /** An assistant's name for a mailbox; else empty. */
  of: z.string(),
  /** null: nothing came yet. */
  lastAt: instant.nullable(),
  /** The usual gap and the silence that is told, in milliseconds of working days; null: not known yet. */
  usualGap: z.number().nullable(),
  alarmAfter: z.number().nullable(),
  isSilent: z.boolean(),
  /** What to check when it is silent: a sentence. */
  check: z.string(),
});
export type SourceView = z.infer<typeof sourceView>;

/** Something that somebody changed about a property in the CRM; options of one property are told together. */
export const differenceView = z.object({
  key: z.enum(WATCHED_KEYS),
  kind: z.enum(DIFFERENCE_KINDS),
  property: z.string(),
  since: instant,
  /** What is different, what follows, and why there is no button where there is none: sentences. */
  sentence: z.string(),
  /** The button that mends it; null: we must not. */
  button: z.string().nullable(),
  /** It can be accepted as it is now. */
  keeps: z.boolean(),
  /** Writes of this property that wait for it. */
  held: z.number().int(),
});
export type DifferenceView = z.infer<typeof differenceView>;

/** Whether a property may be written over what is there. */
export const fieldRuleView = z.object({
  field: z.enum(POLICY_FIELDS),
  label: z.string(),
  /** null: the portal lacks it. */
  property: z.string().nullable(),
  policy: z.enum(WRITE_POLICIES),
});
export type FieldRuleView = z.infer<typeof fieldRuleView>;

const id = z.object({ id: z.string() });
const difference = id.extend({ key: z.enum(WATCHED_KEYS), kind: z.enum(DIFFERENCE_KINDS) });

/** What watches over the connections. `id` is a connection's. */
export const health = {
  admins: base.output(adminsView),
  setAdmins: base.input(z.object({ addresses: z.array(z.string()).max(50) })).output(adminsView),
  /** null: the connection is not Failed. */
  incident: base.input(id).output(incidentView.nullable()),
  /** Knocks at a CRM that did not answer. */
  tryNow: base.input(id).output(z.object({ isActive: z.boolean() })),
  interrupted: base.input(id).output(z.array(interruptedLead)),
  /** The answer to *Continue them?*; `skipped`: leads for which it makes no sense any more. */
  answerInterrupted: base
    .input(
      id.extend({
        answer: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('continue'), startAt: instant }),
          z.object({ kind: z.literal('leave') }),
        ]),
      }),
    )
    .output(
      z.object({
        continued: z.number().int(),
        skipped: z.array(z.object({ leadId: z.string(), name: z.string(), because: z.string() })),
      }),
    ),
  sources: base.input(id).output(z.array(sourceView)),
  differences: base.input(id).output(z.array(differenceView)),
  /** Presses the button of a difference. */
  mend: base.input(difference).output(z.array(differenceView)),
  /** Accepts a difference as it is now. */
  keep: base.input(difference).output(z.array(differenceView)),
  rules: base.input(id).output(z.array(fieldRuleView)),
  setRule: base
    .input(id.extend({ field: z.enum(POLICY_FIELDS), policy: z.enum(WRITE_POLICIES) }))
    .output(z.array(fieldRuleView)),
};
