import { DateTime } from 'luxon';
import { decodeText } from '#adapters/mail/parse/charset.ts';
import { parseMail } from '#adapters/mail/parse/parse-mail.ts';
import type { Cut } from '#adapters/mail/parse/parsed-mail.ts';
import type { Bounce } from '#core/domain/replies/bounce.ts';
import { classifyMail } from '#core/domain/replies/classify-reply.ts';
import type { ClassifiedMail, MailToClassify } from '#core/domain/replies/classify-reply.ts';
import type { Source } from './read-sources.ts';

/** What Baton makes of a mail, as the command prints it. */
export interface Understood {
  readonly file: string;
  readonly kind: ClassifiedMail['kind'];
  readonly bounce: Bounce | null;
  readonly intent: ClassifiedMail['intent'];
  /** 0 to 1. */
  readonly confidence: number;
  /** ISO date in the zone asked for. */
  readonly until: string | null;
  readonly referred: readonly string[];
  /** The words that decided. */
  readonly words: readonly string[];
  /** What was too big, too deep or too slow to be read. */
  readonly cut: readonly Cut[];
  readonly text: string;
}

/** Reads one mail as the mailbox does. A bare text counts as a reply that came now. */
export async function understand(
  source: Source,
  options: { readonly text: boolean; readonly zone: string },
): Promise<Understood> {
  const { mail, cut } = options.text
    ? bareReply(source, options.zone)
    : await wholeMail(source, options.zone);
  const { kind, bounce, intent, confidence, until, referred, words, text } = classifyMail(mail);
  return {
    file: source.file,
    kind,
    bounce,
    intent,
    confidence,
    until: until === null ? null : DateTime.fromMillis(until, { zone: options.zone }).toISODate(),
    referred,
    words,
    cut,
    text,
  };
}

interface Read {
  readonly mail: MailToClassify;
  readonly cut: readonly Cut[];
}

function bareReply(source: Source, zone: string): Read {
  const text = decodeText(source.bytes, 'utf-8').replaceAll(/\r\n?/g, '\n');
  const mail = {
    headers: {},
    subject: '',
    text,
    fromAddress: '',
    receivedAt: Date.now(),
    zone,
    report: null,
  };
  return { mail, cut: [] };
}

async function wholeMail(source: Source, zone: string): Promise<Read> {
  const { headers, subject, text, from, date, report, calendar = null, cut } = await parseMail(source.bytes);
  const mail = {
    headers,
    subject,
    text,
    fromAddress: from.address,
    receivedAt: date ?? Date.now(),
    zone,
    report,
    calendar,
  };
  return { mail, cut };
}
