import { ORPCError } from '@orpc/server';
import type { FieldProblem } from '#contract/common.ts';
import { NoScheduleField } from '../flows/field-setup/sync-schedules.ts';
import { AttemptRefused } from '../flows/authorisation/authorisations.ts';
import { CrmError } from '../ports/crm-error.ts';
import { ReadOnly } from '../read-only.ts';
import { VaultUnavailable } from '../ports/token-vault.ts';

/** What was asked for is not there. */
export function notFound(sentence: string): Error {
  return new ORPCError('NOT_FOUND', { status: 404, message: sentence, data: { sentence } });
}

/** It makes no sense now, or somebody else changed it first. */
export function refused(sentence: string): Error {
  return new ORPCError('REFUSED', { status: 409, message: sentence, data: { sentence } });
}

/** A form has fields that cannot be accepted: one sentence a field. */
export function invalid(problems: readonly FieldProblem[]): Error {
  const message = problems.map((problem) => problem.sentence).join(' ');
  return new ORPCError('INVALID_INPUT', { status: 422, message, data: { problems: [...problems] } });
}

/** Throws if there is anything wrong. */
export function refuseProblems(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw invalid(problems);
}

/** An expected failure of a flow as the contract names it; anything else stays what it is. */
export function asContractError(error: unknown): unknown {
  if (error instanceof CrmError) {
    const { message: sentence, kind, missingScopes } = error;
    return new ORPCError('CRM', {
      status: 502,
      message: sentence,
      data: { sentence, kind, missingScopes: [...missingScopes] },
      cause: error,
    });
  }
  if (error instanceof VaultUnavailable) {
    return new ORPCError('VAULT', { status: 503, message: error.message, data: { sentence: error.message } });
  }
  if (error instanceof NoScheduleField || error instanceof ReadOnly || error instanceof AttemptRefused)
    return refused(error.message);
  return error;
}

/** The sentence of a row that moved while a person edited it. */
export const CHANGED_MEANWHILE =
  'This was changed in another window meanwhile. Reload it and change it again.';
