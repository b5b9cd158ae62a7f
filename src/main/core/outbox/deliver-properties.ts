import { applyEvent } from '../apply-event.ts';
import type { CoreContext } from '../context.ts';
import type { CrmRecord } from '../domain/leads/facts.ts';
import type { Lead } from '../domain/leads/lead.ts';
import { SECOND, type Duration, type Instant } from '../domain/time.ts';
import type { CrmGateway, RecordRead, WriteOutcome } from '../ports/crm-gateway.ts';
import type { Connection, OutboxRow, OutboxSettlement } from '../ports/store/rows.ts';
import { currentRecords, isWithAssistant, reconcile } from '../record-check.ts';
import { assertOwnProperties } from './own-properties.ts';
import { changedSinceHeld } from './changed-since-held.ts';
import { cancelled, delivered } from './settle.ts';
import { settleFailure } from './settle-failure.ts';
import { presentValue, takesUp, wantedValues } from './wanted-values.ts';

/** A state may be written on the ground of a read this old. */
const FRESH: Duration = 60 * SECOND;

/** A row with what it would change on the record as it is now. */
interface Planned {
  readonly row: OutboxRow;
  readonly record: CrmRecord;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly remark: string | null;
}

/**
 * Delivers states and owners (each for another record): reads what is there, writes only what differs, and
 * never over a person who took the record meanwhile.
 */
export async function deliverProperties(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  rows: readonly OutboxRow[],
): Promise<void> {
  const ids = rows.flatMap((row) => row.recordId ?? []);
  const oldest = new Map(rows.map((row) => [row.recordId, oldestRead(row, core.clock.now())]));
  const reads = await currentRecords(core, connection, gateway, ids, (id) => oldest.get(id) ?? Infinity);
  const planned: Planned[] = [];
  for (const row of rows) {
    const read = row.recordId === null ? undefined : reads.get(row.recordId);
    const plan = planRow(core, connection, gateway, row, read);
    if (plan !== null) planned.push(plan);
  }
  for (const same of planned.filter((each) => Object.keys(each.after).length === 0)) {
    finish(core, connection, gateway, same, null);
  }
  const differing = planned.filter((each) => Object.keys(each.after).length > 0);
  const marked = core.store.outbox.markInFlight(differing.map((each) => each.row.id));
  const needed = differing.filter((each) => marked.has(each.row.id));
  if (needed.length === 0) return;
  const outcomes = await gateway.write(
    needed.map(({ row, record, after }) => ({
      kind: 'properties',
      key: row.key,
      recordId: record.id,
      values: after,
    })),
  );
  const plain: OutboxSettlement[] = [];
  needed.forEach((each, index) => {
    const outcome: WriteOutcome | undefined = outcomes[index];
    if (outcome?.kind !== 'done') {
      core.snapshots.forget(connection.id, each.record.id);
      plain.push(settleFailure(core, connection.id, each.row, outcome));
    } else if (each.row.effect.kind === 'crm-owner') {
      finish(core, connection, gateway, each, outcome.remoteId);
    } else {
      remember(core, connection, gateway, each);
      plain.push(settled(core, each, outcome.remoteId));
    }
  });
  if (plain.length > 0) core.store.commit({ settlements: plain });
}

/**
 * How old a read may be that a write stands on. A state: the read of its own decision, so that an intake reads each
 * record once. An owner is never changed on the ground of an earlier read: a person may have taken the record since.
 */
function oldestRead(row: OutboxRow, now: Instant): Instant {
  // What a person approved is compared with the record as it is at this moment.
  if (row.before !== null) return Infinity;
  return row.effect.kind === 'crm-status' ? Math.max(row.createdAt, now - FRESH) : Infinity;
}

