import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import type { Lead } from './lead.ts';
import type { LeadCommand } from './lead-event.ts';
import { leadName } from './lead-words.ts';

type Linked = Extract<LeadCommand, { type: 'mail-linked' }>;

/**
 * A person says whose mail it was that belonged to no lead. Its address is kept among the lead's, so that the next
 * one is matched and a suppression covers it; what a person wrote stops the follow-up as any answer does.
 */
export function findMailLinked(lead: Lead, { mail, isAnswer }: Linked, facts: Facts): Finding {
  const address = mail.from.trim().toLowerCase();
  const known = address === '' || lead.addresses.includes(address);
  const patch = known ? {} : { addresses: [...lead.addresses, address] };
  const says = known ? '' : ` ${address} is kept among the addresses of ${leadName(lead)}.`;
  const subject = mail.subject === '' ? 'without a subject' : `“${mail.subject}”`;
  const about = `A person found that the mail ${subject} is of this lead.${says}`;
  if (facts.suppressedAddresses.includes(address))
    return { trigger: 'address-suppressed', patch, says: about };
  if (!isAnswer) return { trigger: 'mail-linked-automatic', patch, says: about };
  return {
    trigger: 'mail-linked',
    patch: { ...patch, lastReplyAt: mail.at },
    spokeAt: mail.at,
    says: about,
    detail: `It answered with the mail ${subject}, which is in the assistant's mailbox.`,
  };
}
