import type { ReplyIntent } from '#contract/names.ts';
import { REPLY_TABLE } from '../leads/reply-intents.ts';
import { isKnownZone } from '../schedules/local-time.ts';
import { DAY } from '../time.ts';
import type { Instant } from '../time.ts';
import { automaticMail, bareSubject, isAbsent, isReplySubject } from './automatic-mail.ts';
import { readBounce } from './bounce.ts';
import type { Bounce, MaybeBounce } from './bounce.ts';
import { calmed } from './calmed.ts';
import { COMPLAINT_WORDS, readComplaint } from './complaint.ts';
import { dateFrame, laterDate, returnDate } from './dates.ts';
import type { DateFrame } from './dates.ts';
import { addressesIn, sentencesOf } from './fold.ts';
import type { CalendarPart } from './calendar-part.ts';
import type { MailReport } from './mail-report.ts';
import { asWritten } from './intent/as-written.ts';
import type { Opinion } from './intent/merge-intent.ts';
import { taughtIntent } from './intent/taught-intent.ts';
import type { TaughtMatch, TaughtRule } from './intent/taught-intent.ts';
import { plainIntent, spokenIntent } from './judge-intent.ts';
import { meetingIntent, readMeeting, withoutProgramWords } from './meeting-mail.ts';
import type { MeetingMail } from './meeting-mail.ts';
import { spokenInOtherScript } from './other-scripts/read-other-script.ts';
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
  /** The event of its calendar part; null or absent: it has none. */
  readonly calendar?: CalendarPart | null;
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

/** The same, and the rule that a user taught where it decided; null: it did not. */
export interface JudgedMail<Rule extends TaughtRule> extends ClassifiedMail {
  readonly taught: Rule | null;
}

/** Below this the words alone spoke for a machine. */
const SURE_OF_MACHINE = 0.8;
const CLEARLY_SAID = 0.9;
const CERTAIN = 0.99;
const AWAY = 0.6;
/** What a rule may say of a mail that a machine wrote: it never counts as a person's answer. */
const OF_MACHINES: readonly ReplyIntent[] = ['OutOfOffice', 'SupportAutoResponse', 'MovedOut', 'Retired'];
/** Longer replies are read no further: whoever writes a book has said it by then. */
const MAX_CHARACTERS = 20_000;

/**
 * What a mail means (domain.md section 1, reply intents), by rules that can be read in `phrases/`
 * and, for people's words, the model in `intent/`. Judged on
 * the writer's own text, and on the subject where it is his own. In doubt a mail is from a person, and an
 * intent has a low confidence. What a user taught wins over all of it, but for mail that came back and complaints
 * (section 1, Teach your assistant). `opinion`: a language model's, which only refines.
 */
export function classifyMail<Rule extends TaughtRule = never>(
  mail: MailToClassify,
  rules: readonly Rule[] = [],
  opinion: Opinion | null = null,
): JudgedMail<Rule> {
  const complaint = readComplaint(mail);
  if (complaint !== null) {
    const words = [COMPLAINT_WORDS, complaint.type, complaint.recipient].filter((word) => word !== null);
    const nothing = { until: null, bounce: null, referred: [], text: mail.text.trim(), taught: null };
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
      taught: null,
    };
  }
  const meeting = readMeeting(mail);
  const written =
    meeting === null ? mail.text : [mail.calendar?.comment, withoutProgramWords(mail.text)].join('\n');
  const text = ownWords(calmed(written)).slice(0, MAX_CHARACTERS);
  const sentences = sentencesOf(text);
  const zone = isKnownZone(mail.zone) ? mail.zone : 'UTC';
  const frame = dateFrame(mail.receivedAt, zone, mail.headers['date']);
  // Calendar programs call themselves automatic; a person pressed the button, unless an absence declined by itself.
  const mayBeAutomatic = meeting === null || (meeting.says === 'declined' && isAbsent(sentences));
  const automatic = mayBeAutomatic ? automaticMail(mail, sentences) : null;

  const subject = isReplySubject(mail.subject) ? '' : bareSubject(mail.subject);
  const plain = plainIntent(sentences, sentencesOf(subject));
  const isDoubtful = (automatic?.confidence ?? 0) < SURE_OF_MACHINE && plain.confidence >= CLEARLY_SAID;
  const isByMachine = automatic !== null && !isDoubtful;
  const said = `${text}\n${subject}`;
  const match = taughtIntent(
    isByMachine ? rules.filter(({ intent }) => OF_MACHINES.includes(intent)) : rules,
    said,
  );
  if (match !== null) return classifyTaught(mail, text, said, match, frame, isByMachine);
  if (meeting !== null && !isByMachine) return { ...classifyMeeting(meeting, text, opinion), taught: null };
  if (isByMachine) return { ...classifyAutomatic(mail, text, automatic, frame), taught: null };
  const spoken = spokenInOtherScript(said) ?? spokenIntent(sentences, sentencesOf(subject), opinion);
  const backOn = plain.words.length === 0 && isAbsent(sentences) ? returnDate(text, frame) : null;
  return {
    kind: 'human',
    ...spoken,
    words: asWritten(spoken.words, said),
    // A person who says no more than until when he is away is to be asked then.
    ...(backOn === null ? {} : { intent: 'ConnectLater' as const, confidence: AWAY }),
    until: spoken.intent === 'ConnectLater' ? laterDate(text, frame) : backOn,
    bounce: null,
    referred: referredIn(spoken.intent, text, mail.fromAddress),
    text,
    taught: null,
  };
}

/** What the calendar says outweighs the words; a refused or cancelled meeting is never taken for the wish to meet. */
function classifyMeeting(meeting: MeetingMail, text: string, opinion: Opinion | null): ClassifiedMail {
  const base = { kind: 'human', until: null, bounce: null, referred: [] } as const;
  const said = [meeting.line, text].filter((part) => part !== '').join('\n');
  const decided = meetingIntent(meeting);
  if (decided !== null) return { ...base, ...decided, words: meeting.words, text: said };
  const spoken = spokenIntent(sentencesOf(text), [], opinion);
  const isPlain = text !== '' && REPLY_TABLE[spoken.intent].to !== 'Hot';
  if (isPlain) return { ...base, ...spoken, words: asWritten(spoken.words, text), text: said };
  return { ...base, intent: 'Other', confidence: CLEARLY_SAID, words: meeting.words, text: said };
}

/** Whose mail came back, or who complained, lower case; null for every other mail. */
export function reportedRecipient(mail: MaybeBounce): string | null {
  return readComplaint(mail)?.recipient ?? readBounce(mail)?.recipient ?? null;
}

/** A rule decides; the dates and people that it speaks of are read as ever. */
function classifyTaught<Rule extends TaughtRule>(
  mail: MailToClassify,
  text: string,
  said: string,
  { rule, match, words }: TaughtMatch<Rule>,
  frame: DateFrame,
  isByMachine: boolean,
): JudgedMail<Rule> {
  const { intent } = rule;
  const until = { ConnectLater: laterDate, OutOfOffice: returnDate }[intent as string];
  const automatic = { OutOfOffice: 'auto-reply', SupportAutoResponse: 'ticket' } as const;
  return {
    kind: isByMachine ? 'auto-reply' : (automatic[intent as keyof typeof automatic] ?? 'human'),
    intent,
    confidence: match,
    until: until?.(text, frame) ?? null,
    bounce: null,
    referred: referredIn(intent, text, mail.fromAddress),
    words: asWritten([words], said),
    text,
    taught: rule,
  };
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
