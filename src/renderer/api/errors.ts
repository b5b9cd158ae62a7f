import { ORPCError } from '@orpc/client';
import type { FieldProblem } from '#contract/common.ts';
import { ConnectionLostError } from './connection.ts';

/** A failed call in the words of the screen. */
export interface Failure {
  /** What is wrong and what to do, in one sentence. */
  readonly sentence: string;
  /** Messages by field path, such as `steps.3.gapDays`; empty when the failure is not about fields. */
  readonly fields: Readonly<Record<string, string>>;
  /** Scopes that the CRM token lacks. */
  readonly missingScopes: readonly string[];
}

function hasSentence(data: unknown): data is { sentence: string } {
  return typeof data === 'object' && data !== null && 'sentence' in data && typeof data.sentence === 'string';
}

function problemsOf(data: unknown): readonly FieldProblem[] {
  if (typeof data !== 'object' || data === null || !('problems' in data)) return [];
  return Array.isArray(data.problems) ? (data.problems as FieldProblem[]) : [];
}

function scopesOf(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null || !('missingScopes' in data)) return [];
  return Array.isArray(data.missingScopes) ? (data.missingScopes as string[]) : [];
}

/** Reads any thrown value of a call: the contract's errors, a lost connection, or something unforeseen. */
export function failureOf(error: unknown): Failure {
  const none = { fields: {}, missingScopes: [] };
  if (error instanceof ConnectionLostError) {
    return {
      ...none,
      sentence: 'The connection to Baton was lost before an answer came. Check, then try again.',
    };
  }
  if (!(error instanceof ORPCError)) {
    return { ...none, sentence: 'Something unforeseen happened. Try again; if it stays, restart Baton.' };
  }
  const problems = problemsOf(error.data);
  if (problems.length > 0) {
    const fields: Record<string, string> = {};
    for (const { field, sentence } of problems) fields[field] ??= sentence;
    const sentence =
      problems.length === 1 ? problems[0]!.sentence : `${problems.length} fields need attention.`;
    return { ...none, sentence, fields };
  }
  if (hasSentence(error.data)) {
    return { ...none, sentence: error.data.sentence, missingScopes: scopesOf(error.data) };
  }
  return {
    ...none,
    sentence: `Baton could not do this (${error.code}). Try again; if it stays, see its log.`,
  };
}
