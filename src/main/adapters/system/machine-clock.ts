import type { Clock } from '#core/ports/clock.ts';

/** The machine's own time. */
export const machineClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  after(delay, callback) {
    const timer = setTimeout(callback, Math.min(delay, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  },
};
