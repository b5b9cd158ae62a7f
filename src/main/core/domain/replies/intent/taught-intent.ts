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
  const terms = rules.map((rule) => ({ rule, ...termOf(rule.term, negators) }));
  let left = MOST_WORDS;
  let best: TaughtMatch<Rule> | null = null;
  for (const row of rows) {
    const words = row.slice(0, left);
    left -= words.length;
    for (const { rule, ...term } of terms) {
      const found = matchIn(words, term, negators);
      if (found !== null && isBetter({ rule, ...found }, best)) best = { rule, ...found };
    }
  }
  return best;
}

/** A term in words, with how many letters of it may be others and still match. */
interface Term {
  readonly words: readonly string[];
  readonly letters: number;
  readonly mostChanges: number;
  readonly saysNo: boolean;
}

function termOf(text: string, negators: ReadonlySet<string>): Term {
  const words = wordsOf(fold(text));
  const letters = words.join('').length;
  const mostChanges = (1 - SURE) * letters;
  return { words, letters, mostChanges, saysNo: words.some((word) => negators.has(word)) };
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
  { words: term, letters, mostChanges, saysNo }: Term,
  negators: ReadonlySet<string>,
): { readonly match: number; readonly words: string } | null {
  if (letters === 0) return null;
  let best: { match: number; words: string } | null = null;
  for (let from = 0; from + term.length <= words.length; from += 1) {
    const found = changes(words, from, term, mostChanges);
    const match = 1 - found / letters;
    if (found > mostChanges || match <= SURE || match <= (best?.match ?? 0)) continue;
    const before = words.slice(from > NEGATION_REACH ? from - NEGATION_REACH : 0, from);
    if (saysNo || !before.some((word) => negators.has(word)))
      best = { match, words: words.slice(from, from + term.length).join(' ') };
  }
  return best;
}

/** What would have to be changed in the words from a place on; no further counted than more than `most`. */
function changes(words: readonly string[], from: number, term: readonly string[], most: number): number {
  let sum = 0;
  for (let at = 0; at < term.length && sum <= most; at += 1) {
    sum += distance(words[from + at] ?? '', term[at] ?? '', most - sum);
  }
  return sum;
}

/**
 * How many letters are to be changed, added or taken away to make one word of the other (Levenshtein); as soon as
 * that is more than `most`, one more than it.
 */
function distance(one: string, other: string, most: number): number {
  if (one === other) return 0;
  const apart = one.length > other.length ? one.length - other.length : other.length - one.length;
  if (most < 1 || apart > most) return most + 1;
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    let least = row;
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1] ? 0 : 1;
      const changed = (above[at - 1] ?? 0) + same;
      const added = (above[at] ?? 0) + 1;
      const taken = (line[at - 1] ?? 0) + 1;
      const shorter = added < taken ? added : taken;
      const way = changed < shorter ? changed : shorter;
      line.push(way);
      if (way < least) least = way;
    }
    if (least > most) return most + 1;
    above = line;
  }
  return above[other.length] ?? 0;
}
