import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Duration, Instant } from '../domain/time.ts';

/** One kind of work. Runs of one job never overlap. */
export interface Job {
  readonly name: string;
  /** Looks at the world this often; null: works only when something is due. */
  readonly every: Duration | null;
  /** How often it looks while the machine runs on battery; absent: as ever. */
  readonly onBattery?: Duration;
  /** When its next own work is due (not a poll), seen from the given moment; null: nothing planned. */
  due(now: Instant): Instant | null;
  run(): Promise<void>;
}

interface Entry {
  readonly job: Job;
  running: Promise<void> | null;
  /** When the last poll began; null: never. */
  polledAt: Instant | null;
  /** A failed run waits, so that a fault does not spin. */
  notBefore: Instant;
}

const AFTER_FAILURE: Duration = 5_000;
const LONGEST_SLEEP: Duration = 60_000;

/**
 * Decides what runs when. After a sleep every job runs once, however long it was: jobs read from their cursors,
 * so nothing is lost and there is no burst. Tests and simulations wait with `drain`, never for time.
 */
export class Scheduler {
  readonly #entries: Entry[];
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #mayBegin: () => boolean;
  readonly #isOnBattery: () => boolean;
  #cancelTimer: (() => void) | null = null;
  #started = false;
  #wakeQueued = false;

  /** `mayBegin` is asked before anything begins; false: all stands still until `wake`. */
  constructor(
    jobs: readonly Job[],
    clock: Clock,
    log: Log,
    world: { mayBegin?: () => boolean; isOnBattery?: () => boolean } = {},
  ) {
    this.#entries = jobs.map((job) => ({ job, running: null, polledAt: null, notBefore: -Infinity }));
    this.#clock = clock;
    this.#log = log;
    this.#mayBegin = world.mayBegin ?? (() => true);
    this.#isOnBattery = world.isOnBattery ?? (() => false);
  }

  start(): void {
    this.#started = true;
    this.wake();
  }

  /** Ends quietly: nothing new starts; resolves when what runs has ended. */
  async stop(): Promise<void> {
    this.#started = false;
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    await Promise.all(this.#entries.flatMap((entry) => entry.running ?? []));
  }

  /** Something may be due: looks at once, but after the caller's own work. */
  wake(): void {
    if (!this.#started || this.#wakeQueued) return;
    this.#wakeQueued = true;
    queueMicrotask(() => {
      this.#wakeQueued = false;
      this.#look();
    });
  }

  /** Resolves when nothing runs and nothing is due now. */
  async drain(): Promise<void> {
    for (;;) {
      this.#look();
      const running = this.#entries.flatMap((entry) => entry.running ?? []);
      if (running.length === 0 && !this.#wakeQueued) return;
      await Promise.all(running);
      await Promise.resolve();
    }
  }

  /** Polls everything once, whenever it polled last, and drains: what a simulation does after a jump. */
  async pollNow(): Promise<void> {
    for (const entry of this.#entries) entry.polledAt = null;
    await this.drain();
  }

  /** The next moment at which work is due, polls left out; null: nothing planned. */
  nextWorkAt(): Instant | null {
    if (!this.#mayBegin()) return null;
    const now = this.#clock.now();
    const times = this.#entries.flatMap((entry) => {
      const due = entry.job.due(now);
      return due === null ? [] : Math.max(due, entry.notBefore);
    });
    return times.length === 0 ? null : Math.min(...times);
  }

  #look(): void {
    if (!this.#started || !this.#mayBegin()) return;
    const now = this.#clock.now();
    let next = now + LONGEST_SLEEP;
    for (const entry of this.#entries) {
      if (entry.running !== null) continue;
      const at = this.#startsAt(entry, now);
      if (at === null) continue;
      if (at <= now) this.#begin(entry, now);
      else next = Math.min(next, at);
    }
    this.#cancelTimer?.();
    this.#cancelTimer = this.#clock.after(Math.max(1, next - now), () => this.#look());
  }

  #startsAt(entry: Entry, now: Instant): Instant | null {
    const { job } = entry;
    // A clock that was set back must silence nothing.
    if (entry.polledAt !== null && entry.polledAt > now) entry.polledAt = null;
    if (entry.notBefore > now + AFTER_FAILURE) entry.notBefore = now;
    const every = this.#isOnBattery() ? (job.onBattery ?? job.every) : job.every;
    const poll = every === null ? null : entry.polledAt === null ? now : entry.polledAt + every;
    const due = job.due(now);
    if (poll === null && due === null) return null;
    return Math.max(entry.notBefore, Math.min(poll ?? Infinity, due ?? Infinity));
  }

  #begin(entry: Entry, now: Instant): void {
    entry.polledAt = now;
    entry.notBefore = -Infinity;
    entry.running = entry.job
      .run()
      .catch((error: unknown) => {
        entry.notBefore = this.#clock.now() + AFTER_FAILURE;
        this.#log.error('job-failed', error, { job: entry.job.name });
      })
      .finally(() => {
        entry.running = null;
        this.wake();
      });
  }
}
