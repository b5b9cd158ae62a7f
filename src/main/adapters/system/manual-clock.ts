import type { Clock } from '#core/ports/clock.ts';
import type { Instant } from '#core/domain/time.ts';

/** Time that stands until it is moved: for simulations and tests. */
export interface ManualClock extends Clock {
  /** Moves on to a moment and calls back what is due; never back. */
  advanceTo(at: Instant): void;
}

/** A clock that stands at the given moment. */
export function manualClock(start: Instant): ManualClock {
  let now = start;
  let waiting: { at: Instant; callback: () => void }[] = [];
  return {
    now: () => now,
    after(delay, callback) {
      const entry = { at: now + delay, callback };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((each) => each !== entry);
      };
    },
    advanceTo(at) {
      now = Math.max(now, at);
      const due = waiting.filter((each) => each.at <= now).toSorted((a, b) => a.at - b.at);
      waiting = waiting.filter((each) => each.at > now);
      for (const { callback } of due) callback();
    },
  };
}
