import { z } from 'zod';
import { base, instant } from './common.ts';
import { mailPreview, previewWish } from './mail-preview.ts';
import { TONES } from './names.ts';

export const step = z.object({
  gapDays: z.number(),
  message: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('assistant'), tone: z.enum(TONES) }),
    z.object({ kind: z.literal('template'), subject: z.string(), body: z.string() }),
  ]),
});
export type StepView = z.infer<typeof step>;

export const scheduleView = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  builtIn: z.boolean(),
  steps: z.array(step),
  /** Leads with follow-up not ended. */
  leadsOnIt: z.number().int(),
  crmValue: z.string(),
});
export type ScheduleView = z.infer<typeof scheduleView>;

const id = z.object({ id: z.string() });

export const schedules = {
  list: base.output(z.array(scheduleView)),
  get: base.input(id).output(scheduleView),
  create: base.input(z.object({ name: z.string(), steps: z.array(step) })).output(scheduleView),
  clone: base.input(id).output(scheduleView),
  /** `applyTo`: leads on it too, or only new ones. */
  update: base
    .input(
      id.extend({
        version: z.number().int(),
        name: z.string(),
        steps: z.array(step),
        applyTo: z.enum(['new-leads', 'all-leads']),
      }),
    )
    .output(scheduleView),
  remove: base.input(id).output(z.object({ done: z.literal(true) })),
  /** A message as an assistant (null: the first there is) would write it with these steps. */
  preview: base
    .input(previewWish.extend({ steps: z.array(step), assistantId: z.string().nullable() }))
    .output(mailPreview),
  /** The dates of each step for a lead taken at `from` by an assistant. */
  exampleDates: base
    .input(z.object({ steps: z.array(step), assistantId: z.string().nullable(), from: instant.nullable() }))
    .output(
      z.array(
        z.object({
          step: z.number().int(),
          at: instant,
          /** What the date was moved past: days and why; null: nothing. */
          moved: z.string().nullable(),
        }),
      ),
    ),
};
