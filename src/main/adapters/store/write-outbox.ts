import { isHeldKind, type HoldKind } from '#core/domain/leads/hold-kinds.ts';
import type { Instant } from '#core/domain/time.ts';
import type { OutboxDraft, OutboxSettlement, OutboxStatus } from '#core/ports/store/rows.ts';
import type { Facets, OutboxFacetParts } from './facets.ts';
import type { Parameter, Statements } from './statements.ts';
import { toFlag, toJsonOrNull } from './stored-values.ts';
import type { Writing } from './writing.ts';

const OPEN: readonly string[] = ['waiting', 'in-flight', 'attention', 'held'] satisfies OutboxStatus[];

export interface OutboxWriter {
  /**
   * An effect whose key is known is queued already: ignored. Where the connection holds writes of its kind, or is
   * read-only, it is held.
   */
  queue(drafts: readonly OutboxDraft[]): void;
  /** A row that went with its connection while it was under way is passed over. */
  settle(settlements: readonly OutboxSettlement[]): void;
}

interface Lane {
  readonly connection_id: string;
  readonly lane: string;
}

interface DraftValues extends Lane {
  readonly key: string;
  readonly facet: number;
  readonly lead_id: string | null;
  readonly record_id: string | null;
  readonly journal_id: string | null;
  readonly kind: string;
  readonly effect: string;
  readonly priority: number;
  readonly status: string;
  readonly is_head: number;
  readonly next_attempt_at: Instant;
  readonly created_at: Instant;
}

interface SettledValues {
  readonly id: number;
  readonly facet: number;
  readonly status: string;
  readonly is_head: number;
  readonly uncertain: number;
  readonly attempts: number;
  readonly next_attempt_at: Instant;
  readonly settled_at: Instant | null;
  readonly remote_id: string | null;
  readonly before_values: string | null;
  readonly after_values: string | null;
  readonly reason: string | null;
}

