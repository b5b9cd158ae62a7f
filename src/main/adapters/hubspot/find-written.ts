import type { RecordWrite } from '#core/ports/crm-gateway.ts';
import type { ActivityFormat } from './activity-formats.ts';
import type { Reader } from './reader.ts';
import type { CrmObject } from './values.ts';

/**
 * For writes whose answer was lost: the id under which each stands, or null. Looked up through the contact's
 * associations, which are up to date; the search index may still lack what was written a moment ago.
 */
export async function findActivities<Write extends RecordWrite>(
  reader: Reader,
  writes: readonly Write[],
  format: ActivityFormat<Write>,
): Promise<(string | null)[]> {
  const contacts = [...new Set(writes.map((write) => write.recordId))];
  const idsOf = await reader.activityIds(contacts, format.objectType);
  const found = await reader.readObjects({
    type: format.objectType,
    ids: [...new Set([...idsOf.values()].flat())],
    properties: format.recognisedBy,
    purpose: 'lookup',
  });
  const activities = new Map<string, CrmObject>(found.map((each) => [each.id, each]));
  return writes.map((write) => {
    const id = idsOf.get(write.recordId)?.find((candidate) => {
      const activity = activities.get(candidate);
      return activity !== undefined && format.isSame(activity.properties, write);
    });
    if (id === undefined) return null;
    // One activity answers for one write only.
    activities.delete(id);
    return id;
  });
}
