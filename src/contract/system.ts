import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { plannedWrite } from './activity.ts';
import { base, instant } from './common.ts';
import { ROLES } from './names.ts';

/** What changed; ids only, the screens ask again. A lost one is harmless. */
export const pushEvent = z.object({
  topics: z.array(
    z.enum([
      'connections',
      'assistants',
      'schedules',
      'leads',
      'responses',
      'imports',
      'activity',
      'attention',
      'notices',
      'data',
      'system',
    ]),
  ),
  /** Leads that changed, when there are few. */
  leadIds: z.array(z.string()),
});
export type PushEvent = z.infer<typeof pushEvent>;

export const noticeView = z.object({
  id: z.string(),
  topic: z.string(),
  text: z.string(),
  leadId: z.string().nullable(),
  at: instant,
});

/** Present where the built-in sandbox runs beside the core: the demo's controls. */
export const demoView = z.object({
  /** Simulated time now. */
  now: instant,
  /** Simulated seconds per real second. */
  speed: z.number(),
  crmUrl: z.string(),
});

/** What begins when *Resume* is pressed. */
export const resumePreview = z.object({
  /** How many of each kind of effect wait; `follow-up`: messages that are due and not written yet. */
  counts: z.array(z.object({ what: z.string(), count: z.number().int() })),
  /** The first of them, in the order in which they go. */
  first: z.array(plannedWrite),
});
export type ResumePreview = z.infer<typeof resumePreview>;

export const system = {
  info: base.output(
    z.object({
      version: z.string(),
      host: z.enum(['desktop', 'hub']),
      /** Of whoever works at this window. */
      role: z.enum(ROLES),
      /** The program's clock: times on screen are relative to it. */
      now: instant,
      dataDirectory: z.string(),
      /** Whether opens and clicks of mails are seen, and the public address that shows them; null: there is none. */
      engagement: z.object({ measured: z.boolean(), publicUrl: z.string().nullable() }),
      /** Since when everything is stopped; null: it is not. */
      haltedSince: instant.nullable(),
      /** After so many minutes without a person a window is locked; 0: never. */
      lockAfterMinutes: z.number().int(),
      demo: demoView.nullable(),
    }),
  ),
  /** Stops everything at once, until *Resume*; outlasts a restart. Answers since when. */
  stop: base.output(z.object({ haltedSince: instant })),
  /** What would go out first. */
  resumePreview: base.output(resumePreview),
  resume: base.output(z.object({ done: z.literal(true) })),
  setLockAfter: base
    .input(
      z.object({
        minutes: z
          .number()
          .int()
          .min(0)
          .max(24 * 60),
      }),
    )
    .output(z.object({ done: z.literal(true) })),
  /** Pushes until the caller leaves. */
  changes: base.output(eventIterator(pushEvent)),
  notices: base.output(z.array(noticeView)),
};
