import type { Decision, Refusal } from './decision.ts';
import { isUnderWay, newRun, planningOf } from './decide-engagement.ts';
import type { Effect } from './effect.ts';
import { exclusionInWords } from './exclusions.ts';
import type { AssistantFacts, Facts, ScheduleFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { nextFollowUp, sendAt } from './follow-up-dates.ts';
import { ownerAgain } from './hand-back.ts';
import { isActive } from './lead.ts';
import type { Lead } from './lead.ts';
import type { LeadCommand } from './lead-event.ts';
import { ADDRESS_STILL_WORKS, REASON_SENTENCES } from './lead-words.ts';
import { settle } from './settle.ts';
import { UNSUBSCRIBED_FOR_EVER, transition } from './transitions.ts';

type Of<T extends LeadCommand['type']> = Extract<LeadCommand, { type: T }>;
type Found = Finding | { readonly because: string };

const DELETED = 'The record was deleted in the CRM.';
const RELEASED = 'A person took the record away. Assign it to the assistant again in the CRM.';
const ON_ITS_WAY = 'The record is on its way back to its owner. Try again in a minute.';
const WITH_OWNER = 'The record is already with its owner.';

/**
 * What a person's command does to a lead, or why it makes no sense for it (bulk actions skip it with that
 * reason: domain.md section 1, schedules).
 */
export function decideCommand(lead: Lead, command: LeadCommand, facts: Facts): Decision | Refusal {
  const refuse = (because: string): Refusal => ({ refused: true, command: command.type, because });
  if (lead.recordDeleted) return refuse(DELETED);
  if (lead.custody === 'Released') return refuse(RELEASED);

  const found = findCommand(lead, command, facts);
  if ('because' in found) return refuse(found.because);
  const answer = transition(lead.state, found.trigger);
  if (answer.kind === 'refused') return refuse(answer.because);
  return settle(lead, command, facts, found);
}

function findCommand(lead: Lead, command: LeadCommand, facts: Facts): Found {
  switch (command.type) {
    case 'marked':
      return findMark(lead, command);
    case 'intent-corrected':
      return command.intent === command.was
        ? { because: `The reply is understood as ${command.intent} already.` }
        : { trigger: `correct:${command.intent}` };
    case 'stop-pressed':
      if (!isActive(lead.state)) return { trigger: 'stop' };
      return lead.followUp === 'Stopped'
        ? { because: 'The follow-up is stopped already.' }
        : { trigger: 'stop' };
    case 'continue-pressed':
      return findContinue(lead, command, facts);
    case 'restart-pressed':
      return findRestart(lead, command, facts);
    case 'hand-back-pressed':
      if (lead.custody === 'HandedBack') return { because: WITH_OWNER };
      return lead.custody === 'HandingBack'
        ? { trigger: 'hand-back', last: [ownerAgain(lead, facts)] }
        : { trigger: 'hand-back' };
    case 'not-at-risk-pressed':
      return { trigger: 'not-at-risk', answered: true };
    case 'note-added':
      return findNote(lead, command, facts);
  }
}

function findMark(lead: Lead, command: Of<'marked'>): Found {
  if (command.state !== 'Cold') return { trigger: `mark:${command.state}` };
  if (lead.custody !== 'Held') return { because: `${WITH_OWNER} Restart takes it up again.` };
  return { trigger: 'mark:Cold', patch: { opens: 0, clicks: 0, pausedWithoutDate: false } };
}

function findNote(lead: Lead, command: Of<'note-added'>, facts: Facts): Found {
  const text = command.text.trim();
  if (text === '') return { because: 'The note is empty.' };
  if (lead.custody === 'HandedBack') return { because: `${WITH_OWNER} Write the note in the CRM.` };
  const note: Effect = {
    kind: 'crm-note',
    recordId: lead.recordId,
    at: facts.now,
    note: { about: 'person', text },
  };
  return { trigger: 'note-added', last: [note] };
}

/** Only the steps not yet sent. */
function findContinue(lead: Lead, command: Of<'continue-pressed'>, facts: Facts): Found {
  if (lead.state !== 'Processed' && !isActive(lead.state)) return { trigger: 'continue' };
  if (isUnderWay(lead)) return { because: 'The follow-up is under way already.' };
  const obstacle = obstacleTo(lead, facts);
  if (obstacle !== null) return { because: obstacle };
  if (lead.state === 'New') return { trigger: 'continue', patch: { followUp: 'Waiting' } };
  const { steps } = facts.schedule;
  if (lead.nextStep >= steps.length) {
    return { because: 'Every step of the schedule was sent. Add a step to it, or press Restart.' };
  }
  const state = lead.state === 'Processed' ? 'Cold' : lead.state;
  const since = lead.lastSentAt ?? facts.now;
  const planning = planningOf(lead, facts);
  const next = nextFollowUp(planning, steps, lead.nextStep, since, state);
  const { notBefore } = command;
  const at = notBefore === undefined ? {} : { nextFollowUpAt: sendAt(planning, notBefore) };
  return {
    trigger: 'continue',
    custody: 'Held',
    patch: { ...next, ...at, pausedWithoutDate: false },
    first: takeUpAgain(lead, facts.assistant),
  };
}

/** From the first step, on the same or another schedule, with the same or another assistant. */
function findRestart(lead: Lead, command: Of<'restart-pressed'>, facts: Facts): Found {
  const schedule = chosen(command.scheduleId, facts.schedule, facts.restartSchedule);
  if (schedule === null) return { because: 'The chosen schedule does not exist any more.' };
  const assistant = chosen(command.assistantId, facts.assistant, facts.restartAssistant);
  if (assistant === null) return { because: 'The chosen assistant does not exist any more.' };
  if (transition(lead.state, 'restart').kind === 'refused') return { trigger: 'restart' };
  if (lead.state !== 'New' && isUnderWay(lead)) {
    return { because: 'The follow-up is under way. Press Stop first, then Restart.' };
  }
  const obstacle = obstacleTo(lead, facts);
  if (obstacle !== null) return { because: obstacle };
  if (lead.reason !== null && !ADDRESS_STILL_WORKS[lead.reason]) {
    return { because: `The address cannot be written to. ${REASON_SENTENCES[lead.reason]}` };
  }
  const own = lead.contextSource === 'default' ? '' : lead.context;
  const context = own || assistant.context || lead.context;
  if (context === '') return { because: 'There is no context. Give the assistant a default context first.' };
  return {
    trigger: 'restart',
    custody: 'Held',
    ...restarted(lead, facts, { schedule, assistant, context, byPerson: command.scheduleId !== null }),
  };
}

function restarted(
  lead: Lead,
  facts: Facts,
  run: { schedule: ScheduleFacts; assistant: AssistantFacts; context: string; byPerson: boolean },
): Pick<Finding, 'patch' | 'first' | 'last'> {
  const { schedule, assistant, context } = run;
  const planning = planningOf(lead, { ...facts, assistant });
  const state = lead.state === 'Pending' ? 'Pending' : 'Cold';
  const next = nextFollowUp(planning, schedule.steps, 0, facts.now, state);
  const scheduleSource = run.byPerson ? 'person' : lead.scheduleSource;
  const note: Effect = {
    kind: 'crm-note',
    recordId: lead.recordId,
    at: facts.now,
    note: {
      about: 'taken',
      assistantName: assistant.name,
      nextFollowUpAt: next.nextFollowUpAt,
      timeZone: assistant.rules.timeZone,
      scheduleName: schedule.name,
      scheduleSource,
      unknownSchedule: null,
      restarted: true,
      hold: null,
    },
  };
  return {
    patch: {
      ...newRun(lead),
      ...next,
      assistantId: assistant.id,
      scheduleId: schedule.id,
      scheduleSource,
      context,
      ...(lead.context === '' ? { contextSource: 'default' } : {}),
      ...(ownerMoves(lead, facts.assistant, assistant) ? { assignedAt: facts.now } : {}),
    },
    first: takeUpAgain(lead, assistant, facts.assistant),
    last: [note],
  };
}

/** What keeps any follow-up from going on, whatever the state says; null: nothing. */
function obstacleTo(lead: Lead, facts: Facts): string | null {
  if (lead.custody === 'HandingBack') return ON_ITS_WAY;
  if (lead.email === '') return 'The record has no e-mail address.';
  if (lead.addresses.some((address) => facts.suppressedAddresses.includes(address))) {
    return UNSUBSCRIBED_FOR_EVER;
  }
  return facts.excludedBy === undefined || facts.excludedBy === null
    ? null
    : exclusionInWords(facts.excludedBy);
}

function chosen<T extends { readonly id: string }>(
  id: string | null,
  present: T,
  other: T | undefined,
): T | null {
  if (id === null || id === present.id) return present;
  return other?.id === id ? other : null;
}

/**
 * The assistant takes a record up that its owner had got back, or that another assistant holds. It is written
 * only while the one it is taken from still owns it.
 */
function takeUpAgain(lead: Lead, assistant: AssistantFacts, holder = assistant): readonly Effect[] {
  if (!ownerMoves(lead, holder, assistant)) return [];
  const expectedOwnerId = lead.custody === 'HandedBack' ? (lead.previousOwnerId ?? '') : holder.ownerId;
  return [{ kind: 'crm-owner', recordId: lead.recordId, ownerId: assistant.ownerId, expectedOwnerId }];
}

function ownerMoves(lead: Lead, holder: AssistantFacts, assistant: AssistantFacts): boolean {
  return lead.custody === 'HandedBack' || holder.id !== assistant.id;
}
