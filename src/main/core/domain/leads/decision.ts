import type { Instant } from '../time.ts';
import type { Effect } from './effect.ts';
import type { Lead, LeadState } from './lead.ts';
import type { LeadCommand, LeadEvent } from './lead-event.ts';

/** One line of a lead's journal: what happened, by which rule, from which state to which. */
export interface JournalDraft {
  readonly event: LeadEvent['type'] | 'assigned' | 'assignment-refused' | 'adopted';
  /** The event itself, for replay and for "why". */
  readonly data: unknown;
  readonly from: LeadState | null;
  readonly to: LeadState | null;
  /** The rule that decided, as a short sentence a user can read. */
  readonly rule: string;
  readonly at: Instant;
}

/** What a decision yields. The same lead, event and facts always yield the same decision. */
export interface Decision {
  /** The lead after it; null: no lead comes of it. */
  readonly lead: Lead | null;
  readonly journal: readonly JournalDraft[];
  readonly effects: readonly Effect[];
  /** Addresses never to be written to again. */
  readonly suppress: readonly string[];
}

/** Why a person's command makes no sense for a lead; shown as the reason it was skipped. */
export interface Refusal {
  readonly refused: true;
  readonly command: LeadCommand['type'];
  readonly because: string;
  /** It makes sense, but what it needs to know was not chosen yet. */
  readonly isIncomplete?: boolean;
}
