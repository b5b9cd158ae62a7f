import type { DeactivationReason, LeadState } from './lead.ts';

/** What happens to the sending of messages: the "sending" column, and `unchanged` where nothing happens to it. */
export type Sending = 'on' | 'slow' | 'held' | 'off' | 'unchanged';

/** The "hand back" column; `already`: a person has the record since before. */
export type HandBack = 'yes' | 'no' | 'already';

/** One row of the table: from any of these states, by this event, to that state. */
export interface TransitionRow {
  readonly from: readonly LeadState[];
  /** `same`: unchanged · `before`: the level that was there before OutOfOffice or LeadAtRisk. */
  readonly to: LeadState | 'same' | 'before';
  readonly reason: DeactivationReason | null;
  readonly sending: Sending;
  readonly handBack: HandBack;
  /** The rule as a sentence for the journal. */
  readonly rule: string;
}

/** What the table answers for a state and an event. */
export type Transition =
  | ({ readonly kind: 'moves' } & Omit<TransitionRow, 'from'>)
  /** The state stays, and why. */
  | { readonly kind: 'ignored'; readonly rule: string }
  /** A person's command that makes no sense in this state, and why. */
  | { readonly kind: 'refused'; readonly because: string };

/** The rows of one event, and the answer for every state that none of them names. */
export interface TransitionRows {
  readonly rows: readonly TransitionRow[];
  readonly otherwise: Exclude<Transition, { kind: 'moves' }>;
}

/** A row of the table. */
export function row(
  from: readonly LeadState[],
  to: LeadState | 'same' | 'before',
  sending: Sending,
  handBack: HandBack,
  rule: string,
  reason: DeactivationReason | null = null,
): TransitionRow {
  return { from, to, reason, sending, handBack, rule };
}

/** The state stays in every state. */
export function same(rule: string): TransitionRows {
  return { rows: [], otherwise: ignored(rule) };
}

/** The answer for states that no row names. */
export function ignored(rule: string): Exclude<Transition, { kind: 'moves' }> {
  return { kind: 'ignored', rule };
}

/** The same for a person's command: it makes no sense there. */
export function refused(because: string): Exclude<Transition, { kind: 'moves' }> {
  return { kind: 'refused', because };
}
