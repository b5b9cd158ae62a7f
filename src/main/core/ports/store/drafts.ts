import type { Draft, WritingRules } from '../../domain/drafts/draft.ts';
import type { Instant } from '../../domain/time.ts';

/** Where a page ended: the next one begins after it. */
export interface DraftMark {
  readonly at: Instant;
  readonly id: string;
}

export interface DraftChange {
  /** Written as read + 1; version 0 inserts. A second open draft of a lead's step is `Moved`. */
  readonly drafts?: readonly Draft[];
  readonly writingRules?: readonly WritingRules[];
}

export interface DraftQueries {
  byId(id: string): Draft | null;
  /** Every draft of a lead, however it ended, oldest first. */
  ofLead(leadId: string): readonly Draft[];
  /** The open draft of a lead; null: there is none. */
  openOf(leadId: string): Draft | null;
  /** What waits for a person or was approved, oldest first, after the given place; of one assistant or of all. */
  listed(
    status: 'waiting' | 'approved',

    of: { readonly assistantId: string | null; readonly after: DraftMark | null },
    limit: number,
  ): readonly Draft[];
  /** How many wait for a person or were approved, and since when the first does. */
  countOf(
    status: 'waiting' | 'approved',
    assistantId: string | null,
  ): { readonly count: number; readonly since: Instant | null };
  /** What ended, the latest first, after the given place. */
  settled(after: DraftMark | null, limit: number): readonly Draft[];
  /** Every open draft, by id, after an id. */
  open(after: string, limit: number): readonly Draft[];
  /** What the language model is to be asked for up to `now`, oldest first. */
  toWrite(now: Instant, limit: number): readonly Draft[];
  /** When it is to be asked next; null: nothing is with it. */
  nextToWriteAt(): Instant | null;
  /** The usual ones where none were set. */
  rulesOf(assistantId: string): WritingRules;
}
