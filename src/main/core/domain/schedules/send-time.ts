import { DateTime } from 'luxon';
import { DAY, HOUR, MINUTE } from '../time.ts';
import type { Instant } from '../time.ts';
import type { HolidayCalendar } from './holiday-calendar.ts';
import {
  floorDiv,
  isKnownZone,
  isoDate,
  localAt,
  momentOf,
  offsetChangeBetween,
  weekdayOf,
} from './local-time.ts';
import type { EpochDay } from './local-time.ts';
import type { OpenHour } from './open-hour.ts';
import type { SendingRules } from './sending-rules.ts';

/** More days than any list of holidays or planned messages blocks: about a century. */
const MAX_DAYS = 40_000;

/** A limit of messages a day and what counts towards it; ISO dates of the assistant's zone as keys. */
export interface DayLimit {
  readonly limit: number;
  readonly planned: Readonly<Record<string, number>>;
}

/** Where, when and how much may be sent. */
export interface Sending {
  /** The lead's zone; null, or no zone name: the assistant's. */
  readonly zone: string | null;
  /** Must have passed `checkSendingRules`. */
  readonly rules: SendingRules;
  /** What is planned of her daily limit; ISO dates of her zone as keys. */
  readonly plannedPerDay: Readonly<Record<string, number>>;
  /** The mailbox she writes from, where it has a limit of its own. */
  readonly mailbox?: DayLimit | null;
  /** Public holidays of the lead's country. */
  readonly holidays?: HolidayCalendar;
  /** The part of the business hours that suits this lead best. */
  readonly openHour?: OpenHour | null;
}

/** Why a day, or a time of it, was passed over. */
export type Move =
  | { readonly because: 'hours' | 'open-hour' | 'off-day'; readonly day: string }
  /** `name`: null for a date that the assistant's own list names. */
  | { readonly because: 'holiday'; readonly day: string; readonly name: string | null }
  | { readonly because: 'daily-limit' | 'mailbox-limit'; readonly day: string };

/**
 * The first allowed moment at or after `earliest` (domain.md section 1, "when a mail goes out"): business
 * hours, off-days and holidays hold in the lead's zone where it is known, else in the assistant's. A day of
 * the assistant on which her daily limit or the mailbox's is reached is full, and the next day is taken.
 * Rules that never allow anything are a RangeError.
 */
export function nextSendAt(input: Sending & { readonly earliest: Instant }): Instant {
  return findSendTime(input, input.earliest, () => undefined);
}

/** As `nextSendAt`, with what it passed over on the way, in its order. */
export function explainSendAt(input: Sending & { readonly earliest: Instant }): {
  readonly at: Instant;
  readonly moves: readonly Move[];
} {
  const moves: Move[] = [];
  const at = findSendTime(input, input.earliest, (move) => {
    const isKnown = moves.some((each) => each.because === move.because && each.day === move.day);
    if (!isKnown) moves.push(move);
  });
  return { at, moves };
}

/**
 * The opening of the first business day after the day that `day` lies on: the day after a return that an
 * absence mail named. `day` is any moment of it; zone as in `nextSendAt`.
 */
export function businessDayAfter(
  input: Pick<Sending, 'zone' | 'rules' | 'holidays'> & { readonly day: Instant },
): Instant {
  const zone = sendingZone(input.zone, input.rules);
  const { day } = localAt(input.day, zone);
  return firstInHours(momentOf(day + 1, 0, zone, input.day), zone, input, () => undefined);
}

/**
 * The opening of the first business day after the day with this ISO date, in the zone as in `nextSendAt`: when a pause
 * until that day ends.
 */
export function endOfPause(date: string, input: Pick<Sending, 'zone' | 'rules' | 'holidays'>): Instant {
  const midnight = DateTime.fromISO(date, { zone: 'utc' }).toMillis();
  const noon = momentOf(
    floorDiv(midnight, DAY),
    12 * HOUR,
    sendingZone(input.zone, input.rules),
    midnight - DAY,
  );
  return businessDayAfter({ ...input, day: noon });
}

/** Whether hours, off-days and holidays allow a message at that moment; the daily limit is not looked at. */
export function isSendable(
  at: Instant,
  zone: string | null,
  rules: SendingRules,
  holidays?: HolidayCalendar,
): boolean {
  const { day, timeOfDay } = localAt(at, sendingZone(zone, rules));
  const isOpen = timeOfDay >= rules.opensAt * MINUTE && timeOfDay < rules.closesAt * MINUTE;
  return isOpen && whyNoBusinessDay(day, { rules, ...(holidays === undefined ? {} : { holidays }) }) === null;
}

/** The ISO date that the zone's calendar shows at that moment: the key of `plannedPerDay`. */
export function localDay(at: Instant, zone: string): string {
  return isoDate(localAt(at, zone).day);
}

/** The lead's zone, or the assistant's where the lead's is missing or is no zone name. */
export function sendingZone(zone: string | null, rules: SendingRules): string {
  return zone !== null && isKnownZone(zone) ? zone : rules.timeZone;
}

type Told = (move: Move) => void;
type Days = Pick<Sending, 'rules' | 'holidays'>;

function findSendTime(sending: Sending, earliest: Instant, tell: Told): Instant {
  const { rules, plannedPerDay, mailbox } = sending;
  const zone = sendingZone(sending.zone, rules);
  let at = earliest;
  for (let days = 0; days < MAX_DAYS; days += 1) {
    at = firstInHours(at, zone, sending, tell);
    const assistantDay = localAt(at, rules.timeZone).day;
    const day = isoDate(assistantDay);
    const isHerDayFull = (plannedPerDay[day] ?? 0) >= rules.dailyLimit;
    const isFull = isHerDayFull || (mailbox && (mailbox.planned[day] ?? 0) >= mailbox.limit);
    if (!isFull) return at;
    tell({ because: isHerDayFull ? 'daily-limit' : 'mailbox-limit', day });
    at = momentOf(assistantDay + 1, 0, rules.timeZone, at);
  }
  throw neverAllowed();
}

/** Why nothing is sent on that day; null: it is a business day. */
function whyNoBusinessDay(day: EpochDay, { rules, holidays }: Days): Move | null {
  const name = rules.publicHolidays && holidays !== undefined ? holidays.nameOn(isoDate(day)) : null;
  if (name !== null) return { because: 'holiday', day: isoDate(day), name };
  if (rules.holidays.length > 0 && rules.holidays.includes(isoDate(day))) {
    return { because: 'holiday', day: isoDate(day), name: null };
  }
  return rules.offDays.includes(weekdayOf(day)) ? { because: 'off-day', day: isoDate(day) } : null;
}

/**
 * Walks from one candidate to the next. Clocks that are set back show a time twice, so a jump never passes a
 * change of the offset without looking at it.
 */
function firstInHours(
  from: Instant,
  zone: string,
  sending: Days & Pick<Sending, 'openHour'>,
  tell: Told,
): Instant {
  const { rules, openHour } = sending;
  const opens = (openHour?.from ?? rules.opensAt) * MINUTE;
  const closes = (openHour?.to ?? rules.closesAt) * MINUTE;
  let at = from;
  for (let steps = 0; steps < MAX_DAYS; steps += 1) {
    const { day, timeOfDay } = localAt(at, zone);
    const against = whyNoBusinessDay(day, sending);
    if (against === null && timeOfDay >= opens && timeOfDay < closes) return at;
    if (against !== null) tell(against);
    else tell({ because: openHour ? 'open-hour' : 'hours', day: isoDate(day) });
    const nextDay = against === null && timeOfDay < opens ? day : day + 1;
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
