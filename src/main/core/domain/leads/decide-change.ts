import { isUnderWay, planningOf } from './decide-engagement.ts';
import type { Effect } from './effect.ts';
import type { AssistantFacts, Facts, ScheduleFacts } from './facts.ts';
import { later, nextFollowUp, sendAt } from './follow-up-dates.ts';
import type { Found, LeadPatch } from './finding.ts';
import { isActive } from './lead.ts';
import type { Lead } from './lead.ts';
import type { LeadCommand } from './lead-event.ts';
import { ON_ITS_WAY, WITH_OWNER, chosen, notInThisCrm, takeUpAgain } from './take-up.ts';
import { userName } from '../crm/previous-owner.ts';

type Of<T extends LeadCommand['type']> = Extract<LeadCommand, { type: T }>;

/** Why nothing can be changed about a follow-up now; null: it can. */
function notHeld(lead: Lead): string | null {
  if (lead.custody === 'HandingBack') return ON_ITS_WAY;
  return lead.custody === 'Held' ? null : `${WITH_OWNER} Restart takes it up again.`;
}

/**
 * The messages to come are those of another schedule. What was sent stays sent and in its thread; a new run tells its
 * messages from those of the schedule before.
 */
export function findScheduleChosen(lead: Lead, command: Of<'schedule-chosen'>, facts: Facts): Found {
  const trigger = 'choose-schedule';
  if (!isActive(lead.state)) return { trigger };
  const because = notHeld(lead);
  if (because !== null) return { because };
  if (command.scheduleId === null) return { because: 'Choose a schedule.', isIncomplete: true };
  const schedule = chosen(command.scheduleId, facts.schedule, facts.restartSchedule);
  if (schedule === null) return { because: 'The chosen schedule does not exist any more.' };
  const from = command.fromStep ?? lead.nextStep;
  const wrong = wrongStep(lead, command, schedule, from);
  if (wrong !== null) return { because: wrong };
  return {
    trigger,
    says: `“${schedule.name}”, from message ${from + 1}.`,
    patch: {
      run: lead.run + 1,
      scheduleId: schedule.id,
      scheduleSource: 'person',
      nextStep: from,
      stepCount: schedule.steps.length,
      ...(isUnderWay(lead) && lead.state !== 'New' ? dateOn(lead, schedule, from, facts) : {}),
    },
  };
}

function wrongStep(
  lead: Lead,
  command: Of<'schedule-chosen'>,
  schedule: ScheduleFacts,
  from: number,
): string | null {
  const count = schedule.steps.length;
  if (schedule.id === lead.scheduleId && from === lead.nextStep) {
    return 'It is on that schedule, at that message, already.';
  }
  if (Number.isInteger(from) && from >= 0 && from < count) return null;
  const has = `“${schedule.name}” has ${count} ${count === 1 ? 'message' : 'messages'}`;
  return command.fromStep === null
    ? `${has}, and ${lead.nextStep} went out already. Choose the message to begin with.`
    : `${has}. Choose one of them to begin with.`;
}

/** By the gap of the new schedule. A date that was moved later than the old one said stays. */
function dateOn(lead: Lead, schedule: ScheduleFacts, from: number, facts: Facts): LeadPatch {
  const planning = planningOf(lead, facts);
  const since = lead.lastSentAt ?? lead.assignedAt;
  const old = nextFollowUp(planning, facts.schedule.steps, lead.nextStep, since, lead.state);
  const next = nextFollowUp(planning, schedule.steps, from, since, lead.state);
  const planned = lead.nextFollowUpAt ?? 0;
  const isMoved = planned > old.nextFollowUpAt;
  return isMoved ? { ...next, nextFollowUpAt: sendAt(planning, later(planned, next.nextFollowUpAt)) } : next;
}

