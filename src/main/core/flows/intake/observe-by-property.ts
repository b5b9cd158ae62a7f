import type { CoreContext } from '../../context.ts';
import type { AssignedHit, CrmGateway } from '../../ports/crm-gateway.ts';
import type { Connection } from '../../ports/store/rows.ts';
import { isUnusable } from '../field-setup/watch-fields.ts';
import { cursorKey, readCursor, windowStart } from './assignment-cursor.ts';
import { takeAssignments } from './take-assignments.ts';

/**
 * Assignment by property: records whose "… Assistant" field names an assistant (domain.md, assignment rules).
 * A record is looked at when it changed; what was taken before is recognised by its lead.
 */
export async function observeByProperty(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
): Promise<void> {
  const property = connection.fieldNames.assistant;
  const names = watchedNames(core, connection.id);
  // The CRM refuses to search a property that is gone: it is watched, and the user told.
  const isGone = isUnusable(core, connection.id, 'assistant');
  if (property === null || names.length === 0 || isGone) return;
  const cursor = readCursor(core.store.cursor(cursorKey(connection.id)));
  const modifiedSince = windowStart(cursor, gateway.lag);
  let afterRecordId: string | null = null;
  let latest = cursor.highWater;
  for (;;) {
    const page = await gateway.findByProperty({ property, values: names, modifiedSince, afterRecordId });
    const fresh = page.hits.filter((hit) => isNew(core, connection.id, hit));
    await takeAssignments(core, connection.id, gateway, fresh);
    latest = page.hits.reduce((high, hit) => Math.max(high ?? 0, hit.assignedAt), latest);
    if (page.hits.length < gateway.pageSize) break;
    afterRecordId = page.hits.at(-1)?.recordId ?? null;
  }
  const next = { ...cursor, highWater: latest };
  core.store.commit({ cursors: { [cursorKey(connection.id)]: JSON.stringify(next) } });
}

/** Names of the assistants whose baseline is counted. */
function watchedNames(core: CoreContext, connectionId: string): readonly string[] {
  return core.store.assistants
    .links(connectionId)
    .filter((link) => link.baseline !== null)
    .flatMap((link) => core.store.assistants.byId(link.assistantId)?.name ?? []);
}

/** What was left as part of a baseline is looked at again once the user said "take these". */
function isNew(core: CoreContext, connectionId: string, hit: AssignedHit): boolean {
  const lead = core.store.leads.byRecord(connectionId, hit.recordId);
  if (lead !== null && (lead.custody === 'Held' || lead.custody === 'HandingBack')) return false;
  const [seen] = core.store.seen.among(connectionId, [hit]);
  if (seen?.outcome !== 'baseline') return seen === undefined;
  return core.store.assistants.links(connectionId).some((link) => link.baseline?.answer === 'take');
}
