import type { Duration } from '#core/domain/time.ts';

/**
 * Time for pacing calls: milliseconds that only ever grow. It is the machine's own, never the program's
 * clock, because the other side counts real seconds also while a simulation runs fast.
 */
export interface MonotonicTime {
  now(): Duration;
  /** Calls back once after the given time; the answer cancels it. */
  after(delay: Duration, callback: () => void): () => void;
}

export const machineTime: MonotonicTime = {
  now: () => performance.now(),
  after(delay, callback) {
    const timer = setTimeout(callback, delay);
    return () => clearTimeout(timer);
  },
};

/** Resolves after the given time. */
export function wait(time: MonotonicTime, delay: Duration): Promise<void> {
  return new Promise((resolve) => {
    time.after(delay, resolve);
  });
}
