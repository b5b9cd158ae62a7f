import type { SpokenIntent } from '../phrase-table.ts';
import type { Feature, ReplyFeatures } from './features.ts';
import type { IntentModel } from './intent-model.ts';

const E = 2.718281828459045;
/** Words that speak for the intent at least this much of what the strongest one does are shown. */
const SHOWN = 0.45;
const MOST_SPANS = 4;
const FEWEST_LETTERS = 2;

/** What the model thinks of a reply. */
export interface IntentScores {
  /** For each intent its share of belief; they sum up to 1. */
  readonly shares: ReadonlyMap<SpokenIntent, number>;
  /** The words of the reply (folded) that speak most for an intent, in their order. */
  readonly wordsFor: (intent: SpokenIntent) => readonly string[];
}

/** Adds up the weights of a reply's traits. A trait of a long reply counts less than one of a short one. */
export function scoreIntents({ rows, features }: ReplyFeatures, model: IntentModel): IntentScores {
  const known = features.filter(({ name }) => model.weights.has(name));
  const scale = known.length === 0 ? 1 : known.length ** -0.5;
  const sums = [...model.start];
  for (const { name } of known) {
    for (const [intent, weight] of model.weights.get(name) ?? []) {
      sums[intent] = (sums[intent] ?? 0) + weight * scale;
    }
  }
  const most = sums.reduce((best, sum) => (sum > best ? sum : best));
  const powers = sums.map((sum) => E ** (sum - most));
  const total = powers.reduce((all, power) => all + power, 0);
  return {
    shares: new Map(model.intents.map((intent, index) => [intent, (powers[index] ?? 0) / total])),
    wordsFor: (intent) => strongestWords(rows, known, model, model.intents.indexOf(intent)),
  };
}

function strongestWords(
  rows: ReplyFeatures['rows'],
  features: readonly Feature[],
  model: IntentModel,
  intent: number,
): readonly string[] {
  const strength = rows.map((row) => row.map(() => 0));
  for (const { name, places } of features) {
    const weights = model.weights.get(name) ?? [];
    const against = weights.reduce((sum, [, weight]) => sum + weight, 0) / model.intents.length;
    const speaks = (weights.find(([each]) => each === intent)?.[1] ?? 0) - against;
    for (const { row, from, to } of places) {
      const words = strength[row] ?? [];
      for (let at = from; at < to && at < words.length; at += 1) {
        words[at] = (words[at] ?? 0) + speaks / (to - from);
      }
    }
  }
  const best = strength.flat().reduce((most, each) => (each > most ? each : most), 0);
  if (best <= 0) return [];
  const spans = rows.flatMap((row, index) => spansOf(row, strength[index] ?? [], best * SHOWN));
  const chosen = spans
    .toSorted((a, b) => b.strength - a.strength)
    .slice(0, MOST_SPANS)
    .map(({ words }) => words);
  return [...new Set(spans.map(({ words }) => words).filter((words) => chosen.includes(words)))];
}

/** Neighbours that are strong enough, as one; a weak word between two strong ones belongs to them. */
function spansOf(
  row: readonly string[],
  strength: readonly number[],
  least: number,
): readonly { readonly words: string; readonly strength: number }[] {
  const strong = strength.map((each) => each >= least);
  const taken = strong.map((each, at) => each || (strong[at - 1] === true && strong[at + 1] === true));
  const spans: { words: string; strength: number }[] = [];
  let start = 0;
  while (start < row.length) {
    let end = start;
    while (taken[end] === true) end += 1;
    const words = row.slice(start, end).join(' ');
    const sum = strength.slice(start, end).reduce((most, each) => (each > most ? each : most), 0);
    if (words.length >= FEWEST_LETTERS && !words.includes('@')) spans.push({ words, strength: sum });
    start = end + 1;
  }
  return spans;
}
