import { DateTime } from 'luxon';
import type { Language } from '#contract/names.ts';
import { LANGUAGE_WORDS } from '../../domain/writing/languages.ts';
import { escapeHtml } from '../../domain/writing/mail-layout.ts';
import { fillPhrase } from '../../domain/writing/phrase.ts';
import type { OutgoingMail } from '../../ports/mailbox.ts';
import type { Mail } from '../../ports/store/rows.ts';
import type { Store } from '../../ports/store/store.ts';

const QUOTE = 'margin:0 0 0 8px;padding-left:8px;border-left:2px solid #ccc;color:#555';

/** The first mail of the thread of a follow-up, to be quoted under it; null: this is no follow-up. */
export function firstOf(store: Pick<Store, 'mails'>, mail: Mail): Mail | null {
  const [messageId] = mail.references;
  if (mail.step === null || mail.step === 0 || messageId === undefined) return null;
  const [first] = store.mails.byMessageIds([messageId]);
  return first?.direction === 'outgoing' && first.leadId === mail.leadId ? first : null;
}

/**
 * The mail with the first one quoted under it (domain.md section 1, schedules), so that a reader knows what it is
 * about. The links of the quote stay as they are. `zone`: IANA, for the day on which the first one went out.
 */
export function withQuote(
  mail: OutgoingMail,
  first: Mail | null,
  language: Language,
  zone: string,
): OutgoingMail {
  if (first === null) return mail;
  const day = DateTime.fromMillis(first.sentAt ?? first.at, { zone, locale: language });
  const wrote = fillPhrase(LANGUAGE_WORDS[language].wrote, {
    name: first.from.name,
    day: day.toFormat('DDD'),
  }).text;
  const lines = first.text.trimEnd().split('\n');
  const quoted = lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
  const html = `<p>${escapeHtml(wrote)}</p>\n<blockquote style="${QUOTE}">\n${first.html ?? ''}\n</blockquote>`;
  return {
    ...mail,
    text: `${mail.text.trimEnd()}\n\n${wrote}\n${quoted}\n`,
    html: mail.html === '' || first.html === null ? mail.html : `${mail.html}\n${html}`,
  };
}
