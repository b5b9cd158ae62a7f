import type { Overview } from '#contract/activity.ts';
import type { CoreContext } from '../context.ts';
import { DAY } from '../domain/time.ts';
import { retryRow, dismissRow } from '../outbox/by-hand.ts';
import { refused } from './failures.ts';
import { api } from './implement.ts';
import { heldProcedures } from './held.ts';
import { undoProcedures } from './undo.ts';
import { whyProcedures } from './why.ts';
import { LeadViews } from './views/lead-view.ts';
import { activityRow } from './views/outbox-view.ts';

const DAYS = 30;

export const activityProcedures = {
  ...undoProcedures,
  ...heldProcedures,
  ...whyProcedures,
  page: api.activity.page.handler(({ context: { core }, input }) => {
    const views = new LeadViews(core.context);
    const page = core.context.store.outbox.page(input.filter, input.before, input.limit);
    return { rows: page.rows.map((row) => activityRow(core.context, views, row)), total: page.total };
  }),
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

function overview(core: CoreContext): Overview {
  const { store, clock } = core;
  return {
    byState: { ...store.leads.countByState({}) },
    perDay: [...store.history.perDay(clock.now() - DAYS * DAY, clock.now())],
    outbox: { ...store.outbox.counts() },
  };
}
