import type { Language } from '#contract/names.ts';
import { LANGUAGE_WORDS } from '../../domain/writing/languages.ts';
import type { OutgoingMail } from '../../ports/mailbox.ts';
import type { PublicLinks } from '../../ports/public-links.ts';

const LINK = /<a href="(https:\/\/[^"]+)"/g;

/**
 * The mail as it leaves: a line at its end says in plain words how to hear no more, and mail programs are told. With a
 * public address its links and a picture lead there, so that opens and clicks are seen and one click unsubscribes;
 * without one the mail program writes a mail. The mail as it is kept and logged stays without any of this.
 */
export function asItLeaves(
  mail: OutgoingMail,
  mailId: string,
  links: PublicLinks | null,
  language: Language,
): OutgoingMail {
  const words = LANGUAGE_WORDS[language].unsubscribe;
  const byMail = `<mailto:${mail.from.address}?subject=unsubscribe>`;
  if (links === null) {
    const line = words.byAnswer;
    return {
      ...mail,
      text: `${mail.text.trimEnd()}\n\n${line}\n`,
      html: withLine(mail.html, line),
      headers: { ...mail.headers, 'List-Unsubscribe': byMail },
    };
  }
  const unsubscribe = links.unsubscribe(mailId);
  const line = words.byLink;
  let nth = 0;
  const html = mail.html.replaceAll(LINK, () => {
    nth += 1;
    return `<a href="${links.click(mailId, nth - 1)}"`;
  });
  const picture = `<img src="${links.pixel(mailId)}" width="1" height="1" alt="">`;
  return {
    ...mail,
    text: `${mail.text.trimEnd()}\n\n${line} ${unsubscribe}\n`,
    html: `${withLine(html, `${line} <a href="${unsubscribe}">${words.link}</a>`)}\n${picture}`,
    headers: {
      ...mail.headers,
      'List-Unsubscribe': `<${unsubscribe}>, ${byMail}`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}

/** The address of the nth link of a mail as it is kept; null: it has none such. The only place a click can lead to. */
export function nthLink(html: string | null, nth: number): string | null {
  const address = [...(html ?? '').matchAll(LINK)][nth]?.[1];
  return address?.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&') ?? null;
}

function withLine(html: string, line: string): string {
  return html === '' ? '' : `${html}\n<p style="color:#666;font-size:12px">${line}</p>`;
}
