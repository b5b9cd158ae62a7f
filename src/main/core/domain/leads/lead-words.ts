import { ownerToHandBackTo, userName } from '../crm/previous-owner.ts';
import type { HandBackFacts } from '../crm/previous-owner.ts';
import type { DeactivationReason, Lead } from './lead.ts';

/** What to call a lead in a sentence: name, else address, else the record. */
export function leadName(lead: Pick<Lead, 'firstName' | 'lastName' | 'email' | 'recordId'>): string {
  return `${lead.firstName} ${lead.lastName}`.trim() || lead.email || `record ${lead.recordId}`;
}

/** Each sub-state of DeActivated as a sentence for the hand-back note. */
export const REASON_SENTENCES: Readonly<Record<DeactivationReason, string>> = {
  InvalidEmail: 'InvalidEmail: the e-mail address is missing or invalid.',
  Disposable: 'Disposable: the address belongs to a throw-away mail service.',
  SpamTrap: 'SpamTrap: the address is a trap that marks senders as spam.',
  ServerUnReachable: "ServerUnReachable: the address's mail server cannot be reached.",
  BounceDeactivated: 'BounceDeactivated: a mail to the address bounced for good.',
  BounceRisk: 'BounceRisk: the address is risky, and the bounce guard held it back to the end.',
  CannotDetermine: 'CannotDetermine: a mail bounced without a usable reason.',
  DeliveryFailed: 'DeliveryFailed: a mail could not be delivered.',
  MovedOut: 'MovedOut: the person has left the company.',
  Retired: 'Retired: the person has retired.',
  ReferredSomeone: 'ReferredSomeone: the person named someone else to write to.',
  AskedToStop: 'AskedToStop: the person asked not to be written to.',
  ManuallyDeactivated: 'ManuallyDeactivated: a person switched the lead off.',
};

/** Whether a lead that was deactivated for this reason can be written to again (Restart). */
export const ADDRESS_STILL_WORKS: Readonly<Record<DeactivationReason, boolean>> = {
  InvalidEmail: false,
  Disposable: false,
  SpamTrap: false,
  ServerUnReachable: false,
  BounceDeactivated: false,
  BounceRisk: false,
  CannotDetermine: false,
  DeliveryFailed: false,
  MovedOut: false,
  Retired: false,
  ReferredSomeone: true,
  AskedToStop: true,
  ManuallyDeactivated: true,
};

/** "The record goes back to …" for a notice. */
export function whoGetsIt(facts: HandBackFacts): string {
  const { ownerId } = ownerToHandBackTo(facts);
  const deputy = facts.previousOwnerAway?.deputy ?? null;
  const owner = [facts.previousOwner, deputy, facts.fallbackOwner].find((user) => user?.id === ownerId);
  return owner === undefined || owner === null
    ? 'The record has no owner now: assign it to someone in the CRM.'
    : `The record goes back to ${userName(owner)}.`;
}
