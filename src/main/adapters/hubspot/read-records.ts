import type { FieldNames, RecordRead } from '#core/ports/crm-gateway.ts';
import type { Reader } from './reader.ts';
import { historiesToRead, propertiesToRead, recordOf } from './record-mapping.ts';

/** Contacts by id, in the order asked for. */
export async function readRecords(
  reader: Reader,
  ids: readonly string[],
  fields: FieldNames,
  more: { readonly history: boolean; readonly appId: string | null },
): Promise<RecordRead[]> {
  const found = await reader.readContacts([...new Set(ids)], {
    properties: propertiesToRead(fields),
    histories: more.history ? historiesToRead(fields) : [],
  });
  return ids.map((askedId) => {
    const contact = found.get(askedId);
    if (!contact || contact.archived === true) return { kind: 'gone', askedId };
    const record = recordOf(contact, fields, more.appId);
    return { kind: record.id === askedId ? 'found' : 'merged', askedId, record };
  });
}
