import { describe, expect, it } from 'vitest';
import { retrying } from './retry.ts';

function rules(waits: number[], more: { mayRetry?: boolean } = {}) {
  return {
    attempts: 3,
    firstDelay: 100,
    random: () => 1,
    mayRetry: () => more.mayRetry ?? true,
    time: {
      now: () => 0,
      after(delay: number, callback: () => void) {
        waits.push(delay);
        queueMicrotask(callback);
        return () => undefined;
      },
    },
  };
}

describe('retrying', () => {
  it('tries again with growing waits until the work passes', async () => {
    const waits: number[] = [];
    let calls = 0;
    const result = await retrying(() => {
      calls += 1;
      return calls < 3 ? Promise.reject(new Error('down')) : Promise.resolve('here');
    }, rules(waits));
    expect(result).toBe('here');
    expect(waits).toEqual([100, 300]);
  });

  it('gives the last error when the attempts are used up', async () => {
    const waits: number[] = [];
    let calls = 0;
    const work = retrying(() => Promise.reject(new Error(`try ${(calls += 1)}`)), rules(waits));
    await expect(work).rejects.toThrow('try 3');
  });

  it('gives an error that may not be retried at once', async () => {
    const waits: number[] = [];
    const work = retrying(() => Promise.reject(new Error('no')), rules(waits, { mayRetry: false }));
    await expect(work).rejects.toThrow('no');
    expect(waits).toEqual([]);
  });
});
