import type { ScheduleChoice } from './assignment-choice.ts';
import { chooseContext } from './assignment-choice.ts';
import { ASSIGNMENTS } from './assignment-table.ts';
import type { AssignmentCase } from './assignment-table.ts';
import type { Instant } from '../time.ts';
import type { Decision, JournalDraft } from './decision.ts';
import type { AssignmentFacts, AssistantFacts, CrmRecord } from './facts.ts';
import type { Lead, LeadState } from './lead.ts';

/** A decision on an assignment, and how it turned out. */
export interface AssignmentDecision extends Decision {
  /** `refused`: no lead comes of it · `ended-at-once`: a lead that is handed back without a message. */
  readonly outcome: 'taken' | 'refused' | 'adopted' | 'ended-at-once';
}

/** By owner, or by the field that names the assistant; null: unknown. */
export function assignedToHerAt(record: CrmRecord, assistant: AssistantFacts): Instant | null {
  return isOwnedBy(record, assistant) ? record.assignedAt : record.assistantFieldAt;
}

/** An assistant without a user of the CRM owns nothing, also where nobody does; nor does one whom the field names. */
export function isOwnedBy(record: CrmRecord, assistant: AssistantFacts): boolean {
  if (record.assistantField === assistant.name) return false;
  return assistant.ownerId !== '' && record.ownerId === assistant.ownerId;
}

/** A lead in this state with nothing planned yet; a lead from before keeps its id, its addresses and its count of runs. */
export function newLead(facts: AssignmentFacts, choice: ScheduleChoice, state: LeadState): Lead {
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
export function ended(lead: Lead): Lead {
  return {
    ...lead,
    custody: 'HandingBack',
    followUp: lead.state === 'Processed' ? 'Completed' : 'Stopped',
  };
}

/** The journal's entry for a case of the table. */
export function assignmentEntry(
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
