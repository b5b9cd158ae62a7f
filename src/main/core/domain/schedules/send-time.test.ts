import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { checkSendingRules } from './check-sending-rules.ts';
import type { SendingRules } from './sending-rules.ts';
import { businessDayAfter, explainSendAt, nextSendAt } from './send-time.ts';

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
