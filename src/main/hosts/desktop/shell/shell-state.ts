import type { Instant } from '#core/domain/time.ts';

/** What the tray shows: `waiting` is the usual one, with nothing to do before the next date. */
export type ShellStateKind = 'working' | 'waiting' | 'attention' | 'stopped';

/** What the core says of itself at one moment. */
export interface ShellFacts {
  /** Since when *Stop everything* holds; null: it does not. */
  readonly haltedSince: Instant | null;
  /** Until when the user paused from the tray; null: not paused. */
  readonly pausedUntil: Instant | null;
  /** Entries of *Needs attention* that are a problem or a question. */
  readonly attention: number;
  /** Writes and mails on their way. */
  readonly outgoing: number;
  /** Leads in follow-up. */
  readonly leads: number;
  /** The next message that is planned; null: none. */
  readonly nextWorkAt: Instant | null;
}

export interface ShellState {
  readonly kind: ShellStateKind;
  /** One line, for the tool tip and the head of the menu. */
  readonly line: string;
}

/** The state of the tray. What a person must know comes first: stopped, then what waits for them. */
export function shellState(facts: ShellFacts, clockTime: (at: Instant) => string): ShellState {
  if (facts.haltedSince !== null)
    return { kind: 'stopped', line: `Stopped since ${clockTime(facts.haltedSince)}` };
  if (facts.pausedUntil !== null)
    return { kind: 'stopped', line: `Paused until ${clockTime(facts.pausedUntil)}` };
  if (facts.attention > 0) {
    return { kind: 'attention', line: `${counted(facts.attention, 'thing needs', 'things need')} attention` };
  }
  if (facts.outgoing > 0) {
    return { kind: 'working', line: `Working: ${counted(facts.outgoing, 'write', 'writes')} on the way` };
  }
  const next = facts.nextWorkAt === null ? 'nothing planned' : `next message ${clockTime(facts.nextWorkAt)}`;
  return { kind: 'waiting', line: `${counted(facts.leads, 'lead', 'leads')} in follow-up, ${next}` };
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
