import type { CrmRecord } from '../leads/facts.ts';
import type { Judgement } from './new-person.ts';

/** An assistant as the CRM names her: by her user, and by her name in the "… Assistant" field. */
export interface NamedAssistant {
  readonly name: string;
  /** "": she is no user of the CRM. */
  readonly ownerId: string;
}

export interface AddFacts {
  readonly assistant: NamedAssistant;
  readonly others: readonly NamedAssistant[];
  readonly assignment: 'owner' | 'property';
  /** The re-assignment guard of the connection. */
  readonly guardOn: boolean;
  /** The record of the address as the CRM has it now; null: there is none. */
  readonly record: CrmRecord | null;
}

/** `hers`: the record is with the assistant as wished; nothing is written. */
export type AddDecision =
  | { readonly what: 'create' | 'assign' | 'hers'; readonly judgement: Judgement }
  | { readonly what: 'leave'; readonly judgement: Judgement };

/**
 * What adding a person means for the CRM: a new contact, an assignment of one that is there, or nothing. A contact
 * that the intake would hand back at once is not assigned in the first place (domain.md section 1, assignment rules).
 */
export function decideAdd(facts: AddFacts): AddDecision {
  const { record, assistant } = facts;
  if (record === null) return { what: 'create', judgement: { verdict: 'add', reason: '' } };
  if (record.optedOut) return leave('suppressed', 'The person opted out of e-mail in the CRM.');
  if (isWith(assistant, record, facts.assignment)) {
    const reason = `The contact is with ${assistant.name} already.`;
    return { what: 'hers', judgement: { verdict: 'lead', reason } };
  }
  const other = facts.others.find((each) => isWith(each, record, facts.assignment));
  if (other !== undefined) return leave('lead', `The contact is with ${other.name} already.`);
  const status = record.connectionStatus.trim();
  if (facts.guardOn && status !== '') {
    const reason = `Its Lead Connection Status is ${status}: it was worked on before. Clear that field in the CRM to add the person again.`;
    return leave('worked-before', reason);
  }
  return { what: 'assign', judgement: { verdict: 'assign', reason: '' } };
}

function isWith(who: NamedAssistant, record: CrmRecord, assignment: AddFacts['assignment']): boolean {
  if (assignment === 'property') return record.assistantField !== '' && record.assistantField === who.name;
  return who.ownerId !== '' && record.ownerId === who.ownerId;
}

function leave(verdict: Judgement['verdict'], reason: string): AddDecision {
  return { what: 'leave', judgement: { verdict, reason } };
}
