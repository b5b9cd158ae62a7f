import type { Clock } from '#core/ports/clock.ts';
import type { Duration, Instant } from '#core/domain/time.ts';

/** Time that stands until it is moved: for simulations and tests. */
export interface ManualClock extends Clock {
  /** Moves on to a moment and calls back what is due; never back. */
  advanceTo(at: Instant): void;
  /** Somebody sets the clock on the wall, by so much; no time passes. */
  set(by: Duration): void;
}

/** A clock that stands at the given moment. */
export function manualClock(start: Instant): ManualClock {
  let now = start;
  let wrong = 0;
  let waiting: { at: Instant; callback: () => void }[] = [];
  return {
    now: () => now + wrong,
    steady: () => now,
    after(delay, callback) {
      const entry = { at: now + delay, callback };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((each) => each !== entry);
      };
    },
    advanceTo(at) {
      now = Math.max(now, at - wrong);
      const due = waiting.filter((each) => each.at <= now).toSorted((a, b) => a.at - b.at);
      waiting = waiting.filter((each) => each.at > now);
      for (const { callback } of due) callback();
    },
    set(by) {
      wrong += by;
    },
  };
}
