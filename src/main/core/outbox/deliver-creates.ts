import type { CoreContext } from '../context.ts';
import type { CrmGateway, CrmWrite, WriteOutcome } from '../ports/crm-gateway.ts';
import type { Connection, OutboxRow, OutboxSettlement } from '../ports/store/rows.ts';
import { renderNote } from './render-note.ts';
import { cancelled, delivered } from './settle.ts';
import { settleFailure } from './settle-failure.ts';

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
  const planned: { row: OutboxRow; write: CrmWrite }[] = [];
  const settlements: OutboxSettlement[] = [];
  const now = core.clock.now();
  for (const row of rows) {
    const write = toWrite(core, connection, row);
    if (write === null) settlements.push(cancelled(row, now, 'What it was about no longer exists.'));
    else planned.push({ row, write });
  }
  const uncertain = planned.filter((each) => each.row.uncertain);
  const found = uncertain.length === 0 ? [] : await gateway.findWritten(uncertain.map((each) => each.write));
  const standing = new Map<number, string>();
  uncertain.forEach((each, index) => {
    const remoteId = found[index] ?? null;
    if (remoteId !== null) standing.set(each.row.id, remoteId);
  });
  for (const { row } of planned) {
    const remoteId = standing.get(row.id);
    if (remoteId !== undefined) settlements.push(delivered(row, now, { remoteId }));
  }
  if (settlements.length > 0) core.store.commit({ settlements });

  const wanted = planned.filter((each) => !standing.has(each.row.id));
  const marked = core.store.outbox.markInFlight(wanted.map((each) => each.row.id));
  const left = wanted.filter((each) => marked.has(each.row.id));
  if (left.length === 0) return;
  const outcomes = await gateway.write(left.map((each) => each.write));
  core.store.commit({
    settlements: left.map(({ row }, index) => settleCreate(core, connection, row, outcomes[index])),
  });
}

function settleCreate(
  core: CoreContext,
  connection: Connection,
  row: OutboxRow,
  outcome: WriteOutcome | undefined,
): OutboxSettlement {
  if (outcome?.kind === 'done') return delivered(row, core.clock.now(), { remoteId: outcome.remoteId });
  return settleFailure(core, connection.id, row, outcome);
}

/** The write of a row; null when the mail it logs is gone. */
function toWrite(core: CoreContext, connection: Connection, row: OutboxRow): CrmWrite | null {
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
      };
    }
    case 'crm-status':
    case 'crm-owner':
    case 'mail':
    case 'compose-mail':
    case 'notice':
      throw new TypeError(`The effect ${effect.kind} creates nothing in the CRM.`);
  }
}

/** A user who was deactivated since the decision gets no task. */
function activeOwner(core: CoreContext, connectionId: string, ownerId: string | null): string | null {
  if (ownerId === null) return null;
  return core.store.users.byId(connectionId, ownerId)?.active === true ? ownerId : null;
}
