import type { CoreContext } from '../context.ts';
import { SECOND } from '../domain/time.ts';
import { CrmError } from '../ports/crm-error.ts';
import type { WriteOutcome } from '../ports/crm-gateway.ts';
import type { OutboxRow, OutboxSettlement } from '../ports/store/rows.ts';
import { needsAttention, triedAgain, waitAfter } from './settle.ts';

/** A fault of this program that happens so often again is shown to the user. */
const MOST_FAULTS = 5;

/** What becomes of a row whose write did not succeed. */
export function settleFailure(
  core: CoreContext,
  connectionId: string,
  row: OutboxRow,
  outcome: Exclude<WriteOutcome, { kind: 'done' }> | undefined,
): OutboxSettlement {
  const now = core.clock.now();
  if (outcome === undefined) {
    return triedAgain(row, {
      at: now + 5 * SECOND,
      uncertain: true,
      reason: 'The CRM did not answer for this one.',
    });
  }
  const { error } = outcome;
  if (error.kind === 'unauthorized') {
    core.crm.fail(connectionId, error.message);
    return triedAgain(row, { at: now, uncertain: error.answerLost, reason: error.message });
  }
  if (error.kind === 'forbidden') core.crm.refused(connectionId, error, 'writing');
  if (outcome.kind === 'refused') return needsAttention(row, error.message);
  if (error.kind === 'stopped' || error.kind === 'read-only') {
    const again = { at: now, uncertain: outcome.kind === 'unknown', reason: error.message };
    return { ...triedAgain(row, again), attempts: row.attempts };
  }
  const wait = Math.max(error.retryAfter ?? 0, waitAfter(row.attempts + 1, Math.random()));
  return triedAgain(row, { at: now + wait, uncertain: outcome.kind === 'unknown', reason: error.message });
}

/**
 * A batch ended in the middle. Rows whose call had not left wait and are tried again; those in flight may stand
 * already and are looked up first.
 */
export function settleInterrupted(
  core: CoreContext,
  connectionId: string,
  rows: readonly OutboxRow[],
  cause: unknown,
): void {
  const isOurs = !(cause instanceof CrmError);
  const error =
    cause instanceof CrmError
      ? cause
      : new CrmError(
          'unexpected-response',
          'Something went wrong in Baton while this was delivered; see the log.',
          { cause },
        );
  const settlements = rows.flatMap((row) => {
    const status = core.store.outbox.byId(row.id)?.status;
    if (isOurs && status === 'waiting' && row.attempts >= MOST_FAULTS)
      return needsAttention(row, error.message);
    if (status === 'in-flight') return settleFailure(core, connectionId, row, { kind: 'unknown', error });
    return status === 'waiting' ? settleFailure(core, connectionId, row, { kind: 'retry', error }) : [];
  });
  core.store.commit({ settlements });
}
