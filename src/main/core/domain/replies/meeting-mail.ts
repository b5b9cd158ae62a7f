import type { ReplyIntent } from '#contract/names.ts';
import { meetingTime } from '../meeting-time.ts';
import type { Instant } from '../time.ts';
import type { CalendarAnswer, CalendarPart } from './calendar-part.ts';

/** A lead's mail, as far as it takes to see what its calendar part says. */
export interface MaybeMeeting {
  readonly calendar?: CalendarPart | null;
  readonly fromAddress: string;
  readonly receivedAt: Instant;
  /** The writer's, in which the time is said. */
  readonly zone: string;
}

/**
 * What a lead's calendar says: `agreed` to meet, `unsure`, `declined` an invitation, or `cancelled` a meeting.
 */
export interface MeetingMail {
  readonly says: 'agreed' | 'unsure' | 'declined' | 'cancelled';
  readonly startsAt: Instant | null;
  /** What decided: the time of the meeting, else what it is called. */
  readonly words: readonly string[];
  /** In one line, for those who have no calendar before them. */
  readonly line: string;
}

/** What a calendar's word is worth as a reply's intent: nobody presses these buttons by mistake. */
const AGREED = 0.95;
/** Below what makes a lead Hot by itself: a person is asked (domain.md section 1). */
const UNSURE = 0.5;

const LINES: Readonly<Record<CalendarPart['method'], string>> = {
  request: 'Invitation',
  publish: 'Invitation',
  reply: 'Answer to the invitation',
  counter: 'Another time is proposed',
  cancel: 'Cancelled',
  other: 'Meeting',
};
const ANSWERS: Readonly<Record<CalendarAnswer, string>> = {
  accepted: 'Accepted',
  declined: 'Declined',
  tentative: 'Accepted tentatively',
  none: 'Answer to the invitation',
};

/**
 * What the calendar part of a lead's mail says about a meeting with them. Null: it has none, the meeting is over, or
 * it is about other people's (an invitation that was passed on); then the text alone counts.
 */
export function readMeeting(mail: MaybeMeeting): MeetingMail | null {
  const { calendar } = mail;
  if (calendar === undefined || calendar === null) return null;
  if (calendar.startsAt !== null && calendar.startsAt < mail.receivedAt) return null;
  const from = mail.fromAddress.trim().toLowerCase();
  const attendee = calendar.attendees.find(({ address }) => address === from);
  const answer = (attendee ?? calendar.attendees[0])?.answer ?? 'none';
  const says = whatItSays(calendar, answer, attendee !== undefined || calendar.organizer?.address === from);
  if (says === null) return null;
  const when = calendar.startsAt === null ? '' : meetingTime(calendar.startsAt, mail.zone);
  const { summary } = calendar;
  const what =
    says === 'cancelled'
      ? 'Cancelled'
      : calendar.method === 'reply'
        ? ANSWERS[answer]
        : LINES[calendar.method];
  const about = [summary, when].filter((part) => part !== '').join(', ');
  return {
    says,
    startsAt: calendar.startsAt,
    words: [when === '' ? summary : when].filter((word) => word !== ''),
    line: about === '' ? `${what}.` : `${what}: ${about}`,
  };
}

function whatItSays(
  { method, isCancelled }: CalendarPart,
  answer: CalendarAnswer,
  isTheirs: boolean,
): MeetingMail['says'] | null {
  if (method === 'cancel' || (isCancelled && method !== 'reply')) return 'cancelled';
  if (method === 'counter') return 'agreed';
  if (method === 'request' || method === 'publish') {
    if (!isTheirs) return null;
    return answer === 'declined' ? 'declined' : 'agreed';
  }
  if (method !== 'reply' || answer === 'none') return null;
  return ({ accepted: 'agreed', tentative: 'unsure', declined: 'declined' } as const)[answer];
}

/** The intent that follows from it; null: the text decides, and never that they agreed. */
export function meetingIntent({
  says,
}: MeetingMail): { readonly intent: ReplyIntent; readonly confidence: number } | null {
  if (says === 'declined' || says === 'cancelled') return null;
  return { intent: 'AgreedToMeet', confidence: says === 'agreed' ? AGREED : UNSURE };
}

/** Where calendar programs begin to speak themselves: links to the call, and small print on how to unsubscribe. */
const PROGRAM =
  /calendar\.google\.com|google calendar|-::~|^\s*_{10,}|teams\.(?:microsoft|live)\.com|^\s*(?:join with google meet|microsoft teams)/i;
/** The line with which they tell of the answer, and what they repeat of the event. */
const TOLD =
  /(?:has|have) (?:accepted|declined|tentatively accepted|replied)|hat (?:diese |die )?einladung|a (?:accepte|accepté|refus)|^\s*(?:when|where|who|wann|wo|wer|quand|où)\s*:?\s*$/i;

/** The text without what the calendar program put into it: the writer's own words, perhaps none. */
export function withoutProgramWords(text: string): string {
  const lines = text.slice(0, 20_000).split('\n');
  const end = lines.findIndex((line) => PROGRAM.test(line));
  return lines
    .slice(0, end < 0 ? lines.length : end)
    .filter((line) => !TOLD.test(line))
    .join('\n')
    .trim();
}
