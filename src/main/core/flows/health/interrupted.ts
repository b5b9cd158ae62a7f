import { applyCommand, applyEvent } from '../../apply-event.ts';
import type { CoreContext } from '../../context.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import type { Instant } from '../../domain/time.ts';
import type { Connection, Mail, OutboxRow } from '../../ports/store/rows.ts';
import { cancelled } from '../../outbox/settle.ts';

const ROUND = 500;

/**
 * Whether a message that is due now must not be written: its connection is not Active, and only a person can change
 * that. A CRM that does not answer is waited for.
 */
export function isInterrupted(core: CoreContext, connection: Connection): boolean {
  if (connection.status === 'Active') return false;
  return core.store.health.openIncident(connection.id)?.cause !== 'unreachable';
}

/** The message of a lead came due meanwhile: the follow-up stops and is kept for the question after *Reconnect*. */
export function interrupt(
  core: CoreContext,
  lead: Lead,
  dueAt: Instant,
  queued: { readonly row: OutboxRow; readonly mail: Mail } | null = null,
): void {
  const beside =
    queued === null
      ? {}
      : {
          settlements: [
            cancelled(queued.row, core.clock.now(), 'It was due while the connection was not active.'),
          ],
          mails: [{ ...queued.mail, status: 'cancelled' as const, sentDay: null }],
        };
  applyEvent(
    core,
    lead.id,
    { type: 'sending-interrupted', dueAt },
    { ...beside, interrupted: [{ leadId: lead.id, connectionId: lead.connectionId, dueAt }] },
  );
}

/** Right before a connection is Active again: what would go out at once, days late, waits for a person's word. */
export function interruptDue(core: CoreContext, connectionId: string): void {
  const now = core.clock.now();
  for (;;) {
    const due = core.store.leads.due(now, ROUND).filter((lead) => lead.connectionId === connectionId);
    const stopped = due.filter((lead) => stopIfHasNext(core, lead));
    if (stopped.length === 0) break;
  }
  for (const { row, mail, lead } of queuedMessages(core, connectionId))
    interrupt(core, lead, mail.at, { row, mail });
}

/** A lead with every message out only waits for its last gap: it loses nothing. */
function stopIfHasNext(core: CoreContext, lead: Lead): boolean {
  const steps = core.store.schedules.byId(lead.scheduleId)?.steps ?? [];
  if (lead.nextStep >= steps.length) return false;
  interrupt(core, lead, lead.nextFollowUpAt ?? core.clock.now());
  return core.store.leads.byId(lead.id)?.followUp === 'Stopped';
}

/** Messages of schedules that were written and did not leave. */
function queuedMessages(
  core: CoreContext,
  connectionId: string,
): readonly { row: OutboxRow; mail: Mail; lead: Lead }[] {
  const found: { row: OutboxRow; mail: Mail; lead: Lead }[] = [];
  for (let after = 0; ;) {
    const rows = core.store.outbox.oldest('waiting', { connectionId, after }, ROUND);
    const last = rows.at(-1);
    if (last === undefined) return found;
    for (const row of rows) {
      if (row.effect.kind !== 'mail' || row.uncertain || row.nextAttemptAt > core.clock.now()) continue;
      const mail = core.store.mails.byId(row.effect.mailId);
      const lead = mail?.step == null ? null : core.store.leads.byId(mail.leadId);
      if (mail !== null && lead !== null) found.push({ row, mail, lead });
    }
    after = last.id;
  }
}

/**
 * The answer. `continue`: the next message of each goes at the first allowed time from `startAt` on; those that make
 * no sense any more are told. `leave`: they stay stopped.
 */
export function answerInterrupted(
  core: CoreContext,
  connectionId: string,
  answer: { readonly kind: 'continue'; readonly startAt: Instant } | { readonly kind: 'leave' },
): { readonly continued: number; readonly skipped: readonly { leadId: string; because: string }[] } {
  const leadIds = core.store.health.interrupted(connectionId).map((each) => each.leadId);
  let continued = 0;
  const skipped: { leadId: string; because: string }[] = [];
  if (answer.kind === 'leave') core.store.commit({ answered: leadIds });
  else {
    const notBefore = Math.max(answer.startAt, core.clock.now());
    for (const leadId of leadIds) {
      const result = applyCommand(
        core,
        leadId,
        { type: 'continue-pressed', notBefore },
        { answered: [leadId] },
      );
      if (result !== null && 'refused' in result) {
        core.store.commit({ answered: [leadId] });
        skipped.push({ leadId, because: result.because });
      } else continued += 1;
    }
  }
  core.push(['connections', 'attention', 'leads']);
  core.wake();
  return { continued, skipped };
}
