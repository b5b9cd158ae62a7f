import type { Clock } from '#core/ports/clock.ts';
import type { Duration, Instant } from '#core/domain/time.ts';

/** However fast the time runs, nothing is called back more often than this. */
const SHORTEST_WAIT: Duration = 400;

/** Time that runs faster than the machine's: for the demo. */
export function fastClock(start: Instant, speed: number): Clock {
  const began = performance.now();
  return {
    now: () => Math.round(start + (performance.now() - began) * speed),
    steady: () => (performance.now() - began) * speed,
    after(delay, callback) {
      const timer = setTimeout(callback, Math.max(SHORTEST_WAIT, Math.min(delay / speed, 2 ** 31 - 1)));
      return () => clearTimeout(timer);
    },
  };
}
