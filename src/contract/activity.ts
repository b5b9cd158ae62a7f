import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, instant } from './common.ts';
import { HOLD_KINDS, LEAD_STATES, OUTBOX_STATUSES, POLICY_FIELDS, WRITE_POLICIES } from './names.ts';

/** One write to the CRM or one mail: when, where, what, before and after, why, result. */
export const activityRow = z.object({
  id: z.number().int(),
  at: instant,
  settledAt: instant.nullable(),
  connectionId: z.string(),
  connectionName: z.string(),
  identity: z.string(),
  recordId: z.string().nullable(),
  recordUrl: z.string().nullable(),
  recordName: z.string(),
  leadId: z.string().nullable(),
  /** The kind of effect, such as `crm-note`. */
  what: z.string(),
  /** One line in words. */
  summary: z.string(),
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  status: z.enum(OUTBOX_STATUSES),
  attempts: z.number().int(),
  reason: z.string().nullable(),
  /** The rule of the journal entry behind it. */
  why: z.string().nullable(),
  /** Whether an undo can be asked for at all. */
  undoable: z.boolean(),
});
export type ActivityRow = z.infer<typeof activityRow>;

export const activityFilter = z.object({
  connectionId: z.string().optional(),
  leadId: z.string().optional(),
  kinds: z.array(z.string()).optional(),
  status: z.array(z.enum(OUTBOX_STATUSES)).optional(),
  search: z.string().optional(),
});

/** What the undo of one write would do, the record read fresh. */
export const undoLook = z.object({
  id: z.number().int(),
  connectionId: z.string(),
  recordName: z.string(),
  recordUrl: z.string().nullable(),
  what: z.string(),
  summary: z.string(),
  /** `clean`: the old value is put back. `changed`: somebody changed it since; the three values are shown. */
  state: z.enum(['clean', 'changed', 'not-possible']),
  /** Why it is not possible, or what was found: a sentence; empty when all is well. */
  because: z.string(),
  fields: z.array(
    z.object({
      field: z.string(),
      before: z.string(),
      ours: z.string(),
      theirs: z.string(),
      /** Whether it may be written over what is there; null: it has no such rule. */
      rule: z.object({ field: z.enum(POLICY_FIELDS), policy: z.enum(WRITE_POLICIES) }).nullable(),
    }),
  ),
  /** The values that are there now, as the CRM writes them: what `over` of *undo* names. */
  seen: z.record(z.string(), z.string()),
});
export type UndoLook = z.infer<typeof undoLook>;

/** A write or a mail that has not gone out: what it would do. */
export const plannedWrite = z.object({
  /** null: a follow-up that is due and is written when it goes. */
  id: z.number().int().nullable(),
  at: instant,
  connectionId: z.string(),
  connectionName: z.string(),
  recordId: z.string().nullable(),
  recordUrl: z.string().nullable(),
  recordName: z.string(),
  leadId: z.string().nullable(),
  /** The kind of effect, such as `crm-note`. */
  what: z.string(),
  summary: z.string(),
  mail: z.object({ to: z.string(), subject: z.string(), text: z.string() }).nullable(),
  /** `before`: as the record was last read; null: not read yet. */
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string() })),
  why: z.string().nullable(),
  /** For what is held: it waits for a person's approval, or its connection is read-only. */
  heldBecause: z.enum(['approval', 'read-only']).nullable(),
});
export type PlannedWrite = z.infer<typeof plannedWrite>;

/** Why something is as it is: the answer, and the journal entries and rules behind it, newest first. */
export const whyView = z.object({
  answer: z.string(),
  steps: z.array(
    z.object({
      at: instant,
      event: z.string(),
      from: z.enum(LEAD_STATES).nullable(),
      to: z.enum(LEAD_STATES).nullable(),
      rule: z.string(),
    }),
  ),
});
export type WhyView = z.infer<typeof whyView>;

