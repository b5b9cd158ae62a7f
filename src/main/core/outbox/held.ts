import type { CoreContext } from '../context.ts';
import { holidaysFor } from '../day-plan.ts';
import { effectKindsOf, type HoldKind } from '../domain/leads/hold-kinds.ts';
import { nextSendAt } from '../domain/schedules/send-time.ts';
import { MINUTE, type Instant } from '../domain/time.ts';
import type { Connection, OutboxRow, OutboxSettlement } from '../ports/store/rows.ts';
import type { CrmGateway } from '../ports/crm-gateway.ts';
import { ReadOnly, whyReadOnly } from '../read-only.ts';
import { currentRecords } from '../record-check.ts';
import { rejectRow } from './by-hand.ts';
import { plannedValues, presentValue } from './wanted-values.ts';

/** Which held rows a person means: some, or all that stood in the list up to the newest one that they saw. */
export type HeldTarget =
  | { readonly kind: 'ids'; readonly ids: readonly number[] }
  | {
      readonly kind: 'all';
      readonly connectionId: string | null;
      /** Only these kinds; empty: every one. */
      readonly only: readonly HoldKind[];
      readonly upTo: number;
    };

/** Rows read at once. */
const ROUND = 500;
/** A record is shown as it was read within this time. */
const FRESH = MINUTE;

/** Reads the records of held rows, so that *before* is what is there now. Where the CRM does not answer it stays unknown. */
export async function readForPreview(core: CoreContext, rows: readonly OutboxRow[]): Promise<void> {
  if (core.halt.since !== null) return;
  const since = core.clock.now() - FRESH;
  for (const connection of core.store.connections.all()) {
    const ids = rows.flatMap((row) => (row.connectionId === connection.id ? (row.recordId ?? []) : []));
    if (ids.length === 0) continue;
    await core.crm.during(connection.id, (gateway) =>
      currentRecords(core, connection, gateway, [...new Set(ids)], () => since),
    );
  }
}

/**
 * A person approves held rows: they go out as soon as their turn comes. What was shown as *before* is kept, so that
 * the delivery can say what changed since. Answers how many, and how many of them wait behind one still held. Those
 * of read-only connections stay where they are.
 * @throws ReadOnly when a row that is named, or every one that is meant, is of a read-only connection.
 */
export async function approveHeld(
  core: CoreContext,
  target: HeldTarget,
): Promise<{ readonly approved: number; readonly behind: number }> {
  const because = (row: OutboxRow): string | null =>
    whyReadOnly(core.store.connections.byId(row.connectionId));
  let approved = 0;
  let refusal: string | null = null;
  const lanes = new Map<string, number>();
  for (const all of heldRows(core, target)) {
    const rows = all.filter((row) => because(row) === null);
    const kept = all.find((row) => because(row) !== null);
    if (kept !== undefined) refusal = because(kept);
    if (refusal !== null && target.kind === 'ids') throw new ReadOnly(refusal);
    const settlements: OutboxSettlement[] = [];
    for (const row of rows) settlements.push(await approval(core, row));
    core.store.commit({ settlements });
    approved += rows.length;
    for (const row of rows) {
      if (row.recordId !== null) lanes.set(`${row.connectionId} ${row.recordId}`, row.id);
    }
  }
  if (refusal !== null && approved === 0) throw new ReadOnly(refusal);
  const behind = target.kind === 'all' && target.only.length === 0 ? 0 : countBehind(core, lanes);
  core.push(['activity', 'attention', 'connections']);
  core.wake();
  return { approved, behind };
}

function countBehind(core: CoreContext, lanes: ReadonlyMap<string, number>): number {
  return [...lanes].filter(([lane, id]) => {
    const [connectionId = '', recordId = ''] = lane.split(' ');
    const open = core.store.outbox.openOfRecord(connectionId, recordId);
    return open.some((row) => row.status === 'held' && row.id < id);
  }).length;
}

/** A person rejects held rows; answers how many. */
export function rejectHeld(core: CoreContext, target: HeldTarget, because: string): number {
  let rejected = 0;
  for (const rows of heldRows(core, target)) {
    for (const row of rows) rejectRow(core, row, because);
    rejected += rows.length;
  }
  core.push(['activity', 'attention', 'connections', 'leads']);
  return rejected;
}

/** Rounds of rows, oldest first; each is settled before the next is read. */
function* heldRows(core: CoreContext, target: HeldTarget): Generator<readonly OutboxRow[]> {
  const { outbox } = core.store;
  if (target.kind === 'ids') {
    const rows = target.ids.flatMap((id) => outbox.byId(id) ?? []).filter((row) => row.status === 'held');
    if (rows.length > 0) yield rows.toSorted((a, b) => a.id - b.id);
    return;
  }
  const kinds = effectKindsOf(target.only);
  for (let after = 0; ;) {
    const rows = outbox
      .oldest('held', { connectionId: target.connectionId, after, kinds }, ROUND)
      .filter((row) => row.id <= target.upTo);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.id;
  }
}

async function approval(core: CoreContext, row: OutboxRow): Promise<OutboxSettlement> {
  const { id, uncertain, attempts, settledAt, remoteId, reason } = row;
  const shown = await shownValues(core, row);
  const nextAttemptAt = mayGoAt(core, row);
  return { id, status: 'waiting', uncertain, attempts, nextAttemptAt, settledAt, remoteId, reason, ...shown };
}

/** Before and after as the preview shows them; null where the record was not read. */
async function shownValues(
  core: CoreContext,
  row: OutboxRow,
): Promise<Pick<OutboxSettlement, 'before' | 'after'>> {
  const none = { before: row.before, after: row.after };
  const connection = core.store.connections.byId(row.connectionId);
  const gateway = await core.crm.gateway(row.connectionId);
  const record =
    row.recordId === null
      ? null
      : core.snapshots.fresh(row.connectionId, row.recordId, Number.NEGATIVE_INFINITY);
  if (connection === null || gateway === null || record === null) return none;
  const after = plannedHere(core, connection, gateway, row);
  if (Object.keys(after).length === 0) return none;
  const before = Object.fromEntries(
    Object.keys(after).map((name) => [name, presentValue(connection, gateway, record, name)]),
  );
  return { before, after };
}

function plannedHere(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  row: OutboxRow,
): Readonly<Record<string, string>> {
  const lead = row.leadId === null ? null : core.store.leads.byId(row.leadId);
  return plannedValues(core, connection, gateway, row, lead);
}

/** A message of the schedule that is approved at night goes when its reader's day begins. */
export function mayGoAt(core: CoreContext, row: OutboxRow): Instant {
  const now = core.clock.now();
  const mail = row.effect.kind === 'mail' ? core.store.mails.byId(row.effect.mailId) : null;
  const lead = mail === null || mail.step === null ? null : core.store.leads.byId(mail.leadId);
  const assistant = lead === null ? null : core.store.assistants.byId(lead.assistantId);
  if (lead === null || assistant === null) return now;
  const { rules } = assistant;
  const holidays = holidaysFor(core.holidays, lead, rules);
  return nextSendAt({ earliest: now, zone: lead.timeZone, rules, holidays, plannedPerDay: {} });
}
