import { z } from 'zod';
import { chunked, inParallel } from '#adapters/http/in-parallel.ts';
import { MINUTE } from '#core/domain/time.ts';
import { findAssigned, findByProperty } from './assigned-search.ts';
import { BATCH_SIZE, BATCH_SIZE_WITH_HISTORY, readBatch } from './batch-read.ts';
import { paths, type ObjectType } from './paths.ts';
import { MERGED_IDS } from './properties.ts';
import { readOne } from './read-one.ts';
import type { ObjectsRead, Reader, WantedOfContact } from './reader.ts';
import type { Transport } from './transport.ts';
import { idText, listOf, paging, type CrmObject } from './values.ts';

/** So many batches are asked for at once; how fast they go out is the limiter's affair. */
const CONCURRENT = 8;
/** HubSpot takes 1,000; fewer keep the answers small. */
const CONTACTS_PER_CALL = 200;

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

/** Reads with searches and batches: few calls, found within seconds. They are POST calls. */
export function postReader(transport: Transport): Reader {
  return {
    // Search answers may lag by minutes under load (hubspot.md section 6).
    lag: 10 * MINUTE,
    watchRound: BATCH_SIZE,
    findAssigned: (query) => findAssigned(transport, query),
    findByProperty: (query) => findByProperty(transport, query),
    readContacts: (ids, wanted) => readContacts(transport, ids, wanted),
    contactsByAddress: (ids, properties) =>
      readBatch(transport, {
        type: 'contacts',
        ids,
        idProperty: 'email',
        properties,
        histories: [],
        purpose: 'lookup',
      }),
    readObjects: (read) => readObjects(transport, read),
    activityIds: (contacts, type) => activityIds(transport, contacts, type),
    lookThrough: () => null,
  };
}

/**
 * An id that a batch read does not answer is asked for once more by itself, because only that tells a merged contact
 * (the survivor comes, under another id) from a deleted one (404).
 */
async function readContacts(
  transport: Transport,
  ids: readonly string[],
  wanted: WantedOfContact,
): Promise<Map<string, CrmObject>> {
  const read = { type: 'contacts', ...wanted, purpose: 'read' } as const;
  const batches = chunked(ids, wanted.histories.length > 0 ? BATCH_SIZE_WITH_HISTORY : BATCH_SIZE);
  const answers = await inParallel(batches, CONCURRENT, (batch) =>
    readBatch(transport, { ...read, ids: batch }),
  );
  const found = byEveryId(answers.flat());
  const missing = ids.filter((id) => !found.has(id));
  const singles = await inParallel(missing, CONCURRENT, (id) => readOne(transport, id, read));
  for (const [index, id] of missing.entries()) {
    const contact = singles[index];
    if (contact) found.set(id, contact);
  }
  return found;
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

async function readObjects(transport: Transport, { ids, ...read }: ObjectsRead): Promise<CrmObject[]> {
  const batches = await inParallel(chunked(ids, BATCH_SIZE), CONCURRENT, (batch) =>
    readBatch(transport, { ...read, ids: batch, histories: [] }),
  );
  return batches.flat();
}

async function activityIds(
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
