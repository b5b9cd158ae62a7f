import { describe, expect, it } from 'vitest';
import { delayBeforeTry } from './hub-socket.ts';

describe('delayBeforeTry', () => {
  it('waits longer after each failed try, and never more than 15 seconds', () => {
    const delays = [0, 1, 2, 3, 4, 5, 20].map((attempt) => delayBeforeTry(attempt, () => 1));
    expect(delays).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });

  it('spreads windows that lost the same hub', () => {
    expect(delayBeforeTry(4, () => 0)).toBe(6_000);
  });
});
