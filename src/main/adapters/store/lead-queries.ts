import type { Lead } from '#core/domain/leads/lead.ts';
import type { LeadQueries } from '#core/ports/store/store.ts';
import { ACTIVE_STATES } from '#core/domain/leads/lead.ts';
import { sql } from 'kysely';
import { leadNeeds } from './lead-needs.ts';
import { leadPage } from './lead-page.ts';
import { watchedLeads } from './watched-leads.ts';
import { toLead } from './lead-row.ts';
import type { Row } from './schema.ts';
import type { Parameter, Statements } from './statements.ts';

/** The condition of the index `lead_due`, word for word: only then SQLite uses it. */
const IS_DUE = sql<boolean>`custody = 'Held' AND follow_up IN ('Scheduled', 'Waiting') AND queued_mails = 0
  AND state IN ('New', 'Pending', 'Cold', 'Engaged', 'Warm', 'OutOfOffice') AND next_follow_up_at IS NOT NULL`;

/** Reads leads. A record that several leads share (after a merge) answers with the one held now, else the newest. */
export function leadQueries(statements: Statements): LeadQueries {
  const byId = statements.one((q, p: Parameter<{ id: string }>) =>
    q.selectFrom('lead').selectAll().where('id', '=', p('id')),
  );
  // The id first: a row of all columns costs tenfold, and intake mostly finds none.
  const leadOfRecord = statements.one((q, p: Parameter<{ connectionId: string; recordId: string }>) =>
    q
      .selectFrom('lead')
      .select('id')
      .where('connection_id', '=', p('connectionId'))
      .where('record_id', '=', p('recordId'))
      .orderBy(sql`custody IN ('Held', 'HandingBack')`, 'desc')
      .orderBy('no', 'desc')
      .limit((eb) => eb.lit(1)),
  );
  const byAddress = statements.all((q, p: Parameter<{ address: string }>) =>
    q
      .selectFrom('lead_address')
      .innerJoin('lead', 'lead.no', 'lead_address.lead_no')
      .selectAll('lead')
      .where('lead_address.address', '=', p('address'))
      .orderBy('lead.no'),
  );
  const due = statements.all((q, p: Parameter<{ now: number; limit: number }>) =>
    q
      .selectFrom('lead')
      .selectAll()
      .where(IS_DUE)
      .where('next_follow_up_at', '<=', p('now'))
      .orderBy('next_follow_up_at')
      .orderBy('no')
      .limit(p('limit')),
  );
  const underWay = statements.all((q, p: Parameter<{ until: number; after: number; limit: number }>) =>
    q
      .selectFrom('lead')
      .selectAll()
      .where(sql<boolean>`custody = 'Held' AND follow_up IN ('Scheduled', 'Waiting')`)
      .where('state', 'in', ACTIVE_STATES)
      .where('next_follow_up_at', '<=', p('until'))
      .where('no', '>', p('after'))
      .orderBy('no')
      .limit(p('limit')),
  );
  const nextDue = statements.one((q) =>
    q
      .selectFrom('lead')
      .select('next_follow_up_at')
      .where(IS_DUE)
      .orderBy('next_follow_up_at')
      .limit((eb) => eb.lit(1)),
  );
  const onHold = statements.all((q, p: Parameter<{ assistantId: string; limit: number }>) =>
    q
      .selectFrom('lead')
      .selectAll()
      .where(sql<boolean>`state = 'New' AND custody = 'Held' AND hold IS NOT NULL AND hold <> 'bounce-guard'`)
      .where('assistant_id', '=', p('assistantId'))
      .orderBy('created_at')
      .orderBy('no')
      .limit(p('limit')),
  );
  const pending = statements.all((q, p: Parameter<{ before: number; limit: number }>) =>
    q
      .selectFrom('lead')
      .selectAll()
      .where(sql<boolean>`state = 'Pending' AND custody = 'Held'`)
      .where('last_sent_at', '<', p('before'))
      .orderBy('last_sent_at')
      .limit(p('limit')),
  );
  const held = statements.all((q, p: Parameter<{ connectionId: string; after: string; limit: number }>) =>
    q
      .selectFrom('lead')
      .select(['id as leadId', 'record_id as recordId'])
      .where(sql<boolean>`custody = 'Held'`)
      .where('connection_id', '=', p('connectionId'))
      .where('id', '>', p('after'))
      .orderBy('id')
      .limit(p('limit')),
  );
  const planned = statements.all((q, p: Parameter<{ assistantId: string; fromDay: string }>) =>
    q
      .selectFrom('lead_plan')
      .select(['day', 'leads'])
      .where('assistant_id', '=', p('assistantId'))
      .where('day', '>=', p('fromDay'))
      .where('leads', '>', 0)
      .orderBy('day'),
  );

  function ofRecord(connectionId: string, recordId: string): Row<'lead'> | undefined {
    const found = leadOfRecord({ connectionId, recordId });
    return found === undefined ? undefined : byId(found);
  }

  return {
    byId: (id) => orNull(byId({ id })),
    byIds: (ids) => ids.flatMap((id) => orNone(byId({ id }))),
    byRecord: (connectionId, recordId) => orNull(ofRecord(connectionId, recordId)),
    byRecords: (connectionId, recordIds) =>
      [...new Set(recordIds)].flatMap((recordId) => orNone(ofRecord(connectionId, recordId))),
    byAddress: (address) => byAddress({ address: address.toLowerCase() }).map(toLead),
    due: (now, limit) => due({ now, limit }).map(toLead),
    nextDueAt: () => nextDue({})?.next_follow_up_at ?? null,
    underWay: (until, after, limit) => {
      const rows = underWay({ until, after, limit });
      const last = rows.length < limit ? null : (rows.at(-1)?.no ?? null);
      const queued = rows.filter((row) => row.queued_mails > 0).map((row) => row.id);
      return { leads: rows.map(toLead), queued, last };
    },
    onHold: (assistantId, limit) => onHold({ assistantId, limit }).map(toLead),
    pendingSentBefore: (before, limit) => pending({ before, limit }).map(toLead),
    heldRecords: (connectionId, after, limit) => held({ connectionId, after: after ?? '', limit }),
    plannedPerDay: (assistantId, fromDay) =>
      Object.fromEntries(planned({ assistantId, fromDay }).map((row) => [row.day, row.leads])),
    ...leadPage(statements),
    ...leadNeeds(statements),
    ...watchedLeads(statements),
  };
}

function orNull(row: Row<'lead'> | undefined): Lead | null {
  return row === undefined ? null : toLead(row);
}

function orNone(row: Row<'lead'> | undefined): Lead[] {
  return row === undefined ? [] : [toLead(row)];
}
