import type { CorePorts } from '#core/context.ts';
import type { AssignedPage, CrmGateway } from '#core/ports/crm-gateway.ts';
import type { Mailbox } from '#core/ports/mailbox.ts';
import type { Mailboxes } from '#core/ports/mailboxes.ts';
import type { Random } from '#sandbox/world/random.ts';
import type { KillPlan, KillPoint, Trouble } from './protocol.ts';
import { NO_TROUBLE } from './protocol.ts';

/** Counts how often the process came to each point, and ends it at the planned one as a power cut would. */
export interface Fate {
  plan(kill: KillPlan | null, trouble: Trouble): void;
  at(point: KillPoint): void;
  readonly trouble: Trouble;
}

export function createFate(): Fate {
  let plan: KillPlan | null = null;
  let trouble = NO_TROUBLE;
  let left = 0;
  return {
    get trouble() {
      return trouble;
    },
    plan(kill, next) {
      plan = kill;
      left = kill?.nth ?? 0;
      trouble = next;
    },
    at(point) {
      if (plan?.point !== point) return;
      left -= 1;
      if (left === 0) process.kill(process.pid, 'SIGKILL');
    },
  };
}

/** Puts the points around the store and the gateways of a core that was opened. */
export function surround(ports: Pick<CorePorts, 'store' | 'gateways'>, fate: Fate, random: Random): void {
  const { store, gateways } = ports;
  const { commit } = store;
  const { markInFlight } = store.outbox;
  const { open } = gateways;
  const wrapped: Partial<typeof store> = {
    commit(change) {
      const settles = (change.settlements?.length ?? 0) > 0;
      fate.at(settles ? 'deliver:before-result' : 'decide:before-commit');
      const result = commit(change);
      fate.at(settles ? 'deliver:result-committed' : 'decide:committed');
      return result;
    },
  };
  Object.assign(store, wrapped);
  Object.assign(store.outbox, {
    markInFlight(ids: readonly number[]) {
      const marked = markInFlight(ids);
      fate.at('deliver:marked');
      return marked;
    },
  });
  Object.assign(gateways, {
    open: (connection: Parameters<typeof open>[0]) => surroundGateway(open(connection), fate, random),
  });
}

function surroundGateway(gateway: CrmGateway, fate: Fate, random: Random): CrmGateway {
  return {
    ...gateway,
    async findAssigned(query) {
      const page = await gateway.findAssigned(query);
      fate.at('observe:searched');
      return fate.trouble.unsteadyPages ? unsteady(page, random) : page;
    },
    async readRecords(ids, fields, more) {
      const reads = await gateway.readRecords(ids, fields, more);
      fate.at('observe:records-read');
      return reads;
    },
    async write(writes) {
      fate.at('deliver:before-write');
      const outcomes = await gateway.write(writes);
      fate.at('deliver:written');
      return outcomes;
    },
    async findWritten(writes) {
      const found = await gateway.findWritten(writes);
      fate.at('deliver:looked-up');
      return found;
    },
  };
}

/** Rows move between the pages of a search while it is read: one is seen twice, another not at all. */
function unsteady(page: AssignedPage, random: Random): AssignedPage {
  if (page.hits.length < 2) return page;
  const hits = [...page.hits];
  const gap = random.between(0, hits.length - 1);
  const twin = hits[random.between(0, hits.length - 1)];
  if (twin !== undefined) hits[gap] = twin;
  return { ...page, hits };
}

/**
 * Mailboxes that fail as real ones do, with the points around each call. A mail server stamps with its own clock,
 * whatever the sender's says.
 */
export function brokenMailboxes(inner: Mailboxes, fate: Fate, trueNow: () => number): Mailboxes {
  return {
    measuresEngagement: inner.measuresEngagement,
    of(assistant, settings) {
      const mailbox = inner.of(assistant, settings);
      return mailbox === null ? null : brokenMailbox(mailbox, fate, trueNow);
    },
  };
}

function brokenMailbox(mailbox: Mailbox, fate: Fate, trueNow: () => number): Mailbox {
  const silence = (): never => {
    throw new Error('The mail server does not answer.');
  };
  return {
    async send(mail) {
      const fault = fate.trouble.mail;
      if (fault === 'busy') return { kind: 'retry', because: 'The mail server is busy.', after: null };
      if (fault === 'lost-before-sending')
        return { kind: 'unknown', because: 'The connection broke before the mail was taken.' };
      fate.at('mail:before-send');
      const outcome = await mailbox.send({ ...mail, date: trueNow() });
      fate.at('mail:sent');
      if (fault === 'lost-after-sending')
        return { kind: 'unknown', because: 'The connection broke after the mail was taken.' };
      return outcome.kind === 'sent' ? { ...outcome, at: mail.date } : outcome;
    },
    async wasSent(messageId) {
      if (fate.trouble.mail === 'sent-folder-silent') return 'unknown';
      const fateOfMail = await mailbox.wasSent(messageId);
      fate.at('mail:looked-up');
      return fateOfMail;
    },
    async fetchSince(cursor) {
      if (fate.trouble.mail === 'inbox-silent') return silence();
      const fetched = await mailbox.fetchSince(cursor);
      fate.at('observe:inbox-read');
      return fetched;
    },
    engagementSince: (cursor) =>
      fate.trouble.mail === 'inbox-silent'
        ? Promise.reject(new Error('silent'))
        : mailbox.engagementSince(cursor),
  };
}
