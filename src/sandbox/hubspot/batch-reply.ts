import { HubSpotError } from '../http/route.ts';
import type { SandboxReply } from '../http/route.ts';
import type { ObjectType } from '../portal/model.ts';
import { typeWord } from './object-call.ts';

/** One entry of `errors` in a 207 (facts: errors). All fields that the published schema requires are there. */
export interface BatchError {
  readonly status: 'error';
  readonly category: string;
  readonly message: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly errors: readonly unknown[];
  readonly links: Readonly<Record<string, string>>;
}

/** The answer to a batch: `okStatus` when all went well, else 207 with what failed. Times in ms. */
export function batchReply(
  okStatus: 200 | 201,
  startedAt: number,
  completedAt: number,
  results: readonly unknown[],
  errors: readonly BatchError[] = [],
): SandboxReply {
  const outcome = {
    status: 'COMPLETE',
    results,
    ...(errors.length === 0 ? {} : { numErrors: errors.length, errors }),
    startedAt: new Date(startedAt).toISOString(),
    completedAt: new Date(completedAt).toISOString(),
  };
  return { status: errors.length === 0 ? okStatus : 207, body: outcome };
}

/** Why one input failed, with the ids that name it. */
export function batchError(error: unknown, context: BatchError['context']): BatchError {
  if (!(error instanceof HubSpotError)) throw error;
  const own = error.extra['context'];
  return {
    status: 'error',
    category: error.category,
    message: error.message,
    context: {
      ...(typeof own === 'object' && own !== null ? (own as BatchError['context']) : {}),
      ...context,
    },
    errors: Array.isArray(error.extra['errors']) ? (error.extra['errors'] as unknown[]) : [],
    links: {},
  };
}

/** The one error that stands for all ids of a batch that name no live record. */
export function missingError(type: ObjectType, ids: readonly string[]): BatchError {
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: `Could not get some ${typeWord(type)} objects, they may be deleted or not exist. Check that ids are valid.`,
    context: { ids },
    errors: [],
    links: {},
  };
}
