import { ownerToHandBackTo, tenureStart } from '../crm/previous-owner.ts';
import { stateOfConnectionStatus } from '../crm/status-mapping.ts';
import type { Instant } from '../time.ts';
import { chooseContext, chooseSchedule } from './assignment-choice.ts';
import type { ScheduleChoice } from './assignment-choice.ts';
import { ASSIGNMENTS } from './assignment-table.ts';
import type { AssignmentCase } from './assignment-table.ts';
import type { Decision, JournalDraft } from './decision.ts';
import { planningOf } from './decide-engagement.ts';
import type { Effect, NoteContent } from './effect.ts';
import type { AssignmentFacts, AssistantFacts, CrmRecord } from './facts.ts';
import { nextFollowUp } from './follow-up-dates.ts';
import { handBackEffects, stateNotice } from './hand-back.ts';
import { isActive } from './lead.ts';
import type { HoldReason, Lead, LeadState } from './lead.ts';
import { leadName, whoGetsIt } from './lead-words.ts';

/** A decision on an assignment, and how it turned out. */
export interface AssignmentDecision extends Decision {
  /** `refused`: no lead comes of it · `ended-at-once`: a lead that is handed back without a message. */
  readonly outcome: 'taken' | 'refused' | 'adopted' | 'ended-at-once';
}

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
  if (facts.connection.guardOn && record.connectionStatus.trim() !== '') return refuse(facts);
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

/** By owner, or by the field that names the assistant; null: unknown. */
function assignedToHerAt(record: CrmRecord, assistant: AssistantFacts): Instant | null {
  return isOwnedBy(record, assistant) ? record.assignedAt : record.assistantFieldAt;
}

