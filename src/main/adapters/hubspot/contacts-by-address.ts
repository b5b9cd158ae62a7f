import { inParallel, chunked } from '#adapters/http/in-parallel.ts';
import type { CrmRecord } from '#core/domain/leads/facts.ts';
import type { FieldNames } from '#core/ports/crm-gateway.ts';
import { BATCH_SIZE } from './batch-read.ts';
import type { Reader } from './reader.ts';
import { propertiesToRead, recordOf } from './record-mapping.ts';

/** So many batches are asked for at once; how fast they go out is the limiter's affair. */
const CONCURRENT = 4;

/** Contacts by any address they have, lower case; from HubSpot's store itself, so that one just created is found. */
export async function findByAddress(
  reader: Reader,
  addresses: readonly string[],
  fields: FieldNames,
): Promise<Map<string, CrmRecord>> {
  const wanted = new Set(addresses);
  const properties = propertiesToRead(fields);
  const answers = await inParallel(chunked([...wanted], BATCH_SIZE), CONCURRENT, (some) =>
    reader.contactsByAddress(some, properties),
  );
  const found = new Map<string, CrmRecord>();
  for (const contact of answers.flat()) {
    const record = recordOf(contact, fields, null);
    for (const text of [...record.otherEmails, record.email]) {
      const address = text.toLowerCase();
      if (wanted.has(address)) found.set(address, record);
    }
  }
  return found;
}
