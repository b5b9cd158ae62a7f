import { applyEvent } from '../apply-event.ts';
import type { CoreContext } from '../context.ts';
import type { Effect } from '../domain/leads/effect.ts';
import type { CrmRecord } from '../domain/leads/facts.ts';
import { changedSince, type Values } from '../domain/undo/compare-undo.ts';
import type { CrmGateway, WriteOutcome, WrittenActivity } from '../ports/crm-gateway.ts';
import type { Connection, OutboxRow, OutboxSettlement } from '../ports/store/rows.ts';
import { currentRecords, isWithAssistant } from '../record-check.ts';
import { toWrite } from './deliver-creates.ts';
import { assertOwnProperties, ForeignProperty } from './own-properties.ts';
import { blockHere } from './plan-values.ts';
import { cancelled, delivered } from './settle.ts';
import { settleFailure } from './settle-failure.ts';
import { presentValue } from './wanted-values.ts';

type Undo = Extract<Effect, { kind: 'crm-undo' }>;
interface Planned {
  readonly row: OutboxRow;
  readonly record: CrmRecord;
  readonly before: Values;
  readonly after: Values;
}

/**
 * Takes writes back, each of another record: reads what is there now, and puts the old value back only where nobody
 * changed the new one since a person agreed to it.
 */
export async function deliverUndos(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  rows: readonly OutboxRow[],
): Promise<void> {
  const values = rows.filter((row) => undoOf(row).change.what === 'values');
  await putBack(core, connection, gateway, values);
  for (const activity of ['note', 'task'] as const) {
    const some = rows.filter(({ effect }) => isArchiveOf(effect, activity));
    await archiveAll(core, connection, gateway, some);
  }
}

function isArchiveOf(effect: Effect, activity: 'note' | 'task'): boolean {
  return (
    effect.kind === 'crm-undo' && effect.change.what === 'archive' && effect.change.activity === activity
  );
}

function undoOf({ effect }: OutboxRow): Undo {
  if (effect.kind !== 'crm-undo') throw new TypeError(`The effect ${effect.kind} undoes nothing.`);
  return effect;
}

/** What a record has in the given properties. */
export function presentValues(
  connection: Connection,
  gateway: CrmGateway,
  record: CrmRecord,
  properties: readonly string[],
): Values {
  return Object.fromEntries(
    properties.map((name) => [name, presentValue(connection, gateway, record, name)]),
  );
}

