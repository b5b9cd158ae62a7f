import { z } from 'zod';
import { POLICY_FIELDS } from '#core/domain/fields/write-policy.ts';
import type { Effect, EffectKind, NoteContent, OwnerNote } from '#core/domain/leads/effect.ts';
import { HOLD_REASONS, LEAD_STATES } from '#core/domain/leads/lead.ts';

const text = z.string();
const textOrNull = z.string().nullable();
const time = z.number();
const state = z.enum(LEAD_STATES);

const foundBy = z.enum(['turn', 'country']).optional();

const ownerNote: z.ZodType<OwnerNote> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('previous') }),
  z.object({ kind: z.literal('chosen') }),
  z.object({ kind: z.literal('deputy'), previousOwner: text, until: text }),
  z.object({ kind: z.literal('fallback-no-previous'), by: foundBy }),
  z.object({ kind: z.literal('fallback-previous-deactivated'), previousOwner: text, by: foundBy }),
  z.object({ kind: z.literal('fallback-previous-away'), previousOwner: text, until: text, by: foundBy }),
  z.object({ kind: z.literal('unassigned-no-previous') }),
  z.object({ kind: z.literal('unassigned-previous-deactivated'), previousOwner: text }),
]);

/** One schema for each kind of note: a new kind does not compile until it can be read back. */
const notes = {
  taken: z.object({
    about: z.literal('taken'),
    assistantName: text,
    nextFollowUpAt: time.nullable(),
    timeZone: text,
    scheduleName: text,
    scheduleSource: z.enum(['record', 'default', 'person']),
    unknownSchedule: textOrNull,
    restarted: z.boolean(),
    hold: z.enum(HOLD_REASONS).nullable(),
  }),
  refused: z.object({
    about: z.literal('refused'),
    because: z.enum(['already-has-status', 'suppressed', 'erased', 'excluded']),
    assistantName: text,
    status: text,
    ownerNote,
  }),
  'handed-back': z.object({
    about: z.literal('handed-back'),
    assistantName: text,
    state,
    reason: textOrNull,
    replyQuote: textOrNull,
    ownerNote,
  }),
  'long-term': z.object({
    about: z.literal('long-term'),
    assistantName: text,
    scheduleName: text,
    nextFollowUpAt: time,
    timeZone: text,
  }),
  person: z.object({ about: z.literal('person'), text }),
} satisfies { [About in NoteContent['about']]: z.ZodType<Extract<NoteContent, { about: About }>> };

const note: z.ZodType<NoteContent> = z.discriminatedUnion('about', [
  notes.taken,
  notes.refused,
  notes['handed-back'],
  notes['long-term'],
  notes.person,
]);

/** One schema for each kind of effect: a new kind does not compile until it can be read back. */
const effects = {
  'crm-note': z.object({ kind: z.literal('crm-note'), recordId: text, at: time, note }),
  'crm-email': z.object({ kind: z.literal('crm-email'), recordId: text, mailId: text, at: time }),
  'crm-task': z.object({
    kind: z.literal('crm-task'),
    recordId: text,
    dueAt: time,
    subject: text,
    body: text,
    ownerId: textOrNull,
  }),
  'crm-status': z.object({
    kind: z.literal('crm-status'),
    recordId: text,
    state,
    field: z.enum(POLICY_FIELDS).optional(),
  }),
  'crm-owner': z.object({
    kind: z.literal('crm-owner'),
    recordId: text,
    ownerId: textOrNull,
    expectedOwnerId: text,
  }),
  'crm-add': z.object({ kind: z.literal('crm-add'), importId: text, row: z.number() }),
  'crm-undo': z.object({
    kind: z.literal('crm-undo'),
    recordId: text,
    undoes: z.number(),
    change: z.discriminatedUnion('what', [
      z.object({
        what: z.literal('values'),
        values: z.record(text, text),
        expected: z.record(text, text),
      }),
      z.object({ what: z.literal('archive'), activity: z.enum(['note', 'task']), remoteId: text }),
    ]),
  }),
  mail: z.object({ kind: z.literal('mail'), mailId: text }),
  'compose-mail': z.object({
    kind: z.literal('compose-mail'),
    purpose: z.literal('brochure'),
    leadId: text,
    link: text,
    inReplyToMailId: text,
    dueBy: time,
  }),
  notice: z.object({
    kind: z.literal('notice'),
    topic: z.enum(['hot', 'responded', 'needs-attention', 'handed-back']),
    text,
  }),
  'notice-mail': z.object({
    kind: z.literal('notice-mail'),
    incidentKey: text,
    assistantId: text,
    messageId: text,
    to: text,
    subject: text,
    text,
  }),
} satisfies { [Kind in EffectKind]: z.ZodType<Extract<Effect, { kind: Kind }>> };

/** The kinds of effect, for the check of the column `kind`. */
export const EFFECT_KINDS = Object.keys(effects) as EffectKind[];

/** Reads an effect of a known kind back from JSON. */
export function effectSchema(kind: EffectKind): z.ZodType<Effect> {
  return effects[kind];
}
