import type { PushEvent } from '#contract/system.ts';
import { resumePreview } from './views/resume-preview.ts';
import { lockAfterMinutes, setLockAfter } from '../lock.ts';
import { measuresEngagement } from '../measures-engagement.ts';
import { api } from './implement.ts';

const LATEST_NOTICES = 50;

export const systemProcedures = {
  info: api.system.info.handler(({ context: { core, role = 'admin' } }) => {
    const { host, clock } = core.context;
    const demo = host.demo === null ? null : { ...host.demo, now: clock.now() };
    return {
      version: host.version,
      host: host.kind,
      role,
      now: clock.now(),
      dataDirectory: host.dataDirectory,
      engagement: {
        measured: measuresEngagement(core.context),
        publicUrl: core.context.publicLinks?.address ?? null,
      },
      haltedSince: core.context.halt.since,
      lockAfterMinutes: lockAfterMinutes(core.context),
      demo,
    };
  }),
  stop: api.system.stop.handler(({ context: { core } }) => {
    const { halt, clock, log } = core.context;
    const now = clock.now();
    halt.stop(now);
    log.info('stopped', {});
    core.context.push(['system', 'attention']);
    return { haltedSince: halt.since ?? now };
  }),
  resumePreview: api.system.resumePreview.handler(({ context: { core } }) => resumePreview(core.context)),
  resume: api.system.resume.handler(({ context: { core } }) => {
    core.context.halt.lift();
    core.context.log.info('resumed', {});
    core.context.push(['system', 'attention']);
    core.context.wake();
    return { done: true as const };
  }),
  setLockAfter: api.system.setLockAfter.handler(({ context: { core }, input }) => {
    setLockAfter(core.context, input.minutes);
    return { done: true as const };
  }),
  changes: api.system.changes.handler(async function* ({ context: { core }, signal }) {
    const waiting: PushEvent[] = [];
    let wake: () => void = () => undefined;
    const unsubscribe = core.pushes.subscribe((event) => {
      waiting.push(event);
      wake();
    });
    const leave = () => wake();
    signal?.addEventListener('abort', leave);
    try {
      while (signal?.aborted !== true) {
        const event = waiting.shift();
        if (event !== undefined) yield event;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      unsubscribe();
      signal?.removeEventListener('abort', leave);
    }
  }),
  notices: api.system.notices.handler(({ context: { core } }) => [
    ...core.context.store.notices.latest(LATEST_NOTICES),
  ]),
};
