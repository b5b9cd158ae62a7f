import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, type Instant } from '../time.ts';
import { FEWEST_GAPS, LOOK_BACK, rhythmOf, SHORTEST_SILENCE, workingTime, type RestDays } from './silence.ts';

/** A Monday, 08:00 UTC. */
const MONDAY = Date.UTC(2026, 8, 7, 8);
const UTC: RestDays = { zone: 'UTC', offDays: [6, 7] };

/** One event each working day at eight, for so many weeks. */
function everyWorkingDay(weeks: number): Instant[] {
  return Array.from({ length: weeks * 7 }, (_, day) => MONDAY + day * DAY).filter(
    (at) => ![0, 6].includes(new Date(at).getUTCDay()),
  );
}

describe('a source that brings something every working day', () => {
  const events = everyWorkingDay(3);
  const last = events.at(-1) ?? 0;

  it('has a usual gap of one day, and is told after three', () => {
    expect(rhythmOf(events, last, UTC)).toMatchObject({
      lastAt: last,
      usualGap: DAY,
      alarmAfter: 3 * DAY,
      isSilent: false,
    });
  });

  it('is not silent over a weekend, and is when three working days have passed', () => {
    const monday = last + 3 * DAY;
    expect(new Date(monday).getUTCDay()).toBe(1);
    expect(rhythmOf(events, monday, UTC).isSilent).toBe(false);
    expect(rhythmOf(events, monday + 2 * DAY, UTC).isSilent).toBe(false);
    expect(rhythmOf(events, monday + 2 * DAY + 1, UTC).isSilent).toBe(true);
  });

  it('is not silent any more with the next event', () => {
    const later = last + 10 * DAY;
    expect(rhythmOf(events, later, UTC).isSilent).toBe(true);
    expect(rhythmOf([...events, later], later, UTC).isSilent).toBe(false);
  });

  it('stays silent however long it is silent', () => {
    expect(rhythmOf(events, last + 300 * DAY, UTC).isSilent).toBe(true);
  });
});

describe('a source that brings something every ten minutes', () => {
  it('is not silent over a night or a weekend', () => {
    const friday = MONDAY + 4 * DAY;
    const events = Array.from({ length: 48 }, (_, nth) => friday + nth * (HOUR / 6));
    expect(rhythmOf(events, friday + 3 * DAY, UTC).isSilent).toBe(false);
    expect(rhythmOf(events, friday + 5 * DAY + 16 * HOUR, UTC).isSilent).toBe(true);
  });
});

describe('a source of which little is known', () => {
  it('is never silent', () => {
    expect(rhythmOf([], MONDAY, UTC)).toEqual({
      lastAt: null,
      usualGap: null,
      alarmAfter: null,
      isSilent: false,
    });
    const few = everyWorkingDay(1).slice(0, FEWEST_GAPS);
    expect(rhythmOf(few, MONDAY + 300 * DAY, UTC)).toMatchObject({ usualGap: null, isSilent: false });
  });
});

const at = fc.integer({ min: MONDAY - LOOK_BACK, max: MONDAY });
const many = fc.array(at, { maxLength: 60 });
const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland');
const rest = fc.record({ zone, offDays: fc.subarray([1, 2, 3, 4, 5, 6, 7]) });
const later = fc.integer({ min: 0, max: 60 * DAY });

describe('always', () => {
  it('a silence is longer than the shortest that is told, and than three usual gaps', () => {
    fc.assert(
      fc.property(many, later, rest, (events, wait, days) => {
        const now = MONDAY + wait;
        const { isSilent, lastAt, usualGap } = rhythmOf(events, now, days);
        if (!isSilent) return;
        const silence = workingTime(lastAt ?? now, now, days);
        expect(silence).toBeGreaterThan(SHORTEST_SILENCE);
        expect(silence).toBeGreaterThan(3 * (usualGap ?? Infinity));
      }),
    );
  });

  it('what is silent stays so until something comes, and something that comes ends it', () => {
    fc.assert(
      fc.property(many, later, later, rest, (events, wait, more, days) => {
        const now = MONDAY + wait;
        if (!rhythmOf(events, now, days).isSilent) return;
        expect(rhythmOf(events, now + more, days).isSilent).toBe(true);
        expect(rhythmOf([...events, now + more], now + more, days).isSilent).toBe(false);
      }),
    );
  });

  it('the order of the events and doubles of them do not matter', () => {
    fc.assert(
      fc.property(many, later, rest, (events, wait, days) => {
        const now = MONDAY + wait;
        expect(rhythmOf([...events, ...events].toReversed(), now, days)).toEqual(rhythmOf(events, now, days));
      }),
    );
  });

  it('working time adds up, is never longer than the time itself, and is all of it without off days', () => {
    fc.assert(
      fc.property(at, later, later, rest, (from, one, other, days) => {
        const [middle, to] = [from + one, from + one + other];
        const whole = workingTime(from, to, days);
        expect(whole).toBe(workingTime(from, middle, days) + workingTime(middle, to, days));
        expect(whole).toBeLessThanOrEqual(to - from);
        expect(workingTime(from, to, { ...days, offDays: [] })).toBe(to - from);
      }),
    );
  });
});
