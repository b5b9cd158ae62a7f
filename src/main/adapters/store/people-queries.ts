import type { Lead } from '#core/domain/leads/lead.ts';
import type { PeopleQueries, Person, PersonData, RecordKey } from '#core/ports/store/people.ts';
import { erasePerson } from './erase-person.ts';
import type { Erasures } from './erasures.ts';
import { toEntry, toNotice, toSeen } from './history-queries.ts';
import { toPerson } from './import-tables.ts';
import { toLead } from './lead-row.ts';
import { toReminder } from './remark-tables.ts';
import { toDraft, toEdit } from './human-mail-tables.ts';
import { toMail } from './mail-row.ts';
import { toOutboxRow } from './outbox-row.ts';
import type { Row } from './schema.ts';
import { listOf, type Parameter, type Statements } from './statements.ts';
import { toFlag } from './stored-values.ts';

/** A record's id, also at the end of its address in the CRM's screens. */
const RECORD_ID = /(?:^|\/)([\w-]+)\/?$/;

/** People offered to be erased at once; the next come when these are done. */
const MOST_OFFERED = 50;

/** Finds all that is stored about one person, and removes it. */
export function peopleQueries(statements: Statements, erasures: Erasures): PeopleQueries {
  const deleted = statements.all(
    (q, p: Parameter<{ connectionId: string; notSince: number; limit: number }>) =>
      q
        .selectFrom('lead')
        .leftJoin('deleted_record as known', (join) =>
          join
            .onRef('known.connection_id', '=', 'lead.connection_id')
            .onRef('known.record_id', '=', 'lead.record_id'),
        )
        .select('lead.record_id')
        .where('lead.connection_id', '=', p('connectionId'))
        .where('lead.record_deleted', '=', (eb) => eb.lit(1))
        .where((eb) =>
          eb.or([
            eb('known.checked_at', 'is', null),
            eb.and([eb('known.for_ever', '=', 0), eb('known.checked_at', '<', p('notSince'))]),
          ]),
        )
        .limit(p('limit')),
  );
  const note = statements.run((q, p: Parameter<Row<'deleted_record'>>) =>
    q
      .insertInto('deleted_record')
      .values({
        connection_id: p('connection_id'),
        record_id: p('record_id'),
        for_ever: p('for_ever'),
        checked_at: p('checked_at'),
      })
      .onConflict((conflict) =>
        conflict.columns(['connection_id', 'record_id']).doUpdateSet((eb) => ({
          for_ever: eb.ref('excluded.for_ever'),
          checked_at: eb.ref('excluded.checked_at'),
        })),
      ),
  );
  const gone = statements.all((q) =>
    q
      .selectFrom('deleted_record as known')
      .innerJoin('lead', (join) =>
        join
          .onRef('known.connection_id', '=', 'lead.connection_id')
          .onRef('known.record_id', '=', 'lead.record_id'),
      )
      .selectAll('lead')
      .select('known.checked_at as known_at')
      .where('known.for_ever', '=', 1)
      .where('lead.record_deleted', '=', (eb) => eb.lit(1))
      .orderBy('known.checked_at')
      .limit(MOST_OFFERED),
  );
  const noteAll = statements.db.transaction(
    (connectionId: string, records: readonly { recordId: string; isForEver: boolean }[], at: number) => {
      for (const { recordId, isForEver } of records) {
        note({
          connection_id: connectionId,
          record_id: recordId,
          for_ever: toFlag(isForEver),
          checked_at: at,
        });
      }
    },
  );
  return {
    deletedRecords: (connectionId, notSince, limit) =>
      deleted({ connectionId, notSince, limit }).map((row) => row.record_id),
    noteDeleted: (connectionId, records, at) => {
      noteAll.immediate(connectionId, records, at);
    },
    deletedForEver: () => gone({}).map((row) => ({ lead: toLead(row), at: row.known_at })),
    find: (query) => find(statements, query.trim()),
    dataOf: (person) => dataOf(statements, person),
    erase: (person, at) => erasePerson(statements.db, erasures, person, at),
    isErased: (addresses, record) =>
      erasures.hasRecord(record) || addresses.some((address) => erasures.hasAddress(address)),
    lastErasedAt: () => erasures.lastAt(),
  };
}

function find(statements: Statements, query: string): Person | null {
  if (query === '') return null;
  const isAddress = query.includes('@');
  const recordId = isAddress ? null : (RECORD_ID.exec(query)?.[1] ?? query);
  const asked = isAddress ? [query.toLowerCase()] : [];
  const first = isAddress ? leadsWithAddress(statements, asked) : leadsOfRecord(statements, recordId ?? '');
  const addresses = [...new Set([...asked, ...first.flatMap(addressesOf)])];
  const leads = unique([...first, ...leadsWithAddress(statements, addresses)]);
  const all = [...new Set([...addresses, ...leads.flatMap(addressesOf)])];
  const records = [
    ...leads.map((lead) => ({ connectionId: lead.connectionId, recordId: lead.recordId })),
    ...(recordId === null ? [] : recordsWithoutLead(statements, recordId)),
  ];
  const suppressed = statements.query((q) =>
    q.selectFrom('suppression').selectAll().where('address', 'in', listOf(all)),
  );
  if (leads.length === 0 && records.length === 0 && suppressed.length === 0 && !isNamed(statements, all)) {
    return null;
  }
  return { leads, records: uniqueRecords(records), addresses: all, suppressed };
}

