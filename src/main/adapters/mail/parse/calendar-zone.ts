import { DateTime, IANAZone } from 'luxon';
import type { Instant } from '#core/domain/time.ts';
import type { ContentLine } from './content-lines.ts';

/** One half of a zone that a calendar describes itself: from when in the year which offset holds. */
interface Observance {
  readonly offset: number;
  /** The clock when it began first, as if it were UTC. */
  readonly begins: Instant;
  /** null: it began once and for all. */
  readonly yearly: { readonly month: number; readonly weekday: number; readonly nth: number } | null;
}

/** Zones by the names that the calendar itself gives them (VTIMEZONE). */
export type CalendarZones = ReadonlyMap<string, readonly Observance[]>;

const MOST_ZONES = 20;
const MOST_OBSERVANCES = 200;
const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The zones that a calendar describes: Outlook's names are known nowhere else. */
export function readZones(lines: readonly ContentLine[]): CalendarZones {
  const zones = new Map<string, Observance[]>();
  let zone: { name: string; observances: Observance[] } | null = null;
  let half: Map<string, string> | null = null;
  for (const { name, value } of lines) {
    const of = value.trim().toUpperCase();
    if (name === 'BEGIN' && of === 'VTIMEZONE') zone = { name: '', observances: [] };
    else if (name === 'BEGIN' && (of === 'STANDARD' || of === 'DAYLIGHT')) half = new Map();
    else if (name === 'END' && (of === 'STANDARD' || of === 'DAYLIGHT')) {
      const observance = half === null ? null : observanceOf(half);
      if (observance !== null && zone !== null && zone.observances.length < MOST_OBSERVANCES)
        zone.observances.push(observance);
      half = null;
    } else if (name === 'END' && of === 'VTIMEZONE') {
      if (zone !== null && zones.size < MOST_ZONES) zones.set(zone.name, zone.observances);
      zone = null;
    } else if (half !== null) half.set(name, value.trim());
    else if (zone !== null && name === 'TZID') zone.name = value.trim();
  }
  return zones;
}

/**
 * The moment of a DATE-TIME (RFC 5545, 3.3.5): in UTC, in a zone that this machine knows, or in one that the calendar
 * describes. Null: a whole day, a time without a zone, or no time at all.
 */
export function momentOfLine({ parameters, value }: ContentLine, zones: CalendarZones): Instant | null {
  const clock = clockOf(value);
  if (clock === null) return null;
  if (/Z$/i.test(value.trim())) return clock;
  const name = (parameters.get('TZID') ?? '').trim();
  // Some calendars put their own name before that of the zone.
  const known = /[A-Za-z_]+\/[A-Za-z_+\-/]+$/.exec(name)?.[0] ?? name;
  for (const each of [known, known.split('/').slice(-2).join('/')]) {
    if (each === '' || !IANAZone.isValidZone(each)) continue;
    return DateTime.fromMillis(clock, { zone: 'utc' }).setZone(each, { keepLocalTime: true }).toMillis();
  }
  const offset = offsetIn(zones.get(name) ?? [], clock);
  return offset === null ? null : clock - offset;
}

/** What a clock on the wall shows, as if it were UTC. */
function clockOf(value: string): Instant | null {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z?$/i.exec(value.trim());
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const at = DateTime.fromObject({ year, month, day, hour, minute, second }, { zone: 'utc' });
  return at.isValid ? at.toMillis() : null;
}

function observanceOf(lines: ReadonlyMap<string, string>): Observance | null {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)/.exec(lines.get('TZOFFSETTO') ?? '') ?? [];
  const begins = clockOf(lines.get('DTSTART') ?? '');
  if (sign === undefined || begins === null) return null;
  const offset = (Number(hours) * 60 + Number(minutes)) * MINUTE * (sign === '-' ? -1 : 1);
  const rule = lines.get('RRULE') ?? '';
  const month = /BYMONTH=(\d{1,2})/i.exec(rule)?.[1];
  const [, nth, day] = /BYDAY=([+-]?\d)(SU|MO|TU|WE|TH|FR|SA)/i.exec(rule) ?? [];
  const isYearly = /FREQ=YEARLY/i.test(rule) && month !== undefined && day !== undefined;
  const yearly = isYearly
    ? { month: Number(month), weekday: DAYS.indexOf(day.toUpperCase()), nth: Number(nth) }
    : null;
  return { offset, begins, yearly };
}

/** Of the half that began last. */
function offsetIn(observances: readonly Observance[], clock: Instant): number | null {
  const year = new Date(clock).getUTCFullYear();
  const begun = observances
    .flatMap((each) => [beginsIn(each, year - 1), beginsIn(each, year)].map((at) => ({ at, of: each })))
    .filter(({ at }) => at <= clock)
    .toSorted((a, b) => b.at - a.at);
  return begun[0]?.of.offset ?? observances[0]?.offset ?? null;
}

function beginsIn({ begins, yearly }: Observance, year: number): Instant {
  if (yearly === null) return begins;
  const { month, weekday, nth } = yearly;
  const timeOfDay = ((begins % DAY) + DAY) % DAY;
  const first = Date.UTC(year, nth < 0 ? month : month - 1, 1);
  const from = new Date(first).getUTCDay();
  // From the first of the month, or from the first of the next one back.
  const days =
    nth < 0 ? ((weekday - from - 7) % 7 || -7) + (nth + 1) * 7 : ((weekday - from + 7) % 7) + (nth - 1) * 7;
  return first + days * DAY + timeOfDay;
}
