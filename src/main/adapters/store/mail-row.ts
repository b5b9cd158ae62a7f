import { z } from 'zod';
import { REPLY_INTENTS, type BounceClass } from '#core/domain/leads/lead-event.ts';
import type { Mail, MailStatus } from '#core/ports/store/rows.ts';
import type { Row } from './schema.ts';
import { fromJson, toFlag, word, wordOrNull } from './stored-values.ts';

const STATUSES = ['queued', 'sent', 'received', 'cancelled'] as const satisfies readonly MailStatus[];
const BOUNCES = ['hard', 'soft', 'delayed', 'unknown'] as const satisfies readonly BounceClass[];
const strings = z.array(z.string());
const address = z.object({ address: z.string(), name: z.string() });
const addresses = z.array(address);

export type MailValues = Omit<Row<'mail'>, 'no'>;

export function toMailValues(mail: Mail): MailValues {
  return {
    id: mail.id,
    lead_id: mail.leadId,
    connection_id: mail.connectionId,
    assistant_id: mail.assistantId,
    direction: mail.direction,
    status: mail.status,
    message_id: mail.messageId,
    in_reply_to: mail.inReplyTo,
    references: JSON.stringify(mail.references),
    from_address: JSON.stringify(mail.from),
    to_addresses: JSON.stringify(mail.to),
    cc_addresses: JSON.stringify(mail.cc ?? []),
    by_person: toFlag(mail.byPerson ?? false),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    at: mail.at,
    sent_at: mail.sentAt,
    sent_day: mail.sentDay,
    run: mail.run,
    step: mail.step,
    intent: mail.intent,
    confidence: mail.confidence,
    words: JSON.stringify(mail.words),
    bounce: mail.bounce,
  };
}

export function toMail(row: Row<'mail'>): Mail {
  const name = { table: 'mail', id: row.id };
  return {
    id: row.id,
    leadId: row.lead_id,
    connectionId: row.connection_id,
    assistantId: row.assistant_id,
    direction: word(['outgoing', 'incoming'], row.direction, name, 'direction'),
    status: word(STATUSES, row.status, name, 'status'),
    messageId: row.message_id,
    inReplyTo: row.in_reply_to,
    references: fromJson(strings, row.references, name, 'references'),
    from: fromJson(address, row.from_address, name, 'from_address'),
    to: fromJson(addresses, row.to_addresses, name, 'to_addresses'),
    ...(row.cc_addresses === '[]' ? {} : { cc: fromJson(addresses, row.cc_addresses, name, 'cc_addresses') }),
    ...(row.by_person === 1 ? { byPerson: true } : {}),
    subject: row.subject,
    text: row.text,
    html: row.html,
    at: row.at,
    sentAt: row.sent_at,
    sentDay: row.sent_day,
    run: row.run,
    step: row.step,
    intent: wordOrNull(REPLY_INTENTS, row.intent, name, 'intent'),
    confidence: row.confidence,
    words: fromJson(strings, row.words, name, 'words'),
    bounce: wordOrNull(BOUNCES, row.bounce, name, 'bounce'),
  };
}
