import type { SpokenIntent } from '#core/domain/replies/phrase-table.ts';
import { SPOKEN_INTENTS } from './labelled-replies.ts';

/** What a reply means, and what it was taken for. */
export interface Judged {
  readonly wanted: SpokenIntent;
  readonly got: string;
}

/** Shares from 0 to 1; F1 is the harmonic mean of precision and recall. */
export interface IntentScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Score {
  readonly replies: number;
  readonly right: number;
  /** The mean of F1 over the intents. */
  readonly macroF1: number;
  readonly hotPrecision: number;
  readonly hotRecall: number;
  readonly byIntent: ReadonlyMap<SpokenIntent, IntentScore>;
}

const HOT: readonly string[] = ['AgreedToMeet', 'InterestedToProceed'];

/** How good judgements are. Hot are both intents that make a lead Hot. */
export function scoreOf(judged: readonly Judged[]): Score {
  const byIntent = new Map(
    SPOKEN_INTENTS.map((intent) => [
      intent,
      intentScore(
        judged,
        (wanted) => wanted === intent,
        (got) => got === intent,
      ),
    ]),
  );
  const isHot = (intent: string) => HOT.includes(intent);
  const hot = intentScore(judged, isHot, isHot);
  return {
    replies: judged.length,
    right: judged.filter(({ wanted, got }) => wanted === got).length / judged.length,
    macroF1: [...byIntent.values()].reduce((sum, { f1 }) => sum + f1, 0) / byIntent.size,
    hotPrecision: hot.precision,
    hotRecall: hot.recall,
    byIntent,
  };
}

function intentScore(
  judged: readonly Judged[],
  wants: (intent: string) => boolean,
  gets: (intent: string) => boolean,
): IntentScore {
  const wanted = judged.filter((each) => wants(each.wanted));
  const got = judged.filter((each) => gets(each.got));
  const both = wanted.filter((each) => gets(each.got)).length;
  return {
    precision: both / got.length,
    recall: both / wanted.length,
    f1: (2 * both) / (wanted.length + got.length),
  };
}
