import type { Instant } from '../../domain/time.ts';

/**
 * `person`, `automatic`: of somebody who is no lead · `invitation`: to become a user of the CRM. The CRM's own
 * notifications are counted nowhere and not kept.
 */
export const STRAY_KINDS = ['person', 'automatic', 'invitation'] as const;
export type StrayKind = (typeof STRAY_KINDS)[number];

/** A mail in an assistant's mailbox that belongs to no lead. Its text is not kept. */
export interface StrayMail {
  readonly id: string;
  readonly assistantId: string;
  readonly messageId: string;
  /** Lower case. */
  readonly fromAddress: string;
  readonly fromName: string;
  readonly subject: string;
  readonly at: Instant;
  readonly kind: StrayKind;
  /** Where an invitation is accepted; null: there is no such link, or none that may be shown. */
  readonly link: string | null;
}

export interface StrayChange {
  /** The same mail twice is one. */
  readonly strays?: readonly StrayMail[];
  /** Put away, or linked to a lead: only that it was there is kept, so that it does not come back. */
  readonly settleStrays?: readonly { readonly id: string; readonly at: Instant }[];
}

export interface StrayQueries {
  has(assistantId: string, messageId: string): boolean;
  /** Not settled, newest first, without invitations; after the given one. */
  page(after: { readonly at: Instant; readonly id: string } | null, limit: number): readonly StrayMail[];
  count(): number;
  /** Not settled, newest first. */
  invitations(): readonly StrayMail[];
  byId(id: string): StrayMail | null;
}
