import type { Instant } from '../../domain/time.ts';
import type { Mail } from './rows.ts';

/**
 * `open`: written by a person and not settled · `unsure`: among those, understood with too little confidence ·
 * the others: settled or not.
 */
export type ResponseKind = 'open' | 'unsure' | 'human' | 'automatic' | 'bounce' | 'all';

/** A mail that came in for a lead. */
export interface Response {
  readonly mail: Mail;
  /** When a person dealt with it; null: nobody has. */
  readonly settledAt: Instant | null;
}

/** Where a page ended: the next one begins after it. */
export interface ResponseMark {
  readonly at: Instant;
  readonly mailId: string;
}

export interface ResponseChange {
  readonly settle?: readonly { readonly mailId: string; readonly at: Instant }[];
  readonly unsettle?: readonly string[];
}

export interface ResponseQueries {
  /** Newest first, after the given one. */
  page(kind: ResponseKind, after: ResponseMark | null, limit: number): readonly Response[];
  byId(mailId: string): Response | null;
  /** Of all responses of each kind. */
  counts(): Readonly<Record<ResponseKind, number>>;
}
