import type { Effect } from './effect.ts';
import { exclusionInWords } from './exclusions.ts';
import type { AssistantFacts, Facts } from './facts.ts';
import type { Lead } from './lead.ts';
import { UNSUBSCRIBED_FOR_EVER } from './transitions.ts';

export const ON_ITS_WAY = 'The record is on its way back to its owner. Try again in a minute.';
export const WITH_OWNER = 'The record is already with its owner.';

/** What keeps any follow-up from going on, whatever the state says; null: nothing. */
export function obstacleTo(lead: Lead, facts: Facts): string | null {
  if (lead.custody === 'HandingBack') return ON_ITS_WAY;
  if (lead.email === '') return 'The record has no e-mail address.';
  if (lead.addresses.some((address) => facts.suppressedAddresses.includes(address))) {
    return UNSUBSCRIBED_FOR_EVER;
  }
  return facts.excludedBy === undefined || facts.excludedBy === null
    ? null
    : exclusionInWords(facts.excludedBy);
}

/** Why the assistant cannot get records of this connection; null: she can. */
export function notInThisCrm(assistant: AssistantFacts, facts: Facts): string | null {
  return facts.connection.assignment === 'owner' && assistant.ownerId === ''
    ? `${assistant.name} is no user of this CRM, so she cannot own the record. Invite her first.`
    : null;
}

/** What was chosen: the present one, or the other one that the facts hold; null: it does not exist any more. */
export function chosen<T extends { readonly id: string }>(
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
export function takeUpAgain(lead: Lead, assistant: AssistantFacts, holder = assistant): readonly Effect[] {
  if (!ownerMoves(lead, holder, assistant)) return [];
  const expectedOwnerId = lead.custody === 'HandedBack' ? (lead.previousOwnerId ?? '') : holder.ownerId;
  return [{ kind: 'crm-owner', recordId: lead.recordId, ownerId: assistant.ownerId, expectedOwnerId }];
}

export function ownerMoves(lead: Lead, holder: AssistantFacts, assistant: AssistantFacts): boolean {
  return lead.custody === 'HandedBack' || holder.id !== assistant.id;
}
