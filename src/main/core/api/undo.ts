import { lookAtUndo, queueUndos } from '../outbox/undo.ts';
import { api } from './implement.ts';
import { LeadViews } from './views/lead-view.ts';
import { undoView } from './views/undo-view.ts';

/** Undo of writes, a part of *activity*. */
export const undoProcedures = {
  undoPreview: api.activity.undoPreview.handler(async ({ context: { core }, input }) => {
    const views = new LeadViews(core.context);
    return (await lookAtUndo(core.context, input.ids)).map((look) => undoView(core.context, views, look));
  }),
  undo: api.activity.undo.handler(({ context: { core }, input }) => {
    const { queued, skipped } = queueUndos(core.context, input.items);
    return { queued: queued.length, skipped: [...skipped] };
  }),
};
