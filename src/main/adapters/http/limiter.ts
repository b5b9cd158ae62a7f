import type { Duration } from '#core/domain/time.ts';
import { createCallWindow, type CallWindow, type SeenAllowance } from './call-window.ts';
import type { MonotonicTime } from './monotonic-time.ts';
import { createWaitingLine, type TurnFor, type Urgency, type WaitingLine } from './waiting-line.ts';

/** One allowance of the other side. `max: Infinity` paces nothing and only obeys pauses. */
export interface PolicyLimits {
  readonly max: number;
  readonly interval: Duration;
  /** How many calls may be under way at once. */
  readonly concurrent: number;
}

/** The right to make one call; `end` must be called once, when its answer is there or lost. */
export interface Turn {
  end(): void;
}

/** A pause longer than a caller waits for: it is told at once, and comes back later. */
export class LimiterPaused extends Error {
  readonly remaining: Duration;

  constructor(reason: string, remaining: Duration) {
    super(reason);
    this.name = 'LimiterPaused';
    this.remaining = remaining;
  }
}

/** The limiter was closed while the caller waited. */
export class LimiterClosed extends Error {
  constructor() {
    super('The program is closing this connection.');
    this.name = 'LimiterClosed';
  }
}

/** Lets calls of one account go out at the pace the other side allows. Policies are independent of each other. */
export interface Limiter<Policy extends string> {
  /** Waits for a turn. Rejects with `LimiterPaused` or `LimiterClosed`. */
  turn(policy: Policy, who: TurnFor): Promise<Turn>;
  /** Adapts to what the headers of an answer said. */
  see(policy: Policy, seen: SeenAllowance): void;
  /** Everything of the policies waits; a shorter pause never ends a longer one. */
  pause(policies: readonly Policy[], delay: Duration, reason: string): void;
  /** How long until the policy's window has room again, at most one interval. */
  restOfWindow(policy: Policy): Duration;
  /** How long the longest pause still lasts; null: none. */
  pausedFor(): Duration | null;
  /** Ends all waiting. */
  close(): void;
}

/** A caller waits at most so long through a pause; after that he is told to come back. */
const PATIENCE: Duration = 60_000;

/** This part of a window is kept for interactive calls, so that a person never waits for a whole window. */
const INTERACTIVE_SHARE = 0.1;

interface Waiter {
  readonly grant: (turn: Turn) => void;
  readonly refuse: (error: Error) => void;
}

interface Gate {
  readonly window: CallWindow;
  readonly line: WaitingLine<Waiter>;
  readonly concurrent: number;
  pausedUntil: Duration;
  pauseReason: string;
  cancelTimer: (() => void) | null;
}

export function createLimiter<Policy extends string>(
  policies: Readonly<Record<Policy, PolicyLimits>>,
  time: MonotonicTime,
): Limiter<Policy> {
  const gates = new Map<string, Gate>();
  for (const [name, limits] of Object.entries<PolicyLimits>(policies)) {
    gates.set(name, {
      window: createCallWindow(limits),
      line: createWaitingLine(),
      concurrent: limits.concurrent,
      pausedUntil: 0,
      pauseReason: '',
      cancelTimer: null,
    });
  }
  let closed = false;

  function gateOf(policy: Policy): Gate {
    const gate = gates.get(policy);
    if (!gate) throw new TypeError(`The limiter has no policy "${policy}".`);
    return gate;
  }

  function makeTurn(gate: Gate): Turn {
    gate.window.start();
    let ended = false;
    return {
      end() {
        if (ended) return;
        ended = true;
        gate.window.end(time.now());
        letThrough(gate);
      },
    };
  }

  function stopLooking(gate: Gate): void {
    gate.cancelTimer?.();
    gate.cancelTimer = null;
  }

  function lookAgainAt(gate: Gate, at: Duration): void {
    gate.cancelTimer?.();
    gate.cancelTimer = time.after(Math.max(0, at - time.now()), () => {
      gate.cancelTimer = null;
      letThrough(gate);
    });
  }

  function letThrough(gate: Gate): void {
    for (;;) {
      const urgency = gate.line.nextUrgency();
      if (urgency === null) return stopLooking(gate);
      const now = time.now();
      if (gate.pausedUntil > now) return lookAgainAt(gate, gate.pausedUntil);
      if (gate.window.inFlight >= gate.concurrent) return;
      if (!mayGo(gate, urgency, now)) {
        const at = gate.window.nextFreeAt(now);
        return at === null ? stopLooking(gate) : lookAgainAt(gate, at);
      }
      gate.line.take(urgency)?.grant(makeTurn(gate));
    }
  }

  return {
    turn(policy, who) {
      const gate = gateOf(policy);
      return new Promise((resolve, reject) => {
        const remaining = gate.pausedUntil - time.now();
        if (closed) return reject(new LimiterClosed());
        if (remaining > PATIENCE) return reject(new LimiterPaused(gate.pauseReason, remaining));
        gate.line.add({ grant: resolve, refuse: reject }, who);
        return letThrough(gate);
      });
    },
    see(policy, seen) {
      gateOf(policy).window.see(seen, time.now());
    },
    pause(paused, delay, reason) {
      for (const policy of paused) {
        const gate = gateOf(policy);
        const until = time.now() + delay;
        if (until <= gate.pausedUntil) continue;
        gate.pausedUntil = until;
        gate.pauseReason = reason;
        if (delay > PATIENCE) {
          for (const waiter of gate.line.takeAll()) waiter.refuse(new LimiterPaused(reason, delay));
          stopLooking(gate);
        }
      }
    },
    restOfWindow(policy) {
      const { window } = gateOf(policy);
      const at = window.nextFreeAt(time.now());
      return at === null ? window.interval : Math.min(window.interval, Math.max(0, at - time.now()));
    },
    pausedFor() {
      const longest = Math.max(...[...gates.values()].map((gate) => gate.pausedUntil)) - time.now();
      return longest > 0 ? longest : null;
    },
    close() {
      closed = true;
      for (const gate of gates.values()) {
        stopLooking(gate);
        for (const waiter of gate.line.takeAll()) waiter.refuse(new LimiterClosed());
      }
    },
  };
}

/** Whether the window has room for a call of that urgency. */
function mayGo(gate: Gate, urgency: Urgency, now: Duration): boolean {
  const kept = Number.isFinite(gate.window.max) ? Math.floor(gate.window.max * INTERACTIVE_SHARE) : 0;
  const needed = urgency === 'interactive' || gate.line.backgroundIsDue ? 1 : kept + 1;
  return gate.window.free(now) >= needed;
}
