import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLanguageModels } from '#adapters/language-model/language-models.ts';
import type { ModelAccess, ModelProvider, ModelQuestion } from '#core/ports/language-model.ts';
import {
  KEY,
  MODEL,
  startModelServer,
  type ModelServer,
  type ModelTurn,
} from '#test/support/model-server.ts';

const QUESTION: ModelQuestion = {
  instructions: 'You write.',
  prompt: 'Write to Ana.',
  fields: [
    { name: 'subject', about: 'the subject', kind: 'text' },
    { name: 'mood', about: 'its mood', kind: 'text', words: ['glad', 'calm'] },
    { name: 'sure', about: 'how sure', kind: 'share' },
  ],
  mostTokens: 300,
};
const SAID = '{"subject":"Two minutes?","mood":"glad","sure":0.8}';
const VALUES = { subject: 'Two minutes?', mood: 'glad', sure: 0.8 };

let server: ModelServer;
beforeEach(async () => {
  server = await startModelServer();
});
afterEach(() => server.close());

describe.each(['anthropic', 'openai-compatible', 'ollama'] as const)('a language model of %s', (provider) => {
  const ask = (turn: ModelTurn, change: Partial<ModelAccess> = {}, patience = 10_000) => {
    server.turns.push(turn);
    const access = { provider: provider as ModelProvider, baseUrl: server.baseUrl, model: MODEL, key: KEY };
    return createLanguageModels({ patience }).ask({ ...access, ...change }, QUESTION);
  };

  it('gets the question with its fields and the key once, and answers with tokens counted', async () => {
    expect(await ask(SAID)).toEqual({ kind: 'answer', values: VALUES, tokens: 120 });
    const [call] = server.calls;
    expect(server.calls).toHaveLength(1);
    expect(call).toMatchObject({ key: KEY, model: MODEL });
    expect(call?.path).toBe(provider === 'anthropic' ? '/v1/messages' : '/v1/chat/completions');
    for (const words of ['You write.', 'Write to Ana.', 'one of glad, calm'])
      expect(call?.text).toContain(words);
  });

  it.each([
    ['in a fence', `Here it is:\n\`\`\`json\n${SAID}\n\`\`\``],
    ['with words around it', `Sure! ${SAID} I hope that helps.`],
  ])('is understood when it answers %s', async (_how, said) => {
    expect(await ask(said)).toMatchObject({ kind: 'answer', values: VALUES });
  });

  it.each<[ModelTurn, string, RegExp]>([
    ['busy', 'busy', /takes no more questions now\. Try again in 7 s/],
    [{ status: 529, retryAfter: 30 }, 'busy', /in 30 s/],
    [{ status: 500 }, 'server', /a failure of its own \(500\)/],
    [{ status: 400 }, 'request', /refused the question \(400\)/],
    ['cut', 'server', /in the middle of its answer/],
    ['no-json', 'malformed', /mostly ends in \/v1/],
    ['just words', 'malformed', /not in the form/],
    ['{"subject":"x","mood":"angry","sure":0.8}', 'malformed', /not in the form/],
    ['{"subject":"x","mood":"glad","sure":7}', 'malformed', /not in the form/],
    ['{"subject":', 'malformed', /not in the form/],
    ['refusal', 'declined', /declined/],
    [{ redirectTo: 'http://127.0.0.1:9/v1' }, 'malformed', /./],
  ])('says in a sentence what %o means', async (turn, trouble, sentence) => {
    const answer = await ask(turn);
    expect(answer).toMatchObject({ kind: 'failed', trouble });
    expect(answer).toHaveProperty('sentence', expect.stringMatching(sentence));
    expect(JSON.stringify(answer)).not.toContain(KEY);
    expect(server.calls).toHaveLength(1);
  });

  it('names the pause that was asked for', async () => {
    expect(await ask('busy')).toMatchObject({ after: 7_000 });
  });

  it('says that the key is refused, that there is no such model, and that nobody answers', async () => {
    expect(await ask(SAID, { key: 'sk-wrong' })).toMatchObject({
      trouble: 'key',
      sentence: expect.stringMatching(/refused the key/),
    });
    expect(await ask(SAID, { model: 'gone' })).toMatchObject({
      trouble: 'no-model',
      sentence: expect.stringContaining('knows no model "gone"'),
    });
    expect(await ask(SAID, { baseUrl: 'http://no-such-host.invalid/v1' })).toMatchObject({
      trouble: 'address',
    });
    const gone = await startModelServer();
    await gone.close();
    expect(await ask(SAID, { baseUrl: gone.baseUrl })).toMatchObject({
      trouble: 'refused-connection',
      sentence: expect.stringMatching(/Nothing answers at 127\.0\.0\.1/),
    });
  });

  it('is given up after its time', async () => {
    expect(await ask('silence', {}, 50)).toMatchObject({
      trouble: 'timeout',
      sentence: expect.stringMatching(/no answer within 0\.05 s/),
    });
  });
});

it('a model on this machine is asked without a key', async () => {
  const open = await startModelServer({ key: null });
  open.turns.push(SAID);
  const access = { provider: 'ollama', baseUrl: open.baseUrl, model: MODEL, key: null } as const;
  expect(await createLanguageModels().ask(access, QUESTION)).toMatchObject({ kind: 'answer' });
  expect(open.calls[0]?.key).toBeNull();
  await open.close();
});
