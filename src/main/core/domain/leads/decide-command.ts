import type { Decision, Refusal } from './decision.ts';
import { isUnderWay, newRun, planningOf } from './decide-engagement.ts';
import type { Effect } from './effect.ts';
import { findTagged, findReminderSet } from './decide-remarks.ts';
import { findAssistantChosen, findOwnerChosen, findScheduleChosen } from './decide-change.ts';
import { findPause } from './decide-pause.ts';
import type { AssistantFacts, Facts, ScheduleFacts } from './facts.ts';
import type { Finding, Found } from './finding.ts';
import { nextFollowUp, sendAt } from './follow-up-dates.ts';
import { ownerAgain } from './hand-back.ts';
import { isActive } from './lead.ts';
import type { Lead } from './lead.ts';
import type { LeadCommand } from './lead-event.ts';
import { ADDRESS_STILL_WORKS, REASON_SENTENCES } from './lead-words.ts';
import { findMailLinked } from './link-mail.ts';
import { settle } from './settle.ts';
import { WITH_OWNER, chosen, notInThisCrm, obstacleTo, ownerMoves, takeUpAgain } from './take-up.ts';
import { transition } from './transitions.ts';

type Of<T extends LeadCommand['type']> = Extract<LeadCommand, { type: T }>;

const DELETED = 'The record was deleted in the CRM.';
/** What stays in this program, or holds for the person, whoever has the record. */
const ALWAYS_POSSIBLE: ReadonlySet<LeadCommand['type']> = new Set<LeadCommand['type']>([
  'unsubscribe-pressed',
  'tagged',
  'reminder-set',
  'reminder-done',
]);
const RELEASED = 'A person took the record away. Assign it to the assistant again in the CRM.';

/**
 * What a person's command does to a lead, or why it makes no sense for it (bulk actions skip it with that
 * reason: domain.md section 1, schedules).
 */
export function decideCommand(lead: Lead, command: LeadCommand, facts: Facts): Decision | Refusal {
  const refuse = (because: string): Refusal => ({ refused: true, command: command.type, because });
  if (!ALWAYS_POSSIBLE.has(command.type)) {
    if (lead.recordDeleted) return refuse(DELETED);
    if (lead.custody === 'Released') return refuse(RELEASED);
  }

  const found = findCommand(lead, command, facts);
  if ('because' in found) return { ...found, ...refuse(found.because) };
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
    case 'mail-linked':
      return findMailLinked(lead, command, facts);
    case 'next-message-moved':
      return findMoved(lead, command, facts);
    case 'note-added':
      return findNote(lead, command, facts);
    case 'pause-pressed':
      return findPause(lead, command, facts);
    case 'unsubscribe-pressed':
      return { trigger: 'unsubscribe' };
    case 'schedule-chosen':
      return findScheduleChosen(lead, command, facts);
    case 'assistant-chosen':
      return findAssistantChosen(lead, command, facts);
    case 'owner-chosen':
      return findOwnerChosen(lead, command, facts);
    case 'tagged':
      return findTagged(command, facts);
    case 'reminder-set':
      return findReminderSet(command, facts);
    case 'reminder-done':
      return { trigger: 'reminder-done', says: `Done: “${command.text}”.` };
  }
}

function findMark(lead: Lead, command: Of<'marked'>): Found {
  if (command.state === 'DeActivated' && command.reason === 'MovedOut') {
    return lead.reason === 'MovedOut'
      ? { because: 'The lead is marked as moved out already.' }
      : { trigger: 'mark:MovedOut' };
  }
  if (command.state !== 'Cold') return { trigger: `mark:${command.state}` };
  if (lead.custody !== 'Held') return { because: `${WITH_OWNER} Restart takes it up again.` };
  return { trigger: 'mark:Cold', patch: { opens: 0, clicks: 0, pausedWithoutDate: false } };
}

/** Only the date moves; a day or an hour at which nothing is sent moves it on. */
function findMoved(lead: Lead, command: Of<'next-message-moved'>, facts: Facts): Found {
  if (!isUnderWay(lead) || lead.nextFollowUpAt === null || lead.nextStep >= facts.schedule.steps.length) {
    return { because: 'No message is planned for this lead.' };
  }
  if (command.step !== lead.nextStep) return { because: 'Another message is the next one now.' };
  if (command.at < facts.now) return { because: 'Date: choose a moment that is still to come.' };
  const nextFollowUpAt = sendAt(planningOf(lead, facts), command.at);
  return { trigger: 'next-message-moved', patch: { nextFollowUpAt, pausedWithoutDate: false } };
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
  const isPaused = lead.pausedUntil !== null;
  if (isUnderWay(lead) && !isPaused) return { because: 'The follow-up is under way already.' };
  const obstacle = obstacleTo(lead, facts);
  if (obstacle !== null) return { because: obstacle };
  const says = isPaused ? 'The pause is over.' : undefined;
  if (lead.state === 'New') {
    return { trigger: 'continue', ...told(says), patch: { followUp: 'Waiting', pausedUntil: null } };
  }
  const { steps } = facts.schedule;
  if (lead.nextStep >= steps.length && !isPaused) {
    return { because: 'Every step of the schedule was sent. Add a step to it, or press Restart.' };
  }
  const state = lead.state === 'Processed' ? 'Cold' : lead.state;
  const since = lead.lastSentAt ?? facts.now;
  const planning = planningOf({ ...lead, pausedUntil: null }, facts);
  const next = nextFollowUp(planning, steps, lead.nextStep, since, state);
  const { notBefore } = command;
  const at = notBefore === undefined ? {} : { nextFollowUpAt: sendAt(planning, notBefore) };
  return {
    trigger: 'continue',
    ...told(says),
    custody: 'Held',
    patch: { ...next, ...at, pausedWithoutDate: false, pausedUntil: null },
    first: takeUpAgain(lead, facts.assistant),
  };
}

function told(says: string | undefined): Pick<Finding, 'says'> {
  return says === undefined ? {} : { says };
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
  const obstacle = obstacleTo(lead, facts) ?? notInThisCrm(assistant, facts);
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
  const planning = planningOf({ ...lead, pausedUntil: null }, { ...facts, assistant });
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
