import fc from 'fast-check';
import { DateTime, IANAZone } from 'luxon';
import { describe, expect, it } from 'vitest';
import { checkSendingRules } from './check-sending-rules.ts';
import { NO_HOLIDAYS, type HolidayCalendar } from './holiday-calendar.ts';
import { openHourOf } from './open-hour.ts';
import type { SendingRules } from './sending-rules.ts';
import {
  businessDayAfter,
  explainSendAt,
  isSendable,
  localDay,
  nextSendAt,
  type Move,
  type Sending,
} from './send-time.ts';

const at = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' }).toMillis();

/** The same question put to luxon alone. */
function allowedByLuxon(
  moment: number,
  zone: string,
  rules: SendingRules,
  holidays: HolidayCalendar = NO_HOLIDAYS,
  hours = { from: rules.opensAt, to: rules.closesAt },
): boolean {
  const local = DateTime.fromMillis(moment, { zone });
  const minutes = local.hour * 60 + local.minute;
  const day = local.toISODate() ?? '';
  return (
    minutes >= hours.from &&
    minutes < hours.to &&
    !rules.offDays.includes(local.weekday) &&
    !rules.holidays.includes(day) &&
    !(rules.publicHolidays && holidays.nameOn(day) !== null)
  );
}

/** Every zone that this machine knows, with those that are known for their changes of clocks ten times as often. */
const TURNING = [
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Santiago',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'UTC',
];

/** Moments near which clocks or calendars jump, in some of the zones. */
const TURNS = [
  '2011-12-30T10:00Z',
  '2016-10-15T12:00Z',
  '2024-02-29T00:00Z',
  '2026-03-08T07:00Z',
  '2026-03-29T01:00Z',
  '2026-04-04T15:00Z',
  '2026-10-25T01:00Z',
  '2026-11-01T06:00Z',
  '2026-12-31T23:59Z',
  '2027-02-08T00:00Z',
  '2027-03-14T02:00Z',
].map((iso) => at(iso));

const HOUR = 3_600_000;
const moments = fc.oneof(
  fc.integer({ min: at('2010-01-01'), max: at('2036-01-01') }),
  fc
    .tuple(fc.constantFrom(...TURNS), fc.integer({ min: -60 * HOUR, max: 60 * HOUR }))
    .map(([turn, shift]) => turn + shift),
);
const zones = fc.oneof(
  fc.constantFrom(...TURNING),
  fc.constantFrom(...Intl.supportedValuesOf('timeZone').filter((zone) => IANAZone.isValidZone(zone))),
);
const isoDays = fc
  .integer({ min: 0, max: 9_500 })
  .map((days) => DateTime.fromMillis(at('2010-01-01'), { zone: 'utc' }).plus({ days }).toISODate() ?? '');
const sendingRules: fc.Arbitrary<SendingRules> = fc
  .record({
    timeZone: zones,
    opensAt: fc.integer({ min: 0, max: 1439 }),
    length: fc.integer({ min: 1, max: 1440 }),
    offDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 }),
    holidays: fc.array(isoDays, { maxLength: 5 }),
    dailyLimit: fc.integer({ min: 1, max: 5 }),
    publicHolidays: fc.boolean(),
    country: fc.constant(null),
    atOpenHour: fc.boolean(),
  })
  .map(({ length, ...rules }) => {
    const closesAt = rules.opensAt + length;
    return { ...rules, closesAt: closesAt > 1440 ? 1440 : closesAt };
  });

/** Every so many days is a holiday; never every week, which could leave no day at all. */
const calendars: fc.Arbitrary<HolidayCalendar> = fc
  .tuple(fc.constantFrom(2, 3, 4, 5, 6, 8, 9), fc.nat(8))
  .map(([every, shift]) => ({
    nameOn: (day) => ((Date.parse(day) / (24 * HOUR) + shift) % every === 0 ? 'A feast' : null),
  }));

/** The minute of the day around which a lead opens mails. */
const habits = fc.option(fc.nat(1439));
const withinHours = (around: number, rules: SendingRules) =>
  openHourOf(
    [0, 1].map((day) => (day * 24 * 60 + around) * 60_000),
    'UTC',
    rules,
  );

/** Days from the earliest on, with so many messages each. */
function perDay(earliest: number, rules: SendingRules, counts: readonly number[]): Record<string, number> {
  const first = DateTime.fromMillis(earliest, { zone: rules.timeZone }).startOf('day');
  return Object.fromEntries(
    counts.map((count, index) => [first.plus({ days: index }).toISODate() ?? '', count]),
  );
}

/** Whether luxon agrees that the day is an off-day, or the calendar that it is a holiday. */
function isTrue(move: Move, rules: SendingRules, holidays: HolidayCalendar): boolean {
  if (move.because === 'off-day') {
    return rules.offDays.includes(DateTime.fromISO(move.day, { zone: 'utc' }).weekday);
  }
  if (move.because !== 'holiday') return true;
  return move.name === null ? rules.holidays.includes(move.day) : holidays.nameOn(move.day) === move.name;
}

