import type { FoundPhrase } from '../find-phrases.ts';
import type { Sentence } from '../fold.ts';
import { languagesOf, readConcepts } from './read-concepts.ts';
import type { FoundConcept } from './read-concepts.ts';

/** Words of a reply: those from `from` to before `to` of a sentence, by its number. */
export interface Place {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** One trait of a reply, and where it stands; nowhere for a trait of the whole. */
export interface Feature {
  readonly name: string;
  readonly places: readonly Place[];
}

/** A reply as the model sees it. */
export interface ReplyFeatures {
  /** The words of each sentence, folded. */
  readonly rows: readonly (readonly string[])[];
  readonly features: readonly Feature[];
}

/** Words this far apart still belong together. */
const PAIR_REACH = 12;
const NEIGHBOUR_REACH = 3;
const NEGATION_REACH = 4;
const NEGATION_AFTER_REACH = 3;
const PIECE_LENGTH = 4;
const FEW = 4;
/** Longer replies are read no further. */
const MOST_WORDS = 1_500;
const WORD_STEPS = [1, 2, 3, 5, 8, 13, 25, 50];
const SENTENCE_STEPS = [0, 1, 2, 3, 5];
const CONCEPT_STEPS = [0, 1, 2, 4, 8];
const MORE = 99;

type Add = (name: string, row: number, from: number, to: number) => void;

/** In place of a row's number for what stands nowhere. */
const NOWHERE = -1;

/**
 * What the model looks at, each trait once: `w:` words, `b:` two words in a row, `c:` pieces of words, `k:`
 * concepts (with `?` in a question), `n:` and `a:` concepts with a negation before or after, `p:` and `q:` two
 * concepts in a sentence (anywhere, close), `o:` all concepts of a short reply, `r:` phrases of the rules, `s:`
 * the shape. Digits count as zeros.
 */
export function featuresOf(sentences: readonly Sentence[], phrases: readonly FoundPhrase[]): ReplyFeatures {
  const rows = cut(sentences.map(({ words }) => words.trim().replaceAll('-', ' ').split(/ +/)));
  const plain = rows.map((row) => row.map((word) => word.replaceAll(/\d/g, '0')));
  const found = new Map<string, Place[]>();
  const add: Add = (name, row, from, to) => {
    const places = found.get(name) ?? [];
    if (row !== NOWHERE) places.push({ row, from, to });
    found.set(name, places);
  };
  const languages = languagesOf(plain.flat());
  const concepts: FoundConcept[] = [];
  for (const [row, words] of plain.entries()) {
    addWords(words, row, add);
    const said = readConcepts(words, languages);
    concepts.push(...said);
    addConcepts(said, sentences[row]?.question === true, row, add);
  }
  for (const phrase of phrases) addPhrase(phrase, sentences.indexOf(phrase.sentence), rows, add);
  addShape(plain, concepts, sentences, add);
  return { rows, features: [...found].map(([name, places]) => ({ name, places })) };
}

function cut(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  let left = MOST_WORDS;
  return rows.map((row) => {
    const kept = row.slice(0, left);
    left -= kept.length;
    return kept;
  });
}

function addWords(words: readonly string[], row: number, add: Add): void {
  let before = '^';
  for (const [at, word] of words.entries()) {
    add(`w:${word}`, row, at, at + 1);
    add(`b:${before} ${word}`, row, before === '^' ? at : at - 1, at + 1);
    before = word;
    if (word.length <= PIECE_LENGTH) continue;
    const bounded = `<${word}>`;
    for (let start = 0; start + PIECE_LENGTH <= bounded.length; start += 1) {
      add(`c:${bounded.slice(start, start + PIECE_LENGTH)}`, row, at, at + 1);
    }
  }
  add(`b:${before} $`, row, words.length - 1, words.length);
}

function addConcepts(found: readonly FoundConcept[], question: boolean, row: number, add: Add): void {
  for (const [index, each] of found.entries()) {
    add(`k:${each.concept}`, row, each.from, each.to);
    if (question) add(`k:${each.concept}?`, row, each.from, each.to);
    const before = found.slice(0, index).findLast(turns);
    if (before !== undefined && isNot(before) && each.from - before.from <= NEGATION_REACH) {
      add(`n:${each.concept}`, row, before.from, each.to);
    }
    const after = found.slice(index + 1).find(turns);
    if (after !== undefined && isNot(after) && after.from - each.to <= NEGATION_AFTER_REACH) {
      add(`a:${each.concept}`, row, each.from, after.to);
    }
    for (const next of found.slice(index + 1)) {
      if (next.from - each.from > PAIR_REACH) break;
      if (next.concept === each.concept) continue;
      const to = next.to > each.to ? next.to : each.to;
      add(`p:${each.concept} ${next.concept}`, row, each.from, to);
      if (next.from - each.to < NEIGHBOUR_REACH) {
        add(`q:${each.concept} ${next.concept}`, row, each.from, to);
      }
    }
  }
}

function isNot({ concept }: FoundConcept): boolean {
  return concept === 'not' || concept === 'noMore';
}

/** After a "but" a negation no longer holds. */
function turns(found: FoundConcept): boolean {
  return isNot(found) || found.concept === 'but';
}

function addPhrase(
  { intent, strength, words }: FoundPhrase,
  row: number,
  rows: readonly (readonly string[])[],
  add: Add,
): void {
  const said = words.replaceAll('-', ' ').split(/ +/);
  const from = (rows[row] ?? []).findIndex((_, start) =>
    said.every((word, index) => rows[row]?.[start + index] === word),
  );
  const place = from === -1 ? NOWHERE : row;
  add(`r:${intent}`, place, from, from + said.length);
  add(`r:${intent} ${strength}`, place, from, from + said.length);
}

function addShape(
  rows: readonly (readonly string[])[],
  concepts: readonly FoundConcept[],
  sentences: readonly Sentence[],
  add: Add,
): void {
  const whole = (name: string) => add(name, NOWHERE, 0, 0);
  const words = rows.flat();
  whole(`s:words ${step(words.length, WORD_STEPS)}`);
  whole(`s:sentences ${step(rows.length, SENTENCE_STEPS)}`);
  whole(`s:concepts ${step(concepts.length, CONCEPT_STEPS)}`);
  if (sentences.some(({ question }) => question)) whole('s:question');
  if (sentences.length > 0 && sentences.every(({ question }) => question)) whole('s:questions only');
  if (concepts.length > 0 && concepts.length <= FEW) {
    whole(`o:${concepts.map(({ concept }) => concept).join(' ')}`);
  }
  if (words.length > 0 && words.length <= FEW && rows[0] !== undefined) {
    add(`s:whole ${words.join(' ')}`, 0, 0, rows[0].length);
  }
}

function step(value: number, steps: readonly number[]): number {
  return steps.find((limit) => value <= limit) ?? MORE;
}
