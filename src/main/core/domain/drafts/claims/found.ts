import type { ClaimKind } from '../claim.ts';

/** Something in a text that can be true or not: where it stands, and every form in which it can be given elsewhere. */
export interface Found {
  readonly kind: ClaimKind;
  readonly words: string;
  readonly from: number;
  readonly to: number;
  /** It is given when one of these is. */
  readonly keys: readonly string[];
}
