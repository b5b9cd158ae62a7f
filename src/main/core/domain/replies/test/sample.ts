import type { ReplyIntent } from '#contract/names.ts';

/** A reply as a person or a mail program would write it; text alone where nothing else matters. */
export type Sample =
  | string
  | {
      readonly text: string;
      readonly subject?: string;
      readonly headers?: Readonly<Record<string, string>>;
      /** ISO date that the classifier shall find. */
      readonly until?: string;
    };

/**
 * Labelled replies of one language. Phrases are written and changed for `known` ones only; the `heldOut` ones
 * are older than the phrases and only counted: they tell how good the classifier is.
 */
export type SampleTable = Readonly<
  Record<ReplyIntent, { readonly known: readonly Sample[]; readonly heldOut: readonly Sample[] }>
>;

/** Headers of an automatic answer (RFC 3834). */
export const AUTO = { 'auto-submitted': 'auto-replied' } as const;
