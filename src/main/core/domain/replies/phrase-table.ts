import type { ReplyIntent } from '#contract/names.ts';

/** Intents that are found by what a person says. */
export type SpokenIntent = Exclude<ReplyIntent, 'OutOfOffice' | 'SupportAutoResponse'>;

/**
 * Phrases by how much they prove: `clear` alone settles the matter, `likely` does unless something speaks
 * against it, `weak` is a hint.
 */
export interface Evidence {
  readonly clear?: readonly string[];
  readonly likely?: readonly string[];
  readonly weak?: readonly string[];
}

/**
 * What people and mail programs say in one language. A phrase is a row of words as they are written, accents
 * and capitals included, with these signs: `(a|b)` either, `(very )?` may be missing, `~` up to four words
 * (eight in a phrase with an address), none of them a negator, `{when}` a day or a time, `^` and `$` the start and the end of the sentence.
 * Phrases hold unless a negator stands before them; those of a negative meaning contain it.
 */
export interface PhraseTable {
  readonly language: string;
  readonly negators: readonly string[];
  /** Those that stand behind what they turn round: "passt mir nicht". */
  readonly negatorsAfter: readonly string[];
  /** Words that make the writer himself the one who acts: "I will talk to my boss" refers to nobody. */
  readonly speakers: readonly string[];
  /** After these a negation no longer holds. */
  readonly turns: readonly string[];
  /** Words that make a yes uncertain. */
  readonly hedges: readonly string[];
  /** Days and times of day, for `{when}`. */
  readonly when: readonly string[];
  readonly intents: Readonly<Record<SpokenIntent, Evidence>>;
  /** How a question about the offer begins. */
  readonly questions: readonly string[];
  /** How an absence is spoken of. */
  readonly absence: readonly string[];
  /** Words of an absence reply that nobody writes by hand, or that go with one. */
  readonly awayMail: readonly string[];
  /** How a help desk confirms that a mail came in. */
  readonly received: readonly string[];
  /** A mail says of itself that a machine wrote it. */
  readonly automatic: readonly string[];
  /** How the subject of an absence reply begins. */
  readonly awaySubjects: readonly string[];
  /** How the subject of a help desk's confirmation begins. */
  readonly receivedSubjects: readonly string[];
}
