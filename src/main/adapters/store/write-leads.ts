import type { LeadWrite } from '#core/ports/store/change.ts';
import { toLeadValues, type LeadValues } from './lead-row.ts';
import type { LeadFacetIds } from './facet-ids.ts';
import { parametersFor, type Parameter, type Statements } from './statements.ts';
import { Moved, type Writing } from './writing.ts';

type StoredValues = LeadValues & { readonly facet: number };

const COLUMNS = [
  'id',
  'facet',
  'connection_id',
  'assistant_id',
  'record_id',
  'state',
  'state_rank',
  'reason',
  'state_before',
  'hold',
  'custody',
  'follow_up',
  'run',
  'schedule_id',
  'schedule_source',
  'next_step',
  'step_count',
  'next_follow_up_at',
  'planned_day',
  'paused_without_date',
  'context',
  'context_source',
  'email',
  'addresses',
  'first_name',
  'last_name',
  'company',
  'country',
  'time_zone',
  'opens',
  'clicks',
  'last_sent_at',
  'last_reply_at',
  'thread_subject',
  'thread',
  'assigned_at',
  'previous_owner_id',
  'created_at',
  'updated_at',
  'record_deleted',
  'version',
  'name_key',
  'company_key',
  'words',
] as const satisfies readonly (keyof StoredValues)[];

/** Inserts new leads and updates known ones; throws `Moved` where the stored version is another. */
export function leadWriter(
  statements: Statements,
  facets: LeadFacetIds,
  writing: Writing,
): (writes: readonly LeadWrite[]) => void {
  const exists = statements.one((q, p: Parameter<{ id: string }>) =>
    q.selectFrom('lead').select('version').where('id', '=', p('id')),
  );
  const insert = statements.run((q, p: Parameter<StoredValues>) =>
    q.insertInto('lead').values(parametersFor(p, COLUMNS)),
  );
  const update = statements.run((q, p: Parameter<StoredValues & { readVersion: number }>) =>
    q
      .updateTable('lead')
      .set(parametersFor<StoredValues & { readVersion: number }, (typeof COLUMNS)[number]>(p, COLUMNS))
      .where('id', '=', p('id'))
      .where('version', '=', p('readVersion')),
  );

  return (writes) => {
    for (const { lead, plannedDay } of writes) {
      writing.at('lead', lead.id);
      const values = toLeadValues(lead, plannedDay, lead.version + 1);
      const stored = { ...values, facet: facets.idOf(values), readVersion: lead.version };
      if (lead.version === 0) {
        if (exists({ id: lead.id }) !== undefined) throw new Moved('lead', lead.id);
        insert(stored);
      } else if (update(stored).changes === 0) {
        throw new Moved('lead', lead.id);
      }
    }
  };
}
