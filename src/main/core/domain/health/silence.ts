import { DateTime } from 'luxon';
import { DAY, HOUR, type Duration, type Instant } from '../time.ts';

/** Events that come closer together than this are one occurrence: people assign in bulk. */
export const ONE_OCCURRENCE: Duration = HOUR;
/** Gaps that must be known before a gap can be called usual. */
export const FEWEST_GAPS = 5;
/** How far back the usual gap is looked for, from the last event. */
export const LOOK_BACK: Duration = 28 * DAY;
/** Three times the usual gap is a silence ... */
const FACTOR = 3;
/** ... but never less than two working days, so that a night, a weekend or one holiday is none. */
export const SHORTEST_SILENCE: Duration = 2 * DAY;

/** Days on which nothing is expected: ISO weekdays, in a zone. */
export interface RestDays {
  readonly zone: string;
  readonly offDays: readonly number[];
}

/** The rhythm of a source. Durations are time on working days alone. */
export interface Rhythm {
  /** null: nothing ever came. */
  readonly lastAt: Instant | null;
  /** The median of the gaps; null: too few are known. */
  readonly usualGap: Duration | null;
  /** A silence longer than this is told; null: nothing is usual yet. */
  readonly alarmAfter: Duration | null;
  readonly isSilent: boolean;
}

/** What is usual for a source, and whether it has been silent for longer. `events` in any order. */
export function rhythmOf(events: readonly Instant[], now: Instant, rest: RestDays): Rhythm {
  const ordered = events.filter((at) => at <= now).toSorted((a, b) => a - b);
  const lastAt = ordered.at(-1) ?? null;
  if (lastAt === null) return { lastAt, usualGap: null, alarmAfter: null, isSilent: false };
  const occurrences = occurrencesOf(ordered.filter((at) => at >= lastAt - LOOK_BACK));
  const gaps = occurrences.slice(1).map((at, index) => workingTime(occurrences[index] ?? at, at, rest));
  if (gaps.length < FEWEST_GAPS) return { lastAt, usualGap: null, alarmAfter: null, isSilent: false };
  const usualGap = median(gaps);
  const factored = FACTOR * usualGap;
  const alarmAfter = factored > SHORTEST_SILENCE ? factored : SHORTEST_SILENCE;
  return { lastAt, usualGap, alarmAfter, isSilent: workingTime(lastAt, now, rest) > alarmAfter };
}

/** Time between two moments, off days left out. */
export function workingTime(from: Instant, to: Instant, { zone, offDays }: RestDays): Duration {
  if (to <= from) return 0;
  let time = 0;
  let at = from;
  while (at < to) {
    const day = DateTime.fromMillis(at, { zone });
    const midnight = day.plus({ days: 1 }).startOf('day').toMillis();
    const end = to < midnight ? to : midnight;
    if (!offDays.includes(day.weekday)) time += end - at;
    at = end;
  }
  return time;
}

/** The first moment of each run of events that follow each other closely. */
function occurrencesOf(ordered: readonly Instant[]): readonly Instant[] {
  const firsts: Instant[] = [];
  let last = -Infinity;
  for (const at of ordered) {
    if (at - last >= ONE_OCCURRENCE) {
      firsts.push(at);
      last = at;
    }
  }
  return firsts;
}

function median(values: readonly number[]): number {
  const ordered = values.toSorted((a, b) => a - b);
  const middle = (ordered.length - (ordered.length % 2)) / 2;
  const upper = ordered[middle] ?? 0;
  return ordered.length % 2 === 1 ? upper : ((ordered[middle - 1] ?? upper) + upper) / 2;
}
