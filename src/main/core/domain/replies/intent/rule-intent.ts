import { isHedged, isQuestion } from '../find-phrases.ts';
import type { FoundPhrase } from '../find-phrases.ts';
import type { Sentence } from '../fold.ts';
import type { SpokenIntent } from '../phrase-table.ts';
import { wantsPlainly } from './plain-parts.ts';

/** What the phrases say, how sure that is (0 to 1), and those that say it; none where nothing was found. */
export interface RuleVerdict {
  readonly intent: SpokenIntent;
  readonly confidence: number;
  readonly words: readonly string[];
  /** Whether meeting or going on is spoken of anywhere without a "not", "if" or "maybe". */
  readonly wants: boolean;
}

const WEIGHTS = { clear: 0.9, likely: 0.75, weak: 0.55 } as const;
const CERTAIN = 0.97;
/** A further phrase of the same intent. */
const MORE = 0.03;
const HEDGED = 0.3;
const CONTRADICTED = 0.25;
/** A question proves little: "Why not? Tuesday at 10." */
const QUESTION = 0.65;
const NOTHING_FOUND = 0.5;
const EMPTY = 0.3;
/** What counts as said. */
const SAID = 0.7;

const HOT: readonly SpokenIntent[] = ['AgreedToMeet', 'InterestedToProceed'];
/** Someone who says one of these is not Hot, whatever else he says. */
const AGAINST: readonly SpokenIntent[] = ['Unsubscribed', 'AskedToStop', 'MovedOut', 'Retired'];

/**
 * One intent for the phrases found in a reply's sentences. Facts about the person come before wishes, a plain "stop" before a "later",
 * and a "later" before a "no, thanks"; Hot needs clear words, without a hedge and without a contradiction.
 */
export function ruleIntent(sentences: readonly Sentence[], found: readonly FoundPhrase[]): RuleVerdict {
  const wants = wantsPlainly([...new Set([...sentences, ...found.map(({ sentence }) => sentence)])]);
  const said = new Map<SpokenIntent, { weight: number; words: string[] }>();
  for (const phrase of found) {
    const weight = weightOf(phrase);
    const before = said.get(phrase.intent);
    if (before === undefined) {
      said.set(phrase.intent, { weight, words: [phrase.words] });
      continue;
    }
    if (before.words.includes(phrase.words)) continue;
    const best = weight > before.weight ? weight : before.weight;
    said.set(phrase.intent, { weight: capped(best + MORE), words: [...before.words, phrase.words] });
  }
  const asked = sentences.filter(isQuestion).map((sentence) => sentence.words.trim());
  const unanswerable = (said.get('Other')?.weight ?? 0) >= SAID;
  if (asked.length > 0 && !unanswerable && !said.has('SeekingMoreInfo')) {
    said.set('SeekingMoreInfo', { weight: QUESTION, words: asked.slice(0, 1) });
  }

  const weight = (intent: SpokenIntent) => said.get(intent)?.weight ?? 0;
  const intent = choose(weight);
  const verdict = said.get(intent);
  if (verdict === undefined) {
    return { intent: 'Other', confidence: sentences.length === 0 ? EMPTY : NOTHING_FOUND, words: [], wants };
  }
  const contradicted = HOT.includes(intent) && AGAINST.some((against) => weight(against) >= SAID);
  const confidence = contradicted ? verdict.weight - CONTRADICTED : verdict.weight;
  return { intent, confidence, words: verdict.words, wants };
}

function choose(weight: (intent: SpokenIntent) => number): SpokenIntent {
  const isSaid = (intent: SpokenIntent) => weight(intent) >= SAID;
  const isClear = (intent: SpokenIntent) => weight(intent) >= WEIGHTS.clear;
  if (isClear('Unsubscribed')) return 'Unsubscribed';
  if (isSaid('Retired')) return 'Retired';
  if (isSaid('MovedOut')) return 'MovedOut';
  if (isSaid('Unsubscribed')) return 'Unsubscribed';
  if (isClear('ReferredSomeone') && !isClear('AgreedToMeet')) return 'ReferredSomeone';
  if (isClear('AskedToStop')) return 'AskedToStop';
  if (isClear('AgreedToMeet') && !isClear('ConnectLater')) return 'AgreedToMeet';
  if (isClear('ConnectLater')) return 'ConnectLater';
  if (isSaid('ReferredSomeone')) return 'ReferredSomeone';
  const rest: readonly SpokenIntent[] = [
    'AskedToStop',
    'ConnectLater',
    'AgreedToMeet',
    'BrochureSent',
    'InterestedToProceed',
    'SeekingMoreInfo',
  ];
  if (isSaid('AskedToStop') && isSaid('ConnectLater')) return 'ConnectLater';
  const [likeliest] = rest.filter(isSaid);
  if (likeliest !== undefined) return likeliest;
  if (isSaid('Other')) return 'Other';
  const [hint] = rest.filter((intent) => weight(intent) > 0).toSorted((a, b) => weight(b) - weight(a));
  return hint ?? 'Other';
}

function weightOf(phrase: FoundPhrase): number {
  const weight = WEIGHTS[phrase.strength];
  return HOT.includes(phrase.intent) && isHedged(phrase.sentence) ? weight - HEDGED : weight;
}

function capped(weight: number): number {
  return weight > CERTAIN ? CERTAIN : weight;
}
