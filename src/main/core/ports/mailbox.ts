import type { MailProblem } from './mailbox-problem.ts';
import type { CalendarPart } from '../domain/replies/calendar-part.ts';
import type { MailReport } from '../domain/replies/mail-report.ts';
import type { Instant } from '../domain/time.ts';

export interface MailAddress {
  readonly address: string;
  readonly name: string;
}

export interface OutgoingMail {
  /** RFC 5322 Message-ID with its angle brackets, chosen when the mail was committed. */
  readonly messageId: string;
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  /** Named in the mail; absent: nobody. */
  readonly cc?: readonly MailAddress[];
  readonly bcc: readonly MailAddress[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly date: Instant;
}

export interface IncomingMail {
  /** The mailbox's own id of it: the same mail twice has the same id. */
  readonly id: string;
  readonly messageId: string;
  readonly receivedAt: Instant;
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** What it says to machines; null where it has no such part. */
  readonly report: MailReport | null;
  /** The event of the calendar part that it carries; null or absent: it has none. */
  readonly calendar?: CalendarPart | null;
}

export interface Engagement {
  readonly id: string;
  readonly kind: 'open' | 'click';
  readonly messageId: string;
  readonly at: Instant;
}

/** `unknown`: the server may or may not have taken it; it is looked up before anything is sent again. */
export type SendOutcome =
  /** `messageId`: the one it left with, where the provider gave it another one. */
  | {
      readonly kind: 'sent';
      readonly at: Instant;
      readonly messageId?: string;
      /** Who is named as a copy and did not get it: the server refused them. */
      readonly copyRefused?: readonly string[];
    }
  /** `noSuchAddress`: the recipient does not exist; the enhanced status code, such as `5.1.1`. */
  | { readonly kind: 'refused'; readonly because: string; readonly noSuchAddress?: string }
  /** `problem`: the mailbox cannot send at all now. */
  | {
      readonly kind: 'retry';
      readonly because: string;
      readonly after: number | null;
      readonly problem?: MailProblem;
    }
  | { readonly kind: 'unknown'; readonly because: string };

/** An assistant's mailbox. */
export interface Mailbox {
  send(mail: OutgoingMail): Promise<SendOutcome>;
  /** Looks in the Sent folder. */
  wasSent(messageId: string): Promise<'sent' | 'not-sent' | 'unknown'>;
  /** What came since the cursor (null: from the start), oldest first; safe to repeat. */
  fetchSince(
    cursor: string | null,
  ): Promise<{ readonly mails: readonly IncomingMail[]; readonly cursor: string }>;
  /** Opens and clicks since the cursor; an empty list for ever where nothing measures them. */
  engagementSince(
    cursor: string | null,
  ): Promise<{ readonly events: readonly Engagement[]; readonly cursor: string }>;
  /** From now on calls back soon after something came in, where the server tells. Only the last caller is told. */
  watch?(onNews: () => void): void;
  /** Whether news are told now: then it need not be looked for them as often. */
  readonly isWatching?: boolean;
}
