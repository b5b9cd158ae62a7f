import type { CoreContext } from '../../context.ts';
import type { AddressVerdict } from '../../domain/leads/lead-event.ts';
import type { Instant } from '../../domain/time.ts';
import type { AssignedHit, CrmGateway, RecordRead } from '../../ports/crm-gateway.ts';
import type { Connection } from '../../ports/store/rows.ts';
import { reconcile } from '../../record-check.ts';
import { AssignmentBatch } from './assignment-batch.ts';

const MOST_TRIES = 5;

/**
 * Acts on assignments: reads the records back by id with their owner history (the truth: the search only hints),
 * decides each, and commits all of them at once. Each (record, owner, time) is acted on once, however often it
 * is handed in.
 */
export async function takeAssignments(
  core: CoreContext,
  connectionId: string,
  gateway: CrmGateway,
  hits: readonly AssignedHit[],
): Promise<void> {
  const connection = core.store.connections.byId(connectionId);
  if (connection === null || hits.length === 0) return;
  const reads = await gateway.readRecords(
    hits.map((hit) => hit.recordId),
    connection.fieldNames,
    { history: true },
  );
  const now = core.clock.now();
  const verdicts = new Map<string, AddressVerdict>();
  for (const read of reads) {
    if (read.kind === 'gone') continue;
    core.snapshots.put(connectionId, read.record, now);
    verdicts.set(read.record.id, await core.addressCheck.judge(read.record.email));
  }
  followMerges(core, connection, reads, now);
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const batch = new AssignmentBatch(core, connection, verdicts, now);
    hits.forEach((hit, index) => batch.add(hit, reads[index] ?? { kind: 'gone', askedId: hit.recordId }));
    const result = core.store.commit(batch.change());
    if (!result.ok) continue;
    core.push(['leads', 'activity', 'connections'], batch.leadIds);
    core.wake();
    return;
  }
  throw new Error('The leads of an intake kept changing while it was decided.');
}

/** The leads of absorbed records follow first: a merged record is no new assignment. */
function followMerges(
  core: CoreContext,
  connection: Connection,
  reads: readonly RecordRead[],
  now: Instant,
): void {
  for (const read of reads) {
    if (read.kind === 'gone') continue;
    for (const lead of core.store.leads.byRecords(connection.id, read.record.mergedIds)) {
      reconcile(core, connection, lead, { ...read, kind: 'merged', askedId: lead.recordId }, now);
    }
  }
}
