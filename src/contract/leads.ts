import { z } from 'zod';
import { base, instant } from './common.ts';
import {
  CUSTODIES,
  DEACTIVATION_REASONS,
  FOLLOW_UPS,
  HOLD_REASONS,
  HUMAN_MAIL_KINDS,
  LEAD_NEEDS,
  LEAD_STATES,
  MAX_STEPS,
  OUTBOX_STATUSES,
  PAUSE_REASONS,
  REPLY_INTENTS,
  VALUE_SOURCES,
} from './names.ts';

/** One row of the Leads table. */
export const leadRow = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  company: z.string(),
  state: z.enum(LEAD_STATES),
  reason: z.enum(DEACTIVATION_REASONS).nullable(),
  hold: z.enum(HOLD_REASONS).nullable(),
  custody: z.enum(CUSTODIES),
  followUp: z.enum(FOLLOW_UPS),
  /** Progress: n of m messages sent. */
  sent: z.number().int(),
  of: z.number().int(),
  nextFollowUpAt: instant.nullable(),
  /** Its next message is written and waits until a person approves it. */
  awaitsApproval: z.boolean(),
  pausedWithoutDate: z.boolean(),
  pausedBecause: z.enum(PAUSE_REASONS).nullable(),
  /** The day (ISO date, in the lead's zone) until which a person paused it. */
  pausedUntil: z.string().nullable(),
  /** Local to this program, by name. */
  tags: z.array(z.string()),
  context: z.string(),
  contextSource: z.enum(VALUE_SOURCES),
  assistantId: z.string(),
  assistantName: z.string(),
  connectionId: z.string(),
  recordId: z.string(),
  recordUrl: z.string(),
  /** Whose record it is now, as far as known: the assistant while held, else the owner after hand-back. */
  ownerName: z.string(),
  previousOwnerName: z.string().nullable(),
  scheduleName: z.string(),
  updatedAt: instant,
});
export type LeadRow = z.infer<typeof leadRow>;

export const leadFilter = z.object({
  search: z.string().optional(),
  states: z.array(z.enum(LEAD_STATES)).optional(),
  custody: z.array(z.enum(CUSTODIES)).optional(),
  followUp: z.array(z.enum(FOLLOW_UPS)).optional(),
  assistantId: z.string().optional(),
  connectionId: z.string().optional(),
  scheduleId: z.string().optional(),
  need: z.enum(LEAD_NEEDS).optional(),
  /** Has this tag. */
  tag: z.string().optional(),
  /** Does not have this tag. */
  withoutTag: z.string().optional(),
  /** Clicked a link, or (false) never did. */
  clicked: z.boolean().optional(),
  /** DeActivated for one of these reasons. */
  reasons: z.array(z.enum(DEACTIVATION_REASONS)).optional(),
  /** At least, and at most, so many messages of its schedule were sent. */
  sentFrom: z.number().int().min(0).max(MAX_STEPS).optional(),
  sentTo: z.number().int().min(0).max(MAX_STEPS).optional(),
  /** A person paused it until a day. */
  paused: z.boolean().optional(),
});
export type LeadFilterInput = z.infer<typeof leadFilter>;

export const leadSort = z.object({
  by: z.enum(['name', 'state', 'next', 'updated', 'created', 'company']),
  descending: z.boolean(),
});

