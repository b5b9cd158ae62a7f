import { sql } from 'kysely';
import { z } from 'zod';
import { CLAIM_KINDS, type Claim } from '#core/domain/drafts/claim.ts';
import {
  DRAFT_BECAUSES,
  DRAFT_STATUSES,
  DRAFT_WRITERS,
  usualRules,
  type Draft,
  type WritingRules,
} from '#core/domain/drafts/draft.ts';
import type { DraftChange, DraftQueries } from '#core/ports/store/drafts.ts';
import type { Remembered } from './remembered.ts';
import type { Row } from './schema.ts';
import { parametersFor, type Parameter, type Statements } from './statements.ts';
import { fromJson, word } from './stored-values.ts';
import { isDuplicate, Moved, type Writing } from './writing.ts';

const claims: z.ZodType<readonly Claim[]> = z.array(
  z.object({ kind: z.enum(CLAIM_KINDS), words: z.string() }),
);

const IS_OPEN = sql<boolean>`status IN ('writing', 'waiting', 'approved')`;

export function draftQueries(statements: Statements, remembered: Remembered): DraftQueries {
  const byId = statements.one((q, p: Parameter<{ id: string }>) =>
    q.selectFrom('draft').selectAll().where('id', '=', p('id')),
  );
  const openOf = statements.one((q, p: Parameter<{ leadId: string }>) =>
    q.selectFrom('draft').selectAll().where('lead_id', '=', p('leadId')).where(IS_OPEN),
  );
  const ofLead = statements.all((q, p: Parameter<{ leadId: string }>) =>
    q.selectFrom('draft').selectAll().where('lead_id', '=', p('leadId')).orderBy('created_at').orderBy('id'),
  );
  const open = statements.all((q, p: Parameter<{ after: string; limit: number }>) =>
    q
      .selectFrom('draft')
      .selectAll()
      .where(IS_OPEN)
      .where('id', '>', p('after'))
      .orderBy('id')
      .limit(p('limit')),
  );
  const toWrite = statements.all((q, p: Parameter<{ now: number; limit: number }>) =>
    q
      .selectFrom('draft')
      .selectAll()
      .where(sql<boolean>`status = 'writing'`)
      .where('next_try_at', '<=', p('now'))
      .orderBy('next_try_at')
      .orderBy('id')
      .limit(p('limit')),
  );
  const nextToWrite = statements.one((q) =>
    q
      .selectFrom('draft')
      .select((eb) => eb.fn.min<number | null>('next_try_at').as('at'))
      .where(sql<boolean>`status = 'writing'`),
  );
  const rules = statements.one((q, p: Parameter<{ id: string }>) =>
    q.selectFrom('writing_rules').selectAll().where('assistant_id', '=', p('id')),
  );
  return {
    byId: (id) => orNull(byId({ id })),
    ofLead: (leadId) => ofLead({ leadId }).map(toDraft),
    openOf: (leadId) => orNull(openOf({ leadId })),
    listed: (status, { assistantId, after }, limit) =>
      statements
        .query((q) => {
          let query = q
            .selectFrom('draft')
            .selectAll()
            .where('status', '=', status)
            .orderBy('created_at')
            .orderBy('id')
            .limit(limit);
          if (assistantId !== null) query = query.where('assistant_id', '=', assistantId);
          return after === null
            ? query
            : query.where(sql<boolean>`(created_at, id) > (${after.at}, ${after.id})`);
        })
        .map(toDraft),
    countOf: (status, assistantId) => {
      const [row] = statements.query((q) => {
        const query = q
          .selectFrom('draft')
          .select((eb) => [
            eb.fn.countAll<number>().as('count'),
            eb.fn.min<number | null>('created_at').as('since'),
          ])
          .where('status', '=', status);
        return assistantId === null ? query : query.where('assistant_id', '=', assistantId);
      });
      return { count: row?.count ?? 0, since: row?.since ?? null };
    },
    settled: (after, limit) =>
      statements
        .query((q) => {
          const query = q
            .selectFrom('draft')
            .selectAll()
            .where('settled_at', 'is not', null)
            .orderBy('settled_at', 'desc')
            .orderBy('id', 'desc')
            .limit(limit);
          return after === null
            ? query
            : query.where(sql<boolean>`(settled_at, id) < (${after.at}, ${after.id})`);
        })
        .map(toDraft),
    open: (after, limit) => open({ after, limit }).map(toDraft),
    toWrite: (now, limit) => toWrite({ now, limit }).map(toDraft),
    nextToWriteAt: () => nextToWrite({})?.at ?? null,
    rulesOf: (assistantId) =>
      remembered.of(`writing ${assistantId}`, () => {
        const row = rules({ id: assistantId });
        return row === undefined ? usualRules(assistantId) : toRules(row);
      }),
  };
}

