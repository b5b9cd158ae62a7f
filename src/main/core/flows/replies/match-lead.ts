import type { Lead } from '../../domain/leads/lead.ts';
import type { IncomingMail } from '../../ports/mailbox.ts';
import type { Assistant } from '../../ports/store/rows.ts';
import type { Store } from '../../ports/store/store.ts';

const MESSAGE_ID = /<[^<>\s@]+@[^<>\s]+>/g;

/**
 * Whose reply a mail is: by the thread (also from another address), else, for a report of a mail server, by the
 * message it quotes, else by the sender's address (domain.md section 1, reply intents).
 */
export function leadOf(store: Store, assistant: Assistant, mail: IncomingMail): Lead | null {
  const thread = [mail.inReplyTo, ...mail.references].flatMap((id) => id ?? []);
  const lead =
    leadOfMessages(store, assistant, thread) ??
    newest(store.leads.byAddress(mail.from.address.toLowerCase()), assistant) ??
    leadOfMessages(store, assistant, mail.text.match(MESSAGE_ID) ?? []);
  return lead === null ? null : (underFollowUp(store, lead) ?? lead);
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

function newest(leads: readonly Lead[], assistant: Assistant): Lead | null {
  const hers = leads.filter((lead) => lead.assistantId === assistant.id);
  return hers.toSorted((a, b) => b.assignedAt - a.assignedAt)[0] ?? null;
}
