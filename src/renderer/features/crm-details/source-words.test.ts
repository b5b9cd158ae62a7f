import { describe, expect, it } from 'vitest';
import { gapWords } from './source-words.ts';

const HOUR = 3_600_000;

describe('a usual gap', () => {
  it.each([
    [HOUR / 4, 'every hour or oftener'],
    [HOUR, 'every hour or oftener'],
    [5.4 * HOUR, 'about every 5 hours'],
    [24 * HOUR, 'about every working day'],
    [60 * HOUR, 'about every 3 working days'],
  ])('of %i ms is told as "%s"', (gap, words) => {
    expect(gapWords(gap)).toBe(words);
  });
});
