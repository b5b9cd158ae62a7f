import type { UndoLook as UndoView } from '#contract/activity.ts';
import type { CoreContext } from '../../context.ts';
import type { UndoLook } from '../../outbox/undo.ts';
import type { LeadViews } from './lead-view.ts';
import { activityRow, ownerName } from './outbox-view.ts';

/** What an undo would do, with owners by name. */
export function undoView(core: CoreContext, views: LeadViews, look: UndoLook): UndoView {
  const { row, state, because, fields } = look;
  const { recordName, recordUrl, what, summary } = activityRow(core, views, row);
  const shown = (value: string) =>
    row.kind === 'crm-owner' ? ownerName(core, views, row.connectionId, value) : value;
  return {
    id: row.id,
    recordName,
    recordUrl,
    what,
    summary,
    state,
    because,
    fields: fields.map(({ field, before, ours, theirs }) => ({
      field,
      before: shown(before),
      ours: shown(ours),
      theirs: shown(theirs),
    })),
    seen: Object.fromEntries(fields.map(({ field, theirs }) => [field, theirs])),
  };
}
