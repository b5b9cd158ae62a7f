import { Client } from '@hubspot/api-client';
import { chunked, inParallel } from '#adapters/http/in-parallel.ts';
import { historiesToRead, propertiesToRead } from '#adapters/hubspot/record-mapping.ts';
import type { FieldNames } from '#core/ports/crm-gateway.ts';

const HISTORY_READ = 50;

/**
 * HubSpot's own client does nothing but read the contacts by batch, with the properties and histories that
 * intake reads. Returns contacts per second.
 */
export async function bareReads(
  account: { readonly url: string; readonly hubspotToken: string },
  contactIds: readonly string[],
  fields: FieldNames,
  concurrent: number,
): Promise<number> {
  const client = new Client({ accessToken: account.hubspotToken, basePath: account.url });
  const properties = propertiesToRead(fields);
  const propertiesWithHistory = historiesToRead(fields);
  const began = performance.now();
  const counts = await inParallel(chunked(contactIds, HISTORY_READ), concurrent, async (ids) => {
    const inputs = ids.map((id) => ({ id }));
    const answer = await client.crm.contacts.batchApi.read({ inputs, properties, propertiesWithHistory });
    return answer.results.length;
  });
  const read = counts.reduce((sum, count) => sum + count, 0);
  if (read !== contactIds.length) throw new Error(`Only ${read} of ${contactIds.length} contacts were read.`);
  return (read * 1_000) / (performance.now() - began);
}
