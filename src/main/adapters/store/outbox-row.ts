import { z } from 'zod';
import type { OutboxRow, OutboxStatus } from '#core/ports/store/rows.ts';
import { EFFECT_KINDS, effectSchema } from './effect-json.ts';
import type { Row } from './schema.ts';
import { fromJson, fromJsonOrNull, word } from './stored-values.ts';

/** How an outgoing effect stands. */
export const OUTBOX_STATUSES = [
  'waiting',
  'in-flight',
  'delivered',
  'attention',
  'cancelled',
  'held',
] as const satisfies readonly OutboxStatus[];
const values = z.record(z.string(), z.string());

/** The effect of a stored row; throws `StoredRowInvalid`. */
export function toOutboxRow(row: Row<'outbox'>): OutboxRow {
  const name = { table: 'outbox', id: String(row.id) };
  const kind = word(EFFECT_KINDS, row.kind, name, 'kind');
  return {
    id: row.id,
    key: row.key,
    connectionId: row.connection_id,
    leadId: row.lead_id,
    recordId: row.record_id,
    journalId: row.journal_id,
    kind,
    effect: fromJson(effectSchema(kind), row.effect, name, 'effect'),
    lane: row.lane,
    priority: row.priority === 0 ? 0 : 1,
    status: word(OUTBOX_STATUSES, row.status, name, 'status'),
    uncertain: row.uncertain === 1,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    createdAt: row.created_at,
    settledAt: row.settled_at,
    remoteId: row.remote_id,
    before: fromJsonOrNull(values, row.before_values, name, 'before_values'),
    after: fromJsonOrNull(values, row.after_values, name, 'after_values'),
    reason: row.reason,
  };
}
