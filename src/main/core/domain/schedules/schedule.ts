import type { Tone } from '#contract/names.ts';

export { MAX_STEPS, TONES } from '#contract/names.ts';
export type { Tone } from '#contract/names.ts';

/** One follow-up: days since the one before (decimals allowed) and its message. */
export interface Step {
  readonly gapDays: number;
  readonly message:
    | { readonly kind: 'assistant'; readonly tone: Tone }
    | { readonly kind: 'template'; readonly subject: string; readonly body: string };
}

/** An ordered list of follow-ups. */
export interface Schedule {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly Step[];
  /** *Recommended*: cannot be deleted, only cloned. */
  readonly builtIn: boolean;
  /** The option value written to the CRM (`id--Name` when first synchronised); a rename keeps it. */
  readonly crmValue: string;
  readonly deleted: boolean;
  readonly version: number;
}
