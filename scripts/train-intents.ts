// `node scripts/train-intents.ts`: learns the intent of replies from the labelled ones of the training authors and
// writes the model that comes with the program. How sure it may be is measured on one author after learning from
// the other. The same replies and phrases give the same file.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isReplySubject } from '#core/domain/replies/automatic-mail.ts';
import { findIntents } from '#core/domain/replies/find-phrases.ts';
import { sentencesOf } from '#core/domain/replies/fold.ts';
import { featuresOf } from '#core/domain/replies/intent/features.ts';
import type { ReplyFeatures } from '#core/domain/replies/intent/features.ts';
import { readModel } from '#core/domain/replies/intent/intent-model.ts';
import { judge } from '#core/domain/replies/intent/merge-intent.ts';
import { ruleIntent } from '#core/domain/replies/intent/rule-intent.ts';
import type { RuleVerdict } from '#core/domain/replies/intent/rule-intent.ts';
import { scoreIntents } from '#core/domain/replies/intent/score-intents.ts';
import type { SpokenIntent } from '#core/domain/replies/phrase-table.ts';
import { ownWords } from '#core/domain/replies/reply-text.ts';
import { repliesOf, SPOKEN_INTENTS, TRAINING_AUTHORS } from '#test/replies/labelled-replies.ts';
import { scoreOf } from '#test/replies/score.ts';
import { fitModel } from './train-intents/fit-model.ts';
import { fitReliability } from './train-intents/fit-reliability.ts';
import type { Judgement } from './train-intents/fit-reliability.ts';

interface Prepared {
  readonly intent: SpokenIntent;
  readonly features: ReplyFeatures;
  readonly rule: RuleVerdict;
}

const FILE = join(import.meta.dirname, '../src/main/core/domain/replies/intent/intent-model.json');
const NOTHING_KNOWN = { agree: [[1, 1]], silent: [[1, 1]], disagree: [[1, 1]] };

const [first, second] = TRAINING_AUTHORS.map(prepared);
if (first === undefined || second === undefined) throw new Error('Two authors are needed to learn from.');
const judgements = judgedBy(first, second);
const reverse = judgedBy(second, first);
for (const [name, judged] of Object.entries({ 'first to second': judgements, 'second to first': reverse })) {
  const { macroF1, hotPrecision, hotRecall } = scoreOf(judged);
  const figures = { macroF1, hotPrecision, hotRecall };
  console.log(name, JSON.stringify(figures));
}
const lineFor = (agreement: Judgement['agreement']) =>
  fitReliability(judgements.filter((each) => each.agreement === agreement));
const model = {
  intents: SPOKEN_INTENTS,
  ...fitted([...first, ...second], {
    agree: lineFor('agree'),
    silent: lineFor('silent'),
    disagree: lineFor('disagree'),
  }),
};
const written = `${JSON.stringify(model, null, 2)}\n`;
writeFileSync(FILE, written);
console.log(`${Object.keys(model.weights).length} traits, ${Math.round(written.length / 1000)} kB`);

function prepared(author: string): readonly Prepared[] {
  return repliesOf(author).map(({ text, subject, intent }) => {
    const sentences = sentencesOf(ownWords(text));
    const all = [...sentences, ...sentencesOf(isReplySubject(subject) ? '' : subject)];
    const phrases = findIntents(all);
    return { intent, features: featuresOf(all, phrases), rule: ruleIntent(sentences, phrases) };
  });
}

function fitted<Lines>(replies: readonly Prepared[], reliability: Lines) {
  const examples = replies.map(({ features, intent }) => ({
    traits: features.features.map(({ name }) => name),
    intent,
  }));
  const { start, weights } = fitModel(examples, SPOKEN_INTENTS);
  return { start, reliability, weights };
}

/** What a model that learnt from some says about others. */
function judgedBy(from: readonly Prepared[], others: readonly Prepared[]) {
  const model = readModel({ intents: SPOKEN_INTENTS, ...fitted(from, NOTHING_KNOWN) });
  return others.map(({ intent, features, rule }) => {
    const judged = judge(rule, scoreIntents(features, model).shares);
    return { ...judged, wanted: intent, got: judged.intent, right: isRight(judged.intent, intent) };
  });
}

/** The two Hot intents count as one, as in the confidence. */
function isRight(got: SpokenIntent, wanted: SpokenIntent): boolean {
  const hot: readonly SpokenIntent[] = ['AgreedToMeet', 'InterestedToProceed'];
  return got === wanted || (hot.includes(got) && hot.includes(wanted));
}
