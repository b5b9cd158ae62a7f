import { tenureStart } from '../crm/previous-owner.ts';
import { stateOfConnectionStatus } from '../crm/status-mapping.ts';
import {
  assignedToHerAt,
  assignmentEntry,
  ended,
  isOwnedBy,
  newLead,
  type AssignmentDecision,
} from './assigned-lead.ts';
import { chooseContext, chooseSchedule } from './assignment-choice.ts';
import { planningOf } from './decide-engagement.ts';
import type { Effect, NoteContent } from './effect.ts';
import type { AssignmentFacts } from './facts.ts';
import { nextFollowUp } from './follow-up-dates.ts';
import { handBackEffects, stateNotice } from './hand-back.ts';
import { isActive } from './lead.ts';
import type { HoldReason, Lead, LeadState } from './lead.ts';
import { leadName } from './lead-words.ts';
import { deactivate, refuseErased, refuseExcluded, refuseGuarded, suppress } from './refuse-assignment.ts';

/**
 * What becomes of a record that turned up with an assistant (domain.md section 1, assignment rules). An erased or
 * suppressed person comes first, then a record that is hers already, one that is never to be written to, one that she
 * had before a backup was restored, then the re-assignment guard, then the address.
 */
export function decideAssignment(facts: AssignmentFacts): AssignmentDecision {
  const { record, existingLead } = facts;
  const known = stateOfConnectionStatus(record.connectionStatus);
  if (facts.erased === true) return refuseErased(facts);
  if (facts.suppressed || record.optedOut || existingLead?.state === 'UnSubscribed') return suppress(facts);
  if (existingLead !== null && isHersAlready(existingLead, facts)) return keep(existingLead, facts);
  if (facts.excludedBy !== undefined && facts.excludedBy !== null)
    return refuseExcluded(facts, facts.excludedBy);
  if (existingLead === null && known !== null && isAdoptable(facts)) return adopt(facts, known);
  if (facts.connection.guardOn && record.connectionStatus.trim() !== '') return refuseGuarded(facts);
  if (facts.address.verdict === 'missing' || facts.address.verdict === 'invalid') return deactivate(facts);
  return take(facts);
}

/**
 * Hers since before: the same assignment seen again, or our own taking up coming back as a change. A person
 * who cleared the status and assigned it again wants a fresh start.
 */
function isHersAlready(lead: Lead, { record, assistant }: AssignmentFacts): boolean {
  if (lead.custody !== 'Held' || lead.assistantId !== assistant.id) return false;
  const assignedAt = assignedToHerAt(record, assistant);
  const newer = assignedAt !== null && assignedAt > lead.assignedAt;
  const forced = newer && record.connectionStatus.trim() === '' && record.ownerHistory[0]?.byUs !== true;
  return !forced;
}

function isAdoptable({ record, assistant }: AssignmentFacts): boolean {
  const since = isOwnedBy(record, assistant)
    ? tenureStart(record.ownerHistory, assistant.ownerId)
    : record.assistantFieldAt;
  return since !== null && record.connectionStatusAt !== null && since < record.connectionStatusAt;
}

