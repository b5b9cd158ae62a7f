import type { CoreContext } from '../context.ts';
import { laneOf } from '../commit-decision.ts';
import type { Effect } from '../domain/leads/effect.ts';
import { isActive, type Lead } from '../domain/leads/lead.ts';
import { compareUndo, type UndoField, type Values } from '../domain/undo/compare-undo.ts';
import type { CrmGateway } from '../ports/crm-gateway.ts';
import type { Connection, OutboxDraft, OutboxRow } from '../ports/store/rows.ts';
import { currentRecords } from '../record-check.ts';
import { presentValues, writtenBy } from './deliver-undos.ts';
import { assertOwnProperties, ForeignProperty } from './own-properties.ts';

/**
 * What an undo of a write would do. `clean`: it puts the old value back. `changed`: somebody wrote something else
 * since; a person decides. `not-possible`: with the reason.
 */
export interface UndoLook {
  readonly row: OutboxRow;
  readonly state: 'clean' | 'changed' | 'not-possible';
  readonly because: string;
  readonly fields: readonly UndoField[];
}

/** Reads the records fresh and compares. Rows of other connections or that are gone are left out. */
export async function lookAtUndo(core: CoreContext, ids: readonly number[]): Promise<UndoLook[]> {
  const rows = ids.flatMap((id) => core.store.outbox.byId(id) ?? []);
  const looks = new Map<number, UndoLook>();
  for (const connectionId of new Set(rows.map((row) => row.connectionId))) {
    const connection = core.store.connections.byId(connectionId);
    const gateway = await core.crm.gateway(connectionId);
    const hers = rows.filter((row) => row.connectionId === connectionId);
    if (connection === null || gateway === null) {
      const because = `${connection?.name ?? 'The connection'} is not active. Reconnect it first.`;
      for (const row of hers) looks.set(row.id, notPossible(row, because));
      continue;
    }
    for (const look of await lookHere(core, connection, gateway, hers)) looks.set(look.row.id, look);
  }
  return rows.flatMap((row) => looks.get(row.id) ?? []);
}

async function lookHere(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  rows: readonly OutboxRow[],
): Promise<UndoLook[]> {
  const possible = rows.filter((row) => whyNever(core, row) === null);
  const ofValues = possible.filter(
    (row) => row.after !== null && row.kind !== 'crm-note' && row.kind !== 'crm-task',
  );
  const records = await currentRecords(
    core,
    connection,
    gateway,
    ofValues.flatMap((row) => recordOf(row) ?? []),
  );
  const created = possible.flatMap((row) => {
    const item = writtenBy(core, connection, row.id);
    return item === null ? [] : [{ row, item }];
  });
  const states = created.length === 0 ? [] : await gateway.compareWritten(created.map((each) => each.item));
  return rows.map((row) => {
    const never = whyNever(core, row);
    if (never !== null) return notPossible(row, never);
    if (row.kind === 'crm-note' || row.kind === 'crm-task') {
      const at = created.findIndex((each) => each.row.id === row.id);
      const state = states[at];
      if (state === undefined) return notPossible(row, 'What it was about no longer exists.');
      if (state.kind === 'gone') return notPossible(row, 'It was removed in the CRM already.');
      const what = row.kind === 'crm-note' ? 'Note' : 'Task';
      if (state.kind === 'unchanged') return { row, state: 'clean', because: '', fields: [] };
      const because = 'Somebody changed it since, so it stays. Remove it in the CRM if it must go.';
      const fields = [{ field: what, before: '', ours: state.ours, theirs: state.theirs }];
      return { row, state: 'not-possible', because, fields };
    }
    const read = records.get(recordOf(row) ?? '');
    if (read === undefined || read.kind === 'gone')
      return notPossible(row, 'The record was deleted in the CRM.');
    const after = row.after ?? {};
    const now = presentValues(connection, gateway, read.record, Object.keys(after));
    try {
      assertOwnProperties(connection, gateway, Object.keys(after));
    } catch (error) {
      if (error instanceof ForeignProperty) return notPossible(row, error.message);
      throw error;
    }
    const { state, fields } = compareUndo({ before: row.before ?? {}, after }, now);
    if (state === 'already') return { ...notPossible(row, 'The old value is back already.'), fields };
    const because = state === 'changed' ? 'Somebody changed it since.' : remarkOn(core, row);
    return { row, state, because, fields };
  });
}

