import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import addressparser from 'nodemailer/lib/addressparser/index.js';
import type { CalendarPart } from '#core/domain/replies/calendar-part.ts';
import type { MailFields, MailReport } from '#core/domain/replies/mail-report.ts';
import type { MailAddress } from '#core/ports/mailbox.ts';
import type { Instant } from '#core/domain/time.ts';
import { decodeText } from './charset.ts';
import { crudeText, isTooDeep } from './crude-html.ts';
import { displayHtml } from './display-html.ts';
import { readFields, parameter } from './headers.ts';
import { htmlToText } from './html-to-text.ts';
import { mailParts } from './mail-parts.ts';
import type { MailPart } from './mail-parts.ts';
import type { Cut, ParsedMail } from './parsed-mail.ts';
import { readCalendar } from './read-calendar.ts';
import { decodeTransfer } from './transfer-encoding.ts';
import { unflowed } from './unflowed.ts';

const MAX_SOURCE = 40_000_000;
const MAX_HTML = 1_000_000;
const MAX_TEXT = 1_000_000;
const MAX_REFERENCES = 100;
const MESSAGE_ID = /<[^<>\s]{1,900}>/g;

/** Reads a mail in this thread. `parseMail` does it in a worker, with bounds of time and memory. */
export async function readMail(source: Uint8Array): Promise<ParsedMail> {
  const cut = new Set<Cut>(source.length > MAX_SOURCE ? ['size'] : []);
  const bytes = source.subarray(0, MAX_SOURCE);
  const { root, cut: cutParts } = await mailParts(bytes);
  for (const each of cutParts) cut.add(each);
  const body = bodyOf(root, cut);
  if (body.text.length > MAX_TEXT) cut.add('text');
  return {
    ...envelope(root.fields, bytes),
    text: body.text.slice(0, MAX_TEXT),
    html: body.html === null ? null : displayHtml(body.html),
    report: reportOf(root),
    calendar: calendarOf(root),
    cut: [...cut],
  };
}

/** What the header alone says, for a mail whose parts cannot be read. */
export function readHeader(source: Uint8Array, cut: readonly Cut[]): ParsedMail {
  const bytes = Buffer.from(source.subarray(0, 300_000));
  const end = /\r?\n\r?\n/.exec(bytes.toString('latin1'))?.index ?? bytes.length;
  const { fields } = readFields(bytes.subarray(0, end));
  return { ...envelope(fields, bytes), text: '', html: null, report: null, calendar: null, cut };
}

type Envelope = Omit<ParsedMail, 'text' | 'html' | 'report' | 'calendar' | 'cut'>;

function envelope(fields: MailFields, bytes: Uint8Array): Envelope {
  const first = (name: string) => fields[name]?.split('\n')[0] ?? '';
  const from = addressesOf(first('from'))[0] ?? addressesOf(first('sender'))[0];
  const id = first('message-id').match(MESSAGE_ID)?.[0];
  const references = fields['references']?.match(MESSAGE_ID) ?? [];
  return {
    // The same mail twice must have the same id.
    messageId: id ?? `<${createHash('sha256').update(bytes).digest('hex')}@without-id.invalid>`,
    date: dateOf(fields),
    from: from ?? { address: '', name: '' },
    to: addressesOf(fields['to']?.replaceAll('\n', ', ') ?? ''),
    subject: first('subject').slice(0, 2000),
    headers: fields,
    inReplyTo: first('in-reply-to').match(MESSAGE_ID)?.[0] ?? null,
    references: references.slice(-MAX_REFERENCES),
  };
}

function addressesOf(value: string): readonly MailAddress[] {
  return addressparser(value, { flatten: true })
    .map(({ address, name }) => ({ address: address.trim(), name: name.trim() }))
    .filter(({ address }) => address !== '');
}

function dateOf(fields: MailFields): Instant | null {
  const received = fields['received']?.split('\n')[0];
  return momentIn(fields['date'] ?? '') ?? momentIn(received?.split(';').at(-1) ?? '');
}

