import type { PropertiesWrite, WriteOutcome } from '#core/ports/crm-gateway.ts';
import { writeBatch } from './batch-write.ts';
import { paths } from './paths.ts';
import type { Transport } from './transport.ts';

/**
 * Updates contacts. Batch updates know a merged contact only under the survivor's id: a write to an absorbed
 * id is refused as not found. Writes to the same contact go out one after the other, because a batch may name
 * a contact only once.
 */
export async function writeProperties(
  transport: Transport,
  writes: readonly PropertiesWrite[],
): Promise<WriteOutcome[]> {
  const outcomes = new Map<PropertiesWrite, WriteOutcome>();
  let rest = writes;
  while (rest.length > 0) {
    const round = firstOfEachContact(rest);
    const results = await updateBatch(transport, round);
    const held = new Map<string, WriteOutcome>();
    for (const [index, write] of round.entries()) {
      const outcome = results[index];
      if (!outcome) continue;
      outcomes.set(write, outcome);
      // A later write must not overtake one that is to be sent again.
      if (outcome.kind === 'retry' || outcome.kind === 'unknown') {
        held.set(write.recordId, { kind: 'retry', error: outcome.error });
      }
    }
    for (const write of rest) {
      const outcome = held.get(write.recordId);
      if (outcome && !outcomes.has(write)) outcomes.set(write, outcome);
    }
    rest = rest.filter((write) => !outcomes.has(write));
  }
  return writes.flatMap((write) => outcomes.get(write) ?? []);
}

function firstOfEachContact(writes: readonly PropertiesWrite[]): PropertiesWrite[] {
  const seen = new Set<string>();
  return writes.filter(({ recordId }) => {
    if (seen.has(recordId)) return false;
    seen.add(recordId);
    return true;
  });
}

function updateBatch(transport: Transport, writes: readonly PropertiesWrite[]): Promise<WriteOutcome[]> {
  return writeBatch(transport, writes, {
    callFor: (batch) => ({
      method: 'POST',
      path: paths.batch('contacts', 'update'),
      body: {
        inputs: batch.map((write) => ({
          id: write.recordId,
          properties: write.values,
          objectWriteTraceId: write.key,
        })),
      },
      doing: 'to update contacts',
      isWrite: true,
      purpose: 'properties',
      policy: 'burst',
      urgency: 'background',
    }),
    isSame: (result, write) => result.id === write.recordId,
    remoteIdOf: (_result, write) => write.recordId,
    isNamed: (ids, write) => ids.includes(write.recordId),
  });
}
