import type { Duration, Instant } from '../domain/time.ts';

/** The time of the program. A simulation brings its own. */
export interface Clock {
  now(): Instant;
  /** Time since some moment: it never goes back and is never set, but may stand still while the machine sleeps. */
  steady(): Duration;
  /** Calls back once after the given time; the answer cancels it. */
  after(delay: Duration, callback: () => void): () => void;
}
