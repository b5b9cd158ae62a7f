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

/**
 * The days a text speaks of, in the order of the rules that read them. A missing year is the one that makes
 * the day lie ahead, or up to 90 days back. `3/4` is read the American way only in American zones.
 */
export function datesIn(text: string, receivedAt: Instant, zone: string): readonly DateMention[] {
  const today = localAt(receivedAt, zone).day;
  const american =
    /^America\/(?!Argentina|Sao_Paulo|Santiago|Bogota|Lima|Mexico)/.test(zone) || zone.startsWith('US/');
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
export function returnDate(text: string, receivedAt: Instant, zone: string): Instant | null {
  const cue = new RegExp(`(?<![\\p{L}])(?:${RETURN_CUES})(?![\\p{L}])`, 'u');
  const withCue = linesOf(text).filter((line) => cue.test(fold(line)));
  const best =
    latest(withCue.flatMap((line) => datesIn(line, receivedAt, zone))) ??
    latest(datesIn(text, receivedAt, zone).filter((mention) => mention.kind === 'day'));
  return best === null ? null : midnight(best.day, zone);
}

/** The first day ahead that a text names: when somebody wants to hear again. Midnight in the zone, or null. */
export function laterDate(text: string, receivedAt: Instant, zone: string): Instant | null {
  const today = localAt(receivedAt, zone).day;
  const mentions = datesIn(text, receivedAt, zone).filter((mention) => mention.day > today);
  const exact = mentions.filter((mention) => mention.kind === 'day');
  const [first] = (exact.length > 0 ? exact : mentions).toSorted((a, b) => a.day - b.day);
  return first === undefined ? null : midnight(first.day, zone);
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