async function putBack(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  rows: readonly OutboxRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map((row) => undoOf(row).recordId);
  const reads = await currentRecords(core, connection, gateway, ids);
  const planned: Planned[] = [];
  const settlements: OutboxSettlement[] = [];
  for (const row of rows) {
    const read = reads.get(undoOf(row).recordId);
    const plan =
      read === undefined || read.kind === 'gone'
        ? null
        : planRow(core, connection, gateway, row, read.record);
    if (plan === null)
      settlements.push(cancelled(row, core.clock.now(), 'The record was deleted in the CRM.'));
    else if (typeof plan === 'string') settlements.push(cancelled(row, core.clock.now(), plan));
    else planned.push(plan);
  }
  if (settlements.length > 0) core.store.commit({ settlements });
  for (const same of planned.filter((each) => Object.keys(each.after).length === 0)) {
    await finish(core, connection, gateway, same, null);
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
  for (const [index, each] of needed.entries()) {
    const outcome: WriteOutcome | undefined = outcomes[index];
    core.snapshots.forget(connection.id, each.record.id);
    if (outcome?.kind === 'done') await finish(core, connection, gateway, each, outcome.remoteId);
    else core.store.commit({ settlements: [settleFailure(core, connection.id, each.row, outcome)] });
  }
}

/** What is written, or why not. */
function planRow(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  row: OutboxRow,
  record: CrmRecord,
): Planned | string {
  const { change } = undoOf(row);
  if (change.what !== 'values') throw new TypeError('An archived activity has no values.');
  const properties = Object.keys(change.values);
  try {
    assertOwnProperties(connection, gateway, properties);
  } catch (error) {
    if (error instanceof ForeignProperty) return error.message;
    throw error;
  }
  const { differences } = core.store.health.fieldWatch(connection.id);
  for (const [property, value] of Object.entries(change.values)) {
    const block = blockHere(connection, gateway, differences, property, value);
    if (block !== null) return `${block.reason} Press Undo again then.`;
  }
  const now = presentValues(connection, gateway, record, properties);
  const changed = changedSince(change.expected, change.values, now);
  if (changed.length > 0) {
    const what = changed.map((name) => `${name} is now "${now[name] ?? ''}"`).join(', ');
    return `Somebody changed it meanwhile: ${what}. Nothing was put back; press Undo again to see what is there.`;
  }
  const differing = properties.filter((name) => now[name] !== change.values[name]);
  return {
    row,
    record,
    before: Object.fromEntries(differing.map((name) => [name, now[name] ?? ''])),
    after: Object.fromEntries(differing.map((name) => [name, change.values[name] ?? ''])),
  };
}

/** An owner that was put back to the assistant is hers again, since the time that the CRM says. */
async function finish(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  { row, before, after, record }: Planned,
  remoteId: string | null,
): Promise<void> {
  const settlements = [delivered(row, core.clock.now(), { remoteId, before, after })];
  const lead = row.leadId === null ? null : core.store.leads.byId(row.leadId);
  const undone = core.store.outbox.byId(undoOf(row).undoes);
  if (lead?.custody === 'HandedBack' && undone?.kind === 'crm-owner') {
    const read = (await currentRecords(core, connection, gateway, [record.id])).get(record.id);
    if (read !== undefined && read.kind !== 'gone' && isWithAssistant(core, connection, lead, read.record)) {
      const since = connection.assignment === 'owner' ? read.record.assignedAt : read.record.assistantFieldAt;
      const at = since ?? core.clock.now();
      // Our own write comes back as an assignment: it is none.
      const seen = [
        {
          connectionId: connection.id,
          recordId: read.record.id,
          ownerId: read.record.ownerId,
          assignedAt: at,
          outcome: 'taken' as const,
          leadId: lead.id,
        },
      ];
      applyEvent(core, lead.id, { type: 'hand-back-undone', at }, { settlements, seen });
      return;
    }
  }
  core.store.commit({ settlements });
}

async function archiveAll(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  rows: readonly OutboxRow[],
): Promise<void> {
  const now = core.clock.now();
  const planned: { row: OutboxRow; item: WrittenActivity }[] = [];
  const settlements: OutboxSettlement[] = [];
  for (const row of rows) {
    const item = writtenBy(core, connection, undoOf(row).undoes);
    if (item === null) settlements.push(cancelled(row, now, 'What it was about no longer exists.'));
    else planned.push({ row, item });
  }
  const states = planned.length === 0 ? [] : await gateway.compareWritten(planned.map((each) => each.item));
  const standing = planned.filter(({ row }, index) => {
    const state = states[index];
    if (state?.kind === 'unchanged') return true;
    settlements.push(
      state?.kind === 'changed'
        ? cancelled(row, now, 'Somebody changed it since, so it stays. Remove it in the CRM if it must go.')
        : delivered(row, now, { reason: 'It was removed already.' }),
    );
    return false;
  });
  if (settlements.length > 0) core.store.commit({ settlements });
  const marked = core.store.outbox.markInFlight(standing.map((each) => each.row.id));
  const needed = standing.filter((each) => marked.has(each.row.id));
  if (needed.length === 0) return;
  const outcomes = await gateway.archive(needed.map((each) => each.item));
  core.store.commit({
    settlements: needed.map(({ row, item }, index) => {
      const outcome = outcomes[index];
      return outcome?.kind === 'done'
        ? delivered(row, core.clock.now(), { remoteId: item.remoteId })
        : settleFailure(core, connection.id, row, outcome);
    }),
  });
}

/** The note or task that a delivered row created; null when it cannot be told any more. */
export function writtenBy(core: CoreContext, connection: Connection, id: number): WrittenActivity | null {
  const row = core.store.outbox.byId(id);
  if (row?.remoteId == null || (row.kind !== 'crm-note' && row.kind !== 'crm-task')) return null;
  const write = toWrite(core, connection, row);
  return write?.kind === 'note' || write?.kind === 'task' ? { write, remoteId: row.remoteId } : null;
}
