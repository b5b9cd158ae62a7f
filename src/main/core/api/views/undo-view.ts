import type { UndoLook as UndoView } from '#contract/activity.ts';
import { POLICY_FIELDS } from '#contract/names.ts';
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
    connectionId: row.connectionId,
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
      rule: ruleOf(core, row.connectionId, field),
    })),
    seen: Object.fromEntries(fields.map(({ field, theirs }) => [field, theirs])),
  };
}

/** The rule of a property by its internal name. */
function ruleOf(
  core: CoreContext,
  connectionId: string,
  property: string,
): UndoView['fields'][number]['rule'] {
  const watched = core.store.health.fieldWatch(connectionId).watched.find((each) => each.name === property);
  const field = POLICY_FIELDS.find((each) => each === watched?.key);
  return field === undefined ? null : { field, policy: core.store.health.fieldRule(connectionId, field) };
}
