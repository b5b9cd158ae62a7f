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
  type Sending,
} from './send-time.ts';

const OFFICE: SendingRules = {
  timeZone: 'Europe/Berlin',
  opensAt: 9 * 60,
  closesAt: 17 * 60,
  offDays: [6, 7],
  holidays: [],
  dailyLimit: 50,
  publicHolidays: true,
  country: null,
  atOpenHour: false,
};

const at = (iso: string, zone = 'utc') => DateTime.fromISO(iso, { zone }).toMillis();
const show = (moment: number, zone: string) =>
  DateTime.fromMillis(moment, { zone }).toFormat('ccc yyyy-MM-dd HH:mm ZZ');
const next = (
  earliest: number,
  rules: Partial<SendingRules> = {},
  zone: string | null = null,
  planned: Record<string, number> = {},
) => nextSendAt({ earliest, zone, rules: { ...OFFICE, ...rules }, plannedPerDay: planned });

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

describe('the next moment to send', () => {
  it('is now when the office is open', () => {
    expect(next(at('2026-11-18T10:20', 'Europe/Berlin'))).toBe(at('2026-11-18T10:20', 'Europe/Berlin'));
  });

  it('waits for the opening in the morning, and for the next morning after closing', () => {
    expect(show(next(at('2026-11-18T03:00', 'Europe/Berlin')), 'Europe/Berlin')).toBe(
      'Wed 2026-11-18 09:00 +01:00',
    );
    expect(show(next(at('2026-11-18T17:00', 'Europe/Berlin')), 'Europe/Berlin')).toBe(
      'Thu 2026-11-19 09:00 +01:00',
    );
  });

  it('passes over the weekend and a holiday on Monday', () => {
    const friday = at('2026-11-20T18:00', 'Europe/Berlin');
    expect(show(next(friday), 'Europe/Berlin')).toBe('Mon 2026-11-23 09:00 +01:00');
    expect(show(next(friday, { holidays: ['2026-11-23'] }), 'Europe/Berlin')).toBe(
      'Tue 2026-11-24 09:00 +01:00',
    );
  });

  it('passes over public holidays of the country unless the assistant has them switched off', () => {
    const holidays = { nameOn: (day: string) => (day === '2026-07-03' ? 'Independence Day' : null) };
    const date = (rules: Partial<SendingRules>) =>
      explainSendAt({
        earliest: at('2026-07-02T18:00', 'America/New_York'),
        zone: 'America/New_York',
        rules: { ...OFFICE, ...rules },
        plannedPerDay: {},
        holidays,
      });
    expect(show(date({}).at, 'America/New_York')).toBe('Mon 2026-07-06 09:00 -04:00');
    expect(date({}).moves).toEqual([
      { because: 'hours', day: '2026-07-02' },
      { because: 'holiday', day: '2026-07-03', name: 'Independence Day' },
      { because: 'off-day', day: '2026-07-04' },
      { because: 'off-day', day: '2026-07-05' },
    ]);
    expect(show(date({ publicHolidays: false }).at, 'America/New_York')).toBe('Fri 2026-07-03 09:00 -04:00');
  });

  it('crosses the end of a month and of a leap February', () => {
    expect(show(next(at('2026-02-27T17:30', 'Europe/Berlin'), { offDays: [] }), 'Europe/Berlin')).toBe(
      'Sat 2026-02-28 09:00 +01:00',
    );
    expect(show(next(at('2028-02-28T17:30', 'Europe/Berlin')), 'Europe/Berlin')).toBe(
      'Tue 2028-02-29 09:00 +01:00',
    );
    expect(show(next(at('2026-12-31T17:30', 'Europe/Berlin')), 'Europe/Berlin')).toBe(
      'Fri 2027-01-01 09:00 +01:00',
    );
  });

  it("keeps to the lead's zone, half hours included", () => {
    const kolkata = 'Asia/Kolkata';
    expect(show(next(at('2026-11-18T12:00Z'), {}, kolkata), kolkata)).toBe('Thu 2026-11-19 09:00 +05:30');
  });

  it("uses the assistant's zone when the lead's is not a zone name", () => {
    const moment = at('2026-11-18T03:00Z');
    expect(next(moment, {}, 'Mars/Olympus')).toBe(next(moment));
  });

  it('writes at the first moment after the gap when clocks go forward over the opening', () => {
    const result = next(at('2026-03-29T00:30Z'), { opensAt: 150, offDays: [] });
    expect(show(result, 'Europe/Berlin')).toBe('Sun 2026-03-29 03:00 +02:00');
  });

  it('opens a second time when clocks go back over the closing', () => {
    const rules = { opensAt: 60, closesAt: 150, offDays: [] };
    const between = at('2026-10-25T00:45Z');
    expect(show(between, 'Europe/Berlin')).toBe('Sun 2026-10-25 02:45 +02:00');
    expect(show(next(between, rules), 'Europe/Berlin')).toBe('Sun 2026-10-25 02:00 +01:00');
  });

  it('knows that Samoa had no 30 December 2011', () => {
    const apia = 'Pacific/Apia';
    const thursdayEvening = at('2011-12-29T18:00', apia);
    expect(show(next(thursdayEvening, { offDays: [] }, apia), apia)).toBe('Sat 2011-12-31 09:00 +14:00');
  });

  it("moves to the next day when the assistant's day is full, counted in her own zone", () => {
    const moment = at('2026-11-18T10:00', 'Europe/Berlin');
    expect(show(next(moment, {}, null, { '2026-11-18': 49 }), 'Europe/Berlin')).toBe(
      'Wed 2026-11-18 10:00 +01:00',
    );
    expect(show(next(moment, {}, null, { '2026-11-18': 50, '2026-11-19': 80 }), 'Europe/Berlin')).toBe(
      'Fri 2026-11-20 09:00 +01:00',
    );
    // 09:00 on the 19th in Auckland is still the 18th in Berlin, until 13:00.
    const auckland = 'Pacific/Auckland';
    expect(show(next(at('2026-11-19T09:00', auckland), {}, auckland, { '2026-11-18': 50 }), auckland)).toBe(
      'Thu 2026-11-19 12:00 +13:00',
    );
  });

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
          if ((planned[localDay(roomy, rules.timeZone)] ?? 0) < 4) expect(result).toBe(roomy);
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
        for (const move of moves) {
          expect(move.day >= localDay(earliest, zone) && move.day <= localDay(result, zone)).toBe(true);
          if (move.because === 'off-day') {
            expect(rules.offDays).toContain(DateTime.fromISO(move.day, { zone: 'utc' }).weekday);
          }
          if (move.because === 'holiday') {
            expect(move.name === null ? rules.holidays.includes(move.day) : holidays.nameOn(move.day)).toBe(
              move.name ?? true,
            );
          }
        }
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

describe('the business day after a return', () => {
  const after = (day: number, zone: string | null = null, rules: Partial<SendingRules> = {}) =>
    businessDayAfter({ day, zone, rules: { ...OFFICE, ...rules } });

  it('is the next morning in the week, and Monday after a Friday', () => {
    expect(show(after(at('2027-03-03T00:00', 'Europe/Berlin')), 'Europe/Berlin')).toBe(
      'Thu 2027-03-04 09:00 +01:00',
    );
    expect(show(after(at('2026-11-20T23:59', 'Europe/Berlin')), 'Europe/Berlin')).toBe(
      'Mon 2026-11-23 09:00 +01:00',
    );
  });

  it('passes over holidays', () => {
    expect(
      show(
        after(at('2026-12-24T12:00', 'Europe/Berlin'), null, { holidays: ['2026-12-25'] }),
        'Europe/Berlin',
      ),
    ).toBe('Mon 2026-12-28 09:00 +01:00');
  });

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

describe('sending rules', () => {
  const fields = (rules: Partial<SendingRules>) =>
    checkSendingRules({ ...OFFICE, ...rules }).map((error) => error.field);

  it('are accepted when a message can go out', () => {
    expect(checkSendingRules(OFFICE)).toEqual([]);
    expect(fields({ opensAt: 0, closesAt: 1440, offDays: [] })).toEqual([]);
  });

  it('are refused by the field that makes them impossible', () => {
    expect(fields({ offDays: [1, 2, 3, 4, 5, 6, 7] })).toEqual(['offDays']);
    expect(fields({ offDays: [0] })).toEqual(['offDays']);
    expect(fields({ opensAt: 600, closesAt: 600 })).toEqual(['closesAt']);
    expect(fields({ opensAt: -1 })).toEqual(['opensAt']);
    expect(fields({ closesAt: 1441 })).toEqual(['closesAt']);
    expect(fields({ dailyLimit: 0 })).toEqual(['dailyLimit']);
    expect(fields({ dailyLimit: 1.5 })).toEqual(['dailyLimit']);
    expect(fields({ timeZone: 'Berlin' })).toEqual(['timeZone']);
    expect(fields({ holidays: ['25.12.2026'] })).toEqual(['holidays']);
    expect(fields({ country: 'Germany' })).toEqual(['country']);
  });

  it('name the field and what to do in one sentence', () => {
    const [error] = checkSendingRules({ ...OFFICE, offDays: [1, 2, 3, 4, 5, 6, 7] });
    expect(error?.message).toBe('Off-days: leave at least one weekday on which the assistant may write.');
  });

  it('that slipped through unchecked end in a sentence, never in an endless search', () => {
    expect(() => next(at('2026-11-18'), { offDays: [1, 2, 3, 4, 5, 6, 7] })).toThrow(
      /leave no time to write/,
    );
    expect(() => next(at('2026-11-18'), { dailyLimit: 0 })).toThrow(/leave no time to write/);
  });
});