/** Held writes that a person means: some, or all up to the newest one that they saw. */
export const heldTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ids'), ids: z.array(z.number().int()).min(1).max(1_000) }),
  z.object({
    kind: z.literal('all'),
    connectionId: z.string().nullable(),
    /** Only these kinds; empty: every one. */
    only: z.array(z.enum(HOLD_KINDS)).default([]),
    upTo: z.number().int(),
  }),
]);
export type HeldTarget = z.infer<typeof heldTarget>;

/** For the chart: what happened in each step of time. */
export const overview = z.object({
  byState: z.record(z.enum(LEAD_STATES), z.number().int()),
  /** Last 30 days, oldest first (ISO day). */
  perDay: z.array(
    z.object({
      day: z.string(),
      sent: z.number().int(),
      received: z.number().int(),
      taken: z.number().int(),
    }),
  ),
  outbox: z.record(z.enum(OUTBOX_STATUSES), z.number().int()),
});
export type Overview = z.infer<typeof overview>;

export const activity = {
  page: base
    .input(
      z.object({
        filter: activityFilter,
        before: z.number().int().nullable(),
        limit: z.number().int().max(200),
      }),
    )
    .output(z.object({ rows: z.array(activityRow), total: z.number().int() })),
  /** Tries one that needs attention again. */
  retry: base.input(z.object({ id: z.number().int() })).output(z.object({ done: z.literal(true) })),
  /** Gives one up: it is not sent, and its record's queue goes on. */
  dismiss: base.input(z.object({ id: z.number().int() })).output(z.object({ done: z.literal(true) })),
  overview: base.output(overview),
  /** The filtered list as a file, in pieces; a text that begins like a formula is kept a text. */
  export: base
    .input(z.object({ filter: activityFilter, format: z.enum(['csv', 'json']) }))
    .output(eventIterator(z.string())),
  /** The chain behind one write or mail. */
  why: base.input(z.object({ id: z.number().int() })).output(whyView),
  /** The chain behind a lead's state or its next date. */
  whyLead: base
    .input(z.object({ leadId: z.string(), about: z.enum(['state', 'next-date']) }))
    .output(whyView),
  /** *Preview*: what is held for approval, oldest first; the records are read for *before*. `after`: an id. */
  held: base
    .input(
      z.object({
        connectionId: z.string().nullable(),
        /** Only these kinds; empty: every one. */
        only: z.array(z.enum(HOLD_KINDS)).default([]),
        after: z.number().int(),
        limit: z.number().int().max(100),
      }),
    )
    .output(
      z.object({
        rows: z.array(plannedWrite),
        total: z.number().int(),
        /** The newest held one: what *all* means. */
        upTo: z.number().int(),
      }),
    ),
  /** `behind`: records of which an earlier write is still held, so that these wait for it. */
  approve: base
    .input(z.object({ target: heldTarget }))
    .output(z.object({ approved: z.number().int(), behind: z.number().int() })),
  /** They are not sent, with the reason; a rejected message ends its follow-up. */
  reject: base
    .input(z.object({ target: heldTarget, because: z.string().max(500) }))
    .output(z.object({ rejected: z.number().int() })),
  /** Reads the records and says for each write whether it can be undone. */
  undoPreview: base
    .input(z.object({ ids: z.array(z.number().int()).min(1).max(200) }))
    .output(z.array(undoLook)),
  /**
   * Queues the undo of writes. `over`: the values that the person saw and agreed to replace; null: only if nobody
   * changed what we wrote.
   */
  undo: base
    .input(
      z.object({
        items: z
          .array(z.object({ id: z.number().int(), over: z.record(z.string(), z.string()).nullable() }))
          .min(1)
          .max(200),
      }),
    )
    .output(
      z.object({
        queued: z.number().int(),
        skipped: z.array(z.object({ id: z.number().int(), because: z.string() })),
      }),
    ),
};
