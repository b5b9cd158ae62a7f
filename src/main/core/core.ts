import { CrmAccess } from './crm-access.ts';
import type { CoreContext, CorePorts, Topic } from './context.ts';
import type { Instant } from './domain/time.ts';
import { Halt, haltableMailboxes } from './halt.ts';
import { jobs } from './jobs.ts';
import { LanguageModel } from './language-model.ts';
import { LEASE_CHECK, Leases } from './leases.ts';
import { MailboxHealth } from './mailbox-health.ts';
import { Snapshots } from './outbox/snapshots.ts';
import { PushBus } from './push-bus.ts';
import { Scheduler } from './scheduler/scheduler.ts';
import { Authorisations } from './flows/authorisation/authorisations.ts';
import { GrantedTokens } from './flows/authorisation/granted-tokens.ts';
import { failConnection } from './flows/health/fail-connection.ts';
import { settleTakeOver } from './flows/health/settle-take-over.ts';
import { settleRestored } from './flows/safe-keeping/settle-restored.ts';
import { ensureRecommended } from './flows/nurture/ensure-recommended.ts';

/** The product, without a host. */
export interface Core {
  readonly context: CoreContext;
  readonly pushes: PushBus;
  start(): void;
  /** Resolves when nothing runs and nothing is due now. */
  drain(): Promise<void>;
  /** Looks at everything outside once, now, and drains. */
  pollNow(): Promise<void>;
  /** The next moment at which work is due, looking out left aside; null: nothing planned. */
  nextWorkAt(): Instant | null;
  /** Ends what runs, starts nothing new. The store stays open: it is the host's. */
  stop(): Promise<void>;
}

/**
 * Builds the core from its world. Nothing runs before `start`. `pushes` are those of the core before it, where this
 * one takes over on a restored database: the screens stay subscribed.
 */
export function createCore(ports: CorePorts, pushes = new PushBus()): Core {
  const halt = new Halt(ports.store);
  const leases: Leases = new Leases({
    ...ports,
    me: ports.host.machine,
    crm: () => crm,
    // Where a demo's time runs fast, an answer takes hours of it.
    check: Math.max(LEASE_CHECK, 4 * ports.shortestPoll),
    onChange: (connectionId, state, before) => {
      if (state.kind === 'working' || state.kind === 'unguarded')
        settleTakeOver(context, connectionId, before);
      context.push(['connections', 'attention']);
      context.wake();
    },
  });
  const granted = new GrantedTokens(ports, {
    whyNot: halt.whyNot,
    vaultLocked: (sentence) => crm.vaultLocked(sentence),
  });
  const authorisations = new Authorisations(() => context);
  const crm: CrmAccess = new CrmAccess({
    ...ports,
    halt,
    granted,
    whyNoWrite: (connectionId) => leases.whyNoWrite(connectionId),
    fail: (connectionId, sentence, cause) => failConnection(context, connectionId, sentence, cause),
  });
  const context: CoreContext = {
    ...ports,
    mailboxes: haltableMailboxes(ports.mailboxes, halt, (id) => ports.store.mailboxes.ofAssistant(id)),
    mailboxHealth: new MailboxHealth(),
    languageModel: new LanguageModel({ ...ports, whyNot: halt.whyNot }),
    crm,
    granted,
    authorisations,
    halt,
    leases,
    snapshots: new Snapshots(),
    lastPolls: new Map(),
    push: (topics: readonly Topic[], leadIds: readonly string[] = []) => pushes.publish(topics, leadIds),
    wake: () => scheduler.wake(),
  };
  const scheduler = new Scheduler(jobs(context), ports.clock, ports.log, {
    mayBegin: () => halt.since === null,
    isOnBattery: () => ports.power.isOnBattery,
  });
  ensureRecommended(context);
  const recovered = ports.store.outbox.recoverInFlight();
  if (recovered > 0) ports.log.warn('recovered-in-flight', { rows: recovered });
  settleRestored(context);
  return {
    context,
    pushes,
    start: () => scheduler.start(),
    drain: () => scheduler.drain(),
    pollNow: () => scheduler.pollNow(),
    nextWorkAt: () => scheduler.nextWorkAt(),
    stop: () => scheduler.stop(),
  };
}