/** Why a row cannot be undone, whatever the record says; null: it can, if the record allows it. */
export function whyNever(core: CoreContext, row: OutboxRow): string | null {
  const { kind, status } = row;
  if (kind === 'mail' || kind === 'compose-mail') return 'A mail that went out cannot be taken back.';
  if (kind === 'crm-email') return 'The log of an e-mail that was sent stays on the record.';
  if (kind === 'notice-mail') return 'A mail that went out cannot be taken back.';
  if (kind === 'notice') return 'A notice changed nothing.';
  if (status !== 'delivered') return 'It was not written.';
  if (kind === 'crm-note' || kind === 'crm-task') {
    return row.remoteId === null ? 'It was not written.' : undoneBy(core, row);
  }
  if (Object.keys(row.after ?? {}).length === 0) return 'It changed nothing: the value was there already.';
  return undoneBy(core, row) ?? staysHandedBack(core, row);
}

/** By property the CRM keeps no assignment that could be told from a new one: it would only be handed back again. */
function staysHandedBack(core: CoreContext, row: OutboxRow): string | null {
  const lead = endedLead(core, row);
  if (lead === null || core.store.connections.byId(row.connectionId)?.assignment === 'owner') return null;
  return `The lead is ${lead.state}, so a person has it. Press Restart on the lead to give it to her again.`;
}

/** What the undo of an owner does not do, though one may expect it. */
function remarkOn(core: CoreContext, row: OutboxRow): string {
  const lead = endedLead(core, row);
  return lead === null
    ? ''
    : `The lead stays ${lead.state}: the assistant owns the record again, and does nothing with it until you press Restart.`;
}

function endedLead(core: CoreContext, row: OutboxRow): Lead | null {
  const lead = row.kind === 'crm-owner' && row.leadId !== null ? core.store.leads.byId(row.leadId) : null;
  return lead?.custody === 'HandedBack' && !isActive(lead.state) ? lead : null;
}

function undoneBy(core: CoreContext, row: OutboxRow): string | null {
  const open = core.store.outbox
    .openOfRecord(row.connectionId, recordOf(row) ?? '')
    .find((each) => each.effect.kind === 'crm-undo' && each.effect.undoes === row.id);
  return open === undefined ? null : `It is being undone already (#${open.id}).`;
}

/** The record that a row wrote to; that of a person who was added is known since its delivery. */
function recordOf(row: OutboxRow): string | null {
  return row.kind === 'crm-add' ? row.remoteId : row.recordId;
}

function notPossible(row: OutboxRow, because: string): UndoLook {
  return { row, state: 'not-possible', because, fields: [] };
}

/** A person's word on one row: `over` names the values that they saw and agreed to replace. */
export interface UndoWish {
  readonly id: number;
  readonly over: Values | null;
}

/** Queues the undos that can go; answers which, and why the others do not. */
export function queueUndos(
  core: CoreContext,
  wishes: readonly UndoWish[],
): { readonly queued: readonly number[]; readonly skipped: readonly { id: number; because: string }[] } {
  const drafts: OutboxDraft[] = [];
  const queued: number[] = [];
  const skipped: { id: number; because: string }[] = [];
  for (const { id, over } of wishes) {
    const row = core.store.outbox.byId(id);
    const never = row === null ? 'It is no longer there.' : whyNever(core, row);
    if (row === null || never !== null) skipped.push({ id, because: never ?? '' });
    else {
      drafts.push(draftOf(core, row, over));
      queued.push(id);
    }
  }
  core.store.commit({ outbox: drafts });
  core.push(['activity', 'leads']);
  core.wake();
  return { queued, skipped };
}

function draftOf(core: CoreContext, row: OutboxRow, over: Values | null): OutboxDraft {
  const recordId = recordOf(row) ?? '';
  const effect = {
    kind: 'crm-undo',
    recordId,
    undoes: row.id,
    change:
      row.kind === 'crm-note' || row.kind === 'crm-task'
        ? {
            what: 'archive',
            activity: row.kind === 'crm-note' ? 'note' : 'task',
            remoteId: row.remoteId ?? '',
          }
        : { what: 'values', values: row.before ?? {}, expected: over ?? row.after ?? {} },
  } as const satisfies Effect;
  return {
    key: `undo:${row.id}:${core.ids.next()}`,
    connectionId: row.connectionId,
    leadId: row.leadId,
    recordId,
    journalId: null,
    effect,
    lane: laneOf(effect, row.connectionId, row.leadId),
    priority: 0,
    createdAt: core.clock.now(),
  };
}
