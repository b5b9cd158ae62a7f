import { chunked, inParallel } from '#adapters/http/in-parallel.ts';
import { BATCH_SIZE, readBatch } from './batch-read.ts';
import type { Transport } from './transport.ts';

const CONCURRENT = 4;

/**
 * Those of the deleted contacts that HubSpot does not know any more, not even among the archived: a GDPR delete, or
 * deleted more than 90 days ago.
 */
export async function deletedForEver(transport: Transport, ids: readonly string[]): Promise<string[]> {
  const answers = await inParallel(chunked([...new Set(ids)], BATCH_SIZE), CONCURRENT, (batch) =>
    readBatch(transport, {
      type: 'contacts',
      ids: batch,
      properties: [],
      histories: [],
      purpose: 'read',
      archived: true,
    }),
  );
  const restorable = new Set(answers.flat().map((contact) => contact.id));
  return ids.filter((id) => !restorable.has(id));
}
