import { z } from 'zod';
import { base, instant } from './common.ts';

/** A message of the schedule that is to come, as it would go out. */
export const plannedMessage = z.object({
  /** Index of the step, 0-based. */
  step: z.number().int(),
  of: z.number().int(),
  /** null: nothing is planned now, because the follow-up rests. */
  at: instant.nullable(),
  /** The date of the next one stands; those after it follow from when it goes out. */
  isNext: z.boolean(),
  subject: z.string(),
  /** Follow-ups keep the subject of the thread. */
  isSubjectKept: z.boolean(),
  text: z.string(),
  /** When a person changed it; null: nobody did. */
  editedAt: instant.nullable(),
  isSkipped: z.boolean(),
  version: z.number().int(),
  /** Why it cannot be composed: a sentence; null: it can. */
  problem: z.string().nullable(),
});
export type PlannedMessage = z.infer<typeof plannedMessage>;

const one = { leadId: z.string(), step: z.number().int().min(0), version: z.number().int() };
const list = z.object({ messages: z.array(plannedMessage) });

export const plannedMessages = {
  /** The messages of this lead that are to come, in their order. */
  list: base.input(z.object({ leadId: z.string() })).output(list),
  /** Other words for one message of this lead. */
  edit: base
    .input(z.object({ ...one, subject: z.string().max(2_000), text: z.string().max(200_000) }))
    .output(list),
  /** It is not sent, or is after all. */
  skip: base.input(z.object({ ...one, skipped: z.boolean() })).output(list),
  /** As the schedule has it. */
  putBack: base.input(z.object(one)).output(list),
  /** The next message goes at the first allowed time from then on. */
  move: base.input(z.object({ leadId: z.string(), step: z.number().int().min(0), at: instant })).output(list),
};
