import { applyEvent } from '../apply-event.ts';
import type { CoreContext } from '../context.ts';
import type { CrmGateway, RecordWrite, RecordRead, WriteOutcome } from '../ports/crm-gateway.ts';
import type { Connection, OutboxRow, OutboxSettlement } from '../ports/store/rows.ts';
import { currentRecords } from '../record-check.ts';
import { renderNote } from './render-note.ts';
import { cancelled, delivered, triedAgain } from './settle.ts';
import { settleFailure } from './settle-failure.ts';

/** A row with what it writes. */
interface Planned {
  readonly row: OutboxRow;
  readonly write: RecordWrite;
}

/**
 * Delivers notes, e-mail logs or tasks (all of one kind, each for another record). What may stand already
 * because an answer was lost is looked up first, and never written again.
 */
export async function deliverCreates(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  rows: readonly OutboxRow[],
): Promise<void> {
  const planned: Planned[] = [];
  const settlements: OutboxSettlement[] = [];
  for (const row of rows) {
    const write = toWrite(core, connection, row);
    if (write === null)
      settlements.push(cancelled(row, core.clock.now(), 'What it was about no longer exists.'));
    else planned.push({ row, write });
  }
  if (settlements.length > 0) core.store.commit({ settlements });

  const missing = await findMissing(
    core,
    connection,
    gateway,
    planned.filter((each) => each.row.uncertain),
  );
  const left = [...planned.filter((each) => !each.row.uncertain), ...missing];
  if (left.length === 0) return;
  core.store.outbox.markInFlight(left.map((each) => each.row.id));
  const outcomes = await gateway.write(left.map((each) => each.write));
  const refused: OutboxRow[] = [];
  const settled = left.flatMap(({ row }, index) => {
    const outcome = outcomes[index];
    if (outcome?.kind === 'refused') refused.push(row);
    return outcome?.kind === 'refused' ? [] : [settleCreate(core, connection, row, outcome)];
  });
  if (settled.length > 0) core.store.commit({ settlements: settled });
  if (refused.length === 0) return;
  const reads = await recordsOf(core, connection, gateway, refused);
  for (const row of refused) {
    settleRefused(
      core,
      connection,
      row,
      reads.get(row.recordId ?? ''),
      outcomes[left.findIndex((each) => each.row === row)],
    );
  }
}

/**
 * Those of the writes that do not stand yet. A record that was merged meanwhile carries its activities under the
 * survivor's id: there they are looked for, and there they are written.
 */
async function findMissing(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  uncertain: readonly Planned[],
): Promise<readonly Planned[]> {
  if (uncertain.length === 0) return [];
  const reads = await recordsOf(
    core,
    connection,
    gateway,
    uncertain.map((each) => each.row),
  );
  const there = uncertain.flatMap(({ row, write }): Planned[] => {
    const read = reads.get(write.recordId);
    if (read !== undefined && read.kind !== 'gone')
      return [{ row, write: { ...write, recordId: read.record.id } }];
    settleGone(core, row);
    return [];
  });
  if (there.length === 0) return [];
  const found = await gateway.findWritten(there.map((each) => each.write));
  const now = core.clock.now();
  const settlements = there.flatMap(({ row }, index) => {
    const remoteId = found[index] ?? null;
    return remoteId === null ? [] : [delivered(row, now, { remoteId })];
  });
  if (settlements.length > 0) core.store.commit({ settlements });
  return there.filter((_, index) => (found[index] ?? null) === null);
}

function recordsOf(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  rows: readonly OutboxRow[],
): Promise<ReadonlyMap<string, RecordRead>> {
  return currentRecords(
    core,
    connection,
    gateway,
    rows.flatMap((row) => row.recordId ?? []),
  );
}

function settleCreate(
  core: CoreContext,
  connection: Connection,
  row: OutboxRow,
  outcome: WriteOutcome | undefined,
): OutboxSettlement {
  if (outcome?.kind === 'done') {
    core.crm.allowed(connection.id, 'writing');
    return delivered(row, core.clock.now(), { remoteId: outcome.remoteId });
  }
  return settleFailure(core, connection.id, row, outcome);
}

/** A refusal may only say that the record is no more, or is another one now: then there is nothing to ask the user. */
function settleRefused(
  core: CoreContext,
  connection: Connection,
  row: OutboxRow,
  read: RecordRead | undefined,
  outcome: WriteOutcome | undefined,
): void {
  if (read?.kind === 'gone') return settleGone(core, row);
  const settlement =
    read?.kind === 'merged' && !row.uncertain
      ? triedAgain(row, {
          at: core.clock.now(),
          uncertain: true,
          reason: 'The record was merged with another one meanwhile.',
        })
      : settleCreate(core, connection, row, outcome);
  core.store.commit({ settlements: [settlement] });
}

function settleGone(core: CoreContext, row: OutboxRow): void {
  core.store.commit({
    settlements: [cancelled(row, core.clock.now(), 'The record was deleted in the CRM.')],
  });
  const lead = row.leadId === null ? null : core.store.leads.byId(row.leadId);
  if (lead !== null && !lead.recordDeleted && lead.recordId === row.recordId)
    applyEvent(core, lead.id, { type: 'record-deleted' });
}

/** The write of a row; null when the mail it logs is gone. */
export function toWrite(core: CoreContext, connection: Connection, row: OutboxRow): RecordWrite | null {
  const { effect } = row;
  switch (effect.kind) {
    case 'crm-note':
      return {
        kind: 'note',
        key: row.key,
        recordId: effect.recordId,
        at: effect.at,
        bodyHtml: renderNote(effect.note, {
          leadUrl: row.leadId === null ? null : core.host.leadUrl(row.leadId),
          statusLabel: 'Lead Connection Status',
        }),
      };
    case 'crm-task':
      return {
        kind: 'task',
        key: row.key,
        recordId: effect.recordId,
        dueAt: effect.dueAt,
        subject: effect.subject,
        body: effect.body,
        ownerId: activeOwner(core, connection.id, effect.ownerId),
      };
    case 'crm-email': {
      const mail = core.store.mails.byId(effect.mailId);
      if (mail === null) return null;
      return {
        kind: 'email',
        key: row.key,
        recordId: effect.recordId,
        at: effect.at,
        direction: mail.direction,
        status: mail.bounce === null ? 'sent' : 'bounced',
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        from: mail.from,
        to: mail.to,
        ...(mail.cc === undefined ? {} : { cc: mail.cc }),
      };
    }
    case 'crm-status':
    case 'crm-owner':
    case 'crm-add':
    case 'crm-undo':
    case 'mail':
    case 'compose-mail':
    case 'notice':
    case 'notice-mail':
      throw new TypeError(`The effect ${effect.kind} creates nothing in the CRM.`);
  }
}

/** A user who was deactivated since the decision gets no task. */
function activeOwner(core: CoreContext, connectionId: string, ownerId: string | null): string | null {
  if (ownerId === null) return null;
  return core.store.users.byId(connectionId, ownerId)?.active === true ? ownerId : null;
}