/** Another assistant of the same connection goes on where this one stands: the record becomes hers. */
export function findAssistantChosen(lead: Lead, command: Of<'assistant-chosen'>, facts: Facts): Found {
  const trigger = 'choose-assistant';
  if (!isActive(lead.state)) return { trigger };
  const because = notHeld(lead);
  if (because !== null) return { because };
  if (command.assistantId === null) return { because: 'Choose an assistant.', isIncomplete: true };
  const assistant = chosen(command.assistantId, facts.assistant, facts.restartAssistant);
  if (assistant === null) return { because: 'The chosen assistant does not exist any more.' };
  if (assistant.id === lead.assistantId) return { because: `${assistant.name} has the lead already.` };
  const absent = notInThisCrm(assistant, facts);
  if (absent !== null) return { because: absent };
  if (!assistant.hasCapacity) {
    return { because: `${assistant.name} works on as many leads as she may. Raise her limit first.` };
  }
  const context = contextWith(lead, assistant);
  const nextFollowUpAt = dateWith(lead, assistant, facts);
  return {
    trigger,
    says: `${facts.assistant.name} gives it to ${assistant.name}.`,
    patch: {
      assistantId: assistant.id,
      assignedAt: facts.now,
      context,
      ...(lead.context === '' && context !== '' ? { contextSource: 'default' } : {}),
      nextFollowUpAt,
    },
    first: takeUpAgain(lead, assistant, facts.assistant),
    last: [noteOf(lead, assistant, facts, nextFollowUpAt)],
  };
}

/** What the record or a person said stays; a default is hers. */
function contextWith(lead: Lead, assistant: AssistantFacts): string {
  const own = lead.contextSource === 'default' ? '' : lead.context;
  return own || assistant.context || lead.context;
}

/** At her hours and within her limits; the end of the last gap is no message. */
function dateWith(lead: Lead, assistant: AssistantFacts, facts: Facts): Lead['nextFollowUpAt'] {
  if (lead.nextFollowUpAt === null || lead.followUp !== 'Scheduled') return lead.nextFollowUpAt;
  // Her own plan is not counted here: what is over a limit moves on when it is due.
  const planning = planningOf(lead, { ...facts, assistant, plannedPerDay: {}, mailbox: null });
  return sendAt(planning, lead.nextFollowUpAt);
}

function noteOf(
  lead: Lead,
  assistant: AssistantFacts,
  facts: Facts,
  nextFollowUpAt: Lead['nextFollowUpAt'],
): Effect {
  return {
    kind: 'crm-note',
    recordId: lead.recordId,
    at: facts.now,
    note: {
      about: 'taken',
      assistantName: assistant.name,
      nextFollowUpAt,
      timeZone: assistant.rules.timeZone,
      scheduleName: facts.schedule.name,
      scheduleSource: lead.scheduleSource,
      unknownSchedule: null,
      restarted: false,
      hold: lead.hold,
    },
  };
}

/** Who gets the record back, instead of whoever had it before. */
export function findOwnerChosen(lead: Lead, { ownerId }: Of<'owner-chosen'>, facts: Facts): Found {
  const trigger = 'choose-owner';
  if (!isActive(lead.state)) return { trigger };
  if (facts.connection.assignment === 'property') {
    return { because: 'Assistants are named in a field here, so the owner of the record never changes.' };
  }
  if (lead.custody === 'HandingBack') return { because: ON_ITS_WAY };
  if (lead.custody !== 'Held') return { because: `${WITH_OWNER} Change the owner in the CRM.` };
  if (ownerId === null) return { because: 'Choose who gets the record back.', isIncomplete: true };
  const owner = facts.chosenOwner;
  if (owner === undefined || owner.id !== ownerId || !owner.active) {
    return { because: 'The chosen person is no active user of this CRM.' };
  }
  const name = userName(owner);
  const handBackTo = ownerId === lead.previousOwnerId ? null : ownerId;
  if (handBackTo === lead.handBackTo) return { because: `${name} gets it back already.` };
  return { trigger, says: `${name} gets it back.`, patch: { handBackTo } };
}
