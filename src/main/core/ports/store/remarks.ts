import type { Instant } from '../../domain/time.ts';

/** A person's own reminder of a lead; gone when it is done. */
export interface Reminder {
  readonly id: string;
  readonly leadId: string;
  readonly dueAt: Instant;
  readonly text: string;
  readonly createdAt: Instant;
  /** When the user was told that it is due; null: not yet. */
  readonly toldAt: Instant | null;
}

/** What people keep about leads for themselves, as part of a change. */
export interface RemarkChange {
  /** One that is there, or is not there, already stays so. */
  readonly tags?: readonly {
    readonly leadId: string;
    readonly add: readonly string[];
    readonly remove: readonly string[];
  }[];
  /** By id: new, or as it is now. */
  readonly reminders?: readonly Reminder[];
  readonly removeReminders?: readonly string[];
}

export interface TagQueries {
  /** Every tag in use with its number of leads, by name. */
  all(): readonly { readonly tag: string; readonly leads: number }[];
  /** By name. */
  ofLead(leadId: string): readonly string[];
}

export interface ReminderQueries {
  byId(id: string): Reminder | null;
  /** The earliest first. */
  ofLead(leadId: string): readonly Reminder[];
  /** Due up to `now`, the earliest first. */
  due(now: Instant, limit: number): readonly Reminder[];
  /** The earliest of which the user was not told yet; null: none. */
  nextUntoldAt(): Instant | null;
}
