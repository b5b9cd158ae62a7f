import { ownerToHandBackTo } from '../crm/previous-owner.ts';
import type { Effect, NoticeTopic } from './effect.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import type { Lead } from './lead.ts';
import { REASON_SENTENCES, leadName, whoGetsIt } from './lead-words.ts';

/** What still reaches a record that its owner has again: the mirror of the lead, never a note or the owner. */
const MIRROR: readonly Effect['kind'][] = ['crm-status', 'crm-email', 'crm-task'];

/**
 * Whether an effect may reach the record (domain.md section 1, assignment rules). Nothing is written to a
 * record that a person took away or deleted.
 */
export function mayBeWritten(effect: Effect, lead: Pick<Lead, 'custody' | 'recordDeleted'>): boolean {
  if (!('recordId' in effect)) return true;
  if (lead.recordDeleted || lead.custody === 'Released') return false;
  return lead.custody !== 'HandedBack' || MIRROR.includes(effect.kind);
}

/** The note and the owner that end every hand-back, in this order. */
export function handBackEffects(lead: Lead, facts: Facts, finding: Finding): readonly Effect[] {
  const { ownerId, note } = ownerToHandBackTo(facts);
  return [
    {
      kind: 'crm-note',
      recordId: lead.recordId,
      at: facts.now,
      note: {
        about: 'handed-back',
        assistantName: facts.assistant.name,
        state: lead.state,
        reason: reasonOf(lead, finding),
        replyQuote: finding.quote ?? null,
        ownerNote: note,
      },
    },
    ownerEffect(lead, facts, ownerId),
  ];
}

/** The owner alone, for a hand-back that failed before. */
export function ownerAgain(lead: Lead, facts: Facts): Effect {
  return ownerEffect(lead, facts, ownerToHandBackTo(facts).ownerId);
}

/** Hot and LeadAtRisk leave a task for the owner, where the connection wants it (domain.md section 1). */
export function stateTask(lead: Lead, facts: Facts, finding: Finding): readonly Effect[] {
  if (!facts.connection.taskOnHot) return [];
  const name = leadName(lead);
  const task = { kind: 'crm-task', recordId: lead.recordId, dueAt: facts.now } as const;
  const quote = finding.quote === undefined ? '' : `\n\n“${finding.quote}”`;
  if (lead.state === 'Hot') {
    return [
      {
        ...task,
        ownerId: taskOwner(lead, facts),
        subject: `Contact ${name}: the lead is Hot`,
        body: `${name} agreed to meet or clearly wants to go on. Please answer today.${quote}`,
      },
    ];
  }
  if (lead.state === 'LeadAtRisk') {
    return [
      {
        ...task,
        ownerId: taskOwner(lead, facts),
        subject: `Contact ${name}: the lead is at risk`,
        body: `${name} replied, and for 24 hours no person has reached out. Please answer now.${quote}`,
      },
    ];
  }
  return [];
}

/** What the user is told about a new state, or about a hand-back. */
export function stateNotice(
  lead: Lead,
  facts: Facts,
  finding: Finding,
  handingBack: boolean,
): readonly Effect[] {
  const name = leadName(lead);
  const quote = finding.quote === undefined ? '' : ` “${finding.quote}”`;
  const owner = handingBack ? ` ${whoGetsIt(facts)}` : '';
  const notice = (topic: NoticeTopic, text: string): readonly Effect[] => [{ kind: 'notice', topic, text }];
  if (lead.state === 'Hot') return notice('hot', `${name} is Hot.${quote}${owner}`);
  if (lead.state === 'Responded') return notice('responded', `${name} replied.${quote}${owner}`);
  if (lead.state === 'LeadAtRisk') {
    return notice(
      'needs-attention',
      `${name} is at risk: for 24 hours no person has reached out to the lead.`,
    );
  }
  if (handingBack)
    return notice('handed-back', `${name} is ${lead.state}.${reasonText(lead, finding)}${owner}`);
  return [];
}

function ownerEffect(lead: Lead, facts: Facts, ownerId: string | null): Effect {
  return {
    kind: 'crm-owner',
    recordId: lead.recordId,
    ownerId,
    expectedOwnerId: facts.assistant.ownerId,
  };
}

/** Whoever has the record, or is about to get it. */
function taskOwner(lead: Lead, facts: Facts): string | null {
  return lead.custody === 'HandedBack' ? lead.previousOwnerId : ownerToHandBackTo(facts).ownerId;
}

function reasonOf(lead: Lead, finding: Finding): string | null {
  const sentence = lead.reason === null ? '' : REASON_SENTENCES[lead.reason];
  return [sentence, finding.detail ?? ''].filter((part) => part !== '').join(' ') || null;
}

function reasonText(lead: Lead, finding: Finding): string {
  const reason = reasonOf(lead, finding);
  return reason === null ? '' : ` ${reason}`;
}
