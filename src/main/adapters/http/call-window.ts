import type { Duration } from '#core/domain/time.ts';

/** What the headers of an answer said about a window of calls. */
export interface SeenAllowance {
  readonly max: number;
  readonly remaining: number;
  readonly interval: Duration;
}

/**
 * Counts calls against "at most `max` in any `interval`".
 * The other side counts a call at some moment between our sending it and our having the answer, so a call
 * takes its place from the sending until one interval after the answer: what we send can never be one too many.
 * What others send on the same allowance is taken from the headers and forgotten after one interval.
 */
export interface CallWindow {
  readonly max: number;
  readonly interval: Duration;
  readonly inFlight: number;
  start(): void;
  end(now: Duration): void;
  see(seen: SeenAllowance, now: Duration): void;
  /** How many calls may start now. */
  free(now: Duration): number;
  /** When a place frees by the passing of time alone; null: only an answer frees one. */
  nextFreeAt(now: Duration): Duration | null;
}

export function createCallWindow(limits: { max: number; interval: Duration }): CallWindow {
  let { max, interval } = limits;
  let inFlight = 0;
  let ends: number[] = [];
  let others = { count: 0, at: Number.NEGATIVE_INFINITY };

  function forgetOld(now: Duration): void {
    const firstInside = ends.findIndex((end) => end > now - interval);
    if (firstInside > 0) ends = ends.slice(firstInside);
    else if (firstInside < 0) ends = [];
    if (others.at <= now - interval) others = { count: 0, at: others.at };
  }

  return {
    get max() {
      return max;
    },
    get interval() {
      return interval;
    },
    get inFlight() {
      return inFlight;
    },
    start() {
      inFlight += 1;
    },
    end(now) {
      inFlight -= 1;
      ends.push(now);
    },
    see(seen, now) {
      if (max === Number.POSITIVE_INFINITY) return;
      max = Math.max(1, seen.max);
      interval = Math.max(1, seen.interval);
      forgetOld(now);
      others = { count: Math.max(0, max - seen.remaining - inFlight - ends.length), at: now };
    },
    free(now) {
      forgetOld(now);
      return max - inFlight - ends.length - others.count;
    },
    nextFreeAt(now) {
      forgetOld(now);
      const times: number[] = [];
      if (ends[0] !== undefined) times.push(ends[0] + interval);
      if (others.count > 0) times.push(others.at + interval);
      return times.length === 0 ? null : Math.min(...times);
    },
  };
}
