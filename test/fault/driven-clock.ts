import type { MonotonicTime } from '#adapters/http/monotonic-time.ts';
import type { Clock } from '#core/ports/clock.ts';

/**
 * A machine's clock that another process drives. Timers follow the time that passes; the time of day is that plus
 * a skew, so it may jump in both directions.
 */
export interface DrivenClock extends Clock {
  /** Lets time pass up to a moment (ms, never back), with the time of day off by `skew`. */
  pass(now: number, skew: number): void;
  /** The time of everybody else, ms. */
  trueNow(): number;
  /** For pacing and waiting: grows with the clock, and every wait is over at once. */
  readonly pacing: MonotonicTime;
}

export function drivenClock(start: number): DrivenClock {
  let passed = start;
  let skew = 0;
  let waited = 0;
  let timers: { at: number; callback: () => void }[] = [];
  return {
    now: () => passed + skew,
    steady: () => passed,
    trueNow: () => passed,
    after(delay, callback) {
      const timer = { at: passed + delay, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    pass(now, newSkew) {
      passed = Math.max(passed, now);
      skew = newSkew;
      const due = timers.filter((each) => each.at <= passed).toSorted((a, b) => a.at - b.at);
      timers = timers.filter((each) => each.at > passed);
      for (const { callback } of due) callback();
    },
    pacing: {
      now: () => passed + waited,
      after(delay, callback) {
        const timer = setImmediate(() => {
          waited += delay;
          callback();
        });
        return () => clearImmediate(timer);
      },
    },
  };
}
