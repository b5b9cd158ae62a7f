import type { Evidence, SpokenIntent } from '../phrase-table.ts';

/**
 * What people say in a language that is not written in Latin letters: parts of regular expressions for a sentence.
 * `{when}` is a day or a time, `@address` an e-mail address.
 */
export interface ScriptTable {
  readonly language: string;
  /** Letters that only this language has. */
  readonly letters: RegExp;
  /** Days and times of day, for `{when}`. */
  readonly when: string;
  /** What makes a yes uncertain, or a no of it. */
  readonly hedges: string;
  readonly intents: Readonly<Record<SpokenIntent, Evidence>>;
}
