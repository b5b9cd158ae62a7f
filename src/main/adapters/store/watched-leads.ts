import type { LeadQueries } from '#core/ports/store/store.ts';
import { sql } from 'kysely';
import { toLead } from './lead-row.ts';
import type { Parameter, Statements } from './statements.ts';

/** The conditions of the indexes, word for word: only then SQLite uses them. */
const HAS_RISK_DATE = sql<boolean>`next_risk_at IS NOT NULL`;
const IS_AWAITED = sql<boolean>`answer_awaited_since IS NOT NULL`;

/** Leads that a person is to answer, and leads of one company. */
export function watchedLeads(
  statements: Statements,
): Pick<LeadQueries, 'riskDue' | 'nextRiskAt' | 'awaitingAnswer' | 'underWayAt'> {
  const due = statements.all((q, p: Parameter<{ connectionId: string; now: number; limit: number }>) =>
    q
      .selectFrom('lead')
      .selectAll()
      .where(HAS_RISK_DATE)
      .where('connection_id', '=', p('connectionId'))
      .where('next_risk_at', '<=', p('now'))
      .orderBy('next_risk_at')
      .limit(p('limit')),
  );
  const next = statements.one((q, p: Parameter<{ connectionId: string }>) =>
    q
      .selectFrom('lead')
      .select('next_risk_at')
      .where(HAS_RISK_DATE)
      .where('connection_id', '=', p('connectionId'))
      .orderBy('next_risk_at')
      .limit((eb) => eb.lit(1)),
  );
  const awaiting = statements.all((q, p: Parameter<{ connectionId: string; after: string; limit: number }>) =>
    q
      .selectFrom('lead')
      .selectAll()
      .where(IS_AWAITED)
      .where('connection_id', '=', p('connectionId'))
      .where('id', '>', p('after'))
      .orderBy('id')
      .limit(p('limit')),
  );
  const underWay = statements.all(
    (q, p: Parameter<{ connectionId: string; domain: string; limit: number }>) =>
      q
        .selectFrom('lead_address')
        .innerJoin('lead', 'lead.no', 'lead_address.lead_no')
        .selectAll('lead')
        .where(
          sql<boolean>`substr(lead_address.address, instr(lead_address.address, '@') + 1) = ${p('domain')}`,
        )
        .where(sql<boolean>`lead.email = lead_address.address`)
        .where('lead.connection_id', '=', p('connectionId'))
        .where('lead.custody', '=', sql.lit('Held'))
        .where('lead.follow_up', 'in', [sql.lit('Scheduled'), sql.lit('Waiting')])
        .orderBy('lead.no')
        .limit(p('limit')),
  );
  return {
    underWayAt: (connectionId, domain, limit) =>
      underWay({ connectionId, domain: domain.toLowerCase(), limit }).map(toLead),
    riskDue: (connectionId, now, limit) => due({ connectionId, now, limit }).map(toLead),
    nextRiskAt: (connectionId) => next({ connectionId })?.next_risk_at ?? null,
    awaitingAnswer: (connectionId, after, limit) =>
      awaiting({ connectionId, after: after ?? '', limit }).map(toLead),
  };
}
