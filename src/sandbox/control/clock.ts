/** The portal's clock: runs with real time, at a multiple of it, or not at all. Times in ms since the epoch. */
export interface Clock {
  now(): number;
  /** Jumps forward; refuses to go back. */
  advance(ms: number): void;
  /** Jumps to a moment, also backwards. */
  set(to: number): void;
  freeze(): void;
  /** Goes on from where it stands, `speed` times as fast as real time. */
  run(speed?: number): void;
  state(): ClockState;
}

export interface ClockState {
  readonly now: number;
  readonly frozen: boolean;
  readonly speed: number;
}

export interface ClockOptions {
  /** Where it starts; real time when absent. */
  readonly startAt?: number;
  readonly speed?: number;
  readonly frozen?: boolean;
  /** Real time in ms; another source for tests. */
  readonly realNow?: () => number;
}

/** A clock without timers: the time is computed when somebody asks. */
export function createClock(options: ClockOptions = {}): Clock {
  const realNow = options.realNow ?? Date.now;
  let base = options.startAt ?? realNow();
  let since = realNow();
  let speed = options.speed ?? 1;
  let frozen = options.frozen ?? false;

  const now = (): number => (frozen ? base : Math.floor(base + (realNow() - since) * speed));
  const moveTo = (time: number): void => {
    base = time;
    since = realNow();
  };
  return {
    now,
    advance(ms) {
      if (!Number.isFinite(ms) || ms < 0) {
        throw new RangeError(`The clock can be advanced by 0 ms or more, not by ${ms}; use set to go back.`);
      }
      moveTo(now() + ms);
    },
    set(to) {
      if (!Number.isFinite(to)) throw new RangeError(`The clock needs a time in ms, not ${to}.`);
      moveTo(to);
    },
    freeze() {
      moveTo(now());
      frozen = true;
    },
    run(newSpeed = 1) {
      if (!Number.isFinite(newSpeed) || newSpeed <= 0) {
        throw new RangeError(`The speed of the clock must be above 0, not ${newSpeed}; freeze stops it.`);
      }
      moveTo(now());
      speed = newSpeed;
      frozen = false;
    },
    state: () => ({ now: now(), frozen, speed }),
  };
}
