import type { Duration, Instant } from '../../domain/time.ts';
import { HOUR, MINUTE } from '../../domain/time.ts';

/**
 * Where the intake of a connection stands. Times are the CRM's own (of the assignments seen), never this
 * machine's: a wrong clock here must not lose an assignment.
 */
export interface AssignmentCursor {
  /** The latest assignment seen; null: none yet. */
  readonly highWater: Instant | null;
  /** Rows of the search window that no reading explained: the index's own errors, not new ones. */
  readonly unexplained: number;
  /** When the whole window was last read (this machine's clock). */
  readonly fullReadAt: Instant | null;
  /** Since when rows are unexplained and the window therefore stays (this machine's clock); null: it moves on. */
  readonly heldBackAt?: Instant | null;
}

/** The whole window is read at least this often, whatever the counts say. */
export const FULL_READ_EVERY: Duration = 10 * MINUTE;

/**
 * How long the window stays for rows that the index counts and does not show: it may show them late. Rows that are
 * never shown are its own errors.
 */
export const PATIENCE: Duration = HOUR;

const START: AssignmentCursor = { highWater: null, unexplained: 0, fullReadAt: null };

/** A cursor, as stored, that reads everything again; what was looked at before is recognised. */
export const FROM_THE_START = JSON.stringify(START);

/** The cursor as stored; null: the start. */
export function readCursor(text: string | null): AssignmentCursor {
  return text === null ? START : (JSON.parse(text) as AssignmentCursor);
}

/** Under which key the store keeps it. */
export function cursorKey(connectionId: string): string {
  return `intake/${connectionId}`;
}

/** Where the search window of a poll begins, when what it answers may be this late; null: at the beginning. */
export function windowStart(cursor: AssignmentCursor, lag: Duration): Instant | null {
  return cursor.highWater === null || lag === Infinity ? null : cursor.highWater - lag;
}