function momentIn(text: string): Instant | null {
  const plain = text
    .replaceAll(/\([^()]{0,100}\)/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const strict = DateTime.fromRFC2822(plain);
  if (strict.isValid) return strict.toMillis();
  const lenient = Date.parse(plain);
  return Number.isNaN(lenient) ? null : lenient;
}

interface Body {
  readonly text: string;
  /** null: it is plain text. */
  readonly html: string | null;
}

function bodyOf(part: MailPart, cut: Set<Cut>): Body {
  if (part.children.length === 0) return leafBody(part, cut);
  if (part.type.endsWith('/report')) return bodyOf(part.children[0] ?? part, cut);
  const bodies = part.children.map((child) => bodyOf(child, cut)).filter((body) => body.text.trim() !== '');
  if (part.type === 'multipart/alternative') {
    const plain = bodies.find((body) => body.html === null);
    return {
      text: (plain ?? bodies[0])?.text ?? '',
      html: bodies.findLast((body) => body.html !== null)?.html ?? null,
    };
  }
  const hasHtml = bodies.some((body) => body.html !== null);
  return {
    text: bodies.map((body) => body.text).join('\n'),
    html: hasHtml ? bodies.map((body) => body.html ?? `<pre>${escaped(body.text)}</pre>`).join('\n') : null,
  };
}

function leafBody(part: MailPart, cut: Set<Cut>): Body {
  const isText = /^(?:text\/(?:plain|html)$|multipart\/)/.test(part.type);
  if (!isText || /^\s*attachment/i.test(part.fields['content-disposition'] ?? ''))
    return { text: '', html: null };
  const text = contentOf(part);
  if (part.type === 'text/html') {
    if (text.length > MAX_HTML) cut.add('html');
    const html = text.slice(0, MAX_HTML);
    if (!isTooDeep(html)) return { text: htmlToText(html), html };
    cut.add('html');
    return { text: crudeText(html), html: null };
  }
  const type = part.fields['content-type'] ?? '';
  const isFlowed = /^flowed$/i.test(parameter(type, 'format'));
  return { text: isFlowed ? unflowed(text, /^yes$/i.test(parameter(type, 'delsp'))) : text, html: null };
}

function contentOf(part: MailPart): string {
  const encoding = (part.fields['content-transfer-encoding'] ?? '')
    .toLowerCase()
    .replaceAll(/\(.*\)|["']/g, '')
    .trim();
  const bytes = decodeTransfer(part.bytes, encoding);
  return decodeText(bytes, parameter(part.fields['content-type'] ?? '', 'charset'))
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\0', '');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function reportOf(root: MailPart): MailReport | null {
  const parts = leavesOf(root);
  const named = (pattern: RegExp) => parts.find((part) => pattern.test(part.type));
  const delivery = parts
    .filter((part) => /^message\/(?:global-)?delivery-status$/.test(part.type))
    .flatMap((part) => blocksOf(contentOf(part)));
  const feedback = named(/^message\/feedback-report$/);
  const disposition = named(/^message\/(?:global-)?disposition-notification$/);
  const original = named(
    /^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/(?:rfc822|global)-headers)$/,
  );
  const report: MailReport = {
    delivery,
    feedback: feedback === undefined ? null : (blocksOf(contentOf(feedback))[0] ?? {}),
    disposition: disposition === undefined ? null : (blocksOf(contentOf(disposition))[0] ?? {}),
    original: original === undefined ? null : headerOf(contentOf(original)),
  };
  const isEmpty =
    delivery.length === 0 && feedback === undefined && disposition === undefined && original === undefined;
  return isEmpty ? null : report;
}

/** Calendar programs send the same event twice: in the mail, and as a file. */
function calendarOf(root: MailPart): CalendarPart | null {
  for (const part of leavesOf(root)) {
    if (part.type !== 'text/calendar' && part.type !== 'application/ics') continue;
    const calendar = readCalendar(contentOf(part), parameter(part.fields['content-type'] ?? '', 'method'));
    if (calendar !== null) return calendar;
  }
  return null;
}

function leavesOf(part: MailPart): readonly MailPart[] {
  return part.children.length === 0 ? [part] : part.children.flatMap(leavesOf);
}

function blocksOf(text: string): readonly MailFields[] {
  return text
    .split(/\n[ \t]*\n/)
    .map((block) => readFields(Buffer.from(block.trim())).fields)
    .filter((fields) => Object.keys(fields).length > 0);
}

function headerOf(text: string): MailFields {
  return readFields(Buffer.from(text.trimStart().split(/\n[ \t]*\n/, 1)[0] ?? '')).fields;
}
