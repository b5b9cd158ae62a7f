import type { OwnerAway } from '../../domain/crm/owner-away.ts';
import type { Instant } from '../../domain/time.ts';

/** An address (`ana@acme.com`), a domain with what is under it (`acme.com`), or only what is under it (`*.acme.com`). */
export interface Exclusion {
  /** Lower case. */
  readonly pattern: string;
  readonly at: Instant;
}

/** When and to whom may be written, as part of a change. */
export interface SendingChange {
  /** By connection and owner: new, or as it is now. */
  readonly ownersAway?: readonly OwnerAway[];
  readonly removeOwnersAway?: readonly Pick<OwnerAway, 'connectionId' | 'ownerId'>[];
  /** One that is there already stays as it is. */
  readonly exclude?: readonly Exclusion[];
  /** By pattern. */
  readonly removeExclusions?: readonly string[];
}

export interface SendingQueries {
  /** All that are kept of a connection, over or not, by owner. */
  ownersAway(connectionId: string): readonly OwnerAway[];
  /** Those of the given patterns that are excluded. */
  excludedAmong(patterns: readonly string[]): readonly string[];
  /** In the order of the patterns, after the given one, only those that contain `search`. */
  exclusions(search: string, after: string, limit: number): readonly Exclusion[];
  countExclusions(search: string): number;
  /** Ids of leads that the bounce guard holds back, after the given one. */
  heldByGuard(after: string, limit: number): readonly string[];
  /** How many it holds back, the longest, and since when; null: none. */
  guardHolding(): { readonly count: number; readonly leadId: string; readonly since: Instant } | null;
  /** For the bounce guard, over the whole team and since then: valid leads created, and leads whose mail bounced. */
  bouncesSince(since: Instant): { readonly created: number; readonly bounced: number };
  /** Over the whole team and since then: mails that went out, and leads who called one spam. */
  complaintsSince(since: Instant): { readonly sent: number; readonly complained: number };
}
