import type { AttentionItem, Overview } from '#contract/activity.ts';
import type { CoreContext } from '../context.ts';
import { DAY, MINUTE } from '../domain/time.ts';
import { retryRow, dismissRow } from '../outbox/by-hand.ts';
import { refused } from './failures.ts';
import { api } from './implement.ts';
import { dataItems } from './views/data-attention.ts';
import { heldProcedures } from './held.ts';
import { undoProcedures } from './undo.ts';
import { whyProcedures } from './why.ts';
import { LeadViews } from './views/lead-view.ts';
import { activityRow, summaryOf, whatOf } from './views/outbox-view.ts';

const MOST_ITEMS = 100;
const DAYS = 30;
/** A failure that may pass by itself is shown when it lasts longer than this. */
const MAY_PASS = MINUTE;

export const activityProcedures = {
  ...undoProcedures,
  ...heldProcedures,
  ...whyProcedures,
  page: api.activity.page.handler(({ context: { core }, input }) => {
    const views = new LeadViews(core.context);
    const page = core.context.store.outbox.page(input.filter, input.before, input.limit);
    return { rows: page.rows.map((row) => activityRow(core.context, views, row)), total: page.total };
  }),
  attention: api.activity.attention.handler(({ context: { core } }) => [
    ...dataItems(core.context),
    ...connectionItems(core.context),
    ...outboxItems(core.context),
  ]),
  retry: api.activity.retry.handler(({ context: { core }, input }) => {
    if (!retryRow(core.context, input.id)) throw refused('This one is no longer waiting for you.');
    return { done: true as const };
  }),
  dismiss: api.activity.dismiss.handler(({ context: { core }, input }) => {
    if (!dismissRow(core.context, input.id)) throw refused('This one is no longer waiting for you.');
    return { done: true as const };
  }),
  overview: api.activity.overview.handler(({ context: { core } }) => overview(core.context)),
};

/** What waits for the user at a connection: it failed, asks about a baseline, or lacks fields. */
function connectionItems(core: CoreContext): AttentionItem[] {
  return core.store.connections.all().flatMap((connection) => {
    const items: AttentionItem[] = [];
    const item = (id: string, since: number, cause: string, button: AttentionItem['button']) =>
      items.push({ id: `${connection.id}/${id}`, since, cause, button });
    if (connection.status === 'Failed') {
      const cause = `${connection.name}: ${connection.failure ?? 'The CRM refused the token.'}`;
      item('failed', connection.createdAt, cause, {
        label: 'Reconnect',
        action: 'open-connection',
        target: connection.id,
      });
    }
    const problem = connection.status === 'Active' ? core.crm.problem(connection.id) : null;
    if (problem !== null && (!problem.isPassing || problem.since + MAY_PASS < core.clock.now())) {
      item('problem', problem.since, `${connection.name}: ${problem.sentence}`, {
        label: 'Open the connection',
        action: 'open-connection',
        target: connection.id,
      });
    }
    const asked = core.store.assistants
      .links(connection.id)
      .flatMap((link) => (link.baseline?.answer === null ? [link.baseline] : []));
    const [first] = asked;
    if (first !== undefined) {
      const count = asked.reduce((sum, baseline) => sum + baseline.count, 0);
      const cause = `${connection.name}: ${count} contacts already belonged to your assistants. Nothing is done with them until you say so.`;
      item('baseline', first.takenAt, cause, {
        label: `Take these ${count}?`,
        action: 'answer-baseline',
        target: connection.id,
      });
    }
    if (connection.status === 'Active' && connection.fieldNames.connectionStatus === null) {
      const cause = `${connection.name}: the CRM has no field "Lead Connection Status" yet, so states are not written.`;
      item('fields', connection.createdAt, cause, {
        label: 'Set up fields',
        action: 'set-up-fields',
        target: connection.id,
      });
    }
    return items;
  });
}

function outboxItems(core: CoreContext): AttentionItem[] {
  const views = new LeadViews(core);
  return core.store.outbox.attention(MOST_ITEMS).map((row) => ({
    id: `outbox/${row.id}`,
    since: row.createdAt,
    cause: `${whatOf(row)} (${summaryOf(core, views, row)}): ${row.reason ?? 'it was refused.'}`,
    button: { label: 'Try again', action: 'retry' as const, target: String(row.id) },
  }));
}

function overview(core: CoreContext): Overview {
  const { store, clock } = core;
  return {
    byState: { ...store.leads.countByState({}) },
    perDay: [...store.history.perDay(clock.now() - DAYS * DAY, clock.now())],
    outbox: { ...store.outbox.counts() },
  };
}
