import type {
  EngagementEvent,
  InboxMail,
  MailAddress,
  OutgoingMail,
  ReceivedMail,
  ReplyKind,
  SentMail,
} from './mail-types.ts';
import type { Outcome, ProspectBehaviour, ProspectMix, ProspectProfile } from './prospects.ts';

export interface MailWorldOptions {
  /** Milliseconds; the world follows it until somebody drives the world with `advanceTo`. */
  readonly clock: { now(): number };
  readonly seed: number;
  readonly prospects?: {
    readonly mix?: ProspectMix;
    readonly profileOf?: (address: string) => ProspectProfile | undefined;
    /** Addresses that get mail but are no prospects (the team itself): they read nothing, answer nothing. */
    readonly isBystander?: (address: string) => boolean;
  };
  /** Goes on where a saved world stood. */
  readonly saved?: SavedMailWorld;
}

/** A mail that a person at a test or at the "a prospect writes" form puts into an inbox. */
export interface HandDelivery {
  /** The assistant's address. */
  readonly mailbox: string;
  readonly from: MailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly calendar?: string;
  readonly messageId?: string;
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Give it back as `after` to go on; also when the page was empty. */
  readonly cursor: string;
}

/** Everything that happened, for checkers. */
export interface MailRecord {
  readonly sent: readonly SentMail[];
  readonly received: readonly ReceivedMail[];
  readonly engagement: readonly EngagementEvent[];
}

export interface MailWorld {
  now(): number;
  /** Takes a mail for delivery; always succeeds, a second time too. */
  send(mail: OutgoingMail): SentMail;
  wasSent(messageId: string): boolean;
  /** Throws a RangeError when `after` is not a cursor of a mail world. */
  inbox(mailbox: string, after: string, limit: number): Page<InboxMail>;
  /** Opens and clicks of everybody's mails, or of those that one mailbox sent. */
  engagement(after: string, limit: number, mailbox?: string): Page<EngagementEvent>;
  deliver(mail: HandDelivery): ReceivedMail;
  /** Lets a prospect answer the last mail it got, now. Null: it never got one. */
  answerNow(address: string, kind: ReplyKind): ReceivedMail | null;
  behaviourOf(address: string): ProspectBehaviour;
  /** Fixes what a prospect comes to; before the mail that brings it on. */
  setOutcome(address: string, outcome: Outcome, onMail?: number): ProspectBehaviour;
  /** Moves the world's clock to a moment (ms, never backwards) and lets everything due happen, in order. */
  advanceTo(time: number): void;
  /** Lets everything happen that is due on the clock. */
  tick(): void;
  /** The next moment something happens by itself, ms; null: nothing waits. */
  nextDueAt(): number | null;
  all(): MailRecord;
  /** Everything that is needed to go on later, as plain data. */
  save(): SavedMailWorld;
}

/** A mail world as a file keeps it. */
export interface SavedMailWorld extends MailRecord {
  readonly worldId: string;
  readonly drivenTo: number | null;
  readonly waiting: readonly { readonly at: number; readonly thing: Due }[];
  readonly mailsTo: readonly (readonly [address: string, log: MailLog])[];
  readonly behaviours: readonly ProspectBehaviour[];
}

/** What one address got and gave. */
export interface MailLog {
  count: number;
  replies: number;
  last: SentMail;
}

/** What waits for its moment. */
export type Due =
  | {
      readonly type: 'reply';
      readonly kind: ReplyKind;
      readonly behaviour: ProspectBehaviour;
      readonly original: SentMail;
    }
  | {
      readonly type: 'engagement';
      readonly kind: 'open' | 'click';
      readonly recipient: string;
      readonly messageId: string;
    };
