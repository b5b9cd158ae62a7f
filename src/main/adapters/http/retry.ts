import type { Duration } from '#core/domain/time.ts';
import { wait, type MonotonicTime } from './monotonic-time.ts';

export interface RetryRules {
  /** How often it is tried in all. */
  readonly attempts: number;
  /** Before the second try; every further wait is three times as long. */
  readonly firstDelay: Duration;
  readonly time: MonotonicTime;
  /** 0 ≤ n < 1, for jitter. */
  readonly random: () => number;
  readonly mayRetry: (error: unknown) => boolean;
}

/** Tries work that is safe to repeat again until it passes, may not be retried, or the attempts are used up. */
export async function retrying<Result>(work: () => Promise<Result>, rules: RetryRules): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= rules.attempts || !rules.mayRetry(error)) throw error;
      await wait(rules.time, jittered(rules.firstDelay * 3 ** (attempt - 1), rules.random));
    }
  }
}

/** Between half of the delay and all of it, so that callers who failed together do not come back together. */
function jittered(delay: Duration, random: () => number): Duration {
  return delay * (0.5 + random() / 2);
}
