import { applyEvent } from '../apply-event.ts';
import type { CoreContext } from '../context.ts';
import type { CrmRecord } from '../domain/leads/facts.ts';
import type { Lead } from '../domain/leads/lead.ts';
import { SECOND, type Duration, type Instant } from '../domain/time.ts';
import type { CrmGateway, RecordRead, WriteOutcome } from '../ports/crm-gateway.ts';
import { CrmError } from '../ports/crm-error.ts';
import type { Change } from '../ports/store/change.ts';
import type { Connection, OutboxDraft, OutboxRow, OutboxSettlement } from '../ports/store/rows.ts';
import { currentRecords, isWithAssistant, reconcile } from '../record-check.ts';
import { assertOwnProperties } from './own-properties.ts';
import { lookAtFields } from '../flows/field-setup/watch-fields.ts';
import { changedSinceHeld } from './changed-since-held.ts';
import { blockHere, planValues, setAside, stillBlocked } from './plan-values.ts';
import { asIs, cancelled, delivered } from './settle.ts';
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
  /** What goes into the same commit: values that are set aside until their property is mended. */
  readonly beside: Pick<Change, 'outbox' | 'settlements'>;
}

/**
 * Delivers states and owners (each for another record): reads what is there, writes only what differs, and
 * never over a person who took the record meanwhile.
 */
export async function deliverProperties(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  all: readonly OutboxRow[],
): Promise<void> {
  const rows = keepBlocked(core, connection, gateway, all);
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
  if (outcomes.some(({ kind }) => kind === 'done')) core.crm.allowed(connection.id, 'writing');
  if (outcomes.some(isRefusedValue)) await look(core, connection, gateway);
  const plain: OutboxSettlement[] = [];
  const drafts: OutboxDraft[] = [];
  needed.forEach((each, index) => {
    const outcome: WriteOutcome | undefined = outcomes[index];
    if (outcome?.kind !== 'done') {
      core.snapshots.forget(connection.id, each.record.id);
      plain.push(
        isRefusedValue(outcome) && isBlocked(core, connection, gateway, each.after)
          ? { ...asIs(each.row), status: 'waiting', nextAttemptAt: core.clock.now() }
          : settleFailure(core, connection.id, each.row, outcome),
      );
    } else if (each.row.effect.kind === 'crm-owner') {
      finish(core, connection, gateway, each, outcome.remoteId);
    } else {
      remember(core, connection, gateway, each);
      plain.push(settled(core, each, outcome.remoteId), ...(each.beside.settlements ?? []));
      drafts.push(...(each.beside.outbox ?? []));
    }
  });
  if (plain.length > 0) core.store.commit({ settlements: plain, outbox: drafts });
}

/** A value that waited for its property. */
function isSetAside({ effect }: OutboxRow): boolean {
  return effect.kind === 'crm-status' && effect.field !== undefined;
}

/** What waits for a property that is not mended goes on waiting, without a call. Returns the others. */
function keepBlocked(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  rows: readonly OutboxRow[],
): readonly OutboxRow[] {
  const waiting = new Map<number, OutboxSettlement>();
  for (const row of rows) {
    if (row.before === null || row.reason === null || !(isSetAside(row) || row.kind === 'crm-owner'))
      continue;
    const lead = row.leadId === null ? null : core.store.leads.byId(row.leadId);
    const { values } = wantedValues(core, connection, gateway, row, lead);
    const block = firstBlock(core, connection, gateway, values);
    if (block !== null) waiting.set(row.id, stillBlocked(core, row, block.reason, null));
  }
  if (waiting.size === 0) return rows;
  core.store.commit({ settlements: [...waiting.values()] });
  return rows.filter((row) => !waiting.has(row.id));
}

function firstBlock(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  values: Readonly<Record<string, string>>,
) {
  const { differences } = core.store.health.fieldWatch(connection.id);
  const blocks = Object.entries(values).map(([property, value]) =>
    blockHere(connection, gateway, differences, property, value),
  );
  return blocks.find((block) => block !== null) ?? null;
}

function isBlocked(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  values: Readonly<Record<string, string>>,
): boolean {
  return firstBlock(core, connection, gateway, values) !== null;
}

/** A refusal of what was to be written, not of the record or of us. */
function isRefusedValue(outcome: WriteOutcome | undefined): boolean {
  return outcome?.kind === 'refused' && outcome.error.kind === 'rejected';
}

/** A refused value: perhaps somebody changed the property. What cannot be read now is read in the next round. */
async function look(core: CoreContext, connection: Connection, gateway: CrmGateway): Promise<void> {
  try {
    await lookAtFields(core, connection.id, gateway);
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
  }
}

/**
 * A person wrote something else while a value waited: theirs stays. Null: nobody did. What we wrote last is nobody's: a
 * property that was gone meanwhile read as empty, and has its value again.
 */
function overtakenBy(
  { before }: OutboxRow,
  wanted: Readonly<Record<string, string>>,
  present: (name: string) => string,
  lastOurs: (name: string) => string | null,
): string | null {
  const changed = Object.entries(before ?? {}).find(
    ([name, value]) =>
      present(name) !== value && present(name) !== wanted[name] && present(name) !== lastOurs(name),
  );
  return changed === undefined
    ? null
    : `Somebody wrote "${present(changed[0])}" into ${changed[0]} while this waited, and it stays.`;
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
  const present = (name: string): string => presentValue(connection, gateway, record, name);
  const lastOurs = (name: string) => core.store.outbox.lastWritten(connection.id, record.id, name);
  const overtaken = isSetAside(row) ? overtakenBy(row, wanted.values, present, lastOurs) : null;
  if (overtaken !== null) {
    core.store.commit({ settlements: [cancelled(row, now, overtaken)] });
    return null;
  }
  const plan = planValues(core, connection, gateway, row, record, wanted.values);
  const [block] = plan.blocked;
  if (block !== undefined && (isSetAside(row) || row.effect.kind === 'crm-owner')) {
    const there = Object.fromEntries(Object.keys(wanted.values).map((name) => [name, present(name)]));
    core.store.commit({ settlements: [stillBlocked(core, row, block.reason, there)] });
    return null;
  }
  if (plan.isLeftAlone) {
    core.store.commit({ settlements: [cancelled(row, now, plan.remarks.join(' '))] });
    return null;
  }
  const changed = isSetAside(row) ? null : changedSinceHeld(row, present);
  const remarks = [
    ...wanted.notWritten,
    ...plan.remarks,
    ...plan.blocked.map(({ reason }) => reason),
    ...(changed === null ? [] : [changed]),
  ];
  return {
    row,
    record,
    before: plan.before,
    after: plan.after,
    remark: remarks.length === 0 ? null : remarks.join(' '),
    beside: plan.blocked.length === 0 ? {} : setAside(core, row, record.id, plan.blocked),
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
  core.store.commit({
    settlements: [...settlements, ...(planned.beside.settlements ?? [])],
    outbox: planned.beside.outbox ?? [],
  });
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
