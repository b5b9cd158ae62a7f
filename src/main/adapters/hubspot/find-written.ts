import { z } from 'zod';
import { chunked, inParallel } from '#adapters/http/in-parallel.ts';
import type { CrmWrite } from '#core/ports/crm-gateway.ts';
import type { ActivityFormat } from './activity-formats.ts';
import { BATCH_SIZE, readBatch } from './batch-read.ts';
import { paths, type ObjectType } from './paths.ts';
import type { Transport } from './transport.ts';
import { idText, paging, type CrmObject } from './values.ts';

// 207 for contacts without any: they are missing in the results.
const associationsAnswer = z.object({
  results: z
    .array(
      z.object({
        from: z.object({ id: idText }),
        to: z.array(z.object({ toObjectId: idText })),
        paging,
      }),
    )
    .optional()
    .default([]),
});

/** HubSpot takes 1,000; fewer keep the answers small. */
const CONTACTS_PER_CALL = 200;
const CONCURRENT = 4;

/**
 * For writes whose answer was lost: the id under which each stands, or null. Looked up through the contact's
 * associations, which are up to date; the search index may still lack what was written a moment ago.
 */
export async function findActivities<Write extends CrmWrite>(
  transport: Transport,
  writes: readonly Write[],
  format: ActivityFormat<Write>,
): Promise<(string | null)[]> {
  const contacts = [...new Set(writes.map((write) => write.recordId))];
  const idsOf = await activityIdsOf(transport, contacts, format.objectType);
  const ids = [...new Set([...idsOf.values()].flat())];
  const batches = await inParallel(chunked(ids, BATCH_SIZE), CONCURRENT, (batch) =>
    readBatch(transport, {
      type: format.objectType,
      ids: batch,
      properties: format.recognisedBy,
      histories: [],
      purpose: 'lookup',
    }),
  );
  const activities = new Map<string, CrmObject>(batches.flat().map((found) => [found.id, found]));
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

async function activityIdsOf(
  transport: Transport,
  contacts: readonly string[],
  type: ObjectType,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  let inputs: { readonly id: string; readonly after?: string }[] = contacts.map((id) => ({ id }));
  while (inputs.length > 0) {
    const answers = await inParallel(chunked(inputs, CONTACTS_PER_CALL), CONCURRENT, (batch) =>
      transport.send(
        {
          method: 'POST',
          path: paths.associations('contacts', type),
          body: { inputs: batch },
          doing: `to look up the ${type} of contacts`,
          isWrite: false,
          purpose: 'lookup',
          policy: 'associations',
          urgency: 'background',
        },
        associationsAnswer,
      ),
    );
    inputs = [];
    for (const { from, to, paging: page } of answers.flatMap((answer) => answer.results)) {
      found.set(from.id, [...(found.get(from.id) ?? []), ...to.map((each) => each.toObjectId)]);
      if (page?.next) inputs.push({ id: from.id, after: page.next.after });
    }
  }
  return found;
}