/** Somebody who is no lead, but wrote to an assistant, was named by a lead or stands in an import. */
function isNamed(statements: Statements, addresses: readonly string[]): boolean {
  const strays = statements.query((q) =>
    q.selectFrom('stray_mail').select('id').where('from_address', 'in', listOf(addresses)).limit(1),
  );
  const proposed = statements.query((q) =>
    q.selectFrom('proposed_lead').select('id').where('address', 'in', listOf(addresses)).limit(1),
  );
  const added = statements.query((q) =>
    q.selectFrom('import_person').select('row').where('email', 'in', listOf(addresses)).limit(1),
  );
  return strays.length + proposed.length + added.length > 0;
}

function addressesOf(lead: Lead): readonly string[] {
  return [lead.email, ...lead.addresses]
    .filter((address) => address !== '')
    .map((each) => each.toLowerCase());
}

function leadsWithAddress(statements: Statements, addresses: readonly string[]): readonly Lead[] {
  return statements
    .query((q) =>
      q
        .selectFrom('lead')
        .selectAll()
        .where('no', 'in', (eb) =>
          eb.selectFrom('lead_address').select('lead_no').where('address', 'in', listOf(addresses)),
        ),
    )
    .map(toLead);
}

function leadsOfRecord(statements: Statements, recordId: string): readonly Lead[] {
  return statements
    .query((q) =>
      q
        .selectFrom('lead')
        .selectAll()
        .where('connection_id', 'in', (eb) => eb.selectFrom('connection').select('id'))
        .where('record_id', '=', recordId),
    )
    .map(toLead);
}

/** A record that was refused or looked at has no lead, but there is a trace of it. */
function recordsWithoutLead(statements: Statements, recordId: string): readonly RecordKey[] {
  const keys = [
    ...statements.query((q) =>
      q.selectFrom('seen').select('connection_id').distinct().where('record_id', '=', recordId),
    ),
    ...statements.query((q) =>
      q.selectFrom('outbox').select('connection_id').distinct().where('record_id', '=', recordId),
    ),
    ...statements.query((q) =>
      q.selectFrom('journal').select('connection_id').distinct().where('record_id', '=', recordId),
    ),
  ];
  return keys.map((key) => ({ connectionId: key.connection_id, recordId }));
}

function dataOf(statements: Statements, person: Person): PersonData {
  const leadIds = listOf(person.leads.map((lead) => lead.id));
  const records = person.records;
  const recordIds = listOf(records.map((record) => record.recordId));
  const isTheirs = (row: { lead_id: string | null; connection_id: string; record_id: string | null }) =>
    person.leads.some((lead) => lead.id === row.lead_id) ||
    records.some((each) => each.connectionId === row.connection_id && each.recordId === row.record_id);
  const theirs = <Table extends 'journal' | 'outbox' | 'seen'>(table: Table) =>
    statements
      .query((q) =>
        q
          .selectFrom(table as 'journal')
          .selectAll()
          .where((eb) => eb.or([eb('lead_id', 'in', leadIds), eb('record_id', 'in', recordIds)])),
      )
      .filter(isTheirs);
  return {
    leads: person.leads,
    journal: theirs('journal').map(toEntry),
    mails: statements
      .query((q) => q.selectFrom('mail').selectAll().where('lead_id', 'in', leadIds).orderBy('at'))
      .map(toMail),
    mailDrafts: statements
      .query((q) => q.selectFrom('mail_draft').selectAll().where('lead_id', 'in', leadIds))
      .map(toDraft),
    plannedEdits: statements
      .query((q) => q.selectFrom('planned_edit').selectAll().where('lead_id', 'in', leadIds))
      .map(toEdit),
    outbox: (theirs('outbox') as unknown as Parameters<typeof toOutboxRow>[0][]).map(toOutboxRow),
    seen: (theirs('seen') as unknown as Parameters<typeof toSeen>[0][]).map(toSeen),
    suppression: person.suppressed,
    strays: statements.query((q) =>
      q
        .selectFrom('stray_mail')
        .select(['from_address as fromAddress', 'from_name as fromName', 'subject', 'at'])
        .where('from_address', 'in', listOf(person.addresses))
        .orderBy('at'),
    ),
    proposals: statements.query((q) =>
      q
        .selectFrom('proposed_lead')
        .select(['address', 'name', 'at', 'status'])
        .where('address', 'in', listOf(person.addresses)),
    ),
    imports: statements
      .query((q) => q.selectFrom('import_person').selectAll().where('email', 'in', listOf(person.addresses)))
      .map(toPerson),
    notices: statements
      .query((q) => q.selectFrom('notice').selectAll().where('lead_id', 'in', leadIds).orderBy('at'))
      .map(toNotice),
    tags: statements.query((q) =>
      q.selectFrom('lead_tag').select(['lead_id as leadId', 'tag']).where('lead_id', 'in', leadIds),
    ),
    reminders: statements
      .query((q) => q.selectFrom('reminder').selectAll().where('lead_id', 'in', leadIds).orderBy('due_at'))
      .map(toReminder),
  };
}

function unique(leads: readonly Lead[]): readonly Lead[] {
  return [...new Map(leads.map((lead) => [lead.id, lead])).values()];
}

function uniqueRecords(records: readonly RecordKey[]): readonly RecordKey[] {
  return [...new Map(records.map((each) => [`${each.connectionId}/${each.recordId}`, each])).values()];
}
