import { DAY } from '../time.ts';
import type { Instant } from '../time.ts';
import { localAt, momentOf } from '../schedules/local-time.ts';
import type { EpochDay } from '../schedules/local-time.ts';
import { RETURN_CUES } from './calendar-words.ts';
import { DATE_RULES } from './date-rules.ts';
import type { DateKind } from './date-rules.ts';
import { fold, linesOf } from './fold.ts';

/** A day that a text speaks of. */
export interface DateMention {
  readonly day: EpochDay;
  /** The words that name it. */
  readonly words: string;
  readonly kind: DateKind;
}

/** When a mail was written, and where. */
export interface DateFrame {
  readonly receivedAt: Instant;
  /** In which days begin. */
  readonly zone: string;
  /** Whether its writer puts the month first, as far as known: `3/4` is then a day in March. */
  readonly monthFirst: boolean;
}

/** The frame of a mail in a zone. Where the zone says nothing, the clock of the `Date` header tells an American. */
export function dateFrame(receivedAt: Instant, zone: string, dateHeader = ''): DateFrame {
  const american =
    /^America\/(?!Argentina|Sao_Paulo|Santiago|Bogota|Lima|Mexico)/.test(zone) || zone.startsWith('US/');
  return {
    receivedAt,
    zone,
    monthFirst: american || (zone === 'UTC' && /\s-(?:0[4-9]|10)\d\d\b/.test(dateHeader)),
  };
}

/**
 * The days a text speaks of, in the order of the rules that read them. A missing year is the one that makes
 * the day lie ahead, or up to 90 days back. One day that can only be read one way says how the others are meant.
 *
 * Rules of our own and not the package chrono-node, which reads 97 of the 123 phrases in `test/return-phrases.ts`
 * right, and is told the language; these read them all, and find the language by themselves.
 */
export function datesIn(text: string, frame: DateFrame): readonly DateMention[] {
  const { zone } = frame;
  const today = localAt(frame.receivedAt, zone).day;
  const american = isMonthFirst(text) ?? frame.monthFirst;
  const mentions: DateMention[] = [];
  let rest = fold(text).replaceAll(/\s+/g, ' ');
  for (const { kind, pattern, read } of DATE_RULES) {
    rest = rest.replaceAll(pattern, (words: string, ...args: unknown[]) => {
      const day = read(args.at(-1) as Readonly<Record<string, string | undefined>>, today, american);
      if (day === null || day > today + 3 * 366 || day < today - 3 * 366) return words;
      mentions.push({ day, words, kind });
      return ' '.repeat(words.length);
    });
  }
  return mentions;
}

/**
 * When somebody who is away is back: the last day that stands with a word of return or duration, else the
 * last calendar day named at all. Midnight of that day in the zone; null when no day is named.
 */
export function returnDate(text: string, frame: DateFrame): Instant | null {
  // The whole text says how the days in its lines are meant.
  const inText = { ...frame, monthFirst: isMonthFirst(text) ?? frame.monthFirst };
  const cue = new RegExp(`(?<![\\p{L}])(?:${RETURN_CUES})(?![\\p{L}])`, 'u');
  const withCue = linesOf(text).filter((line) => cue.test(fold(line)));
  const best =
    latest(withCue.flatMap((line) => datesIn(line, inText))) ??
    latest(datesIn(text, frame).filter((mention) => mention.kind === 'day'));
  return best === null ? null : midnight(best.day, frame.zone);
}

/** The first day ahead that a text names: when somebody wants to hear again. Midnight in the zone, or null. */
export function laterDate(text: string, frame: DateFrame): Instant | null {
  const today = localAt(frame.receivedAt, frame.zone).day;
  const mentions = datesIn(text, frame).filter((mention) => mention.day > today);
  const exact = mentions.filter((mention) => mention.kind === 'day');
  const [first] = (exact.length > 0 ? exact : mentions).toSorted((a, b) => a.day - b.day);
  return first === undefined ? null : midnight(first.day, frame.zone);
}

/** Whether the text has a day like 12/24, or one like 24/12; null: neither, or both. */
function isMonthFirst(text: string): boolean | null {
  const pairs = [...text.matchAll(/(?<![\d/.-])(\d{1,2})[/-](\d{1,2})(?:[/-](?:20)?\d\d)?(?![\d/])/g)];
  const first = pairs.some(([, a = '', b = '']) => isMonth(a) && isDayOnly(b));
  const second = pairs.some(([, a = '', b = '']) => isDayOnly(a) && isMonth(b));
  return first === second ? null : first;
}

function isMonth(text: string): boolean {
  return /^(?:0?[1-9]|1[0-2])$/.test(text);
}

function isDayOnly(text: string): boolean {
  return /^(?:1[3-9]|2\d|3[01])$/.test(text);
}

/** Calendar days count before months, and these before weekdays; of several the last. */
function latest(mentions: readonly DateMention[]): DateMention | null {
  for (const kind of ['day', 'period', 'weekday'] as const) {
    const [last] = mentions.filter((mention) => mention.kind === kind).toSorted((a, b) => b.day - a.day);
    if (last !== undefined) return last;
  }
  return null;
}

function midnight(day: EpochDay, zone: string): Instant {
  return momentOf(day, 0, zone, (day - 2) * DAY);
}
