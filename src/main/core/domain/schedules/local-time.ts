import { DateTime, IANAZone } from 'luxon';
import { DAY, MINUTE } from '../time.ts';
import type { Duration, Instant } from '../time.ts';

/** Days since 1970-01-01 of a calendar day, without a zone. */
export type EpochDay = number;

/** Division towards minus infinity; the remainder of negative instants would otherwise have the wrong sign. */
export function floorDiv(value: number, by: number): number {
  return (value - (((value % by) + by) % by)) / by;
}

/**
 * A stretch of a zone's history with at most one change of offset. Two changes of one zone are never nearer
 * than some weeks (the nearest are the pauses of summer time in Ramadan), so a week is a safe length.
 */
interface Stretch {
  readonly before: Duration;
  readonly after: Duration;
  /** The first moment of `after`; Infinity where nothing changes. */
  readonly changesAt: Instant;
}

const STRETCH: Duration = 7 * DAY;
const MAX_REMEMBERED = 50_000;

const zones = new Map<string, IANAZone | null>();
const stretches = new Map<string, Map<number, Stretch>>();
let remembered = 0;

function lookUp(name: string): IANAZone | null {
  let zone = zones.get(name);
  if (zone === undefined) {
    zone = name !== '' && IANAZone.isValidZone(name) ? IANAZone.create(name) : null;
    zones.set(name, zone);
  }
  return zone;
}

/** Whether the name is an IANA zone that this machine knows. */
export function isKnownZone(name: string): boolean {
  return lookUp(name) !== null;
}

function zoneNamed(name: string): IANAZone {
  const zone = lookUp(name);
  if (zone === null)
    throw new RangeError(`The time zone "${name}" is not known; use a name such as Europe/Berlin.`);
  return zone;
}

function readStretch(zone: IANAZone, start: Instant): Stretch {
  const before = zone.offset(start) * MINUTE;
  const after = zone.offset(start + STRETCH) * MINUTE;
  if (before === after) return { before, after, changesAt: Number.POSITIVE_INFINITY };
  let low = start;
  let high = start + STRETCH;
  while (high - low > 1) {
    const middle = low + floorDiv(high - low, 2);
    if (zone.offset(middle) * MINUTE === before) low = middle;
    else high = middle;
  }
  return { before, after, changesAt: high };
}

function stretchOf(zone: string, at: Instant): Stretch {
  const index = floorDiv(at, STRETCH);
  let ofZone = stretches.get(zone);
  if (ofZone === undefined) {
    ofZone = new Map();
    stretches.set(zone, ofZone);
  }
  let stretch = ofZone.get(index);
  if (stretch === undefined) {
    if (remembered >= MAX_REMEMBERED) {
      stretches.clear();
      remembered = 0;
      ofZone = new Map();
      stretches.set(zone, ofZone);
    }
    stretch = readStretch(zoneNamed(zone), index * STRETCH);
    ofZone.set(index, stretch);
    remembered += 1;
  }
  return stretch;
}

/** What the zone's clocks are ahead of UTC at that moment, in milliseconds. Remembered: luxon asks Intl each time. */
export function offsetAt(at: Instant, zone: string): Duration {
  const stretch = stretchOf(zone, at);
  return at < stretch.changesAt ? stretch.before : stretch.after;
}

/** The first moment after `at`, and not after `until`, at which the zone's offset changes; null: none. */
export function offsetChangeBetween(at: Instant, until: Instant, zone: string): Instant | null {
  for (let index = floorDiv(at, STRETCH); index * STRETCH <= until; index += 1) {
    const { changesAt } = stretchOf(zone, index * STRETCH);
    if (changesAt > at && changesAt <= until) return changesAt;
  }
  return null;
}

/** What the zone's calendar and clocks show: the day, and milliseconds since its midnight. */
export function localAt(at: Instant, zone: string): { readonly day: EpochDay; readonly timeOfDay: Duration } {
  const local = at + offsetAt(at, zone);
  const day = floorDiv(local, DAY);
  return { day, timeOfDay: local - day * DAY };
}

/**
 * The first moment at or after `from` at which the zone's clocks show the day and time, or are past them (in
 * the gap of a change to summer time, the moment of the change).
 */
export function momentOf(day: EpochDay, timeOfDay: Duration, zone: string, from: Instant): Instant {
  const target = day * DAY + timeOfDay;
  let at = from;
  for (;;) {
    const reached = target - offsetAt(at, zone);
    if (reached <= at) return at;
    const change = offsetChangeBetween(at, reached, zone);
    if (change === null) return reached;
    at = change;
  }
}

const isoDates = new Map<EpochDay, string>();

/** The calendar day as `2026-03-01`. */
export function isoDate(day: EpochDay): string {
  let text = isoDates.get(day);
  if (text === undefined) {
    text = DateTime.fromMillis(day * DAY, { zone: 'utc' }).toISODate() ?? '';
    if (isoDates.size >= MAX_REMEMBERED) isoDates.clear();
    isoDates.set(day, text);
  }
  return text;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: EpochDay): number {
  const thursday = 3;
  return day + thursday - floorDiv(day + thursday, 7) * 7 + 1;
}
