import { findOwnerAnswered, findOwnerSilent } from './at-risk.ts';
import { findGuardAsked } from './bounce-guard.ts';
import type { Decision } from './decision.ts';
import { decideCommand } from './decide-command.ts';
import {
  findContactChanged,
  findHandBackFailed,
  findHandBackUndone,
  findHandedBack,
  findRecordDeleted,
  findRecordMerged,
  findTakenAway,
} from './decide-custody.ts';
import {
  findAddressProved,
  findClick,
  findMailSent,
  findOpen,
  findScheduleFinished,
  findSendPostponed,
  findStart,
  findStepSkipped,
} from './decide-engagement.ts';
import { findColleagueReplied, findMeetingBooked, findMeetingCancelled } from './decide-signals.ts';
import { findMessageIncomplete, findValuesChanged } from './decide-incomplete.ts';
import { findBounce, findReply } from './decide-reply.ts';
import { exclusionInWords } from './exclusions.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import type { Lead } from './lead.ts';
import type { LeadCommand, LeadEvent } from './lead-event.ts';
import { settle } from './settle.ts';

export { decideCommand } from './decide-command.ts';

/**
 * What follows from something that happened to a lead: the lead after it, the journal line, the effects and
 * the addresses to suppress, by the transition table (domain.md section 1). Every pair of state and event has
 * an answer. A command that makes no sense leaves the lead as it is, with the reason in the journal.
 */
export function decideEvent(lead: Lead, event: LeadEvent, facts: Facts): Decision {
  if (isCommand(event)) {
    const decision = decideCommand(lead, event, facts);
    if (!('refused' in decision)) return decision;
    const { state } = lead;
    const line = {
      event: event.type,
      data: event,
      from: state,
      to: state,
      rule: decision.because,
      at: facts.now,
    };
    return { lead, journal: [line], effects: [], suppress: [] };
  }
  return settle(lead, event, facts, find(lead, event, facts));
}

function find(lead: Lead, event: Exclude<LeadEvent, LeadCommand>, facts: Facts): Finding {
  switch (event.type) {
    case 'capacity-freed':
    case 'context-given':
      return findStart(lead, event, facts);
    case 'mail-sent':
      return findMailSent(lead, event, facts);
    case 'step-skipped':
      return findStepSkipped(lead, event, facts);
    case 'address-proved':
      return findAddressProved(lead, facts);
    case 'opened':
      return findOpen(lead, event);
    case 'clicked':
      return findClick(lead, event);
    case 'meeting-booked':
      return findMeetingBooked(lead, event, facts);
    case 'meeting-cancelled':
      return findMeetingCancelled(lead, event, facts);
    case 'colleague-replied':
      return findColleagueReplied(lead, event, facts);
    case 'unsubscribed':
      return { trigger: 'unsubscribed', suppress: event.addresses };
    case 'replied':
      return findReply(lead, event, facts);
    case 'bounced':
      return findBounce(event);
    case 'schedule-finished':
      return findScheduleFinished(lead, facts);
    case 'send-postponed':
      return findSendPostponed(lead, event, facts);
    case 'draft-approved':
      return findApproved(event);
    case 'message-incomplete':
      return findMessageIncomplete(lead, event);
    case 'values-changed':
      return findValuesChanged(lead, facts);
    case 'sending-interrupted':
      return { trigger: 'sending-interrupted' };
    case 'owner-silent':
      return findOwnerSilent(lead, facts);
    case 'owner-answered':
      return findOwnerAnswered(lead, event);
    case 'taken-away':
      return findTakenAway(lead);
    case 'record-deleted':
      return findRecordDeleted(lead);
    case 'record-merged':
      return findRecordMerged(lead, event);
    case 'contact-changed':
      return findContactChanged(lead, event, facts);
    case 'handed-back':
      return findHandedBack(lead, event);
    case 'hand-back-failed':
      return findHandBackFailed(lead, event);
    case 'hand-back-undone':
      return findHandBackUndone(lead, event);
    case 'address-suppressed':
      return { trigger: 'address-suppressed' };
    case 'address-excluded':
      return { trigger: 'address-excluded', detail: exclusionInWords(event.pattern) };
    case 'bounce-guard-asked':
      return findGuardAsked(lead, event.figures, facts);
    case 'schedule-changed':
      return { trigger: event.applies ? 'schedule-changed' : 'schedule-kept' };
  }
}

function findApproved({ claims }: Extract<LeadEvent, { type: 'draft-approved' }>): Finding {
  if (claims.length === 0) return { trigger: 'draft-approved' };
  const named = claims.map((words) => `“${words}”`).join(', ');
  return { trigger: 'draft-approved', says: `The message states what was given nowhere: ${named}.` };
}

function isCommand(event: LeadEvent): event is LeadCommand {
  return COMMANDS.has(event.type);
}

const COMMANDS: ReadonlySet<LeadEvent['type']> = new Set<LeadCommand['type']>([
  'marked',
  'intent-corrected',
  'stop-pressed',
  'continue-pressed',
  'restart-pressed',
  'hand-back-pressed',
  'not-at-risk-pressed',
  'mail-linked',
  'next-message-moved',
  'note-added',
  'pause-pressed',
  'unsubscribe-pressed',
  'schedule-chosen',
  'assistant-chosen',
  'owner-chosen',
  'tagged',
  'reminder-set',
  'reminder-done',
]);