/** Cold, or New held, or Pending at a slower rate; a note of confirmation in any case. */
function take(facts: AssignmentFacts): AssignmentDecision {
  const choice = chooseSchedule(facts);
  const { context } = chooseContext(facts.record, facts.assistant);
  const unverifiable = facts.address.verdict === 'unverifiable';
  const isRisky = unverifiable || facts.address.verdict === 'risky';
  const hold = holdOf(facts, context, isRisky);
  const begins = unverifiable ? 'unverifiable' : 'started';
  const which = hold === null ? begins : hold === 'bounce-guard' ? 'held-by-guard' : 'held';
  const state = hold !== null ? 'New' : unverifiable ? 'Pending' : 'Cold';
  const base = { ...newLead(facts, choice, state), ...begunWith(facts), isRisky };
  const next =
    hold === null
      ? nextFollowUp(
          planningOf(base, facts),
          choice.schedule.steps,
          base.nextStep,
          base.lastSentAt ?? base.assignedAt,
          state,
        )
      : ({ followUp: 'Waiting', nextFollowUpAt: null } as const);
  const heldSince = hold === 'bounce-guard' ? facts.now : null;
  const lead: Lead = { ...base, ...next, hold, heldSince };
  const note: NoteContent = {
    about: 'taken',
    assistantName: facts.assistant.name,
    nextFollowUpAt: lead.nextFollowUpAt,
    timeZone: facts.assistant.rules.timeZone,
    scheduleName: choice.schedule.name,
    scheduleSource: choice.source,
    unknownSchedule: choice.unknown,
    restarted: facts.existingLead !== null,
    hold,
  };
  return {
    outcome: 'taken',
    lead,
    journal: [assignmentEntry(facts, 'assigned', which, lead.state)],
    effects: [
      { kind: 'crm-status', recordId: lead.recordId, state: lead.state },
      { kind: 'crm-note', recordId: lead.recordId, at: facts.now, note },
    ],
    suppress: [],
  };
}

/** A person of the team wrote the first message: she begins with the second, in its thread. */
function begunWith({ begun }: AssignmentFacts): Partial<Lead> {
  if (begun === undefined) return {};
  return {
    nextStep: 1,
    lastSentAt: begun.at,
    threadSubject: begun.subject,
    thread: [...begun.references, begun.messageId],
  };
}

/** Why a lead cannot start yet; null: it can. */
function holdOf(facts: AssignmentFacts, context: string, isRisky: boolean): HoldReason | null {
  if (context === '') return 'no-context';
  if (isRisky && facts.isGuardUp === true) return 'bounce-guard';
  return facts.assistant.hasCapacity ? null : 'no-capacity';
}

/**
 * A record of hers that this database does not know (a new machine, a restored backup) gets a lead in the state
 * of its field. One whose follow-up had ended goes back to its owner. One under follow-up goes on after the
 * messages that are known to be out; where their number is not known it is paused until a person decides, since
 * nothing may be sent twice.
 */
function adopt(facts: AssignmentFacts, state: LeadState): AssignmentDecision {
  const choice = chooseSchedule(facts);
  const base = newLead(facts, choice, state);
  const common = {
    outcome: 'adopted',
    journal: [assignmentEntry(facts, 'adopted', 'adopted', state)],
  } as const;
  const whole = { ...facts, schedule: choice.schedule, suppressedAddresses: [] };
  if (!isActive(state)) {
    const lead = ended(base);
    const finding = { trigger: 'hand-back' } as const;
    return {
      ...common,
      lead,
      effects: [...handBackEffects(lead, whole, finding), ...stateNotice(lead, whole, finding, true)],
      suppress: state === 'UnSubscribed' ? lead.addresses : [],
    };
  }
  if (state === 'New') {
    const hold = base.context === '' ? 'no-context' : 'no-capacity';
    return { ...common, lead: { ...base, followUp: 'Waiting', hold }, effects: [], suppress: [] };
  }
  const sent = facts.mailsSentBefore;
  if (sent === undefined) {
    const text =
      `${leadName(base)} was adopted as ${state}, and how many follow-ups were sent before is not known. ` +
      'Press Continue to begin with the first step, or Hand back.';
    const notice: Effect = { kind: 'notice', topic: 'needs-attention', text };
    return { ...common, lead: { ...base, followUp: 'Paused' }, effects: [notice], suppress: [] };
  }
  const { steps } = choice.schedule;
  const nextStep = sent < steps.length ? sent : steps.length;
  const next = nextFollowUp(planningOf(base, facts), steps, nextStep, facts.now, state);
  return { ...common, lead: { ...base, ...next, nextStep }, effects: [], suppress: [] };
}

function keep(lead: Lead, facts: AssignmentFacts): AssignmentDecision {
  const line = assignmentEntry(facts, 'assigned', 'held-already', lead.state);
  return { outcome: 'taken', lead, journal: [{ ...line, from: lead.state }], effects: [], suppress: [] };
}
