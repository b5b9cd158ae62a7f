import type { LanguageModelView } from '#contract/language-models.ts';
import type { ModelProvider } from '#contract/names.ts';

/** The providers, in the order in which they are offered. */
export const PROVIDERS: readonly { readonly value: ModelProvider; readonly label: string }[] = [
  { value: 'ollama', label: 'Ollama, on this computer' },
  { value: 'anthropic', label: 'Anthropic' },
  { value: 'openai-compatible', label: 'Other (OpenAI’s interface)' },
];

/** Where the texts go, as a person would say it. */
export function placeWords({ baseUrl }: Pick<LanguageModelView, 'baseUrl'>): string {
  if (!URL.canParse(baseUrl)) return 'the address that you enter';
  const { hostname, host } = new URL(baseUrl);
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) ? `this computer (${host})` : host;
}