/** One entry of a lead's timeline, newest first. */
export const timelineEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('journal'),
    id: z.string(),
    at: instant,
    event: z.string(),
    from: z.enum(LEAD_STATES).nullable(),
    to: z.enum(LEAD_STATES).nullable(),
    /** The rule that decided. */
    rule: z.string(),
  }),
  z.object({
    kind: z.literal('mail'),
    id: z.string(),
    at: instant,
    direction: z.enum(['outgoing', 'incoming']),
    status: z.enum(['queued', 'sent', 'received', 'cancelled']),
    from: z.string(),
    to: z.string(),
    /** Addresses of those who got a copy. */
    cc: z.array(z.string()),
    subject: z.string(),
    /** Its own words, and what it quotes; cut where it is very long. */
    parts: z.array(z.object({ text: z.string(), isOwn: z.boolean() })),
    isCut: z.boolean(),
    /** There is a formatted body too. */
    hasHtml: z.boolean(),
    /** A person wrote it through the assistant. */
    byPerson: z.boolean(),
    /** A person changed what the assistant had written. */
    isEdited: z.boolean(),
    /** On its way out: when, and whether a person can take it back; null: it is not on its way. */
    leaving: z.object({ at: instant, canUndo: z.boolean(), status: z.enum(OUTBOX_STATUSES) }).nullable(),
    /** What is to be known of its delivery; null: nothing. */
    remark: z.string().nullable(),
    step: z.number().int().nullable(),
    intent: z.enum(REPLY_INTENTS).nullable(),
    confidence: z.number().nullable(),
    words: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('crm-write'),
    id: z.string(),
    at: instant,
    /** The kind of effect, such as `crm-note`. */
    what: z.string(),
    status: z.enum(OUTBOX_STATUSES),
    summary: z.string(),
    reason: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('planned'),
    id: z.string(),
    at: instant,
    step: z.number().int(),
    summary: z.string(),
  }),
]);
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const leadDetail = z.object({
  lead: leadRow,
  addresses: z.array(z.string()),
  country: z.string(),
  timeZone: z.string().nullable(),
  opens: z.number().int(),
  clicks: z.number().int(),
  /** Whether opens and clicks are measured at all here. */
  engagementMeasured: z.boolean(),
  /** A person's answer that is awaited; null: none is. */
  answer: z
    .object({
      since: instant.nullable(),
      /** When the lead becomes LeadAtRisk, or the owner is reminded next; null: no reminder is left. */
      next: instant.nullable(),
      reminders: z.number().int(),
      ofReminders: z.number().int(),
    })
    .nullable(),
  assignedAt: instant,
  /** Whom a person chose to get the record back; null: whoever had it before. */
  handBackTo: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The person's own reminders, the earliest first. */
  reminders: z.array(z.object({ id: z.string(), dueAt: instant, text: z.string() })),
  recordDeleted: z.boolean(),
  timeline: z.array(timelineEntry),
  /** What a person began to write to the lead and did not send yet. */
  begun: z.array(z.enum(HUMAN_MAIL_KINDS)),
  /** Which actions make sense now. */
  actions: z.array(z.object({ action: z.string(), possible: z.boolean(), because: z.string() })),
});
export type LeadDetail = z.infer<typeof leadDetail>;

export const LEAD_ACTIONS = [
  'mark-hot',
  'mark-responded',
  'mark-cold',
  'stop',
  'continue',
  'restart',
  'hand-back',
  'not-at-risk',
  'mark-moved-out',
  'mark-deactivated',
  'unsubscribe',
  'pause',
  'change-schedule',
  'change-assistant',
  'change-owner',
] as const;
export type LeadAction = (typeof LEAD_ACTIONS)[number];

export const bulkResult = z.object({
  done: z.number().int(),
  /** Which were skipped, and why. */
  skipped: z.array(z.object({ id: z.string(), name: z.string(), because: z.string() })),
});
export type BulkResult = z.infer<typeof bulkResult>;

/** Which leads: chosen ones, or all that match a filter. */
const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ids'), ids: z.array(z.string()).max(10_000) }),
  z.object({ kind: z.literal('filter'), filter: leadFilter }),
]);

export type LeadTarget = z.infer<typeof target>;

/** What an action needs to know; what it does not need is not looked at. */
export const actionChoice = z.object({
  /** Restart, Change schedule. */
  scheduleId: z.string().nullable(),
  /** Restart, Change assistant. */
  assistantId: z.string().nullable(),
  /** Pause: an ISO date. */
  until: z.string().nullable().optional(),
  /** Change schedule: the message to begin with, from 0; absent: after as many as were sent. */
  fromStep: z.number().int().min(0).max(MAX_STEPS).nullable().optional(),
  /** Change owner: a user of the CRM. */
  ownerId: z.string().nullable().optional(),
});
export type ActionChoice = z.infer<typeof actionChoice>;

const done = z.object({ done: z.literal(true) });

export const leads = {
  page: base
    .input(
      z.object({
        filter: leadFilter,
        sort: leadSort,
        offset: z.number().int(),
        limit: z.number().int().max(500),
      }),
    )
    .output(z.object({ rows: z.array(leadRow), total: z.number().int() })),
  counts: base
    .input(z.object({ filter: leadFilter }))
    .output(z.object({ byState: z.record(z.enum(LEAD_STATES), z.number().int()), total: z.number().int() })),
  get: base.input(z.object({ id: z.string() })).output(leadDetail),
  /** On chosen leads, or on all that match a filter. */
  act: base.input(actionChoice.extend({ action: z.enum(LEAD_ACTIONS), target })).output(bulkResult),
  /** Every tag in use with its number of leads, by name. */
  tags: base.output(z.array(z.object({ tag: z.string(), leads: z.number().int() }))),
  /** Adds and removes tags. One that is in use is taken as it is spelt there. */
  tag: base
    .input(z.object({ target, add: z.array(z.string()).max(20), remove: z.array(z.string()).max(20) }))
    .output(bulkResult),
  /** Reminds the user of a lead; with an id, an earlier reminder moves. */
  remind: base
    .input(z.object({ id: z.string(), reminderId: z.string().nullable(), dueAt: instant, text: z.string() }))
    .output(done),
  reminderDone: base.input(z.object({ reminderId: z.string() })).output(done),
  /** A note on the CRM record, in the user's words. */
  addNote: base.input(z.object({ id: z.string(), text: z.string() })).output(done),
};
