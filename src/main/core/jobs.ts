import type { CoreContext } from './context.ts';
import { DAY, HOUR, MINUTE, SECOND, type Duration, type Instant } from './domain/time.ts';
import { Risks } from './flows/answers/raise-risks.ts';
import { watchAnswers } from './flows/answers/watch-answers.ts';
import { writeDrafts } from './flows/drafts/write-drafts.ts';
import { sweepDrafts } from './flows/drafts/withdraw-drafts.ts';
import { watchHeld } from './flows/hand-back/watch-held.ts';
import { knockAgain } from './flows/health/reconnect.ts';
import { Imports } from './flows/import/run-imports.ts';
import { watchConnection } from './flows/health/refresh-connection.ts';
import { watchSources } from './flows/health/watch-sources.ts';
import { observeAssignments } from './flows/intake/observe-assignments.ts';
import { watchDrafts } from './flows/notices/tell-of-work.ts';
import { nextTellingAt, tellPeople } from './flows/notices/tell-people.ts';
import { proveAddresses, releaseHeld } from './flows/nurture/release-held.ts';
import { sendDue } from './flows/nurture/send-due.ts';
import { watchBounces } from './flows/nurture/watch-bounces.ts';
import { watchDeleted } from './flows/safe-keeping/watch-deleted.ts';
import { keepBackups } from './flows/safe-keeping/keep-backups.ts';
import { tellReminders } from './flows/reminders/reminders.ts';
import { lookAtNews, lookIntoMailboxes } from './flows/replies/look-into-mailboxes.ts';
import { LEASE_CHECK } from './leases.ts';
import { allDone } from './outbox/all-done.ts';
import { deliver } from './outbox/deliver.ts';
import { deliverNotices } from './outbox/deliver-notices.ts';
import type { Job } from './scheduler/scheduler.ts';
import { lookForUpdate } from './updates.ts';

/** How often each flow looks. Assignments appear within seconds (domain.md section 1). */
const EVERY = {
  assignments: 5 * SECOND,
  mailboxes: 10 * SECOND,
  held: 30 * SECOND,
  answers: 5 * MINUTE,
  waiting: 15 * MINUTE,
  health: 10 * MINUTE,
  recover: 2 * MINUTE,
  lease: LEASE_CHECK,
  meter: MINUTE,
  backups: HOUR,
} as const satisfies Record<string, Duration>;

/**
 * On battery, what looks at the outside looks less often. The lease keeps its pace: it is a matter of time. News of a
 * mailbox come by themselves where its server tells of them.
 */
const ON_BATTERY = {
  assignments: 30 * SECOND,
  mailboxes: MINUTE,
  held: 2 * MINUTE,
} as const satisfies Partial<Record<keyof typeof EVERY, Duration>>;

/** Everything that runs by itself. */
export function jobs(core: CoreContext): readonly Job[] {
  const { store } = core;
  const connected = () => store.connections.all().filter((connection) => connection.status === 'Active');
  const poll = (name: string, every: Duration, run: () => Promise<void> | void): Job => ({
    name,
    every: Math.max(every, core.shortestPoll),
    due: () => null,
    run: async () => {
      await run();
    },
  });
  const sparing = (job: Job, onBattery: Duration): Job => ({
    ...job,
    onBattery: Math.max(onBattery, core.shortestPoll),
  });
  const forConnections = (work: (core: CoreContext, connectionId: string) => Promise<void>) => async () => {
    await Promise.all(connected().map((connection) => work(core, connection.id)));
  };
  /** What only one machine does for an account. */
  const whereItWorks = (work: (core: CoreContext, connectionId: string) => Promise<void>) =>
    forConnections(async (_core, connectionId) => {
      if (await core.leases.holds(connectionId)) await work(core, connectionId);
    });
  const risks = new Risks(core);
  const imports = new Imports(core);
  return [
    poll(
      'lease',
      EVERY.lease,
      forConnections((_core, connectionId) => core.leases.look(connectionId)),
    ),
    poll('meter', EVERY.meter, () => core.crm.meter(core.clock.now())),
    poll('health', EVERY.health, forConnections(watchConnection)),
    sparing(poll('intake', EVERY.assignments, whereItWorks(observeAssignments)), ON_BATTERY.assignments),
    sparing(poll('held', EVERY.held, whereItWorks(watchHeld)), ON_BATTERY.held),
    poll('answers', EVERY.answers, whereItWorks(watchAnswers)),
    sparing(
      poll('mailboxes', EVERY.mailboxes, () => lookIntoMailboxes(core)),
      ON_BATTERY.mailboxes,
    ),
    {
      name: 'mail-news',
      every: null,
      due: (now) => (core.mailboxHealth.hasNews ? now : null),
      run: () => lookAtNews(core),
    },
    poll('waiting', EVERY.waiting, () => {
      releaseHeld(core);
      proveAddresses(core);
    }),
    poll('recover', EVERY.recover, () => knockAgain(core)),
    poll('drafts', EVERY.held, () => sweepDrafts(core)),
    poll('sources', EVERY.health, () => watchSources(core)),
    poll('bounces', EVERY.waiting, () => watchBounces(core)),
    poll('drafts-waiting', EVERY.waiting, () => watchDrafts(core)),
    poll('deleted', EVERY.health, forConnections(watchDeleted)),
    poll('backups', EVERY.backups, () => keepBackups(core)),
    ...(core.updates === undefined ? [] : [poll('updates', DAY, () => lookForUpdate(core))]),
    { name: 'imports', every: null, due: (now) => imports.nextAt(now), run: () => imports.run() },
    { name: 'tell', every: null, due: (now) => nextTellingAt(core, now), run: () => tellPeople(core) },
    { name: 'risks', every: null, due: (now) => risks.nextAt(now), run: () => risks.raise() },
    {
      name: 'reminders',
      every: null,
      due: () => store.reminders.nextUntoldAt(),
      run: async () => tellReminders(core),
    },
    { name: 'writing', every: null, due: () => store.drafts.nextToWriteAt(), run: () => writeDrafts(core) },
    { name: 'nurture', every: null, due: () => store.leads.nextDueAt(), run: () => sendDue(core) },
    {
      name: 'outbox',
      every: null,
      due: (now) => outboxDue(core, now, new Set(connected().map((connection) => connection.id))),
      run: async () => {
        // No delivery is under way now: what is still marked so was never settled, because the disk was full.
        if (store.outbox.counts()['in-flight'] > 0) store.outbox.recoverInFlight();
        const ready = store.outbox.connectionsWithWork(core.clock.now());
        await allDone([deliverNotices(core), ...ready.map((connectionId) => deliver(core, connectionId))]);
      },
    },
  ];
}

/** Rows of a connection that is not Active, or that another machine works on, wait for that, not for a time. */
function outboxDue(core: CoreContext, now: Instant, active: ReadonlySet<string>): Instant | null {
  if (core.store.outbox.counts()['in-flight'] > 0) return now;
  const notice = core.store.outbox.nextNoticeAt();
  if (notice !== null && notice <= now) return now;
  const ready = core.store.outbox.connectionsWithWork(now).filter((connectionId) => active.has(connectionId));
  const first = Math.min(...ready.map((connectionId) => core.leases.blockedUntil(connectionId) ?? now));
  if (first <= now) return now;
  const next = core.store.outbox.nextAttemptAt();
  const later = [next, notice].filter((at) => at !== null && at > now) as Instant[];
  const at = Math.min(first, ...later);
  return at === Infinity ? null : at;
}
