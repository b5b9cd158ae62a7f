import type { ReplyIntent } from '#contract/names.ts';
import { fold, sentencesOf } from '../fold.ts';
import { negatorsOf } from './plain-parts.ts';
import { languagesOf } from './read-concepts.ts';

/** What a user taught: a reply with this term in it means this, and so the state that follows from it. */
export interface TaughtRule {
  readonly term: string;
  readonly intent: ReplyIntent;
}

/** A rule that a reply matches, how well (0 to 1), and the words of the reply that do (folded). */
export interface TaughtMatch<Rule extends TaughtRule> {
  readonly rule: Rule;
  readonly match: number;
  readonly words: string;
}

/** A match has to be better than this to win over the classifier (domain.md section 1, Teach your assistant). */
const SURE = 0.9;
/** A "not" this many words before the term makes it say the opposite. */
const NEGATION_REACH = 3;
const MOST_WORDS = 1_500;

/**
 * The taught rule that a reply's own text matches best, or null. Term and text are compared word by word without
 * capitals, accents and punctuation, in any row of the text as long as the term; the match is one minus the share
 * of the term's letters that would have to be changed, added or taken away: a slip in a long term still matches.
 * Terms that a negation stands before do not match unless they contain it. Of equal matches the longer term
 * wins, then the first.
 */
export function taughtIntent<Rule extends TaughtRule>(
  rules: readonly Rule[],
  text: string,
): TaughtMatch<Rule> | null {
  const rows = sentencesOf(text).map(({ words }) => wordsOf(words));
  const negators = new Set(languagesOf(rows.flat()).flatMap(negatorsOf));
  let left = MOST_WORDS;
  let best: TaughtMatch<Rule> | null = null;
  for (const row of rows) {
    const words = row.slice(0, left);
    left -= words.length;
    for (const rule of rules) {
      const found = matchIn(words, wordsOf(fold(rule.term)), negators);
      if (found !== null && isBetter({ rule, ...found }, best)) best = { rule, ...found };
    }
  }
  return best;
}

function wordsOf(text: string): readonly string[] {
  return [...text.matchAll(/[\p{L}\d@#%]+/gu)].map(([word]) => word);
}

function isBetter(found: TaughtMatch<TaughtRule>, best: TaughtMatch<TaughtRule> | null): boolean {
  if (best === null || found.match > best.match) return true;
  return found.match === best.match && found.rule.term.length > best.rule.term.length;
}

function matchIn(
  words: readonly string[],
  term: readonly string[],
  negators: ReadonlySet<string>,
): { readonly match: number; readonly words: string } | null {
  const letters = term.join('').length;
  if (letters === 0) return null;
  const saysNo = term.some((word) => negators.has(word));
  let best: { match: number; words: string } | null = null;
  for (let from = 0; from + term.length <= words.length; from += 1) {
    const row = words.slice(from, from + term.length);
    const match = 1 - changes(row, term) / letters;
    if (match <= SURE || match <= (best?.match ?? 0)) continue;
    const before = words.slice(from > NEGATION_REACH ? from - NEGATION_REACH : 0, from);
    if (saysNo || !before.some((word) => negators.has(word))) best = { match, words: row.join(' ') };
  }
  return best;
}

function changes(row: readonly string[], term: readonly string[]): number {
  return term.reduce((sum, word, index) => sum + distance(row[index] ?? '', word), 0);
}

/** How many letters are to be changed, added or taken away to make one word of the other (Levenshtein). */
function distance(one: string, other: string): number {
  if (one === other) return 0;
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1] ? 0 : 1;
      const ways = [(above[at - 1] ?? 0) + same, (above[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1];
      line.push(ways.reduce((least, way) => (way < least ? way : least)));
    }
    above = line;
  }
  return above[other.length] ?? 0;
}