describe('the next moment to send, in every zone and over every change of clocks', () => {
  it('holds for every zone, change of clocks, holiday, habit of the lead and set of rules', () => {
    fc.assert(
      fc.property(
        moments,
        fc.option(zones),
        sendingRules,
        calendars,
        habits,
        (earliest, leadZone, rules, holidays, habit) => {
          const zone = leadZone ?? rules.timeZone;
          const openHour = habit === null ? null : withinHours(habit, rules);
          const hours = openHour ?? { from: rules.opensAt, to: rules.closesAt };
          const sending: Sending = { zone: leadZone, rules, plannedPerDay: {}, holidays, openHour };
          const allowed = (moment: number) => allowedByLuxon(moment, zone, rules, holidays, hours);
          const result = nextSendAt({ ...sending, earliest });
          expect(checkSendingRules(rules)).toEqual([]);
          expect(result).toBeGreaterThanOrEqual(earliest);
          expect(allowed(result)).toBe(true);
          expect(isSendable(result, leadZone, rules, holidays)).toBe(true);
          expect(nextSendAt({ ...sending, earliest: result })).toBe(result);
          const before = [0, 0.1, 0.35, 0.5, 0.77, 0.95, 1]
            .map((part) => Math.min(Math.floor(earliest + (result - earliest) * part), result - 1))
            .filter((moment) => moment >= earliest);
          expect(before.filter(allowed)).toEqual([]);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('is never earlier for what is due later', () => {
    fc.assert(
      fc.property(
        moments,
        fc.nat(9 * 24 * HOUR),
        zones,
        sendingRules,
        calendars,
        habits,
        (one, more, zone, rules, holidays, habit) => {
          const openHour = habit === null ? null : withinHours(habit, rules);
          const sending: Sending = { zone, rules, plannedPerDay: {}, holidays, openHour };
          expect(nextSendAt({ ...sending, earliest: one + more })).toBeGreaterThanOrEqual(
            nextSendAt({ ...sending, earliest: one }),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is never on a day on which the mailbox is full, though the assistant has room', () => {
    fc.assert(
      fc.property(
        moments,
        zones,
        sendingRules,
        fc.array(fc.nat(6), { maxLength: 12 }),
        (earliest, zone, rules, counts) => {
          const planned = perDay(earliest, rules, counts);
          const result = nextSendAt({
            earliest,
            zone,
            rules,
            plannedPerDay: {},
            mailbox: { limit: 4, planned },
          });
          expect(planned[localDay(result, rules.timeZone)] ?? 0).toBeLessThan(4);
          const roomy = nextSendAt({ earliest, zone, rules, plannedPerDay: {} });
          expect(result).toBeGreaterThanOrEqual(roomy);
          const isFree = (planned[localDay(roomy, rules.timeZone)] ?? 0) < 4;
          expect(result === roomy).toBe(isFree);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is told with every day that it was moved past, and why', () => {
    fc.assert(
      fc.property(moments, zones, sendingRules, calendars, (earliest, zone, rules, holidays) => {
        const sending: Sending = { zone, rules, plannedPerDay: {}, holidays };
        const { at: result, moves } = explainSendAt({ ...sending, earliest });
        expect(result).toBe(nextSendAt({ ...sending, earliest }));
        expect(moves.length === 0).toBe(result === earliest);
        const [first, last] = [localDay(earliest, zone), localDay(result, zone)];
        expect(moves.filter((move) => move.day < first || move.day > last)).toEqual([]);
        expect(moves.filter((move) => !isTrue(move, rules, holidays))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('never picks a full day, and none later than needed', () => {
    fc.assert(
      fc.property(
        moments,
        fc.option(zones),
        sendingRules,
        fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 12 }),
        (earliest, leadZone, rules, counts) => {
          const planned = perDay(earliest, rules, counts);
          const result = nextSendAt({ earliest, zone: leadZone, rules, plannedPerDay: planned });
          expect(planned[localDay(result, rules.timeZone)] ?? 0).toBeLessThan(rules.dailyLimit);
          expect(allowedByLuxon(result, leadZone ?? rules.timeZone, rules)).toBe(true);
          for (let t = earliest; t < result; t += 6 * HOUR) {
            const free = (planned[localDay(t, rules.timeZone)] ?? 0) < rules.dailyLimit;
            expect(free && allowedByLuxon(t, leadZone ?? rules.timeZone, rules)).toBe(false);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('agrees with luxon on what is sendable and on the local day', () => {
    fc.assert(
      fc.property(moments, zones, sendingRules, (moment, zone, rules) => {
        expect(isSendable(moment, zone, rules)).toBe(allowedByLuxon(moment, zone, rules));
        expect(localDay(moment, zone)).toBe(DateTime.fromMillis(moment, { zone }).toISODate());
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the business day after a return, in every zone', () => {
  it('lies on a later day, is allowed, and has no allowed day between, in every zone', () => {
    fc.assert(
      fc.property(moments, zones, sendingRules, (day, zone, rules) => {
        const result = businessDayAfter({ day, zone, rules });
        expect(localDay(result, zone) > localDay(day, zone)).toBe(true);
        expect(isSendable(result, zone, rules)).toBe(true);
        expect(isSendable(result - 1, zone, rules) && localDay(result - 1, zone) > localDay(day, zone)).toBe(
          false,
        );
      }),
      { numRuns: 500 },
    );
  });
});