/** What the row would write now; null when it is settled without a write. */
function planRow(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  row: OutboxRow,
  read: RecordRead | undefined,
): Planned | null {
  const now = core.clock.now();
  const lead = row.leadId === null ? null : core.store.leads.byId(row.leadId);
  if (read === undefined || read.kind === 'gone') {
    core.store.commit({ settlements: [cancelled(row, now, 'The record was deleted in the CRM.')] });
    if (lead !== null && !lead.recordDeleted) applyEvent(core, lead.id, { type: 'record-deleted' });
    return null;
  }
  const { record } = read;
  if (isTakenAway(core, connection, lead, row, record)) {
    core.store.commit({
      settlements: [cancelled(row, now, 'A person took the record before this was written.')],
    });
    if (lead !== null) reconcile(core, connection, lead, read, now);
    return null;
  }
  const wanted = wantedValues(core, connection, gateway, row, lead);
  assertOwnProperties(connection, gateway, Object.keys(wanted.values));
  const before: Record<string, string> = {};
  const after: Record<string, string> = {};
  for (const [property, value] of Object.entries(wanted.values)) {
    const present = presentValue(connection, gateway, record, property);
    if (present === value) continue;
    before[property] = present;
    after[property] = value;
  }
  const changed = changedSinceHeld(row, (name) => presentValue(connection, gateway, record, name));
  const remarks = [...wanted.notWritten, ...(changed === null ? [] : [changed])];
  return {
    row,
    record,
    before,
    after,
    remark: remarks.length === 0 ? null : remarks.join(' '),
  };
}

/**
 * An owner is only changed from the one that the decision saw. A state is only written while the record is with
 * its assistant, or after she handed it back herself. A record without a lead was refused: it has only its owner.
 */
function isTakenAway(
  core: CoreContext,
  connection: Connection,
  lead: Lead | null,
  row: OutboxRow,
  record: CrmRecord,
): boolean {
  if (row.effect.kind === 'crm-owner' && connection.assignment === 'owner') {
    const done = record.ownerId === (row.effect.ownerId ?? '');
    return !done && record.ownerId !== row.effect.expectedOwnerId;
  }
  if (lead === null || lead.custody === 'HandedBack') return false;
  if (takesUp(row, lead)) return !mayTakeUp(core, record);
  return lead.custody === 'Released' || !isWithAssistant(core, connection, lead, record);
}

/** By property: nobody said "No Assistant" meanwhile. */
function mayTakeUp(core: CoreContext, record: CrmRecord): boolean {
  const names = core.store.assistants.all().map((assistant) => assistant.name);
  return record.assistantField === '' || names.includes(record.assistantField);
}

function settled(
  core: CoreContext,
  { row, before, after, remark }: Planned,
  remoteId: string | null,
): OutboxSettlement {
  return delivered(row, core.clock.now(), { remoteId, before, after, reason: remark });
}

/** A written owner ends the hand-back: both go into one commit. */
function finish(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  planned: Planned,
  remoteId: string | null,
): void {
  const { row } = planned;
  remember(core, connection, gateway, planned);
  const settlements = [settled(core, planned, remoteId)];
  const lead = row.leadId === null ? null : core.store.leads.byId(row.leadId);
  if (row.effect.kind === 'crm-owner' && lead?.custody === 'HandingBack') {
    const event = { type: 'handed-back', toOwnerId: row.effect.ownerId, at: core.clock.now() } as const;
    applyEvent(core, lead.id, event, { settlements });
    return;
  }
  core.store.commit({ settlements });
}

/** The values now there, so that the next write of this record need not read them again. */
function remember(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  { row, record, after }: Planned,
): void {
  const { effect } = row;
  if (effect.kind === 'crm-owner') {
    core.snapshots.forget(connection.id, record.id);
    return;
  }
  const status = connection.fieldNames.connectionStatus;
  core.snapshots.patch(connection.id, record.id, {
    ...(status !== null && status in after ? { connectionStatus: after[status] ?? '' } : {}),
    ...(gateway.contactStatusProperty in after
      ? { contactStatus: after[gateway.contactStatusProperty] ?? '' }
      : {}),
  });
}
