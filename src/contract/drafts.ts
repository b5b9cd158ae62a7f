import { z } from 'zod';
import { base, instant } from './common.ts';
import { CLAIM_KINDS, DRAFT_BECAUSES, DRAFT_STATUSES, DRAFT_WRITERS, LEAD_STATES } from './names.ts';

/** A message that is written and waits, or that ended. */
export const draftRow = z.object({
  id: z.string(),
  version: z.number().int(),
  leadId: z.string(),
  leadName: z.string(),
  company: z.string(),
  recipient: z.string(),
  state: z.enum(LEAD_STATES),
  assistantName: z.string(),
  scheduleName: z.string(),
  /** Which message of the schedule, 1-based, and of how many. */
  step: z.number().int(),
  of: z.number().int(),
  status: z.enum(DRAFT_STATUSES),
  writer: z.enum(DRAFT_WRITERS),
  because: z.enum(DRAFT_BECAUSES),
  subject: z.string(),
  /** Follow-ups keep the subject of their thread. */
  isSubjectFixed: z.boolean(),
  text: z.string(),
  /** What in it stands in no given fact. */
  claims: z.array(z.object({ kind: z.enum(CLAIM_KINDS), words: z.string() })),
  remark: z.string().nullable(),
  createdAt: instant,
  settledAt: instant.nullable(),
  /** When it would go out, were it approved now; null: it does not wait. */
  goesAt: instant.nullable(),
});
export type DraftRow = z.infer<typeof draftRow>;

/** How an assistant's messages come about. */
export const writingView = z.object({
  assistantId: z.string(),
  reviewFirst: z.boolean(),
  byModel: z.boolean(),
  whenRefused: z.enum(['template', 'hold']),
  version: z.number().int(),
  /** Drafts that wait for a person. */
  waiting: z.number().int(),
  /** Whether the language model is turned on for the team. */
  isModelOn: z.boolean(),
});
export type WritingView = z.infer<typeof writingView>;

const one = z.object({ id: z.string(), version: z.number().int() });

/** The lists of drafts. */
export const DRAFT_LISTS = ['waiting', 'approved', 'settled'] as const;
export type DraftListKind = (typeof DRAFT_LISTS)[number];

export const drafts = {
  /**
   * `waiting` for a person and `approved`, which go at their allowed time: oldest first · `settled`: how others ended,
   * the latest first. `after`: the last row before.
   */
  page: base
    .input(
      z.object({
        kind: z.enum(DRAFT_LISTS),
        after: z.object({ at: instant, id: z.string() }).nullable(),
        limit: z.number().int().min(1).max(200),
      }),
    )
    .output(z.object({ rows: z.array(draftRow) })),
  count: base.output(z.object({ waiting: z.number().int(), approved: z.number().int() })),
  /** Each goes out once, at its allowed time. What does not is named with the reason. */
  approve: base.input(z.object({ drafts: z.array(one).min(1).max(500) })).output(
    z.object({
      approved: z.number().int(),
      refused: z.array(z.object({ id: z.string(), leadName: z.string(), because: z.string() })),
    }),
  ),
  /** An approved one that has not gone out waits again. */
  takeBack: base.input(one).output(draftRow),
  edit: base.input(one.extend({ subject: z.string(), text: z.string() })).output(draftRow),
  /** The message is left out (`skip`), or the lead's follow-up ends (`stop`). */
  reject: base
    .input(one.extend({ what: z.enum(['skip', 'stop']) }))
    .output(z.object({ done: z.literal(true) })),
  writing: base.input(z.object({ assistantId: z.string() })).output(writingView),
  /** `waiting`: what becomes of drafts that wait when *review first* is turned off; asked for if there are some. */
  setWriting: base
    .input(
      writingView
        .pick({ assistantId: true, reviewFirst: true, byModel: true, whenRefused: true, version: true })
        .extend({ waiting: z.enum(['approve', 'keep', 'skip']).nullable() }),
    )
    .output(writingView),
};
