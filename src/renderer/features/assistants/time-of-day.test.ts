import { describe, expect, it } from 'vitest';
import { clockOf, closingMinutesOf, minutesOf, workingDays } from './time-of-day.ts';

describe('times of day in the form', () => {
  it('show as a clock does', () => {
    expect(clockOf(570)).toBe('09:30');
    expect(minutesOf('09:30')).toBe(570);
  });

  it('take midnight as the end of the day where the hours close', () => {
    expect(closingMinutesOf('00:00')).toBe(1_440);
    expect(clockOf(1_440)).toBe('00:00');
  });

  it('know that an emptied field is no time', () => {
    expect(minutesOf('')).toBeNull();
    expect(closingMinutesOf('')).toBeNull();
  });
});

describe('workingDays', () => {
  it.each([
    [[6, 7], 'Mon–Fri'],
    [[], 'every day'],
    [[2], 'Mon, Wed–Sun'],
    [[1, 2, 3, 6, 7], 'Thu, Fri'],
  ])('with %j off reads "%s"', (off, words) => {
    expect(workingDays(off, 'en-GB')).toBe(words);
  });
});
