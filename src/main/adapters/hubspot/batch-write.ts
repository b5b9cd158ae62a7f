import { z } from 'zod';
import { CrmError } from '#core/ports/crm-error.ts';
import type { CrmWrite, WriteOutcome } from '#core/ports/crm-gateway.ts';
import {
  errorBody,
  errorOfItem,
  HubSpotRefusal,
  textsOf,
  unreadableAnswer,
  type ErrorBody,
} from './errors.ts';
import type { HubSpotCall, Transport } from './transport.ts';
import { crmObject, type CrmObject } from './values.ts';

const batchAnswer = z.object({
  results: z.array(crmObject).optional().default([]),
  errors: z.array(errorBody).nullish(),
});

/** How writes of one kind become one batch call, and how its answer is told apart again. */
export interface BatchPlan<Write extends CrmWrite> {
  callFor(writes: readonly Write[]): HubSpotCall;
  /** Whether a result without a trace id is of this write. */
  isSame(result: CrmObject, write: Write): boolean;
  /** The id that the outcome names. */
  remoteIdOf(result: CrmObject, write: Write): string;
  /** Whether an item's error that names these ids is of this write. */
  isNamed(ids: readonly string[], write: Write): boolean;
}

/**
 * Writes a batch; one outcome a write, in order. A batch that is refused as a whole (nothing was written then)
 * is sent again in halves, so that one bad input cannot keep the others from being written.
 */
export async function writeBatch<Write extends CrmWrite>(
  transport: Transport,
  writes: readonly Write[],
  plan: BatchPlan<Write>,
): Promise<WriteOutcome[]> {
  if (writes.length === 0) return [];
  const call = plan.callFor(writes);
  try {
    const answer = await transport.send(call, batchAnswer);
    return outcomesOf(answer.results, answer.errors ?? [], writes, plan, {
      call,
      credential: transport.credential,
    });
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    if (writes.length === 1 || !isRefusal(error)) return writes.map(() => outcomeOfCall(error));
    return writeApart(transport, writes, plan, error);
  }
}

/** Refusals that do not depend on the value: every write of the property meets them. */
const PROPERTY_CODES = new Set(['PROPERTY_DOESNT_EXIST', 'READ_ONLY_VALUE', 'MISSING_REQUIRED_PROPERTY']);

async function writeApart<Write extends CrmWrite>(
  transport: Transport,
  writes: readonly Write[],
  plan: BatchPlan<Write>,
  error: CrmError,
): Promise<WriteOutcome[]> {
  const code = error instanceof HubSpotRefusal ? (error.code ?? '') : '';
  // Activities of one kind all carry the same properties.
  const isHopeless = (write: Write): boolean =>
    PROPERTY_CODES.has(code) &&
    (write.kind !== 'properties' || Object.hasOwn(write.values, error.property ?? ''));
  const hopeful = writes.filter((write) => !isHopeless(write));
  const half = hopeful.length === writes.length ? Math.ceil(hopeful.length / 2) : hopeful.length;
  const outcomes = [
    ...(await writeBatch(transport, hopeful.slice(0, half), plan)),
    ...(await writeBatch(transport, hopeful.slice(half), plan)),
  ];
  const byWrite = new Map(hopeful.map((write, index) => [write, outcomes[index]]));
  return writes.map((write) => byWrite.get(write) ?? { kind: 'refused', error });
}

function outcomesOf<Write extends CrmWrite>(
  results: readonly CrmObject[],
  errors: readonly ErrorBody[],
  writes: readonly Write[],
  plan: BatchPlan<Write>,
  { call, credential }: { readonly call: HubSpotCall; readonly credential: Transport['credential'] },
): WriteOutcome[] {
  const open = new Set(results);
  const take = (fits: (result: CrmObject) => boolean): CrmObject | undefined => {
    const result = [...open].find(fits);
    if (result) open.delete(result);
    return result;
  };
  const traced = writes.map((write) => take((result) => result.objectWriteTraceId === write.key));
  const matched = writes.map((write, index) => traced[index] ?? take((result) => plan.isSame(result, write)));
  return writes.map((write, index) => {
    const result = matched[index];
    if (result) return { kind: 'done', remoteId: plan.remoteIdOf(result, write) };
    const error = errors.find((each) => isOf(each, write, plan)) ?? unnamedError(errors, open.size);
    // Neither a result nor an error: the write may stand, and has to be looked up.
    return error
      ? outcomeOfItem(errorOfItem(error, call, credential))
      : { kind: 'unknown', error: unreadableAnswer(call, 'an input of the batch has no result') };
  });
}

function isOf<Write extends CrmWrite>(error: ErrorBody, write: Write, plan: BatchPlan<Write>): boolean {
  const traceIds = textsOf(error.context?.['objectWriteTraceId']);
  if (traceIds.length > 0) return traceIds.includes(write.key);
  return plan.isNamed([...textsOf(error.context?.['ids']), ...textsOf(error.context?.['id'])], write);
}

/** When all results have found their writes, an error that names no input is of those that are left. */
function unnamedError(errors: readonly ErrorBody[], unmatchedResults: number): ErrorBody | undefined {
  if (unmatchedResults > 0) return undefined;
  return errors.find(
    ({ context }) => !context?.['objectWriteTraceId'] && !context?.['ids'] && !context?.['id'],
  );
}

function isRefusal(error: CrmError): boolean {
  return error.kind === 'rejected' || error.kind === 'not-found' || error.kind === 'conflict';
}

/** A call refused for the credential (401, 403) is no verdict on its writes: they wait until it is put right. */
function outcomeOfCall(error: CrmError): WriteOutcome {
  if (error.answerLost) return { kind: 'unknown', error };
  return { kind: isRefusal(error) ? 'refused' : 'retry', error };
}

function outcomeOfItem(error: CrmError): WriteOutcome {
  if (error.answerLost) return { kind: 'unknown', error };
  return { kind: error.isPassing ? 'retry' : 'refused', error };
}
