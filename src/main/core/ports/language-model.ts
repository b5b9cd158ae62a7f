import type { ModelProvider } from '#contract/names.ts';
import type { Duration } from '../domain/time.ts';

export type { ModelProvider } from '#contract/names.ts';

/** Where a language model is and how it is reached. */
export interface ModelAccess {
  readonly provider: ModelProvider;
  /** Such as `https://api.example.com/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** null: none is needed. */
  readonly key: string | null;
}

/** One field of the answer: text, one of some words, or a number from 0 to 1. */
export interface AnswerField {
  readonly name: string;
  /** What belongs into it, for the model. */
  readonly about: string;
  readonly kind: 'text' | 'share';
  /** Absent: any text. */
  readonly words?: readonly string[];
}

export interface ModelQuestion {
  readonly instructions: string;
  readonly prompt: string;
  readonly fields: readonly AnswerField[];
  readonly mostTokens: number;
  /** How long the answer may take; absent: as long as usual. */
  readonly within?: Duration;
}

/** What kept a model from answering. */
export type ModelTrouble =
  | 'address'
  | 'refused-connection'
  | 'tls'
  | 'key'
  | 'no-model'
  | 'request'
  | 'busy'
  | 'limit'
  | 'timeout'
  | 'malformed'
  | 'declined'
  | 'server'
  | 'stopped';

export type ModelAnswer =
  | {
      readonly kind: 'answer';
      readonly values: Readonly<Record<string, string | number>>;
      readonly tokens: number;
    }
  | {
      readonly kind: 'failed';
      readonly trouble: ModelTrouble;
      /** What is wrong and what to do: one sentence. */
      readonly sentence: string;
      /** How long the other side asks to wait; null: it did not say. */
      readonly after: Duration | null;
      readonly tokens: number;
    };

/** Language models of the providers that the user may name. Each question is one call, bounded in time; it never throws. */
export interface LanguageModels {
  ask(access: ModelAccess, question: ModelQuestion): Promise<ModelAnswer>;
}

/** The name in the vault of the key for the language model. */
export const MODEL_KEY = 'language-model';

/** Where each provider is, unless the user says otherwise. */
export const USUAL_ADDRESS: Readonly<Record<ModelProvider, string>> = {
  anthropic: 'https://api.anthropic.com/v1',
  'openai-compatible': '',
  ollama: 'http://127.0.0.1:11434/v1',
};
