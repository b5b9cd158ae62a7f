import type { Lead } from '../../domain/leads/lead.ts';
import type { ClassifiedMail } from '../../domain/replies/classify-reply.ts';
import type { IncomingMail } from '../../ports/mailbox.ts';
import type { Assistant, Mail } from '../../ports/store/rows.ts';

/** What came in as it is kept with its lead; `understood` null: nobody asks what it means (a colleague's, a program's). */
export function keepIncoming(
  id: string,
  lead: Lead,
  assistant: Assistant,
  mail: IncomingMail,
  understood: Pick<ClassifiedMail, 'intent' | 'confidence' | 'words' | 'bounce'> | null,
): Mail {
  return {
    id,
    leadId: lead.id,
    connectionId: lead.connectionId,
    assistantId: assistant.id,
    direction: 'incoming',
    status: 'received',
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    at: mail.receivedAt,
    sentAt: null,
    sentDay: null,
    run: null,
    step: null,
    intent: understood?.bounce === null ? understood.intent : null,
    confidence: understood?.confidence ?? null,
    words: understood?.words ?? [],
    bounce: understood?.bounce?.class ?? null,
  };
}
