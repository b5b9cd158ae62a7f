import type { ReplyIntent } from '#contract/names.ts';
import { isKnownZone } from '../schedules/local-time.ts';
import { DAY } from '../time.ts';
import type { Instant } from '../time.ts';
import { automaticMail, bareSubject, isAbsent, isReplySubject } from './automatic-mail.ts';
import { readBounce } from './bounce.ts';
import type { Bounce, MaybeBounce } from './bounce.ts';
import { calmed } from './calmed.ts';
import { readComplaint } from './complaint.ts';
import { dateFrame, laterDate, returnDate } from './dates.ts';
import type { DateFrame } from './dates.ts';
import { addressesIn, sentencesOf } from './fold.ts';
import type { MailReport } from './mail-report.ts';
import { asWritten } from './intent/as-written.ts';
import { plainIntent, spokenIntent } from './judge-intent.ts';
import { ownWords } from './reply-text.ts';

/**
 * A mail that came in. Header names in lower case; `zone` is the writer's as far as known, in which days
 * begin; UTC is taken for a name that is no zone.
 */
export interface MailToClassify {
  readonly headers: Readonly<Record<string, string>>;
  readonly subject: string;
  readonly text: string;
  readonly fromAddress: string;
  readonly receivedAt: Instant;
  readonly zone: string;
  /** What it says to machines; null where it has no such part. */
  readonly report: MailReport | null;
}

export interface ClassifiedMail {
  readonly kind: 'human' | 'auto-reply' | 'ticket' | 'bounce' | 'complaint';
  /** For a bounce `Other`: its class decides. For a complaint `Unsubscribed`: never write to them again. */
  readonly intent: ReplyIntent;
  /** 0 to 1. */
  readonly confidence: number;
  /** OutOfOffice and ConnectLater: midnight of the day named, in the zone. */
  readonly until: Instant | null;
  readonly bounce: Bounce | null;
  /** Addresses of other people that the writer named instead of himself. */
  readonly referred: readonly string[];
  /** The words that decided, for "why". */
  readonly words: readonly string[];
  /** The writer's own text. */
  readonly text: string;
}

/** Below this the words alone spoke for a machine. */
const SURE_OF_MACHINE = 0.8;
const CLEARLY_SAID = 0.9;
const CERTAIN = 0.99;
const AWAY = 0.6;
/** Longer replies are read no further: whoever writes a book has said it by then. */
const MAX_CHARACTERS = 20_000;

/**
 * What a mail means (domain.md section 1, reply intents), by rules that can be read in `phrases/`
 * and, for people's words, the model in `intent/`. Judged on
 * the writer's own text, and on the subject where it is his own. In doubt a mail is from a person, and an
 * intent has a low confidence.
 */
export function classifyMail(mail: MailToClassify): ClassifiedMail {
  const complaint = readComplaint(mail);
  if (complaint !== null) {
    const words = ['spam complaint', complaint.type, complaint.recipient].filter((word) => word !== null);
    const nothing = { until: null, bounce: null, referred: [], text: mail.text.trim() };
    return { kind: 'complaint', intent: 'Unsubscribed', confidence: CERTAIN, words, ...nothing };
  }
  const bounce = readBounce(mail);
  if (bounce !== null) {
    const words = [bounce.status, bounce.recipient].filter((word) => word !== null);
    const confidence = bounce.class === 'unknown' ? 0.6 : 0.95;
    return {
      kind: 'bounce',
      intent: 'Other',
      confidence,
      until: null,
      bounce,
      referred: [],
      words,
      text: mail.text.trim(),
    };
  }
  const text = ownWords(calmed(mail.text)).slice(0, MAX_CHARACTERS);
  const sentences = sentencesOf(text);
  const zone = isKnownZone(mail.zone) ? mail.zone : 'UTC';
  const frame = dateFrame(mail.receivedAt, zone, mail.headers['date']);
  const automatic = automaticMail(mail, sentences);

  const subject = isReplySubject(mail.subject) ? '' : bareSubject(mail.subject);
  const plain = plainIntent(sentences, sentencesOf(subject));
  const isDoubtful = (automatic?.confidence ?? 0) < SURE_OF_MACHINE && plain.confidence >= CLEARLY_SAID;
  if (automatic !== null && !isDoubtful) return classifyAutomatic(mail, text, automatic, frame);
  const spoken = spokenIntent(sentences, sentencesOf(subject));
  const backOn = plain.words.length === 0 && isAbsent(sentences) ? returnDate(text, frame) : null;
  return {
    kind: 'human',
    ...spoken,
    words: asWritten(spoken.words, `${text}\n${subject}`),
    // A person who says no more than until when he is away is to be asked then.
    ...(backOn === null ? {} : { intent: 'ConnectLater' as const, confidence: AWAY }),
    until: spoken.intent === 'ConnectLater' ? laterDate(text, frame) : backOn,
    bounce: null,
    referred: referredIn(spoken.intent, text, mail.fromAddress),
    text,
  };
}

/** Whose mail came back, or who complained, lower case; null for every other mail. */
export function reportedRecipient(mail: MaybeBounce): string | null {
  return readComplaint(mail)?.recipient ?? readBounce(mail)?.recipient ?? null;
}

/** Machines answer for people who are away, gone for good, or for a help desk. */
function classifyAutomatic(
  mail: MailToClassify,
  text: string,
  automatic: NonNullable<ReturnType<typeof automaticMail>>,
  frame: DateFrame,
): ClassifiedMail {
  const base = { bounce: null, text, words: automatic.words, confidence: automatic.confidence };
  const spoken = plainIntent(sentencesOf(text), []);
  if ((spoken.intent === 'MovedOut' || spoken.intent === 'Retired') && spoken.confidence >= 0.85) {
    return {
      ...base,
      kind: 'auto-reply',
      intent: spoken.intent,
      confidence: spoken.confidence,
      words: spoken.words,
      until: null,
      referred: referredIn(spoken.intent, text, mail.fromAddress),
    };
  }
  const back = returnDate(text, frame) ?? returnDate(bareSubject(mail.subject), frame);
  // An answer that nobody took away when its writer came back says nothing about today.
  const until = back !== null && back < mail.receivedAt - DAY ? null : back;
  const away = automatic.kind === 'auto-reply';
  return {
    ...base,
    kind: away ? 'auto-reply' : 'ticket',
    intent: away ? 'OutOfOffice' : 'SupportAutoResponse',
    until: away ? until : null,
    referred: [],
  };
}

function referredIn(intent: ReplyIntent, text: string, fromAddress: string): readonly string[] {
  if (intent !== 'ReferredSomeone' && intent !== 'MovedOut' && intent !== 'Retired') return [];
  return addressesIn(text).filter((address) => address !== fromAddress.trim().toLowerCase());
}
