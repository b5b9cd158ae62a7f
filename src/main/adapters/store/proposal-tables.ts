import { sql } from 'kysely';
import type { ProposalChange, ProposalQueries, ProposedLead } from '#core/ports/store/proposals.ts';
import { PROPOSAL_STATUSES } from '#core/ports/store/proposals.ts';
import type { Row } from './schema.ts';
import { parametersFor, type Parameter, type Statements } from './statements.ts';
import { word } from './stored-values.ts';
import type { Writing } from './writing.ts';

export function proposalQueries(statements: Statements): ProposalQueries {
  const open = statements.all((q, p: Parameter<{ limit: number }>) =>
    q
      .selectFrom('proposed_lead')
      .selectAll()
      .where(sql<boolean>`status = 'open'`)
      .orderBy('at', 'desc')
      .orderBy('id')
      .limit(p('limit')),
  );
  const count = statements.one((q) =>
    q
      .selectFrom('proposed_lead')
      .select((eb) => eb.fn.countAll<number>().as('people'))
      .where(sql<boolean>`status = 'open'`),
  );
  const ofLead = statements.all((q, p: Parameter<{ leadId: string }>) =>
    q.selectFrom('proposed_lead').selectAll().where('lead_id', '=', p('leadId')).orderBy('at').orderBy('id'),
  );
  const one = statements.one((q, p: Parameter<{ id: string }>) =>
    q.selectFrom('proposed_lead').selectAll().where('id', '=', p('id')),
  );
  const at = statements.one((q, p: Parameter<{ connectionId: string; address: string }>) =>
    q
      .selectFrom('proposed_lead')
      .selectAll()
      .where('connection_id', '=', p('connectionId'))
      .where('address', '=', p('address')),
  );
  const orNull = (row: Row<'proposed_lead'> | undefined) => (row === undefined ? null : toProposal(row));
  return {
    open: (limit) => open({ limit }).map(toProposal),
    countOpen: () => count({})?.people ?? 0,
    ofLead: (leadId) => ofLead({ leadId }).map(toProposal),
    byId: (id) => orNull(one({ id })),
    byAddress: (connectionId, address) => orNull(at({ connectionId, address })),
  };
}

/** Writes people whom leads named. */
export function proposalWriter(statements: Statements, writing: Writing): (change: ProposalChange) => void {
  const add = statements.run((q, p: Parameter<Row<'proposed_lead'>>) =>
    q
      .insertInto('proposed_lead')
      .values(
        parametersFor(p, [
          'id',
          'connection_id',
          'assistant_id',
          'lead_id',
          'mail_id',
          'address',
          'name',
          'at',
          'status',
          'decided_at',
          'record_id',
        ]),
      )
      .onConflict((conflict) => conflict.columns(['connection_id', 'address']).doNothing()),
  );
  const decide = statements.run(
    (q, p: Parameter<{ id: string; status: string; at: number; recordId: string | null }>) =>
      q
        .updateTable('proposed_lead')
        .set({ status: p('status'), decided_at: p('at'), record_id: p('recordId') })
        .where('id', '=', p('id')),
  );
  return (change) => {
    for (const each of change.proposals ?? []) {
      writing.at('proposed_lead', each.id);
      add({
        id: each.id,
        connection_id: each.connectionId,
        assistant_id: each.assistantId,
        lead_id: each.leadId,
        mail_id: each.mailId,
        address: each.address,
        name: each.name,
        at: each.at,
        status: each.status,
        decided_at: each.decidedAt,
        record_id: each.recordId,
      });
    }
    for (const each of change.decideProposals ?? []) decide(each);
  };
}

function toProposal(row: Row<'proposed_lead'>): ProposedLead {
  return {
    id: row.id,
    connectionId: row.connection_id,
    assistantId: row.assistant_id,
    leadId: row.lead_id,
    mailId: row.mail_id,
    address: row.address,
    name: row.name,
    at: row.at,
    status: word(PROPOSAL_STATUSES, row.status, { table: 'proposed_lead', id: row.id }, 'status'),
    decidedAt: row.decided_at,
    recordId: row.record_id,
  };
}
