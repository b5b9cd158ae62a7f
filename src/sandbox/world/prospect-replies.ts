import { writeBounce } from './bounces.ts';
import { programHeader, writeWithProgram } from './mail-programs.ts';
import type { InboxMail, MailAddress, ReplyKind, SentMail, WordedKind } from './mail-types.ts';
import { isBounce } from './mail-types.ts';
import type { ProspectBehaviour } from './prospects.ts';
import type { Random } from './random.ts';
import { hashOf, randomFor } from './random.ts';
import type { ReplyWording } from './reply-wording.ts';
import { domainOf, fill, mailboxName, wordReply } from './reply-wording.ts';
import { PHRASES } from './words/mail-phrases.ts';

/** A reply before the inbox gives it an id. */
export type ComposedReply = Omit<InboxMail, 'id'> & {
  /** The day the text names (return, meeting, "ask me again"), ISO date; null: none. */
  readonly namedDay: string | null;
};

const ANY_REPLY_PREFIX = /^(re|aw|res|r|sv|antw|tr|rif)\s*:\s*/i;

interface Envelope {
  readonly from: MailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly threaded: boolean;
  readonly namedDay: string | null;
}

function replySubject(behaviour: ProspectBehaviour, original: SentMail): string {
  const bare = original.subject.replace(ANY_REPLY_PREFIX, '');
  return `${PHRASES[behaviour.language].replyPrefix}${bare}`;
}

function absence(
  behaviour: ProspectBehaviour,
  wording: ReplyWording,
  original: SentMail,
  random: Random,
): Envelope {
  const phrases = PHRASES[behaviour.language];
  const text = `${wording.body}\n\n${random.pick(phrases.closings)}\n${behaviour.name}\n`;
  // Exchange, a vacation script after RFC 3834 and a web mailer mark their answers differently.
  const marks = random.pick<Readonly<Record<string, string>>>([
    {
      'auto-submitted': 'auto-generated',
      'x-auto-response-suppress': 'All',
      'x-ms-exchange-generated-message-source': 'Mailbox Rules Agent',
    },
    { 'auto-submitted': 'auto-replied (vacation)', precedence: 'bulk' },
    { 'auto-submitted': 'auto-replied', 'x-autoreply': 'yes', precedence: 'auto_reply' },
  ]);
  const fromScript = marks['precedence'] === 'bulk';
  return {
    from: { address: behaviour.address, name: behaviour.name },
    subject: fromScript ? replySubject(behaviour, original) : `${phrases.autoReplyPrefix}${original.subject}`,
    text,
    headers: { 'return-path': '<>', ...marks },
    threaded: !fromScript || random.chance(0.5),
    namedDay: wording.namedDay,
  };
}

function ticketReceipt(behaviour: ProspectBehaviour, wording: ReplyWording): Envelope {
  return {
    from: { address: `support@${domainOf(behaviour.address)}`, name: `${behaviour.company} Support` },
    subject: fill(PHRASES[behaviour.language].ticketSubject, { ticket: wording.ticket }),
    text: `${wording.body}\n\n${behaviour.company} Support\n`,
    headers: {
      'auto-submitted': 'auto-generated',
      'x-auto-response-suppress': 'All',
      precedence: 'bulk',
      'x-mailer': 'Helpdesk',
    },
    threaded: true,
    namedDay: null,
  };
}

function writerOf(behaviour: ProspectBehaviour, wording: ReplyWording): MailAddress {
  switch (behaviour.style.from) {
    case 'own':
      return { address: behaviour.address, name: behaviour.name };
    case 'second-address':
      return { address: `${mailboxName(behaviour.name)}@home-mail.example`, name: behaviour.name };
    case 'colleague':
      return wording.colleague;
  }
}

function answer(
  behaviour: ProspectBehaviour,
  wording: ReplyWording,
  original: SentMail,
  random: Random,
): Envelope {
  const from = writerOf(behaviour, wording);
  const signer = behaviour.style.from === 'colleague' ? from.name : wording.signer;
  return {
    from,
    subject: replySubject(behaviour, original),
    ...writeWithProgram(behaviour, wording.body, signer, original, random),
    headers: programHeader(behaviour),
    threaded: true,
    namedDay: wording.namedDay,
  };
}

function envelopeFor(
  behaviour: ProspectBehaviour,
  kind: ReplyKind,
  original: SentMail,
  at: number,
  random: Random,
): Envelope {
  if (isBounce(kind)) {
    return { ...writeBounce(kind, original, behaviour.address, at, random), namedDay: null };
  }
  const worded: WordedKind = kind;
  const wording = wordReply(behaviour, worded, original, at, random);
  if (worded === 'ticket') return ticketReceipt(behaviour, wording);
  if (worded === 'out-of-office' || worded === 'out-of-office-undated') {
    return absence(behaviour, wording, original, random);
  }
  return answer(behaviour, wording, original, random);
}

/**
 * The mail that a prospect (or a server on the way) answers to `original` at `at` (ms).
 * Its wording comes from the seed, the prospect, the kind and `turn` (the how many-th answer of this
 * prospect it is); its Message-ID from `original` too, so that two runs never share one.
 */
export function composeReply(
  seed: number,
  behaviour: ProspectBehaviour,
  kind: ReplyKind,
  original: SentMail,
  at: number,
  turn: number,
): ComposedReply {
  const key = `reply/${seed}/${behaviour.address}/${kind}/${turn}`;
  const envelope = envelopeFor(behaviour, kind, original, at, randomFor(key));
  const mark = `${hashOf(key).toString(16)}.${hashOf(`${key}/${original.messageId}`).toString(16)}`;
  const messageId = `<${mark}@${domainOf(envelope.from.address)}>`;
  const date = new Date(at).toUTCString().replace('GMT', '+0000');
  const thread = envelope.threaded
    ? { inReplyTo: original.messageId, references: [...(original.references ?? []), original.messageId] }
    : { references: [] };
  return {
    receivedAt: new Date(at).toISOString(),
    messageId,
    from: envelope.from,
    to: [original.from],
    subject: envelope.subject,
    text: envelope.text,
    ...(envelope.html === undefined ? {} : { html: envelope.html }),
    headers: {
      'message-id': messageId,
      date,
      from: `"${envelope.from.name}" <${envelope.from.address}>`,
      to: `"${original.from.name}" <${original.from.address}>`,
      subject: envelope.subject,
      'mime-version': '1.0',
      ...(thread.inReplyTo === undefined
        ? {}
        : { 'in-reply-to': thread.inReplyTo, references: thread.references.join(' ') }),
      ...envelope.headers,
    },
    ...thread,
    namedDay: envelope.namedDay,
  };
}
