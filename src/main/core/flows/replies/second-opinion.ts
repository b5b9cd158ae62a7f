import type { CoreContext } from '../../context.ts';
import { SURE_ENOUGH } from '../../domain/leads/reply-intents.ts';
import type { ClassifiedMail } from '../../domain/replies/classify-reply.ts';
import type { Opinion } from '../../domain/replies/intent/merge-intent.ts';
import { opinionQuestion, SPOKEN_INTENTS } from '../../domain/replies/intent/second-opinion.ts';
import { SECOND } from '../../domain/time.ts';

/** Nothing is sent while an inbox is read, so nobody waits long for an opinion. */
const PATIENCE = 15 * SECOND;
const MOST_TOKENS = 200;

/**
 * What the language model takes a person's reply for, asked only where its own words leave it in doubt and the user
 * lets replies go to the model; null: it was not asked, or did not answer.
 */
export async function secondOpinion(core: CoreContext, understood: ClassifiedMail): Promise<Opinion | null> {
  const { isOn, readsReplies } = core.languageModel.settings;
  const isInDoubt = understood.kind === 'human' && understood.confidence < SURE_ENOUGH;
  if (!isOn || !readsReplies || !isInDoubt || understood.text.trim() === '') return null;
  const answer = await core.languageModel.ask({
    ...opinionQuestion(understood.text),
    fields: [
      { name: 'intent', about: 'what they mean', kind: 'text', words: SPOKEN_INTENTS },
      { name: 'confidence', about: 'how sure you are', kind: 'share' },
    ],
    mostTokens: MOST_TOKENS,
    within: PATIENCE,
  });
  if (answer.kind === 'failed') {
    core.log.warn('no-second-opinion', { trouble: answer.trouble });
    return null;
  }
  const intent = SPOKEN_INTENTS.find((each) => each === answer.values['intent']);
  return intent === undefined ? null : { intent, confidence: Number(answer.values['confidence']) };
}
