import type { ResponseRow } from '#contract/responses.ts';
import type { CoreContext } from '../../context.ts';
import { leadName } from '../../domain/leads/lead-words.ts';
import { REPLY_TABLE, SURE_ENOUGH } from '../../domain/leads/reply-intents.ts';
import type { Response } from '../../ports/store/responses.ts';
import { mailParts } from './mail-parts.ts';

/** A response as the screen shows it; null when its lead is gone meanwhile. */
export function responseView(core: CoreContext, { mail, settledAt }: Response): ResponseRow | null {
  const lead = core.store.leads.byId(mail.leadId);
  if (lead === null) return null;
  const isHuman = mail.intent !== null && REPLY_TABLE[mail.intent].human;
  return {
    mailId: mail.id,
    leadId: lead.id,
    leadName: leadName(lead),
    company: lead.company,
    state: lead.state,
    assistantName: core.store.assistants.byId(mail.assistantId)?.name ?? '',
    from: mail.from.address,
    at: mail.at,
    subject: mail.subject,
    parts: mailParts(mail.text),
    intent: mail.intent,
    confidence: mail.confidence,
    words: [...mail.words],
    bounce: mail.bounce,
    isUnsure: isHuman && settledAt === null && (mail.confidence ?? 1) < SURE_ENOUGH,
    settledAt,
  };
}
