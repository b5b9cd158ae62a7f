import type { RecordWrite, WriteOutcome } from '#core/ports/crm-gateway.ts';
import type { ActivityFormat } from './activity-formats.ts';
import { writeBatch } from './batch-write.ts';
import { paths } from './paths.ts';
import type { Transport } from './transport.ts';

type Activity = Exclude<RecordWrite, { kind: 'properties' }>;

/** Creates notes, e-mails or tasks on their contacts, at most one batch of them. */
export function writeActivities<Write extends Activity>(
  transport: Transport,
  writes: readonly Write[],
  format: ActivityFormat<Write>,
): Promise<WriteOutcome[]> {
  return writeBatch(transport, writes, {
    callFor: (batch) => ({
      method: 'POST',
      path: paths.batch(format.objectType, 'create'),
      body: { inputs: batch.map((write) => inputOf(write, format)) },
      doing: `to save ${format.objectType}`,
      isWrite: true,
      purpose: batch[0]?.kind ?? 'note',
      policy: 'burst',
      urgency: 'background',
    }),
    isSame: (result, write) => format.isSame(result.properties, write),
    remoteIdOf: (result) => result.id,
    isNamed: (ids, write) => ids.includes(write.recordId),
  });
}

/** Without a trace id of its own in every input, one bad input would fail the whole batch. */
function inputOf<Write extends Activity>(write: Write, format: ActivityFormat<Write>): object {
  return {
    objectWriteTraceId: write.key,
    properties: format.propertiesOf(write),
    associations: [
      {
        to: { id: write.recordId },
        types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: format.associationTypeId }],
      },
    ],
  };
}
