import type { AnswerField, ModelAnswer } from '#core/ports/language-model.ts';

/** What a model said, and how its answer ended. */
interface Said {
  readonly text: string;
  readonly ended: string;
  readonly tokens: number;
}

const MALFORMED =
  'The language model answered, but not in the form that it was asked for. Try again, or choose another model.';

/** Reads the fields out of an answer: a JSON object, bare, in a fence, or with words around it. */
export function readAnswer({ text, ended, tokens }: Said, fields: readonly AnswerField[]): ModelAnswer {
  if (ended === 'content-filter')
    return failed('declined', 'The language model declined to answer this question.', tokens);
  if (ended === 'length')
    return failed(
      'malformed',
      'The answer of the language model was cut off because it was too long.',
      tokens,
    );
  const object = objectIn(text);
  if (object === null) return failed('malformed', MALFORMED, tokens);
  const values: Record<string, string | number> = {};
  for (const field of fields) {
    const value = read(field, object[field.name]);
    if (value === null) return failed('malformed', MALFORMED, tokens);
    values[field.name] = value;
  }
  return { kind: 'answer', values, tokens };
}

function read({ kind, words }: AnswerField, value: unknown): string | number | null {
  if (kind === 'share') {
    const share = typeof value === 'string' ? Number.parseFloat(value) : value;
    return typeof share === 'number' && share >= 0 && share <= 1 ? share : null;
  }
  if (typeof value !== 'string') return null;
  return words === undefined || words.includes(value) ? value : null;
}

function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  if (from === -1 || to < from) return null;
  try {
    const value: unknown = JSON.parse(text.slice(from, to + 1));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function failed(trouble: 'declined' | 'malformed', sentence: string, tokens: number): ModelAnswer {
  return { kind: 'failed', trouble, sentence, after: null, tokens };
}
