import { HOUR } from '../../domain/time.ts';
import type { Lead } from '../../domain/leads/lead.ts';
import { reportedRecipient } from '../../domain/replies/classify-reply.ts';
import type { IncomingMail } from '../../ports/mailbox.ts';
import type { Assistant } from '../../ports/store/rows.ts';
import type { Store } from '../../ports/store/store.ts';

/** How far the clocks of the CRM and of a mail server may be apart. */
const CLOCKS_APART = HOUR;
const MESSAGE_ID = /<[^<>\s@]+@[^<>\s]+>/g;

/**
 * Whose reply a mail is: by the thread (also from another address, and a report's by the mail that it gives back),
 * else by the sender's address, else by a message that it quotes, else, for a bounce or a complaint, by the address
 * that it is about (domain.md section 1, reply intents).
 */
export function leadOf(store: Store, assistant: Assistant, mail: IncomingMail): Lead | null {
  const returned = mail.report?.original?.['message-id']?.match(MESSAGE_ID) ?? [];
  const thread = [mail.inReplyTo, ...mail.references].flatMap((id) => id ?? []);
  const lead =
    leadOfMessages(store, assistant, [...returned, ...thread]) ??
    newest(writtenSince(store.leads.byAddress(mail.from.address.toLowerCase()), mail), assistant) ??
    leadOfMessages(store, assistant, mail.text.match(MESSAGE_ID) ?? []) ??
    leadReportedOn(store, assistant, mail);
  return lead === null ? null : (underFollowUp(store, lead) ?? lead);
}

/** Her newest lead at an address, if it was hers when the mail came; null: none. */
export function leadAtAddress(
  store: Store,
  assistant: Assistant,
  address: string,
  mail: Pick<IncomingMail, 'receivedAt'>,
): Lead | null {
  const lead = newest(writtenSince(store.leads.byAddress(address), mail), assistant);
  return lead === null ? null : (underFollowUp(store, lead) ?? lead);
}

/** What somebody wrote before they were assigned is no answer, though it may be read later (again). */
function writtenSince(leads: readonly Lead[], mail: Pick<IncomingMail, 'receivedAt'>): readonly Lead[] {
  return leads.filter((lead) => lead.assignedAt <= mail.receivedAt + CLOCKS_APART);
}

/** After a merge one lead stands for the person: who answers an earlier thread answers her, and her mails stop. */
function underFollowUp(store: Store, lead: Lead): Lead | null {
  if (lead.custody === 'Held') return lead;
  const standing = store.leads.byRecord(lead.connectionId, lead.recordId);
  return standing?.custody === 'Held' ? standing : null;
}

function leadOfMessages(store: Store, assistant: Assistant, messageIds: readonly string[]): Lead | null {
  if (messageIds.length === 0) return null;
  const ours = store.mails
    .byMessageIds(messageIds)
    .find((mail) => mail.assistantId === assistant.id && mail.direction === 'outgoing');
  return ours === undefined ? null : store.leads.byId(ours.leadId);
}

function leadReportedOn(store: Store, assistant: Assistant, mail: IncomingMail): Lead | null {
  const address = reportedRecipient({ ...mail, fromAddress: mail.from.address });
  return address === null ? null : newest(store.leads.byAddress(address), assistant);
}

function newest(leads: readonly Lead[], assistant: Assistant): Lead | null {
  const hers = leads.filter((lead) => lead.assistantId === assistant.id);
  return hers.toSorted((a, b) => b.assignedAt - a.assignedAt)[0] ?? null;
}
