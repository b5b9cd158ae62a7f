import type { Lead } from '../../domain/leads/lead.ts';
import type { IncomingMail } from '../../ports/mailbox.ts';
import type { Assistant } from '../../ports/store/rows.ts';
import type { Store } from '../../ports/store/store.ts';

const ADDRESS = /[^\s<>,;:"()@]+@[^\s<>,;:"()@]+/g;

/**
 * Whether a mail is from a person of the team, a user of a CRM: never a reply of a lead, whatever thread it is in.
 * Somebody who is a lead of this assistant too (a trial on oneself) is a lead.
 */
export function isFromColleague(store: Store, assistant: Assistant, mail: IncomingMail): boolean {
  const from = mail.from.address.toLowerCase();
  if (store.leads.byAddress(from).some((lead) => lead.assistantId === assistant.id)) return false;
  return store.connections
    .all()
    .some(({ id }) => store.users.ofConnection(id).some((user) => user.email.toLowerCase() === from));
}

/** The lead to whom a mail was written, with a copy for the assistant: her newest under one of its addresses. */
export function leadAddressedBy(store: Store, assistant: Assistant, mail: IncomingMail): Lead | null {
  const leads = recipientsOf(mail).flatMap((address) => store.leads.byAddress(address));
  const hers = leads.filter((lead) => lead.assistantId === assistant.id);
  return hers.toSorted((a, b) => b.assignedAt - a.assignedAt)[0] ?? null;
}

/** To and Cc, lower case. */
function recipientsOf(mail: IncomingMail): readonly string[] {
  const named = [mail.headers['to'] ?? '', mail.headers['cc'] ?? ''].join(' ');
  const addresses = [...mail.to.map((to) => to.address), ...(named.match(ADDRESS) ?? [])];
  return [...new Set(addresses.map((address) => address.toLowerCase()))];
}
