import type { FieldProblem } from '#contract/common.ts';
import type { LanguageModelView } from '#contract/language-models.ts';
import type { CoreContext } from '../context.ts';
import type { ModelSettings } from '../language-model.ts';
import { MODEL_KEY, USUAL_ADDRESS, type ModelQuestion } from '../ports/language-model.ts';
import { CHANGED_MEANWHILE, invalid, refused, refuseProblems } from './failures.ts';
import { api } from './implement.ts';

const MOST_CALLS = 100_000;

const QUESTION: ModelQuestion = {
  instructions: 'You test a connection.',
  prompt: 'Answer with the word "ready".',
  fields: [{ name: 'answer', about: 'the word', kind: 'text' }],
  mostTokens: 200,
};

type Place = Pick<ModelSettings, 'baseUrl' | 'model' | 'provider'>;

export const languageModelProcedures = {
  get: api.languageModels.get.handler(({ context: { core } }) => view(core.context)),
  test: api.languageModels.test.handler(async ({ context: { core }, input }) => {
    const place = tidied(input);
    refuseProblems(placeProblems(place));
    const stopped = core.context.halt.whyNot();
    if (stopped !== null) throw refused(stopped);
    const key = await keyFor(core.context, place, input.key);
    const started = core.context.clock.now();
    const answer = await core.context.languageModel.tryOut(place, key, QUESTION);
    if (answer.kind === 'failed') return { ok: false, sentence: answer.sentence };
    const seconds = ((core.context.clock.now() - started) / 1_000).toFixed(1);
    return { ok: true, sentence: `${place.model} answered within ${seconds} s.` };
  }),
  save: api.languageModels.save.handler(async ({ context: { core }, input }) => {
    const { context } = core;
    const { key: entered, ...rest } = input;
    const next: ModelSettings = { ...rest, ...tidied(rest) };
    const before = context.languageModel.settings;
    refuseProblems([
      ...(next.isOn ? placeProblems(next) : []),
      ...(next.dailyLimit < 1 || next.dailyLimit > MOST_CALLS
        ? [{ field: 'dailyLimit', sentence: `Questions a day: enter a number from 1 to ${MOST_CALLS}.` }]
        : []),
    ]);
    if (before.version !== next.version) throw refused(CHANGED_MEANWHILE);
    const key = next.isOn ? await keyFor(context, next, entered) : (entered ?? '').trim();
    const isElsewhere = before.provider !== next.provider || before.baseUrl !== next.baseUrl;
    // First the secret: a model without its key could not be asked. A key never stays behind for another place.
    if (key !== '') await context.vault.set(MODEL_KEY, key);
    else if (next.isOn || isElsewhere) await context.vault.delete(MODEL_KEY);
    if (!context.languageModel.save(next, changeInWords(before, next, entered !== null && entered !== '')))
      throw refused(CHANGED_MEANWHILE);
    context.log.info('language-model-changed', { isOn: next.isOn, provider: next.provider });
    context.push(['assistants', 'system']);
    context.wake();
    return view(context);
  }),
};

async function view(core: CoreContext): Promise<LanguageModelView> {
  const { settings, today, changes } = core.languageModel;
  return {
    ...settings,
    hasKey: (await core.vault.get(MODEL_KEY)) !== null,
    today: { calls: today.calls, tokens: today.tokens },
    changes: changes.map(({ at, text }) => ({ at, text })),
    usualAddresses: { ...USUAL_ADDRESS },
  };
}

function tidied(place: Place): Place {
  return {
    provider: place.provider,
    baseUrl: place.baseUrl.trim().replace(/\/+$/, ''),
    model: place.model.trim(),
  };
}

function placeProblems({ baseUrl, model }: Place): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol)) {
    problems.push({ field: 'baseUrl', sentence: 'Address: enter one such as https://api.example.com/v1.' });
  } else {
    const { protocol, hostname, username } = new URL(baseUrl);
    const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
    if (protocol === 'http:' && !isHere) {
      const sentence = 'Address: use https. Plain http is for models on this computer alone.';
      problems.push({ field: 'baseUrl', sentence });
    }
    if (username !== '') {
      problems.push({
        field: 'baseUrl',
        sentence: 'Address: leave the key out of it and enter it under Key.',
      });
    }
  }
  if (model === '')
    problems.push({ field: 'model', sentence: 'Model: enter its name, as the provider calls it.' });
  return problems;
}

/**
 * The key as entered, else the one that is kept; empty: none. A kept one goes only to the place that it was entered
 * for: whoever can change a setting must not be able to have it sent elsewhere.
 */
async function keyFor(core: CoreContext, place: Place, entered: string | null): Promise<string> {
  if (entered !== null && entered !== '') return entered.trim();
  const before = core.languageModel.settings;
  const isSame = before.baseUrl === place.baseUrl && before.provider === place.provider;
  const kept = entered === null && isSame ? await core.vault.get(MODEL_KEY) : null;
  if (kept !== null) return kept;
  if (place.provider !== 'anthropic') return '';
  throw invalid([{ field: 'key', sentence: 'Key: enter the key of your account at Anthropic.' }]);
}

function changeInWords(before: ModelSettings, next: ModelSettings, isNewKey: boolean): string {
  const said: string[] = [];
  if (before.isOn !== next.isOn) said.push(next.isOn ? 'Turned on' : 'Turned off');
  const isElsewhere = before.provider !== next.provider || before.baseUrl !== next.baseUrl;
  if (isElsewhere || before.model !== next.model) said.push(`Model: ${next.model} at ${next.baseUrl}`);
  if (isNewKey) said.push('A new key');
  if (before.dailyLimit !== next.dailyLimit) said.push(`At most ${next.dailyLimit} questions a day`);
  if (before.readsReplies !== next.readsReplies) {
    said.push(next.readsReplies ? 'Replies are sent to it' : 'Replies are not sent to it any more');
  }
  return said.length === 0 ? 'Saved without a change.' : `${said.join('. ')}.`;
}