/** Writes drafts and how assistants write. */
export function draftWriter(statements: Statements, writing: Writing): (change: DraftChange) => void {
  const versionOf = statements.one((q, p: Parameter<{ id: string }>) =>
    q.selectFrom('draft').select('version').where('id', '=', p('id')),
  );
  const columns = [
    'id',
    'lead_id',
    'connection_id',
    'assistant_id',
    'run',
    'step',
    'status',
    'writer',
    'because',
    'recipient',
    'subject',
    'text',
    'html',
    'claims',
    'remark',
    'created_at',
    'next_try_at',
    'attempts',
    'settled_at',
    'version',
  ] as const;
  const insert = statements.run((q, p: Parameter<Row<'draft'>>) =>
    q.insertInto('draft').values(parametersFor(p, columns)),
  );
  const update = statements.run((q, p: Parameter<Row<'draft'>>) =>
    q.updateTable('draft').set(parametersFor(p, columns)).where('id', '=', p('id')),
  );
  const rulesVersion = statements.one((q, p: Parameter<{ id: string }>) =>
    q.selectFrom('writing_rules').select('version').where('assistant_id', '=', p('id')),
  );
  const saveRules = statements.run((q, p: Parameter<Row<'writing_rules'>>) =>
    q
      .insertInto('writing_rules')
      .values(parametersFor(p, ['assistant_id', 'review_first', 'by_model', 'when_refused', 'version']))
      .onConflict((conflict) =>
        conflict.column('assistant_id').doUpdateSet((eb) => ({
          review_first: eb.ref('excluded.review_first'),
          by_model: eb.ref('excluded.by_model'),
          when_refused: eb.ref('excluded.when_refused'),
          version: eb.ref('excluded.version'),
        })),
      ),
  );
  return (change) => {
    for (const draft of change.drafts ?? []) {
      writing.at('draft', draft.id);
      const stored = versionOf({ id: draft.id })?.version ?? 0;
      if (stored !== draft.version) throw new Moved('draft', draft.id);
      try {
        (draft.version === 0 ? insert : update)({ ...toRow(draft), version: draft.version + 1 });
      } catch (error) {
        throw isDuplicate(error) ? new Moved('draft', draft.id) : error;
      }
    }
    for (const each of change.writingRules ?? []) {
      writing.at('writing_rules', each.assistantId);
      const stored = rulesVersion({ id: each.assistantId })?.version ?? 0;
      if (stored !== each.version) throw new Moved('writing_rules', each.assistantId);
      saveRules({
        assistant_id: each.assistantId,
        review_first: each.reviewFirst ? 1 : 0,
        by_model: each.byModel ? 1 : 0,
        when_refused: each.whenRefused,
        version: each.version + 1,
      });
    }
  };
}

function toRow(draft: Draft): Row<'draft'> {
  return {
    id: draft.id,
    lead_id: draft.leadId,
    connection_id: draft.connectionId,
    assistant_id: draft.assistantId,
    run: draft.run,
    step: draft.step,
    status: draft.status,
    writer: draft.writer,
    because: draft.because,
    recipient: draft.recipient,
    subject: draft.subject,
    text: draft.text,
    html: draft.html,
    claims: JSON.stringify(draft.claims),
    remark: draft.remark,
    created_at: draft.createdAt,
    next_try_at: draft.nextTryAt,
    attempts: draft.attempts,
    settled_at: draft.settledAt,
    version: draft.version,
  };
}

function toDraft(row: Row<'draft'>): Draft {
  const name = { table: 'draft', id: row.id };
  return {
    id: row.id,
    leadId: row.lead_id,
    connectionId: row.connection_id,
    assistantId: row.assistant_id,
    run: row.run,
    step: row.step,
    status: word(DRAFT_STATUSES, row.status, name, 'status'),
    writer: word(DRAFT_WRITERS, row.writer, name, 'writer'),
    because: word(DRAFT_BECAUSES, row.because, name, 'because'),
    recipient: row.recipient,
    subject: row.subject,
    text: row.text,
    html: row.html,
    claims: fromJson(claims, row.claims, name, 'claims'),
    remark: row.remark,
    createdAt: row.created_at,
    nextTryAt: row.next_try_at,
    attempts: row.attempts,
    settledAt: row.settled_at,
    version: row.version,
  };
}

function orNull(row: Row<'draft'> | undefined): Draft | null {
  return row === undefined ? null : toDraft(row);
}

function toRules(row: Row<'writing_rules'>): WritingRules {
  const name = { table: 'writing_rules', id: row.assistant_id };
  return {
    assistantId: row.assistant_id,
    reviewFirst: row.review_first === 1,
    byModel: row.by_model === 1,
    whenRefused: word(['template', 'hold'], row.when_refused, name, 'when_refused'),
    version: row.version,
  };
}
