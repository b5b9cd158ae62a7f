import { formatMoment } from './date-format.ts';
import type { SentMail } from './mail-types.ts';
import type { ProspectBehaviour } from './prospects.ts';
import type { Random } from './random.ts';
import { fill } from './reply-wording.ts';
import { PHRASES } from './words/mail-phrases.ts';

/** A finished body, as a person's mail program sends it. */
export interface MailBody {
  readonly text: string;
  readonly html?: string;
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const asHtml = (text: string): string =>
  text
    .split('\n\n')
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');

const prefixLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');

function attributionOf(behaviour: ProspectBehaviour, original: SentMail): string {
  const phrases = PHRASES[behaviour.language];
  const sent = Date.parse(original.date);
  return fill(phrases.attribution, {
    date: formatMoment(phrases.locale, { dateStyle: 'medium' }, sent),
    time: formatMoment(phrases.locale, { timeStyle: 'short' }, sent),
    who: `${original.from.name} <${original.from.address}>`,
  });
}

function outlookHeader(behaviour: ProspectBehaviour, original: SentMail): string {
  const phrases = PHRASES[behaviour.language];
  const [from, sent, to, subject] = phrases.quoteLabels;
  const when = formatMoment(
    phrases.locale,
    { dateStyle: 'full', timeStyle: 'short' },
    Date.parse(original.date),
  );
  const recipients = original.to.map((one) =>
    one.name === '' ? one.address : `${one.name} <${one.address}>`,
  );
  return [
    `${from}: ${original.from.name} <${original.from.address}>`,
    `${sent}: ${when}`,
    `${to}: ${recipients.join('; ')}`,
    `${subject}: ${original.subject}`,
  ].join('\n');
}

function signatureOf(behaviour: ProspectBehaviour, signer: string, random: Random): string {
  const phrases = PHRASES[behaviour.language];
  const isSelf = signer === behaviour.name;
  const lines = [random.pick(phrases.closings), signer];
  if (behaviour.style.program === 'phone') return lines.join('\n');
  if (isSelf) lines.push('', '-- ', signer, behaviour.title);
  lines.push(behaviour.company);
  if (isSelf) lines.push(`T ${behaviour.phone}`);
  if (behaviour.style.program === 'outlook') lines.push('', phrases.confidentiality);
  return lines.join('\n');
}

const opensWithGreeting = (body: string): boolean => /^[^\n]{1,60}[,:]\n\n/.test(body) || body.length < 40;

/** The person's words with greeting, closing, signature and the original below (or above) them. */
export function writeWithProgram(
  behaviour: ProspectBehaviour,
  body: string,
  signer: string,
  original: SentMail,
  random: Random,
): MailBody {
  const phrases = PHRASES[behaviour.language];
  const assistant = original.from.name.split(/\s+/)[0] ?? original.from.address;
  const greeting = fill(random.pick(phrases.greetings), { assistant });
  const wantsGreeting = !opensWithGreeting(body) && random.chance(0.6);
  const said = wantsGreeting ? `${greeting}\n\n${body}` : body;
  const signature = signatureOf(behaviour, signer, random);
  const own =
    behaviour.style.program === 'phone' ? `${said}\n\n${phrases.phoneSignature}` : `${said}\n\n${signature}`;
  if (!behaviour.style.quotes) return { text: own, html: `<html><body>${asHtml(own)}</body></html>` };

  const attribution = attributionOf(behaviour, original);
  const quotedHtml = original.html ?? asHtml(original.text);
  switch (behaviour.style.program) {
    case 'thunderbird':
      // Text only, and the answer stands below the quotation.
      return { text: `${attribution}\n${prefixLines(original.text)}\n\n${own}\n` };
    case 'outlook': {
      const header = outlookHeader(behaviour, original);
      return {
        text: `${own}\n\n________________________________\n${header}\n\n${original.text}\n`,
        html: `<html><body><div class="WordSection1">${asHtml(own)}<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">${asHtml(header)}</div>${quotedHtml}</div></body></html>`,
      };
    }
    case 'gmail':
      return {
        text: `${own}\n\n${attribution}\n\n${prefixLines(original.text)}\n`,
        html: `<div dir="ltr">${asHtml(own)}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${escapeHtml(attribution)}<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">${quotedHtml}</blockquote></div>`,
      };
    case 'apple':
    case 'phone':
      return {
        text: `${own}\n\n${prefixLines(`${attribution}\n\n${original.text}`)}\n`,
        html: `<html><body dir="auto">${asHtml(own)}<blockquote type="cite">${escapeHtml(attribution)}<br><br>${quotedHtml}</blockquote></body></html>`,
      };
  }
}

/** The value of the User-Agent or X-Mailer header, with its name in lower case. */
export function programHeader(behaviour: ProspectBehaviour): Readonly<Record<string, string>> {
  switch (behaviour.style.program) {
    case 'gmail':
      return {};
    case 'outlook':
      return { 'x-mailer': 'Microsoft Outlook 16.0' };
    case 'apple':
      return { 'x-mailer': 'Apple Mail (2.3826.200.121)' };
    case 'phone':
      return { 'x-mailer': 'iPhone Mail (22E240)' };
    case 'thunderbird':
      return { 'user-agent': 'Mozilla Thunderbird' };
  }
}
