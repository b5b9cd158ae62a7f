import { fold } from '../fold.ts';
import type { Concept, ConceptTable } from './concept-table.ts';
import { CONCEPT_TABLES } from './concepts/all-languages.ts';

/** A concept found in a row of words: the words from `from` to before `to`. Signs are found in any language. */
export interface FoundConcept {
  readonly concept: Concept | 'clock' | 'number' | 'address' | 'link';
  readonly from: number;
  readonly to: number;
}

interface Phrase {
  readonly concept: Concept;
  /** Every word of it; one that ends with `*` stands for all that begin so. */
  readonly words: readonly string[];
}

interface Lexicon {
  readonly common: ReadonlySet<string>;
  readonly whole: ReadonlyMap<string, readonly Phrase[]>;
  readonly beginnings: ReadonlyMap<string, readonly Phrase[]>;
}

const SHORTEST_BEGINNING = 2;
const LONGEST_BEGINNING = 14;
/** Times of day, every digit a zero: 10:30, 15h, 3pm. */
const CLOCK = /^(?:00?(?:[:.]|h|u)00?|00?(?:h|am|pm|uhr|hs))$/;

let lexicons: ReadonlyMap<string, Lexicon> | null = null;

/** The concepts in a row of folded words (digits as zeros), in any of these languages, in the words' order. */
export function readConcepts(
  words: readonly string[],
  languages: readonly string[],
): readonly FoundConcept[] {
  const found: FoundConcept[] = [];
  const reached = new Map<string, number>();
  const add = (concept: FoundConcept['concept'], from: number, to: number) => {
    // What lies within a longer phrase of the same concept counts once.
    if ((reached.get(concept) ?? 0) >= to) return;
    reached.set(concept, to);
    found.push({ concept, from, to });
  };
  for (const [from, word] of words.entries()) {
    const sign = signOf(word);
    if (sign !== null) add(sign, from, from + 1);
    for (const language of languages) {
      for (const phrase of startingWith(word, all().get(language))) {
        const stands = phrase.words.every((part, index) => fits(words[from + index], part));
        if (stands) add(phrase.concept, from, from + phrase.words.length);
      }
    }
  }
  return found;
}

/** The languages that most of the words speak for; all of them when none does. */
export function languagesOf(words: readonly string[]): readonly string[] {
  const counts = [...all()].map(
    ([language, { common }]) => [language, words.filter((word) => common.has(word)).length] as const,
  );
  const most = counts.reduce((best, [, count]) => (count > best ? count : best), 0);
  return counts.filter(([, count]) => count === most).map(([language]) => language);
}

function signOf(word: string): FoundConcept['concept'] | null {
  if (word === '@address') return 'address';
  if (word === '@link') return 'link';
  if (!word.includes('0')) return null;
  return CLOCK.test(word) ? 'clock' : 'number';
}

function* startingWith(word: string, lexicon: Lexicon | undefined): Generator<Phrase> {
  if (lexicon === undefined) return;
  yield* lexicon.whole.get(word) ?? [];
  for (let length = SHORTEST_BEGINNING; length <= word.length && length <= LONGEST_BEGINNING; length += 1) {
    yield* lexicon.beginnings.get(word.slice(0, length)) ?? [];
  }
}

function fits(word: string | undefined, part: string): boolean {
  if (word === undefined) return false;
  return part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part;
}

function all(): ReadonlyMap<string, Lexicon> {
  lexicons ??= new Map(Object.entries(CONCEPT_TABLES).map(([language, table]) => [language, compile(table)]));
  return lexicons;
}

function compile({ common, ...concepts }: ConceptTable): Lexicon {
  const whole = new Map<string, Phrase[]>();
  const beginnings = new Map<string, Phrase[]>();
  for (const [concept, list] of Object.entries(concepts)) {
    for (const phrase of list.split(' ')) {
      const words = fold(phrase).split(/[_'-]/);
      const [first = ''] = words;
      const map = first.endsWith('*') ? beginnings : whole;
      const key = first.replace('*', '');
      map.set(key, [...(map.get(key) ?? []), { concept: concept as Concept, words }]);
    }
  }
  return { common: new Set(common.split(' ').map(fold)), whole, beginnings };
}