/** An assistant without a user of the CRM owns nothing, also where nobody does; nor does one whom the field names. */
function isOwnedBy(record: CrmRecord, assistant: AssistantFacts): boolean {
  if (record.assistantField === assistant.name) return false;
  return assistant.ownerId !== '' && record.ownerId === assistant.ownerId;
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
    journal: [journal(facts, 'assigned', which, lead.state)],
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

/** UnSubscribed is for ever, in every schedule and with every assistant. */
function suppress(facts: AssignmentFacts): AssignmentDecision {
  const lead = ended(newLead(facts, chooseSchedule(facts), 'UnSubscribed'));
  const text = `${leadName(lead)} must not be written to and was not taken. ${whoGetsIt(facts)}`;
  return {
    outcome: 'ended-at-once',
    lead,
    journal: [journal(facts, 'assigned', 'suppressed', lead.state)],
    effects: [
      { kind: 'crm-status', recordId: lead.recordId, state: lead.state },
      ...bounceBack(facts, 'suppressed', lead.state),
      { kind: 'notice', topic: 'handed-back', text },
    ],
    suppress: lead.addresses,
  };
}

/** The guard: nothing is processed; the note says why and how to force it. */
function refuse(facts: AssignmentFacts): AssignmentDecision {
  return {
    outcome: 'refused',
    lead: null,
    journal: [journal(facts, 'assignment-refused', 'guarded', null)],
    effects: bounceBack(facts, 'already-has-status', facts.record.connectionStatus.trim()),
    suppress: [],
  };
}

/** An address or domain on the list "Never write to": nothing is processed; the note says what is on it. */
function refuseExcluded(facts: AssignmentFacts, pattern: string): AssignmentDecision {
  return {
    outcome: 'refused',
    lead: null,
    journal: [journal(facts, 'assignment-refused', 'excluded', null)],
    effects: bounceBack(facts, 'excluded', pattern),
    suppress: [],
  };
}

/** Like a suppressed one, but no lead is made and no word of the person is kept. */
function refuseErased(facts: AssignmentFacts): AssignmentDecision {
  const line = journal(facts, 'assignment-refused', 'erased', null);
  return {
    outcome: 'refused',
    lead: null,
    journal: [{ ...line, from: null, data: { recordId: facts.record.id } }],
    effects: bounceBack(facts, 'erased', ''),
    suppress: [],
  };
}

function deactivate(facts: AssignmentFacts): AssignmentDecision {
  const { address } = facts;
  const base = newLead(facts, chooseSchedule(facts), 'DeActivated');
  const reason = address.verdict === 'invalid' ? address.reason : 'InvalidEmail';
  const lead: Lead = { ...ended(base), reason };
  const finding = {
    trigger: 'address-lost',
    detail: address.verdict === 'missing' ? 'The record has no e-mail address.' : '',
  } as const;
  const whole = { ...facts, schedule: chooseSchedule(facts).schedule, suppressedAddresses: [] };
  return {
    outcome: 'ended-at-once',
    lead,
    journal: [journal(facts, 'assigned', 'address-unusable', lead.state)],
    effects: [
      { kind: 'crm-status', recordId: lead.recordId, state: lead.state },
      ...handBackEffects(lead, whole, finding),
      ...stateNotice(lead, whole, finding, true),
    ],
    suppress: [],
  };
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
  const common = { outcome: 'adopted', journal: [journal(facts, 'adopted', 'adopted', state)] } as const;
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
  const line = journal(facts, 'assigned', 'held-already', lead.state);
  return { outcome: 'taken', lead, journal: [{ ...line, from: lead.state }], effects: [], suppress: [] };
}

/** The note that says why, then the owner. */
function bounceBack(
  facts: AssignmentFacts,
  because: 'already-has-status' | 'suppressed' | 'erased' | 'excluded',
  status: string,
): readonly Effect[] {
  const { record, assistant, now } = facts;
  const { ownerId, note: ownerNote } = ownerToHandBackTo(facts);
  const note = { about: 'refused', because, assistantName: assistant.name, status, ownerNote } as const;
  return [
    { kind: 'crm-note', recordId: record.id, at: now, note },
    { kind: 'crm-owner', recordId: record.id, ownerId, expectedOwnerId: assistant.ownerId },
  ];
}

/** A lead in this state with nothing planned yet; a lead from before keeps its id, its addresses and its count of runs. */
function newLead(facts: AssignmentFacts, choice: ScheduleChoice, state: LeadState): Lead {
  const { record, assistant, existingLead, now } = facts;
  const { context, source } = chooseContext(record, assistant);
  const email = record.email.trim().toLowerCase();
  const all = [email, ...record.otherEmails.map((address) => address.trim().toLowerCase())];
  return {
    id: existingLead?.id ?? facts.newLeadId,
    connectionId: facts.connection.id,
    assistantId: assistant.id,
    recordId: record.id,
    state,
    reason: state === 'DeActivated' ? 'CannotDetermine' : null,
    stateBefore: state === 'OutOfOffice' ? 'Cold' : state === 'LeadAtRisk' ? 'Responded' : null,
    hold: null,
    heldSince: null,
    custody: 'Held',
    followUp: 'Stopped',
    run: existingLead === null ? 0 : existingLead.run + 1,
    scheduleId: choice.schedule.id,
    scheduleSource: choice.source,
    nextStep: 0,
    stepCount: choice.schedule.steps.length,
    nextFollowUpAt: null,
    pausedWithoutDate: false,
    pausedBecause: null,
    pausedUntil: null,
    context,
    contextSource: source,
    email,
    isRisky: false,
    addresses: [...new Set([...(existingLead?.addresses ?? []), ...all])].filter((address) => address !== ''),
    firstName: record.firstName,
    lastName: record.lastName,
    company: record.company,
    country: record.country,
    timeZone: record.timeZone,
    opens: 0,
    clicks: 0,
    openedAt: existingLead?.openedAt ?? [],
    lastSentAt: null,
    lastReplyAt: null,
    answerAwaitedSince: null,
    nextRiskAt: null,
    riskReminders: 0,
    threadSubject: null,
    thread: [],
    assignedAt: assignedToHerAt(record, assistant) ?? now,
    previousOwnerId: facts.previousOwner?.id ?? null,
    handBackTo: null,
    createdAt: existingLead?.createdAt ?? now,
    updatedAt: now,
    recordDeleted: false,
    version: existingLead?.version ?? 0,
  };
}

/** Over before it began: on its way back to its owner. */
function ended(lead: Lead): Lead {
  return {
    ...lead,
    custody: 'HandingBack',
    followUp: lead.state === 'Processed' ? 'Completed' : 'Stopped',
  };
}

function journal(
  facts: AssignmentFacts,
  event: JournalDraft['event'],
  which: AssignmentCase,
  to: LeadState | null,
): JournalDraft {
  const { record, address, existingLead, now } = facts;
  return {
    event,
    data: {
      recordId: record.id,
      assignedAt: record.assignedAt,
      connectionStatus: record.connectionStatus,
      schedule: record.schedule,
      context: record.context,
      address,
    },
    from: which === 'guarded' ? null : (existingLead?.state ?? null),
    to,
    rule: ASSIGNMENTS[which].rule,
    at: now,
  };
}
