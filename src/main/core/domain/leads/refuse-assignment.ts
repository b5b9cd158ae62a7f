import { ownerToHandBackTo } from '../crm/previous-owner.ts';
import { assignmentEntry, ended, newLead, type AssignmentDecision } from './assigned-lead.ts';
import { chooseSchedule } from './assignment-choice.ts';
import type { Effect } from './effect.ts';
import type { AssignmentFacts } from './facts.ts';
import { handBackEffects, stateNotice } from './hand-back.ts';
import type { Lead } from './lead.ts';
import { leadName, whoGetsIt } from './lead-words.ts';

/** UnSubscribed is for ever, in every schedule and with every assistant. */
export function suppress(facts: AssignmentFacts): AssignmentDecision {
  const lead = ended(newLead(facts, chooseSchedule(facts), 'UnSubscribed'));
  const text = `${leadName(lead)} must not be written to and was not taken. ${whoGetsIt(facts)}`;
  return {
    outcome: 'ended-at-once',
    lead,
    journal: [assignmentEntry(facts, 'assigned', 'suppressed', lead.state)],
    effects: [
      { kind: 'crm-status', recordId: lead.recordId, state: lead.state },
      ...bounceBack(facts, 'suppressed', lead.state),
      { kind: 'notice', topic: 'handed-back', text },
    ],
    suppress: lead.addresses,
  };
}

/** The guard: nothing is processed; the note says why and how to force it. */
export function refuseGuarded(facts: AssignmentFacts): AssignmentDecision {
  return {
    outcome: 'refused',
    lead: null,
    journal: [assignmentEntry(facts, 'assignment-refused', 'guarded', null)],
    effects: bounceBack(facts, 'already-has-status', facts.record.connectionStatus.trim()),
    suppress: [],
  };
}

/** An address or domain on the list "Never write to": nothing is processed; the note says what is on it. */
export function refuseExcluded(facts: AssignmentFacts, pattern: string): AssignmentDecision {
  return {
    outcome: 'refused',
    lead: null,
    journal: [assignmentEntry(facts, 'assignment-refused', 'excluded', null)],
    effects: bounceBack(facts, 'excluded', pattern),
    suppress: [],
  };
}

/** Like a suppressed one, but no lead is made and no word of the person is kept. */
export function refuseErased(facts: AssignmentFacts): AssignmentDecision {
  const line = assignmentEntry(facts, 'assignment-refused', 'erased', null);
  return {
    outcome: 'refused',
    lead: null,
    journal: [{ ...line, from: null, data: { recordId: facts.record.id } }],
    effects: bounceBack(facts, 'erased', ''),
    suppress: [],
  };
}

/** An address that nobody can be reached at: over before it began. */
export function deactivate(facts: AssignmentFacts): AssignmentDecision {
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
    journal: [assignmentEntry(facts, 'assigned', 'address-unusable', lead.state)],
    effects: [
      { kind: 'crm-status', recordId: lead.recordId, state: lead.state },
      ...handBackEffects(lead, whole, finding),
      ...stateNotice(lead, whole, finding, true),
    ],
    suppress: [],
  };
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
