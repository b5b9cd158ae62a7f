import type { Duration, Instant } from '../domain/time.ts';
import { HOUR, SECOND } from '../domain/time.ts';
import type { OutboxRow, OutboxSettlement } from '../ports/store/rows.ts';

const FIRST_WAIT: Duration = 2 * SECOND;
const LONGEST_WAIT: Duration = HOUR;

/** How long a row waits after its nth failed try: doubling, up to an hour, with jitter so that rows spread. */
export function waitAfter(attempts: number, random: number): Duration {
  const full = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(attempts - 1, 20));
  return Math.round(full / 2 + (full / 2) * random);
}

/** The row as it stands: what a settlement changes is laid over it. */
export function asIs(row: OutboxRow): OutboxSettlement {
  const { id, status, uncertain, attempts, nextAttemptAt, settledAt, remoteId, before, after, reason } = row;
  return { id, status, uncertain, attempts, nextAttemptAt, settledAt, remoteId, before, after, reason };
}

/** It stands on the other side. */
export function delivered(
  row: OutboxRow,
  now: Instant,
  result: Partial<Pick<OutboxSettlement, 'remoteId' | 'before' | 'after' | 'reason'>>,
): OutboxSettlement {
  return {
    ...asIs(row),
    status: 'delivered',
    uncertain: false,
    attempts: row.attempts + 1,
    settledAt: now,
    reason: null,
    ...result,
  };
}

/** It will not be written, for a reason that is nobody's fault. */
export function cancelled(row: OutboxRow, now: Instant, reason: string): OutboxSettlement {
  return { ...asIs(row), status: 'cancelled', settledAt: now, reason };
}

/** It waits for a person's approval. */
export function heldBack(row: OutboxRow): OutboxSettlement {
  return { ...asIs(row), status: 'held' };
}

/** It waits for the user: the same write would be refused again. */
export function needsAttention(row: OutboxRow, reason: string): OutboxSettlement {
  return { ...asIs(row), status: 'attention', uncertain: false, attempts: row.attempts + 1, reason };
}

/** It is tried again by itself. `uncertain`: it may stand already and is looked up first. */
export function triedAgain(
  row: OutboxRow,
  again: { readonly at: Instant; readonly uncertain: boolean; readonly reason: string },
): OutboxSettlement {
  return {
    ...asIs(row),
    status: 'waiting',
    uncertain: row.uncertain || again.uncertain,
    attempts: row.attempts + 1,
    nextAttemptAt: again.at,
    reason: again.reason,
  };
}
