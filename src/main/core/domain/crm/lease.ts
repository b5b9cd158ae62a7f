import type { Duration, Instant } from '../time.ts';

/**
 * One hub for each CRM account. Which machine works on an account stands in words in the CRM itself, where every
 * machine sees them. The rules are those of timed mutual exclusion; each machine counts time by its own clock, and no
 * two clocks are compared:
 *
 * - Whoever works reads the words every `check` and may go on for `valid` after it began to read its own.
 * - Whoever wants to work writes its words over words that stand still for `expiry` (nobody works), or when a person
 *   says so, and begins only when it still reads its own after `settle`, which is longer than `valid`: until then the
 *   other has read them, too, or has stopped.
 * - Whoever works changes its words every `renew`, so that the others see that it lives.
 */

/**
 * A moment as a machine's clocks tell it: the wall's, which may be set, and one that never goes back but may stand
 * in sleep. `passed` is the time that has passed at most since the program started.
 */
export interface Moment {
  readonly wall: Instant;
  readonly steady: Duration;
  readonly passed: Duration;
}

/** The next moment: in sleep the wall's clock goes on; set back, it counts for nothing. */
export function nextMoment(last: Moment, wall: Instant, steady: Duration): Moment {
  const byWall = wall - last.wall;
  const bySteady = steady - last.steady;
  const longer = byWall > bySteady ? byWall : bySteady;
  return { wall, steady, passed: longer > 0 ? last.passed + longer : last.passed };
}

export interface LeaseTimes {
  readonly check: Duration;
  readonly valid: Duration;
  readonly settle: Duration;
  readonly renew: Duration;
  readonly expiry: Duration;
}

/** The times that follow from how often the words are read. */
export function leaseTimes(check: Duration): LeaseTimes {
  return { check, valid: (check * 5) / 3, settle: (check * 5) / 2, renew: check * 5, expiry: check * 15 };
}

/** How much time lies between at most, unless the clock was set back right before the machine fell asleep. */
export function atMost(from: Moment, to: Moment): Duration {
  return to.passed - from.passed;
}

/** How much time lies between at least. */
export function atLeast(from: Moment, to: Moment): Duration {
  return to.steady - from.steady;
}

/** A data folder on a machine. */
export interface Holder {
  readonly id: string;
  /** The machine's name, for people. */
  readonly name: string;
}

/** What stands in the CRM. */
export interface LeaseWords {
  readonly holder: string;
  readonly machine: string;
  /** When it began, by its own clock. */
  readonly since: Instant;
  /** Another one with each writing. */
  readonly beat: string;
  /** It does not work yet: it waits whether somebody else does. */
  readonly isClaim: boolean;
}

const INTRODUCTION = 'Says which Baton works on this account; written by the program.';

/** The words as they are written in the CRM. */
export function leaseText(words: LeaseWords): string {
  return `${INTRODUCTION} ${JSON.stringify(words)}`;
}

/** null: nobody's words, as when a person edited them. */
export function readLeaseText(text: string): LeaseWords | null {
  const start = text.indexOf('{');
  if (start < 0) return null;
  try {
    const read = JSON.parse(text.slice(start)) as Partial<Record<keyof LeaseWords, unknown>>;
    const { holder, machine, since, beat, isClaim } = read;
    if (typeof holder !== 'string' || typeof machine !== 'string' || typeof since !== 'number') return null;
    return { holder, machine, since, beat: typeof beat === 'string' ? beat : '', isClaim: isClaim === true };
  } catch {
    return null;
  }
}

export type LeaseState =
  | { readonly kind: 'unknown' }
  /** `checkedAt`: before its own words were last read. `writtenAt`: before they were last written; null: not yet. */
  | {
      readonly kind: 'working';
      readonly since: Instant;
      readonly checkedAt: Moment;
      readonly writtenAt: Moment | null;
    }
  /** `writtenAt`: after the words were written. `over`: whose words were there. */
  | {
      readonly kind: 'claiming';
      readonly writtenAt: Moment;
      readonly over: LeaseWords | null;
      readonly isByHand: boolean;
    }
  /** `changedAt`: after the words were first read as they are. */
  | {
      readonly kind: 'standing-by';
      readonly text: string;
      readonly words: LeaseWords | null;
      readonly changedAt: Moment;
    }
  /** The words cannot be written, and nobody else's are alive (`text`: those that were left there). */
  | {
      readonly kind: 'unguarded';
      readonly because: string;
      readonly text: string | null;
      readonly at: Moment;
    };

/** A reading of the words: when it began, what it said (null: there are no words), when it ended. */
export interface LeaseReading {
  readonly begun: Moment;
  readonly text: string | null;
  readonly ended: Moment;
}

export interface LeaseStep {
  readonly state: LeaseState;
  /** `create` puts words where there are none, `claim` over others, `renew` over its own. */
  readonly todo: 'nothing' | 'create' | 'claim' | 'renew';
}

/** What a reading means for a machine, and what it has to write. */
export function afterReading(
  state: LeaseState,
  reading: LeaseReading,
  me: Holder,
  times: LeaseTimes,
): LeaseStep {
  if (reading.text === null) return { state, todo: 'create' };
  const words = readLeaseText(reading.text);
  return words?.holder === me.id
    ? afterOwn(state, words, reading, times)
    : afterOthers(state, words, reading.text, reading, times);
}

function afterOwn(
  state: LeaseState,
  words: LeaseWords,
  { begun }: LeaseReading,
  times: LeaseTimes,
): LeaseStep {
  const working = { kind: 'working', since: words.since, checkedAt: begun, writtenAt: null } as const;
  switch (state.kind) {
    case 'working': {
      const isDue =
        words.isClaim || state.writtenAt === null || atMost(state.writtenAt, begun) >= times.renew;
      return { state: { ...state, checkedAt: begun }, todo: isDue ? 'renew' : 'nothing' };
    }
    case 'claiming':
      return atLeast(state.writtenAt, begun) >= times.settle
        ? { state: working, todo: 'renew' }
        : { state, todo: 'nothing' };
    case 'unknown':
    case 'unguarded':
      // Started again: whoever took over meanwhile would have written its own words here.
      return words.isClaim ? { state, todo: 'claim' } : { state: working, todo: 'renew' };
    case 'standing-by':
      // What it wrote once came late, after somebody else's words: it has to claim like anybody.
      return { state, todo: 'claim' };
  }
}

function afterOthers(
  state: LeaseState,
  words: LeaseWords | null,
  text: string,
  { ended }: LeaseReading,
  times: LeaseTimes,
): LeaseStep {
  // The other one wrote once more before it read the claim. Of two claims the later one counts.
  if (state.kind === 'claiming' && state.isByHand && words?.isClaim !== true) return { state, todo: 'claim' };
  if (state.kind === 'unguarded' && state.text === text) return { state, todo: 'claim' };
  if (state.kind === 'standing-by' && state.text === text) {
    return { state, todo: atLeast(state.changedAt, ended) >= times.expiry ? 'claim' : 'nothing' };
  }
  return { state: { kind: 'standing-by', text, words, changedAt: ended }, todo: 'nothing' };
}

/** Whether a machine may write and send at this moment. */
export function mayWork(state: LeaseState, now: Moment, times: LeaseTimes): boolean {
  return (
    state.kind === 'unguarded' || (state.kind === 'working' && atMost(state.checkedAt, now) < times.valid)
  );
}
