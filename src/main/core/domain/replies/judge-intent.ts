import { findIntents } from './find-phrases.ts';
import type { Sentence } from './fold.ts';
import { featuresOf } from './intent/features.ts';
import { shippedModel } from './intent/intent-model.ts';
import { mergeIntent } from './intent/merge-intent.ts';
import type { Opinion, SpokenVerdict } from './intent/merge-intent.ts';
import { ruleIntent } from './intent/rule-intent.ts';
import type { RuleVerdict } from './intent/rule-intent.ts';
import { scoreIntents } from './intent/score-intents.ts';

/** A mail without words. */
const EMPTY: SpokenVerdict = { intent: 'Other', confidence: 0.3, words: [] };

/**
 * What a person says in a reply (domain.md section 1, reply intents): by the rules of `phrases/` and the model
 * of `intent/`, as `mergeIntent` puts them together with a language model's opinion, where one was asked.
 */
export function spokenIntent(
  sentences: readonly Sentence[],
  subject: readonly Sentence[],
  opinion: Opinion | null = null,
): SpokenVerdict {
  const all = [...sentences, ...subject];
  if (all.length === 0) return EMPTY;
  const phrases = findIntents(all);
  const model = shippedModel();
  const scores = scoreIntents(featuresOf(all, phrases), model);
  return mergeIntent(ruleIntent(sentences, phrases), scores, model.reliability, opinion);
}

/** What the rules alone find: for mail of machines, whose words the model does not know. */
export function plainIntent(sentences: readonly Sentence[], subject: readonly Sentence[]): RuleVerdict {
  return ruleIntent(sentences, findIntents([...sentences, ...subject]));
}
