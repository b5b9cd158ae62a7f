import type { ClaimKind } from '#contract/names.ts';

export { CLAIM_KINDS } from '#contract/names.ts';
export type { ClaimKind } from '#contract/names.ts';

/** Something that a text states and that stands in no given fact. */
export interface Claim {
  readonly kind: ClaimKind;
  /** As they stand in the text. */
  readonly words: string;
}