/** Queues effects and writes their results, and keeps the first open row of each lane marked. */
export function outboxWriter(
  statements: Statements,
  facets: Facets<OutboxFacetParts>,
  writing: Writing,
): OutboxWriter {
  const firstOpen = statements.one((q, p: Parameter<Lane>) =>
    q
      .selectFrom('outbox')
      .select(['id', 'is_head'])
      .where('connection_id', '=', p('connection_id'))
      .where('lane', '=', p('lane'))
      .where('is_open', '=', (eb) => eb.lit(1))
      .orderBy('id')
      .limit((eb) => eb.lit(1)),
  );
  const hold = statements.one((q, p: Parameter<{ id: string }>) =>
    q.selectFrom('connection').select(['hold_writes', 'hold_only', 'read_only']).where('id', '=', p('id')),
  );
  const insert = statements.run((q, p: Parameter<DraftValues>) =>
    q
      .insertInto('outbox')
      .values({
        key: p('key'),
        facet: p('facet'),
        connection_id: p('connection_id'),
        lead_id: p('lead_id'),
        record_id: p('record_id'),
        journal_id: p('journal_id'),
        kind: p('kind'),
        effect: p('effect'),
        lane: p('lane'),
        priority: p('priority'),
        status: p('status'),
        is_head: p('is_head'),
        next_attempt_at: p('next_attempt_at'),
        created_at: p('created_at'),
      })
      .onConflict((conflict) => conflict.column('key').doNothing()),
  );
  const read = statements.one((q, p: Parameter<{ id: number }>) =>
    q
      .selectFrom('outbox')
      .select(['connection_id', 'facet', 'lane', 'kind', 'is_open', 'is_head'])
      .where('id', '=', p('id')),
  );
  const settle = statements.run((q, p: Parameter<SettledValues>) =>
    q
      .updateTable('outbox')
      .set({
        facet: p('facet'),
        status: p('status'),
        is_head: p('is_head'),
        uncertain: p('uncertain'),
        attempts: p('attempts'),
        next_attempt_at: p('next_attempt_at'),
        settled_at: p('settled_at'),
        remote_id: p('remote_id'),
        before_values: p('before_values'),
        after_values: p('after_values'),
        reason: p('reason'),
      })
      .where('id', '=', p('id')),
  );
  const markHead = statements.run((q, p: Parameter<{ id: number }>) =>
    q
      .updateTable('outbox')
      .set((eb) => ({ is_head: eb.lit(1) }))
      .where('id', '=', p('id')),
  );
  const unmarkHeads = statements.run((q, p: Parameter<Lane>) =>
    q
      .updateTable('outbox')
      .set((eb) => ({ is_head: eb.lit(0) }))
      .where('connection_id', '=', p('connection_id'))
      .where('lane', '=', p('lane'))
      .where('is_open', '=', (eb) => eb.lit(1))
      .where('is_head', '=', (eb) => eb.lit(1)),
  );

  function promoteFirst(lane: Lane): void {
    const first = firstOpen(lane);
    if (first !== undefined && first.is_head === 0) markHead({ id: first.id });
  }

  return {
    queue: (drafts) => {
      const begun = new Set<string>();
      const holding = new Map<string, readonly HoldKind[] | null>();
      /** Which kinds the connection holds, empty: all; null: none. */
      const heldOf = (id: string): readonly HoldKind[] | null => {
        const known = holding.get(id);
        if (known !== undefined) return known;
        const row = hold({ id });
        const only = row?.hold_writes === 1 ? (JSON.parse(row.hold_only) as readonly HoldKind[]) : null;
        const held = row?.read_only === 1 ? [] : only;
        holding.set(id, held);
        return held;
      };
      for (const draft of drafts) {
        const place = `${draft.connectionId}/${draft.lane}`;
        writing.at('outbox', draft.key);
        const lane = { connection_id: draft.connectionId, lane: draft.lane };
        const kind = draft.effect.kind;
        const held = heldOf(draft.connectionId);
        const status = held !== null && isHeldKind(held, kind) ? 'held' : 'waiting';
        const facet = facets.numberOf({ connection_id: draft.connectionId, kind, status });
        const { changes } = insert({
          ...lane,
          key: draft.key,
          facet,
          lead_id: draft.leadId,
          record_id: draft.recordId,
          journal_id: draft.journalId,
          kind,
          effect: JSON.stringify(draft.effect),
          priority: draft.priority,
          status,
          is_head: toFlag(!begun.has(place) && firstOpen(lane) === undefined),
          next_attempt_at: draft.notBefore ?? draft.createdAt,
          created_at: draft.createdAt,
        });
        if (changes > 0) begun.add(place);
        facets.add(facet, changes);
      }
    },
    settle: (settlements) => {
      for (const settlement of settlements) {
        writing.at('outbox', String(settlement.id));
        const before = read({ id: settlement.id });
        if (before === undefined) continue;
        const { status } = settlement;
        const { connection_id, kind } = before;
        const facet = facets.numberOf({ connection_id, kind, status });
        const isOpen = OPEN.includes(status);
        settle({
          id: settlement.id,
          facet,
          status,
          is_head: isOpen ? before.is_head : 0,
          uncertain: toFlag(settlement.uncertain),
          attempts: settlement.attempts,
          next_attempt_at: settlement.nextAttemptAt,
          settled_at: settlement.settledAt,
          remote_id: settlement.remoteId,
          before_values: toJsonOrNull(settlement.before),
          after_values: toJsonOrNull(settlement.after),
          reason: settlement.reason,
        });
        facets.add(before.facet, -1);
        facets.add(facet, 1);
        const isReopened = isOpen && before.is_open === 0;
        if (isReopened) unmarkHeads(before);
        if (isReopened || (!isOpen && before.is_head === 1)) promoteFirst(before);
      }
    },
  };
}
