import { applyEvent } from '../apply-event.ts';
import type { CoreContext } from '../context.ts';
import type { Lead } from '../domain/leads/lead.ts';
import type { Mail, OutboxRow } from '../ports/store/rows.ts';
import { cancelled } from './settle.ts';

/**
 * The mail server knows that the address does not exist: the same as a hard bounce that comes as a mail (domain.md
 * section 1, reply intents), only at once. The server's words are kept as the message that they are.
 */
export function settleRefusedRecipient(
  core: CoreContext,
  row: OutboxRow,
  mail: Mail,
  lead: Lead,
  refusal: { readonly because: string; readonly status: string },
): void {
  const at = core.clock.now();
  const id = core.ids.next();
  const report: Mail = {
    ...mail,
    id,
    direction: 'incoming',
    status: 'received',
    messageId: `<refused-${id}@baton.invalid>`,
    inReplyTo: mail.messageId,
    references: [],
    from: { address: 'mailer-daemon@baton.invalid', name: 'Mail server' },
    to: [mail.from],
    subject: `Not delivered: ${mail.subject}`,
    text: refusal.because,
    html: null,
    at,
    sentAt: null,
    sentDay: null,
    run: null,
    step: null,
    intent: null,
    confidence: 1,
    words: [],
    bounce: 'hard',
  };
  const event = { type: 'bounced', class: 'hard', at, mailId: id, status: refusal.status } as const;
  applyEvent(core, lead.id, event, {
    mails: [{ ...mail, status: 'cancelled', sentDay: null }, report],
    settlements: [cancelled(row, at, refusal.because)],
  });
}
