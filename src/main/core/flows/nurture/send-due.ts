import { applyEvent } from '../../apply-event.ts';
import { laneOf } from '../../commit-decision.ts';
import type { CoreContext } from '../../context.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import { isSendable, localDay, nextSendAt } from '../../domain/schedules/send-time.ts';
import { HOUR } from '../../domain/time.ts';
import { plannedPerDay } from '../../gather-facts.ts';
import { composeStep } from './compose-mail.ts';

const ROUND = 200;

/**
 * What is due now: the next message of a lead is written and queued, or moved to when it may go out, or a
 * schedule whose last gap has passed ends.
 */
export async function sendDue(core: CoreContext): Promise<void> {
  while (core.halt.since === null) {
    const due = core.store.leads.due(core.clock.now(), ROUND);
    if (due.length === 0) return;
    const queuedToday = new Map<string, number>();
    for (const lead of due) handle(core, lead, queuedToday);
    // Other work gets its turn between rounds.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function handle(core: CoreContext, lead: Lead, queuedToday: Map<string, number>): void {
  const now = core.clock.now();
  const assistant = core.store.assistants.byId(lead.assistantId);
  const schedule = core.store.schedules.byId(lead.scheduleId);
  if (assistant === null || schedule === null)
    throw new Error(`The lead ${lead.id} has lost its assistant or schedule.`);
  if (core.store.suppressions.among(lead.addresses).size > 0) {
    applyEvent(core, lead.id, { type: 'address-suppressed' });
    return;
  }
  const step = schedule.steps[lead.nextStep];
  if (step === undefined) {
    applyEvent(core, lead.id, { type: 'schedule-finished' });
    return;
  }
  const { rules } = assistant;
  const today = localDay(now, rules.timeZone);
  const already = queuedToday.get(assistant.id) ?? core.store.mails.sentOn(assistant.id, today);
  const isFull = already >= rules.dailyLimit;
  if (isFull || !isSendable(now, lead.timeZone, rules)) {
    const planned = plannedPerDay(core.store, assistant, now);
    if (isFull) planned[today] = rules.dailyLimit;
    const until = nextSendAt({ earliest: now + 1, zone: lead.timeZone, rules, plannedPerDay: planned });
    applyEvent(core, lead.id, { type: 'send-postponed', until, because: isFull ? 'daily-limit' : 'hours' });
    return;
  }
  const mail = composeStep({ id: core.ids.next(), lead, assistant, step, at: now });
  const effect = { kind: 'mail', mailId: mail.id } as const;
  const queued = core.store.commit({
    mails: [{ ...mail, sentDay: today }],
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
  queuedToday.set(assistant.id, already + 1);
  core.push(['leads', 'activity'], [lead.id]);
  core.wake();
}
