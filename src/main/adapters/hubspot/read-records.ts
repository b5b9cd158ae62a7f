import { chunked, inParallel } from '#adapters/http/in-parallel.ts';
import { CrmError } from '#core/ports/crm-error.ts';
import type { FieldNames, RecordRead } from '#core/ports/crm-gateway.ts';
import { BATCH_SIZE, BATCH_SIZE_WITH_HISTORY, readBatch } from './batch-read.ts';
import { paths } from './paths.ts';
import { MERGED_IDS } from './properties.ts';
import { historiesToRead, propertiesToRead, recordOf } from './record-mapping.ts';
import type { Transport } from './transport.ts';
import { crmObject, listOf, type CrmObject } from './values.ts';

/** So many batches are asked for at once; how fast they go out is the limiter's affair. */
const CONCURRENT = 8;

interface Wanted {
  readonly properties: readonly string[];
  readonly histories: readonly string[];
}

/**
 * Contacts by id. An id that a batch read does not answer is asked for once more by itself, because only that
 * tells a merged contact (the survivor comes, under another id) from a deleted one (404).
 */
export async function readRecords(
  transport: Transport,
  ids: readonly string[],
  fields: FieldNames,
  more: { readonly history: boolean; readonly appId: string | null },
): Promise<RecordRead[]> {
  const wanted: Wanted = {
    properties: propertiesToRead(fields),
    histories: more.history ? historiesToRead(fields) : [],
  };
  const asked = [...new Set(ids)];
  const batches = chunked(asked, more.history ? BATCH_SIZE_WITH_HISTORY : BATCH_SIZE);
  const answers = await inParallel(batches, CONCURRENT, (batch) =>
    readBatch(transport, { type: 'contacts', ids: batch, ...wanted, purpose: 'read' }),
  );
  const found = byEveryId(answers.flat());
  const missing = asked.filter((id) => !found.has(id));
  const singles = await inParallel(missing, CONCURRENT, (id) => readOne(transport, id, wanted));
  for (const [index, id] of missing.entries()) {
    const contact = singles[index];
    if (contact) found.set(id, contact);
  }
  return ids.map((askedId) => {
    const contact = found.get(askedId);
    if (!contact || contact.archived === true) return { kind: 'gone', askedId };
    const record = recordOf(contact, fields, more.appId);
    return { kind: record.id === askedId ? 'found' : 'merged', askedId, record };
  });
}

/** A survivor stands also for the ids it absorbed; an id of its own comes first. */
function byEveryId(contacts: readonly CrmObject[]): Map<string, CrmObject> {
  const found = new Map<string, CrmObject>();
  for (const contact of contacts) {
    for (const id of listOf(contact.properties[MERGED_IDS])) found.set(id, contact);
  }
  for (const contact of contacts) found.set(contact.id, contact);
  return found;
}

async function readOne(transport: Transport, id: string, wanted: Wanted): Promise<CrmObject | null> {
  try {
    return await transport.send(
      {
        method: 'GET',
        path: paths.object('contacts', id),
        query: [
          ['properties', wanted.properties.join(',')],
          ...(wanted.histories.length > 0
            ? [['propertiesWithHistory', wanted.histories.join(',')] as const]
            : []),
        ],
        doing: 'to read a contact',
        isWrite: false,
        purpose: 'read',
        policy: 'burst',
        urgency: 'background',
      },
      crmObject,
    );
  } catch (error) {
    if (error instanceof CrmError && error.kind === 'not-found') return null;
    throw error;
  }
}
