import type { SpokenIntent } from '#core/domain/replies/phrase-table.ts';

/** A reply to learn from: its traits and what it means. */
export interface Example {
  readonly traits: readonly string[];
  readonly intent: SpokenIntent;
}

/** A fitted model as its file has it: the starts, and rows of weights, in tenths. */
export interface FittedModel {
  readonly start: readonly number[];
  readonly weights: Readonly<Record<string, string>>;
}

/** In how many replies a trait of a kind must stand to count; one is enough for those not named. */
const FEWEST: Readonly<Record<string, number>> = { b: 3, c: 4, o: 2, p: 3, q: 2, s: 2, w: 2 };
const ROUNDS = 15;
const PACE = 0.5;
/** How strongly weights are held near zero. */
const RESTRAINT = 1e-4;
/** Weights closer to zero are left out. */
const LEAST_WEIGHT = 0.3;
const TENTHS = 10;
const FIRST_LETTER = 65;

/**
 * Multinomial logistic regression by gradient descent with a pace of its own for each trait (AdaGrad). The same
 * examples give the same model.
 */
export function fitModel(examples: readonly Example[], intents: readonly SpokenIntent[]): FittedModel {
  const names = countedTraits(examples);
  const number = new Map(names.map((name, index) => [name, index]));
  const rows = examples.map(({ traits, intent }) => ({
    traits: traits.map((name) => number.get(name)).filter((each) => each !== undefined),
    intent: intents.indexOf(intent),
  }));
  const size = intents.length;
  const weights = new Float64Array(names.length * size);
  const moved = new Float64Array(names.length).fill(1e-8);
  const start = new Float64Array(size);
  const startMoved = new Float64Array(size).fill(1e-8);
  for (const row of shuffles(rows, ROUNDS)) {
    const scale = row.traits.length === 0 ? 1 : row.traits.length ** -0.5;
    const errors = sharesOf(row.traits, weights, start, scale);
    errors[row.intent]! -= 1;
    for (let intent = 0; intent < size; intent += 1) {
      startMoved[intent]! += errors[intent]! ** 2;
      start[intent]! -= (PACE * errors[intent]!) / Math.sqrt(startMoved[intent]!);
    }
    for (const trait of row.traits) {
      const slope = (intent: number) => errors[intent]! * scale + RESTRAINT * weights[trait * size + intent]!;
      for (let intent = 0; intent < size; intent += 1) moved[trait]! += slope(intent) ** 2;
      const pace = PACE / Math.sqrt(moved[trait]!);
      for (let intent = 0; intent < size; intent += 1) {
        weights[trait * size + intent]! -= pace * slope(intent);
      }
    }
  }
  return {
    start: [...start].map((weight) => Math.round(weight * TENTHS)),
    weights: Object.fromEntries(
      names
        .map((name, trait) => [name, rowOf(weights.subarray(trait * size, (trait + 1) * size))] as const)
        .filter(([, row]) => row !== ''),
    ),
  };
}

/** The traits that stand in enough replies, in the order of the alphabet. */
function countedTraits(examples: readonly Example[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { traits } of examples) {
    for (const name of traits) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .filter(([name, count]) => count >= (FEWEST[name[0] ?? ''] ?? 1))
    .map(([name]) => name)
    .toSorted((a, b) => (a < b ? -1 : 1));
}

function sharesOf(
  traits: readonly number[],
  weights: Float64Array,
  start: Float64Array,
  scale: number,
): Float64Array {
  const shares = start.slice();
  const size = start.length;
  for (const trait of traits) {
    for (let intent = 0; intent < size; intent += 1) {
      shares[intent]! += weights[trait * size + intent]! * scale;
    }
  }
  const most = Math.max(...shares);
  let total = 0;
  for (let intent = 0; intent < size; intent += 1) {
    const power = Math.exp(shares[intent]! - most);
    shares[intent] = power;
    total += power;
  }
  return shares.map((share) => share / total);
}

/** Every row once a round, each round in another order, always the same ones. */
function* shuffles<Row>(rows: readonly Row[], rounds: number): Generator<Row> {
  let seed = 1;
  const order = [...rows];
  for (let round = 0; round < rounds; round += 1) {
    for (let last = order.length - 1; last > 0; last -= 1) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      const other = Math.floor((seed / 2_147_483_648) * (last + 1));
      [order[last], order[other]] = [order[other]!, order[last]!];
    }
    yield* order;
  }
}

function rowOf(weights: Float64Array): string {
  return [...weights]
    .map((weight, intent) =>
      Math.abs(weight) < LEAST_WEIGHT
        ? ''
        : `${String.fromCharCode(FIRST_LETTER + intent)}${Math.round(weight * TENTHS)}`,
    )
    .filter((each) => each !== '')
    .join(' ');
}
