import type { Reader } from './reader.ts';

/**
 * Those of the deleted contacts that HubSpot does not know any more, not even among the archived: a GDPR delete, or
 * deleted more than 90 days ago.
 */
export async function deletedForEver(reader: Reader, ids: readonly string[]): Promise<string[]> {
  const archived = await reader.readObjects({
    type: 'contacts',
    ids: [...new Set(ids)],
    properties: [],
    purpose: 'read',
    archived: true,
  });
  const restorable = new Set(archived.map((contact) => contact.id));
  return ids.filter((id) => !restorable.has(id));
}
