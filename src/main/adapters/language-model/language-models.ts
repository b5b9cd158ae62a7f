import type { LanguageModels, ModelAccess, ModelAnswer, ModelQuestion } from '#core/ports/language-model.ts';
import { readAnswer } from './read-answer.ts';
import { failureOf } from './failure-of.ts';

/** How long one answer may take, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Language models through the Vercel AI SDK: Anthropic's interface, and OpenAI's, which Ollama has, too. One call a
 * question; who asks decides whether to ask again. The SDK is loaded with the first question.
 */
export function createLanguageModels(options: { readonly patience?: number } = {}): LanguageModels {
  const patience = options.patience ?? PATIENCE;
  return {
    ask: async (access, question) => {
      try {
        return await answerOf(access, question, question.within ?? patience);
      } catch (error) {
        return failureOf(error, access, question.within ?? patience);
      }
    },
  };
}

async function answerOf(
  access: ModelAccess,
  question: ModelQuestion,
  patience: number,
): Promise<ModelAnswer> {
  const [{ generateText }, model] = await Promise.all([import('ai'), modelOf(access)]);
  const result = await generateText({
    model,
    instructions: `${question.instructions}\n\n${formOf(question)}`,
    prompt: question.prompt,
    maxOutputTokens: question.mostTokens,
    maxRetries: 0,
    abortSignal: AbortSignal.timeout(patience),
  });
  const tokens = (result.usage.inputTokens ?? 0) + (result.usage.outputTokens ?? 0);
  return readAnswer({ text: result.text, ended: result.finishReason, tokens }, question.fields);
}

async function modelOf({ provider, baseUrl, model, key }: ModelAccess) {
  if (provider === 'anthropic') {
    const { createAnthropic } = await import('@ai-sdk/anthropic');
    return createAnthropic({ baseURL: baseUrl, apiKey: key ?? '', fetch: thereAlone })(model);
  }
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  const withKey = key === null ? {} : { apiKey: key };
  return createOpenAICompatible({ name: provider, baseURL: baseUrl, ...withKey, fetch: thereAlone })(model);
}

/** A redirect would carry the key and the text to another place than the one that the user named. */
const thereAlone: typeof fetch = (input, init) => fetch(input, { ...init, redirect: 'error' });

function formOf({ fields }: ModelQuestion): string {
  const lines = fields.map(({ name, about, kind, words }) => {
    const what =
      words !== undefined
        ? `one of ${words.join(', ')}`
        : kind === 'share'
          ? 'a number from 0 to 1'
          : 'a string';
    return `"${name}": ${what}; ${about}`;
  });
  return `Answer with one JSON object and nothing else. Its fields:\n${lines.join('\n')}`;
}
