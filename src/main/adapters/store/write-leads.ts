import type { LeadWrite } from '#core/ports/store/change.ts';
import { sql } from 'kysely';
import type { Facets, LeadFacetParts } from './facets.ts';
import type { LeadPlan } from './lead-plan.ts';
import { toLeadValues, type LeadValues } from './lead-row.ts';
import { compilable, parametersFor, type Parameter, type Statements } from './statements.ts';
import { Moved, type Writing } from './writing.ts';

type StoredValues = LeadValues & { readonly facet: number };
type Address = { readonly address: string; readonly lead_no: number };

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
  'held_since',
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
  'paused_because',
  'paused_until',
  'context',
  'context_source',
  'email',
  'is_risky',
  'addresses',
  'first_name',
  'last_name',
  'company',
  'country',
  'time_zone',
  'opens',
  'clicks',
  'opened_at',
  'last_sent_at',
  'last_reply_at',
  'answer_awaited_since',
  'next_risk_at',
  'risk_reminders',
  'thread_subject',
  'thread',
  'assigned_at',
  'previous_owner_id',
  'hand_back_to',
  'created_at',
  'updated_at',
  'record_deleted',
  'version',
  'name_key',
  'company_key',
  'words',
] as const satisfies readonly (keyof StoredValues)[];

const CHANGING = COLUMNS.filter((column) => column !== 'id');

/**
 * Inserts new leads and updates known ones, with their search words, addresses and counts; throws `Moved` where
 * the stored version is another.
 */
export function leadWriter(
  statements: Statements,
  facets: Facets<LeadFacetParts>,
  plan: LeadPlan,
  writing: Writing,
): (writes: readonly LeadWrite[]) => void {
  const read = statements.one((q, p: Parameter<{ id: string }>) =>
    q
      .selectFrom('lead')
      .select(['no', 'version', 'facet', 'assistant_id', 'planned_day', 'addresses', 'words'])
      .where('id', '=', p('id')),
  );
  const insert = statements.run((q, p: Parameter<StoredValues>) =>
    q.insertInto('lead').values(parametersFor(p, COLUMNS)),
  );
  const update = statements.run((q, p: Parameter<StoredValues & { no: number }>) =>
    q
      .updateTable('lead')
      .set(parametersFor<StoredValues & { no: number }, keyof StoredValues>(p, CHANGING))
      .where('no', '=', p('no')),
  );
  const addWords = statements.run((q, p: Parameter<{ no: number; words: string }>) =>
    compilable(sql`INSERT INTO lead_words (rowid, words) VALUES (${p('no')}, ${p('words')})`, q),
  );
  const removeWords = statements.run((q, p: Parameter<{ no: number }>) =>
    compilable(sql`DELETE FROM lead_words WHERE rowid = ${p('no')}`, q),
  );
  const addAddress = statements.run((q, p: Parameter<Address>) =>
    q
      .insertInto('lead_address')
      .values({ address: p('address'), lead_no: p('lead_no') })
      .onConflict((conflict) => conflict.doNothing()),
  );
  const removeAddress = statements.run((q, p: Parameter<Address>) =>
    q.deleteFrom('lead_address').where('address', '=', p('address')).where('lead_no', '=', p('lead_no')),
  );

  function add(stored: StoredValues, addresses: readonly string[]): void {
    const no = insert(stored).lastId;
    addWords({ no, words: stored.words });
    for (const address of addresses) addAddress({ address, lead_no: no });
    facets.add(stored.facet, 1);
    plan.add(stored.assistant_id, stored.planned_day, 1);
  }

  function change(
    before: NonNullable<ReturnType<typeof read>>,
    stored: StoredValues,
    addresses: readonly string[],
  ): void {
    const { no } = before;
    update({ ...stored, no });
    if (before.words !== stored.words) {
      removeWords({ no });
      addWords({ no, words: stored.words });
    }
    if (before.addresses !== stored.addresses) {
      for (const address of JSON.parse(before.addresses) as string[]) removeAddress({ address, lead_no: no });
      for (const address of addresses) addAddress({ address, lead_no: no });
    }
    if (before.facet !== stored.facet) {
      facets.add(before.facet, -1);
      facets.add(stored.facet, 1);
    }
    if (before.planned_day !== stored.planned_day || before.assistant_id !== stored.assistant_id) {
      plan.add(before.assistant_id, before.planned_day, -1);
      plan.add(stored.assistant_id, stored.planned_day, 1);
    }
  }

  return (writes) => {
    for (const { lead, plannedDay } of writes) {
      writing.at('lead', lead.id);
      const before = read({ id: lead.id });
      if ((before?.version ?? 0) !== lead.version) throw new Moved('lead', lead.id);
      const values = toLeadValues(lead, plannedDay, lead.version + 1);
      const stored = { ...values, facet: facets.numberOf(values) };
      if (before === undefined) add(stored, lead.addresses);
      else change(before, stored, lead.addresses);
    }
  };
}
