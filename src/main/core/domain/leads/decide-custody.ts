import type { Facts } from './facts.ts';
import { takenUpAgain } from './decide-incomplete.ts';
import type { Finding, LeadPatch } from './finding.ts';
import type { Lead } from './lead.ts';
import { isActive } from './lead.ts';
import type { LeadEvent } from './lead-event.ts';
import { leadName } from './lead-words.ts';

type Of<T extends LeadEvent['type']> = Extract<LeadEvent, { type: T }>;

/** A person took the record. After hand-back it is a person's anyway, and nothing changes. */
export function findTakenAway(lead: Lead): Finding {
  return lead.custody === 'HandedBack'
    ? { trigger: 'handed-back' }
    : { trigger: 'taken-away', custody: 'Released' };
}

/** The lead is kept and marked; there is no record left to hold. */
export function findRecordDeleted(lead: Lead): Finding {
  return {
    trigger: 'record-deleted',
    patch: { recordDeleted: true },
    custody: lead.custody === 'HandedBack' ? 'HandedBack' : 'Released',
  };
}

/**
 * The lead follows the surviving record (domain.md section 1, assignment rules). Where another lead stands for that
 * one already, this one ends: one follow-up a person.
 */
export function findRecordMerged(lead: Lead, event: Of<'record-merged'>): Finding {
  const patch = { recordId: event.intoRecordId };
  if (event.hasOwnLead !== true || lead.custody === 'HandedBack') return { trigger: 'record-merged', patch };
  return { trigger: 'record-absorbed', patch, custody: 'Released' };
}

/** The record has its owner again: whoever that is counts as the one before the assistant's next tenure. */
export function findHandedBack(lead: Lead, event: Of<'handed-back'>): Finding {
  if (lead.custody === 'Released') return { trigger: 'handed-back' };
  return {
    trigger: 'handed-back',
    custody: 'HandedBack',
    patch: { previousOwnerId: event.toOwnerId, handBackTo: null },
  };
}

export function findHandBackFailed(lead: Lead, event: Of<'hand-back-failed'>): Finding {
  if (lead.custody !== 'HandingBack') return { trigger: 'hand-back-failed' };
  return {
    trigger: 'hand-back-failed',
    ask: `The record of ${leadName(lead)} could not be handed back: ${event.because} Press Hand back to try again.`,
  };
}

/**
 * The assistant has the record again; nothing is sent until a person presses Continue or Restart. She never holds a
 * lead that has ended: it stays handed back, whoever owns the record.
 */
export function findHandBackUndone(lead: Lead, event: Of<'hand-back-undone'>): Finding {
  if (lead.custody !== 'HandedBack' || !isActive(lead.state)) return { trigger: 'hand-back-undone' };
  return { trigger: 'hand-back-undone', custody: 'Held', patch: { assignedAt: event.at } };
}

/**
 * The contact was changed in the CRM. Addresses only ever grow; a suppressed one among them ends the lead for
 * ever, and a lead without any address left cannot be written to.
 */
export function findContactChanged(lead: Lead, event: Of<'contact-changed'>, facts: Facts): Finding {
  const email = event.email.trim().toLowerCase();
  const known = new Set(lead.addresses);
  const more = [email, ...event.addresses.map((address) => address.trim().toLowerCase())].filter(
    (address) => address !== '' && !known.has(address),
  );
  const addresses = more.length === 0 ? lead.addresses : [...new Set([...lead.addresses, ...more])];
  const { firstName, lastName, company, country, timeZone } = event;
  const patch: LeadPatch = { email, addresses, firstName, lastName, company, country, timeZone };
  if (addresses.some((address) => facts.suppressedAddresses.includes(address))) {
    return { trigger: 'address-suppressed', patch };
  }
  if (email === '' && isActive(lead.state)) return { trigger: 'address-lost', patch };
  return { trigger: 'contact-changed', patch: { ...patch, ...takenUpAgain(lead, facts) } };
}
