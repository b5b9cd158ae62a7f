import type { MonotonicTime } from '#adapters/http/monotonic-time.ts';

/** Time in which every wait is over at once; `waited` keeps how long each would have been, in ms. */
export function impatientTime(): MonotonicTime & { readonly waited: number[] } {
  let now = 0;
  const waited: number[] = [];
  return {
    waited,
    now: () => now,
    after(delay, callback) {
      waited.push(delay);
      const timer = setImmediate(() => {
        now += delay;
        callback();
      });
      return () => clearImmediate(timer);
    },
  };
}
