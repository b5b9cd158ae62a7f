/** Who waits for a turn: a person at a screen, or work that nobody watches. */
export type Urgency = 'interactive' | 'background';

/** Whom a turn is for. Lanes of one urgency take turns, so that no kind of call can crowd out another. */
export interface TurnFor {
  readonly urgency: Urgency;
  readonly lane: string;
}

/** After so many interactive turns in a row one waiting background call goes first. */
const INTERACTIVE_IN_A_ROW = 4;

/** Waiting callers in a fair order: interactive first, background never starved, lanes in turn. */
export interface WaitingLine<Waiter> {
  /** Background was passed over so often that its next call goes first, whatever is kept for others. */
  readonly backgroundIsDue: boolean;
  add(waiter: Waiter, who: TurnFor): void;
  /** Whose turn is next, null: nobody's. */
  nextUrgency(): Urgency | null;
  take(urgency: Urgency): Waiter | null;
  /** Empties the line. */
  takeAll(): Waiter[];
}

export function createWaitingLine<Waiter>(): WaitingLine<Waiter> {
  // A Map keeps the order of insertion: the first lane is the one whose turn it is.
  const lanes: Record<Urgency, Map<string, Waiter[]>> = { interactive: new Map(), background: new Map() };
  let interactiveInARow = 0;

  return {
    get backgroundIsDue() {
      return lanes.background.size > 0 && interactiveInARow >= INTERACTIVE_IN_A_ROW;
    },
    add(waiter, who) {
      const lane = lanes[who.urgency].get(who.lane);
      if (lane) lane.push(waiter);
      else lanes[who.urgency].set(who.lane, [waiter]);
    },
    nextUrgency() {
      if (lanes.background.size === 0) return lanes.interactive.size === 0 ? null : 'interactive';
      if (lanes.interactive.size === 0) return 'background';
      return this.backgroundIsDue ? 'background' : 'interactive';
    },
    take(urgency) {
      const first = lanes[urgency].entries().next();
      if (first.done) return null;
      const [name, lane] = first.value;
      const waiter = lane.shift() ?? null;
      lanes[urgency].delete(name);
      if (lane.length > 0) lanes[urgency].set(name, lane);
      interactiveInARow = urgency === 'interactive' ? interactiveInARow + 1 : 0;
      return waiter;
    },
    takeAll() {
      const all = [...lanes.interactive.values(), ...lanes.background.values()].flat();
      lanes.interactive.clear();
      lanes.background.clear();
      return all;
    },
  };
}
