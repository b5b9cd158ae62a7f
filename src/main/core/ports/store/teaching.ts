import type { ReplyIntent } from '../../domain/leads/lead-event.ts';
import type { Instant } from '../../domain/time.ts';

/** What a user taught: a reply with this term in it means this. */
export interface StoredRule {
  readonly id: string;
  readonly term: string;
  readonly intent: ReplyIntent;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
}

/** One line of the audit: a rule as it was after it was made or changed, or before it was removed. */
export interface RuleChange {
  readonly id: string;
  readonly ruleId: string;
  readonly what: 'added' | 'changed' | 'removed';
  readonly term: string;
  readonly intent: ReplyIntent;
  readonly at: Instant;
}

export interface TeachingChange {
  /** By id: new, or as it is now. */
  readonly rules?: readonly StoredRule[];
  readonly removeRules?: readonly string[];
  readonly ruleChanges?: readonly RuleChange[];
}

export interface TeachingQueries {
  /** In the order in which they were made. */
  rules(): readonly StoredRule[];
  /** Newest first. */
  ruleChanges(limit: number): readonly RuleChange[];
}
