import { effectKindsOf } from '../domain/leads/hold-kinds.ts';
import { approveHeld, readForPreview, rejectHeld } from '../outbox/held.ts';
import { api } from './implement.ts';
import { LeadViews } from './views/lead-view.ts';
import { plannedView } from './views/planned-view.ts';

/** *Preview*, a part of *activity*. */
export const heldProcedures = {
  held: api.activity.held.handler(async ({ context: { core }, input }) => {
    const { context } = core;
    const { connectionId, only, after, limit } = input;
    const kinds = effectKindsOf(only);
    const rows = context.store.outbox.oldest('held', { connectionId, after, kinds }, limit);
    await readForPreview(context, rows);
    const views = new LeadViews(context);
    const held = context.store.outbox
      .tally('held')
      .filter((each) => connectionId === null || each.connectionId === connectionId)
      .filter((each) => kinds === null || kinds.includes(each.kind));
    const [newest] = context.store.outbox.page(
      {
        status: ['held'],
        ...(connectionId === null ? {} : { connectionId }),
        ...(kinds === null ? {} : { kinds }),
      },
      null,
      1,
    ).rows;
    return {
      rows: await Promise.all(rows.map((row) => plannedView(context, views, row))),
      total: held.reduce((sum, { count }) => sum + count, 0),
      upTo: newest?.id ?? 0,
    };
  }),
  approve: api.activity.approve.handler(({ context: { core }, input }) =>
    approveHeld(core.context, input.target),
  ),
  reject: api.activity.reject.handler(({ context: { core }, input }) => ({
    rejected: rejectHeld(core.context, input.target, input.because),
  })),
};
