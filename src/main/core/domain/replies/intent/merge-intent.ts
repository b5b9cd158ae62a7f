import type { SpokenIntent } from '../phrase-table.ts';
import type { Agreement, Reliability } from './intent-model.ts';
import type { RuleVerdict } from './rule-intent.ts';
import type { IntentScores } from './score-intents.ts';

/** What a person said, how sure that is (0 to 1), and the words of the reply it rests on. */
export interface SpokenVerdict {
  readonly intent: SpokenIntent;
  readonly confidence: number;
  readonly words: readonly string[];
}

/** What a language model, asked in doubt, takes the reply for. */
export interface Opinion {
  readonly intent: SpokenIntent;
  readonly confidence: number;
}

interface Judgement {
  readonly intent: SpokenIntent;
  readonly share: number;
  /** `outright`: the rules alone decide. */
  readonly agreement: Agreement | 'outright';
}

const HOT: readonly SpokenIntent[] = ['AgreedToMeet', 'InterestedToProceed'];
/** Facts about the person, which come before a wish. */
const GONE: readonly SpokenIntent[] = ['MovedOut', 'Retired'];
/** Hot is believed from here on; below it the next best is. Precision comes before recall. */
const BELIEVE_HOT = 0.5;
/** The same where nothing in the reply plainly speaks of it. */
const BELIEVE_HOT_UNSAID = 0.75;
/** What the rules say counts from here on. */
const SAID = 0.7;
const CLEARLY_SAID = 0.9;
/** Below this nobody is Hot or unsubscribed without a look (domain.md section 1). */
const DOUBT = 0.69;
const CERTAIN = 0.98;
const MOST_WORDS = 4;

/**
 * One intent from what the rules found, what the model believes and, where one was asked, a language model's
 * opinion. A clear wish for no more mail by the rules decides outright, and so does that the person is gone, against such a wish. Else the model decides; that the rules
 * agree makes it surer, that they say something else leaves it in doubt. The confidence is how often such an
 * intent was right for another author than those learnt from; for the two Hot intents it is that of being Hot.
 */
export function mergeIntent(
  rule: RuleVerdict,
  scores: IntentScores,
  reliability: Reliability,
  opinion: Opinion | null,
): SpokenVerdict {
  const { intent, agreement, share } = judge(rule, scores.shares);
  if (agreement === 'outright') return decidedBy(rule);
  const measured = onLine(reliability[agreement], share);
  const sure = measured > CERTAIN ? CERTAIN : measured;
  const confidence = agreement === 'disagree' && sure > DOUBT ? DOUBT : sure;
  const ruleWords = agreement === 'agree' ? rule.words : [];
  const words = withoutParts([...ruleWords, ...scores.wordsFor(intent)]).slice(0, MOST_WORDS);
  return withOpinion({ intent, confidence, words }, scores, opinion);
}

/** Which intent it is, what the model's share for it is, and whether the rules say the same. */
export function judge(rule: RuleVerdict, shares: IntentScores['shares']): Judgement {
  if (rule.intent === 'Unsubscribed' && rule.confidence >= CLEARLY_SAID) {
    return { intent: rule.intent, share: 1, agreement: 'outright' };
  }
  const intent = believed(shares, rule.wants ? BELIEVE_HOT : BELIEVE_HOT_UNSAID);
  // "She has left, please take this address off your list": the wish follows from the fact.
  if (intent === 'Unsubscribed' && GONE.includes(rule.intent) && rule.confidence >= CLEARLY_SAID) {
    return { intent: rule.intent, share: 1, agreement: 'outright' };
  }
  return { intent, share: shareOf(intent, shares), agreement: agreementOf(rule, intent) };
}

function decidedBy({ intent, confidence, words }: RuleVerdict): SpokenVerdict {
  return { intent, confidence: confidence > CERTAIN ? CERTAIN : confidence, words };
}

function believed(shares: IntentScores['shares'], leastHot: number): SpokenIntent {
  const isHot = shareOf('AgreedToMeet', shares) >= leastHot;
  const [best] = [...shares]
    .filter(([intent]) => HOT.includes(intent) === isHot)
    .toSorted(([, a], [, b]) => b - a);
  return best?.[0] ?? 'Other';
}

/** The share of an intent; both Hot ones have the same consequences and count together. */
function shareOf(intent: SpokenIntent, shares: IntentScores['shares']): number {
  const counted = HOT.includes(intent) ? HOT : [intent];
  return counted.reduce((sum, each) => sum + (shares.get(each) ?? 0), 0);
}

function agreementOf(rule: RuleVerdict, intent: SpokenIntent): Agreement {
  const isHot = HOT.includes(intent);
  const doubted = HOT.includes(rule.intent) && rule.words.length > 0 && rule.confidence < SAID;
  if (isHot && (!rule.wants || doubted)) return 'disagree';
  if (rule.confidence < SAID || rule.words.length === 0) return 'silent';
  return rule.intent === intent || (HOT.includes(rule.intent) && isHot) ? 'agree' : 'disagree';
}

/**
 * An opinion that agrees makes it surer; one that does not leaves it in doubt, and decides where it was in doubt
 * already. By itself it makes nobody Hot or unsubscribed.
 */
function withOpinion(verdict: SpokenVerdict, scores: IntentScores, opinion: Opinion | null): SpokenVerdict {
  if (opinion === null) return verdict;
  if (opinion.intent === verdict.intent) {
    const surer = 1 - (1 - verdict.confidence) * (1 - opinion.confidence);
    // Two doubts make no certainty: under 0.7 it makes nobody Hot or unsubscribed.
    if (verdict.confidence < SAID && opinion.confidence < SAID && surer > DOUBT) {
      return { ...verdict, confidence: DOUBT };
    }
    return { ...verdict, confidence: surer > CERTAIN ? CERTAIN : surer };
  }
  const doubtful = (confidence: number) => (confidence > DOUBT ? DOUBT : confidence);
  if (verdict.confidence >= SAID) return { ...verdict, confidence: doubtful(verdict.confidence) };
  return {
    intent: opinion.intent,
    confidence: doubtful(opinion.confidence),
    words: scores.wordsFor(opinion.intent),
  };
}

/** The height of a line at a place, between its points straight, beyond them level. */
function onLine(points: readonly (readonly [number, number])[], at: number): number {
  const after = points.findIndex(([place]) => place >= at);
  const [lastPlace, lastHeight] = points.at(after === -1 ? -1 : after) ?? [1, 0];
  const before = after > 0 ? points[after - 1] : undefined;
  if (after === -1 || before === undefined) return lastHeight;
  const [firstPlace, firstHeight] = before;
  return firstHeight + ((lastHeight - firstHeight) * (at - firstPlace)) / (lastPlace - firstPlace);
}

function withoutParts(words: readonly string[]): readonly string[] {
  return words.filter(
    (each, index) =>
      !words.some(
        (other, place) =>
          place !== index && ` ${other} `.includes(` ${each} `) && (other !== each || place < index),
      ),
  );
}
