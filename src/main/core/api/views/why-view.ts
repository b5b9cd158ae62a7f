import type { WhyView } from '#contract/activity.ts';
import type { CoreContext } from '../../context.ts';
import { sendingOf } from '../../day-plan.ts';
import { movesOfNext } from '../../domain/leads/follow-up-dates.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import { movesInWords } from '../../domain/schedules/move-words.ts';
import type { Schedule } from '../../domain/schedules/schedule.ts';
import { sendingZone } from '../../domain/schedules/send-time.ts';
import {
  knownAt,
  reasonsOfDate,
  reasonsOfEntry,
  reasonsOfState,
  type Reason,
} from '../../domain/leads/why.ts';
import type { Assistant, OutboxRow } from '../../ports/store/rows.ts';
import { whyAdded } from './outbox-view.ts';

/** Why a write or mail is there. An undo tells the undone write's chain behind its own. */
export function whyWrite(core: CoreContext, row: OutboxRow): WhyView {
  const { effect } = row;
  if (effect.kind === 'crm-undo') {
    const undone = core.store.outbox.byId(effect.undoes);
    const behind = undone === null ? { answer: '', steps: [] } : whyWrite(core, undone);
    const because = behind.answer === '' ? '' : ` #${effect.undoes} was written because: ${behind.answer}`;
    return { answer: `A person asked for the undo of #${effect.undoes}.${because}`, steps: behind.steps };
  }
  if (effect.kind === 'crm-add') return { answer: whyAdded(core, effect), steps: [] };
  if (effect.kind === 'notice-mail') return { answer: effect.text.split('\n')[0] ?? '', steps: [] };
  const journal = row.leadId === null ? [] : core.store.journal.ofLead(row.leadId);
  if (isByPerson(core, row)) return { answer: 'A person wrote it and pressed Send.', steps: [] };
  if (row.journalId === null) {
    const reasons = reasonsOfDate(knownAt(journal, row.createdAt, mailIdOf(row)));
    return { answer: `${stepWords(core, row)} ${reasons[0]?.rule ?? ''}`.trim(), steps: steps(reasons) };
  }
  const entry = journal.find((each) => each.id === row.journalId) ?? core.store.journal.byId(row.journalId);
  if (entry === null) return { answer: 'The journal entry behind it was erased.', steps: [] };
  return { answer: entry.rule, steps: steps(reasonsOfEntry(journal, entry)) };
}

/** Why a lead is in its state, or has its next date. */
export function whyLead(core: CoreContext, lead: Lead, about: 'state' | 'next-date'): WhyView {
  const journal = core.store.journal.ofLead(lead.id);
  if (about === 'state') {
    const reasons = reasonsOfState(journal);
    return { answer: reasons[0]?.rule ?? 'Nothing is recorded.', steps: steps(reasons) };
  }
  const reasons = reasonsOfDate(journal);
  return { answer: `${dateWords(core, lead)} ${reasons[0]?.rule ?? ''}`.trim(), steps: steps(reasons) };
}

function isByPerson(core: CoreContext, { effect }: OutboxRow): boolean {
  return effect.kind === 'mail' && core.store.mails.byId(effect.mailId)?.byPerson === true;
}

function mailIdOf({ effect }: OutboxRow): string | null {
  return effect.kind === 'mail' ? effect.mailId : null;
}

function stepWords(core: CoreContext, row: OutboxRow): string {
  if (row.effect.kind !== 'mail') return '';
  const mail = core.store.mails.byId(row.effect.mailId);
  return mail === null || mail.step === null ? '' : `Message ${mail.step + 1} of the schedule was due.`;
}

/** The schedule's part of a date; the hours and days are those of the assistant. */
function dateWords(core: CoreContext, lead: Lead): string {
  const schedule = core.store.schedules.byId(lead.scheduleId);
  const assistant = core.store.assistants.byId(lead.assistantId);
  if (lead.nextFollowUpAt === null || schedule === null || assistant === null) {
    return 'There is no next date: nothing is planned.';
  }
  const zone = lead.timeZone ?? assistant.rules.timeZone;
  const step = schedule.steps[lead.nextStep];
  if (step === undefined) {
    return `All messages of "${schedule.name}" are out; it ends when the last gap has passed without a reply.`;
  }
  const gap = step.gapDays === 1 ? '1 day' : `${step.gapDays} days`;
  return (
    `Message ${lead.nextStep + 1} of "${schedule.name}" comes ${gap} after the one before, ` +
    `moved to ${assistant.name}'s hours and days (${zone}) and her daily limit of ${assistant.rules.dailyLimit}.` +
    movedWords(core, lead, assistant, schedule)
  );
}

/** The days that the date was moved past, and the hour at which the lead opens mails. */
function movedWords(core: CoreContext, lead: Lead, assistant: Assistant, schedule: Schedule): string {
  const { rules } = assistant;
  const sending = sendingOf(core, lead, assistant);
  const since = lead.lastSentAt ?? lead.assignedAt;
  const moves = movesOfNext(sending, schedule.steps, lead.nextStep, since, lead.state);
  const moved = movesInWords(moves, sendingZone(lead.timeZone, rules));
  const habit = sending.openHour ?? null;
  return [
    ...(moved === null ? [] : [` Moved past ${moved}.`]),
    ...(habit === null
      ? []
      : [
          ` The lead opened mails around ${clockOf(habit.opensAround)}: it goes between ${clockOf(habit.from)} and ${clockOf(habit.to)}.`,
        ]),
  ].join('');
}

function clockOf(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return `${String(hours).padStart(2, '0')}:${String(minutes - hours * 60).padStart(2, '0')}`;
}

function steps(reasons: readonly Reason[]): WhyView['steps'] {
  return reasons.map(({ at, event, from, to, rule }) => ({ at, event, from, to, rule }));
}
