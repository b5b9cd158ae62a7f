import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, instant } from './common.ts';

/** What changed; ids only, the screens ask again. A lost one is harmless. */
export const pushEvent = z.object({
  topics: z.array(
    z.enum(['connections', 'assistants', 'schedules', 'leads', 'activity', 'attention', 'notices']),
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

export const system = {
  info: base.output(
    z.object({
      version: z.string(),
      host: z.enum(['desktop', 'hub']),
      /** The program's clock: times on screen are relative to it. */
      now: instant,
      dataDirectory: z.string(),
      demo: demoView.nullable(),
    }),
  ),
  /** Pushes until the caller leaves. */
  changes: base.output(eventIterator(pushEvent)),
  notices: base.output(z.array(noticeView)),
};
