import type { ResponseRow } from '#contract/responses.ts';
import type { CoreContext } from '../../context.ts';
import { leadName } from '../../domain/leads/lead-words.ts';
import { REPLY_TABLE, SURE_ENOUGH } from '../../domain/leads/reply-intents.ts';
import { ownWords } from '../../domain/replies/reply-text.ts';
import type { Response } from '../../ports/store/responses.ts';

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
    parts: partsOf(mail.text),
    intent: mail.intent,
    confidence: mail.confidence,
    words: [...mail.words],
    bounce: mail.bounce,
    isUnsure: isHuman && settledAt === null && (mail.confidence ?? 1) < SURE_ENOUGH,
    settledAt,
  };
}

/** The reply's own words, and what stands around them. */
function partsOf(text: string): ResponseRow['parts'] {
  const own = ownWords(text);
  const start = text.indexOf(own);
  if (own === '' || start === -1) return [{ text, isOwn: true }];
  const parts = [
    { text: text.slice(0, start), isOwn: false },
    { text: own, isOwn: true },
    { text: text.slice(start + own.length), isOwn: false },
  ];
  return parts.filter((part) => part.text.trim() !== '');
}
