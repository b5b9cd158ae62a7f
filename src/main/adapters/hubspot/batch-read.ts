import { z } from 'zod';
import { paths, type ObjectType } from './paths.ts';
import type { Purpose } from './purpose.ts';
import type { Transport } from './transport.ts';
import { crmObject, type CrmObject } from './values.ts';

/** HubSpot's limits on the inputs of one batch. */
export const BATCH_SIZE = 100;
export const BATCH_SIZE_WITH_HISTORY = 50;

// 207 for ids that are no more: they are missing in the results, and `errors` adds nothing to that.
const batchAnswer = z.object({ results: z.array(crmObject).optional().default([]) });

export interface BatchRead {
  readonly type: ObjectType;
  /** At most `BATCH_SIZE`, or `BATCH_SIZE_WITH_HISTORY` where histories are asked for. */
  readonly ids: readonly string[];
  readonly properties: readonly string[];
  readonly histories: readonly string[];
  readonly purpose: Purpose;
  /** The property that `ids` are values of; absent: the id. */
  readonly idProperty?: 'email';
  /** Deleted objects that can still be brought back, instead of those that are there. */
  readonly archived?: boolean;
}

/** One batch read by id: HubSpot's store itself, not the index. Objects that are no more are missing. */
export async function readBatch(transport: Transport, read: BatchRead): Promise<CrmObject[]> {
  const answer = await transport.send(
    {
      method: 'POST',
      path: paths.batch(read.type, 'read'),
      ...(read.archived === true ? { query: [['archived', 'true'] as const] } : {}),
      body: {
        inputs: read.ids.map((id) => ({ id })),
        ...(read.idProperty === undefined ? {} : { idProperty: read.idProperty }),
        properties: read.properties,
        propertiesWithHistory: read.histories,
      },
      doing: `to read ${read.type}`,
      isWrite: false,
      purpose: read.purpose,
      policy: 'burst',
      urgency: 'background',
    },
    batchAnswer,
  );
  return answer.results;
}
