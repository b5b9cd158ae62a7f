/** The mail world's own words; its HTTP interface carries exactly these as JSON. */

export interface MailAddress {
  readonly address: string;
  readonly name: string;
}

/** What an assistant hands over for sending. `date` is ISO 8601 on the sender's clock. */
export interface OutgoingMail {
  readonly messageId: string;
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  /** Recorded; a person of the team reads it and answers nothing. */
  readonly cc?: readonly MailAddress[];
  /** Recorded; nobody behind a blind copy reads or answers. */
  readonly bcc?: readonly MailAddress[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly date: string;
}

/** One accepted send. The same message sent twice is here twice, so that doubles can be seen. */
export interface SentMail extends OutgoingMail {
  readonly id: string;
  /** ISO, the world's clock. */
  readonly acceptedAt: string;
}

/** A mail in an assistant's inbox. Header names are lower case. */
export interface InboxMail {
  readonly id: string;
  /** ISO, the world's clock. */
  readonly receivedAt: string;
  readonly messageId: string;
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** An event in the words of RFC 5545, as calendars attach it. */
  readonly calendar?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly inReplyTo?: string;
  readonly references: readonly string[];
}

/** An inbox mail as checkers see it: whose box it is in, and what the writer meant by it. */
export interface ReceivedMail extends InboxMail {
  readonly mailbox: string;
  /** The prospect's intention; null: put there by hand, with a text of its own. */
  readonly kind: ReplyKind | null;
  /** The prospect it comes from, also when it was sent from another address; null: by hand. */
  readonly prospect: string | null;
}

export interface EngagementEvent {
  readonly id: string;
  /** ISO, the world's clock. */
  readonly at: string;
  readonly messageId: string;
  readonly recipient: string;
  readonly kind: 'open' | 'click';
}

/** Everything a prospect, or a mail server on the way, can answer. */
export const REPLY_KINDS = [
  'agreed-to-meet',
  'interested',
  'more-info',
  'brochure',
  'connect-later',
  'referred',
  'stop',
  'moved-out',
  'retired',
  'unsubscribe',
  'out-of-office',
  'out-of-office-undated',
  'ticket',
  'neutral',
  'hard-bounce',
  'soft-bounce',
  'unexplained-bounce',
] as const;
export type ReplyKind = (typeof REPLY_KINDS)[number];

export type BounceKind = 'hard-bounce' | 'soft-bounce' | 'unexplained-bounce';

/** The answers that have a text in the prospect's language. */
export type WordedKind = Exclude<ReplyKind, BounceKind>;

export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

/** True for an answer that stops an assistant: a person wrote it. */
export function isHuman(kind: ReplyKind): boolean {
  return !isBounce(kind) && kind !== 'out-of-office' && kind !== 'out-of-office-undated' && kind !== 'ticket';
}

export function isBounce(kind: ReplyKind): kind is BounceKind {
  return kind === 'hard-bounce' || kind === 'soft-bounce' || kind === 'unexplained-bounce';
}

/** Answers of all kinds but bounces. `{…}` are filled by the composer. */
export type Wordings = Readonly<Record<WordedKind, readonly string[]>>;
