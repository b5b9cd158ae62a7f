import type { SpokenIntent } from '../phrase-table.ts';
import shipped from './intent-model.json' with { type: 'json' };

/**
 * A linear model: every trait of a reply speaks for and against intents with a weight; `start` stands for a
 * reply without traits. In a file each trait is a row like `"k:retired": "I27 K-9"`: an intent by its letter
 * (A is the first), a weight in tenths.
 */
export interface IntentModel {
  readonly intents: readonly SpokenIntent[];
  readonly start: readonly number[];
  readonly weights: ReadonlyMap<string, readonly (readonly [intent: number, weight: number])[]>;
  readonly reliability: Reliability;
}

/** How rules and model stand to each other. */
export type Agreement = 'agree' | 'silent' | 'disagree';

/** How often an intent is right that the model gives this share: points of a line, by agreement with the rules. */
export type Reliability = Readonly<Record<Agreement, readonly (readonly [share: number, right: number])[]>>;

/** A model as it stands in a file. */
export interface IntentModelFile {
  readonly intents: readonly string[];
  readonly start: readonly number[];
  readonly reliability: Readonly<Record<Agreement, readonly (readonly number[])[]>>;
  readonly weights: Readonly<Record<string, string>>;
}

const TENTHS = 10;
const FIRST_LETTER = 65;

let loaded: IntentModel | null = null;

/** The model that comes with the program. */
export function shippedModel(): IntentModel {
  loaded ??= readModel(shipped);
  return loaded;
}

/** A model as its file has it. */
export function readModel(file: IntentModelFile): IntentModel {
  return {
    intents: file.intents as readonly SpokenIntent[],
    start: file.start.map((weight) => weight / TENTHS),
    weights: new Map(
      Object.entries(file.weights).map(([name, row]) => [
        name,
        row
          .split(' ')
          .map((each) => [each.charCodeAt(0) - FIRST_LETTER, Number(each.slice(1)) / TENTHS] as const),
      ]),
    ),
    reliability: file.reliability as unknown as Reliability,
  };
}
