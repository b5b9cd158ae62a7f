import { applyEvent } from '../../apply-event.ts';
import { laneOf } from '../../commit-decision.ts';
import type { CoreContext } from '../../context.ts';
import { isGuardUp } from '../../domain/leads/bounce-guard.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import { answerDue } from '../../domain/schedules/due-now.ts';
import { localDay } from '../../domain/schedules/send-time.ts';
import { HOUR } from '../../domain/time.ts';
import { putOffCursor, putOffOf, sendingOf, sentToday } from '../../day-plan.ts';
import { bounceFigures, excludedBy } from '../../gather-facts.ts';
import { nextMail } from '../drafts/next-mail.ts';
import { interrupt, isInterrupted } from '../health/interrupted.ts';
import { composeStep, writeNext } from './compose-mail.ts';
import { asEdited, editOf, leaveOutIfWanted } from './planned-edits.ts';

const ROUND = 200;

/**
 * What is due now: the next message of a lead is written and queued, or moved to when it may go out, or a
 * schedule whose last gap has passed ends.
 */
export async function sendDue(core: CoreContext): Promise<void> {
  while (core.halt.since === null) {
    const due = core.store.leads.due(core.clock.now(), ROUND);
    if (due.length === 0) return;
    for (const lead of due) handle(core, lead);
    // Other work gets its turn between rounds.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function handle(core: CoreContext, lead: Lead): void {
  const now = core.clock.now();
  const assistant = core.store.assistants.byId(lead.assistantId);
  const schedule = core.store.schedules.byId(lead.scheduleId);
  if (assistant === null || schedule === null)
    throw new Error(`The lead ${lead.id} has lost its assistant or schedule.`);
  if (core.store.suppressions.among(lead.addresses).size > 0) {
    applyEvent(core, lead.id, { type: 'address-suppressed' });
    return;
  }
  const excluded = excludedBy(core.store, lead.addresses);
  if (excluded !== null) {
    applyEvent(core, lead.id, { type: 'address-excluded', pattern: excluded });
    return;
  }
  if (lead.isRisky && lead.lastSentAt === null) {
    const figures = bounceFigures(core.store, now);
    if (isGuardUp(figures)) {
      applyEvent(core, lead.id, { type: 'bounce-guard-asked', figures });
      return;
    }
  }
  const step = schedule.steps[lead.nextStep];
  if (step === undefined) {
    applyEvent(core, lead.id, { type: 'schedule-finished' });
    return;
  }
  if (leaveOutIfWanted(core, lead)) return;
  const connection = core.store.connections.byId(lead.connectionId);
  if (connection !== null && isInterrupted(core, connection)) {
    interrupt(core, lead, lead.nextFollowUpAt ?? now);
    return;
  }
  const answer = answerDue(
    sendingOf(core, lead, assistant),
    now,
    sentToday(core.store, assistant, now),
    putOffOf(core.store, assistant),
  );
  if (answer.kind === 'postpone') {
    const { until, because } = answer;
    const cursors = putOffCursor(assistant, answer.putOff);
    applyEvent(core, lead.id, { type: 'send-postponed', until, because }, { cursors });
    return;
  }
  const words = writeNext(core.store, lead, assistant, schedule);
  if (words === null) return;
  if (words.missing.length > 0 && !hasOwnWords(core, lead)) {
    applyEvent(core, lead.id, { type: 'message-incomplete', missing: words.missing, step: lead.nextStep });
    return;
  }
  const next = nextMail(core, lead, assistant, () =>
    asEdited(core, lead, composeStep({ id: core.ids.next(), lead, assistant, words, at: now })),
  );
  if (next === null) return;
  const { mail, drafts } = next;
  const effect = { kind: 'mail', mailId: mail.id } as const;
  const queued = core.store.commit({
    drafts,
    mails: [{ ...mail, sentDay: localDay(now, assistant.rules.timeZone) }],
    outbox: [
      {
        key: `mail:${mail.id}`,
        connectionId: lead.connectionId,
        leadId: lead.id,
        recordId: null,
        journalId: null,
        effect,
        lane: laneOf(effect, lead.connectionId, lead.id),
        priority: 0,
        createdAt: now,
      },
    ],
  });
  if (!queued.ok) {
    // This step has its mail already: not another one. The next look is later, so that the others get their turn.
    applyEvent(core, lead.id, { type: 'send-postponed', until: now + HOUR, because: 'mailbox' });
    return;
  }
  core.push(['leads', 'activity'], [lead.id]);
  core.wake();
}

/** Whether a person wrote or approved the next message, so that what its template lacks is of no matter. */
function hasOwnWords(core: CoreContext, lead: Lead): boolean {
  return (
    core.store.drafts.openOf(lead.id) !== null || (editOf(core, lead, lead.nextStep)?.text ?? null) !== null
  );
}
