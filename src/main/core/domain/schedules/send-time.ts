import { DAY, MINUTE } from '../time.ts';
import type { Instant } from '../time.ts';
import { isKnownZone, isoDate, localAt, momentOf, offsetChangeBetween, weekdayOf } from './local-time.ts';
import type { EpochDay } from './local-time.ts';
import type { SendingRules } from './sending-rules.ts';

/** More days than any list of holidays or planned messages blocks: about a century. */
const MAX_DAYS = 40_000;

/**
 * The first allowed moment at or after `earliest` (domain.md section 1, "when a mail goes out"): business
 * hours, off-days and holidays hold in the lead's zone where it is known, else in the assistant's. A day of
 * the assistant whose planned messages have reached her daily limit is full, and the next day is taken.
 * `plannedPerDay` has ISO dates of the assistant's zone as keys. The rules must have passed
 * `checkSendingRules`; rules that never allow anything are a RangeError.
 */
export function nextSendAt(input: {
  readonly earliest: Instant;
  readonly zone: string | null;
  readonly rules: SendingRules;
  readonly plannedPerDay: Readonly<Record<string, number>>;
}): Instant {
  const { rules, plannedPerDay } = input;
  const zone = sendingZone(input.zone, rules);
  let at = input.earliest;
  for (let days = 0; days < MAX_DAYS; days += 1) {
    at = firstInHours(at, zone, rules);
    const assistantDay = localAt(at, rules.timeZone).day;
    if ((plannedPerDay[isoDate(assistantDay)] ?? 0) < rules.dailyLimit) return at;
    at = momentOf(assistantDay + 1, 0, rules.timeZone, at);
  }
  throw neverAllowed();
}

/**
 * The opening of the first business day after the day that `day` lies on: the day after a return that an
 * absence mail named. `day` is any moment of it; zone as in `nextSendAt`.
 */
export function businessDayAfter(input: {
  readonly day: Instant;
  readonly zone: string | null;
  readonly rules: SendingRules;
}): Instant {
  const zone = sendingZone(input.zone, input.rules);
  const { day } = localAt(input.day, zone);
  return firstInHours(momentOf(day + 1, 0, zone, input.day), zone, input.rules);
}

/** Whether hours, off-days and holidays allow a message at that moment; the daily limit is not looked at. */
export function isSendable(at: Instant, zone: string | null, rules: SendingRules): boolean {
  const { day, timeOfDay } = localAt(at, sendingZone(zone, rules));
  return (
    timeOfDay >= rules.opensAt * MINUTE && timeOfDay < rules.closesAt * MINUTE && isBusinessDay(day, rules)
  );
}

/** The ISO date that the zone's calendar shows at that moment: the key of `plannedPerDay`. */
export function localDay(at: Instant, zone: string): string {
  return isoDate(localAt(at, zone).day);
}

/** The lead's zone, or the assistant's where the lead's is missing or is no zone name. */
function sendingZone(zone: string | null, rules: SendingRules): string {
  return zone !== null && isKnownZone(zone) ? zone : rules.timeZone;
}

function isBusinessDay(day: EpochDay, rules: SendingRules): boolean {
  return (
    !rules.offDays.includes(weekdayOf(day)) &&
    (rules.holidays.length === 0 || !rules.holidays.includes(isoDate(day)))
  );
}

/**
 * Walks from one candidate to the next. Clocks that are set back show a time twice, so a jump never passes a
 * change of the offset without looking at it.
 */
function firstInHours(from: Instant, zone: string, rules: SendingRules): Instant {
  const opens = rules.opensAt * MINUTE;
  const closes = rules.closesAt * MINUTE;
  let at = from;
  for (let steps = 0; steps < MAX_DAYS; steps += 1) {
    const { day, timeOfDay } = localAt(at, zone);
    const business = isBusinessDay(day, rules);
    if (business && timeOfDay >= opens && timeOfDay < closes) return at;
    const nextDay = business && timeOfDay < opens ? day : day + 1;
    const target = at + (nextDay - day) * DAY + opens - timeOfDay;
    at = offsetChangeBetween(at, target, zone) ?? target;
  }
  throw neverAllowed();
}

function neverAllowed(): RangeError {
  return new RangeError(
    'The sending rules leave no time to write: open at least one weekday, let the day close after it opens, and allow at least one message a day.',
  );
}
