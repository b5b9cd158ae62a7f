import { sql } from 'kysely';
import { z } from 'zod';
import {
  IMPORT_FIELDS,
  IMPORT_SOURCES,
  IMPORT_STATUSES,
  IMPORT_TARGETS,
  IMPORT_VERDICTS,
  PERSON_STATES,
} from '#core/domain/import/new-person.ts';
import type {
  ImportChange,
  ImportPerson,
  ImportQueries,
  ImportThread,
  LeadImport,
} from '#core/ports/store/imports.ts';
import type { Row } from './schema.ts';
import { listOf, parametersFor, type Parameter, type Statements } from './statements.ts';
import { fromJson, fromJsonOrNull, toFlag, word } from './stored-values.ts';
import type { Writing } from './writing.ts';

const IMPORT_COLUMNS = [
  'id',
  'source',
  'target',
  'connection_id',
  'assistant_id',
  'schedule_id',
  'context',
  'name',
  'format',
  'columns',
  'mapping',
  'status',
  'problem',
  'thread',
  'created_at',
  'ended_at',
] as const satisfies readonly (keyof Row<'lead_import'>)[];

const PERSON_COLUMNS = [
  'import_id',
  'row',
  'cells',
  'email',
  'first_name',
  'last_name',
  'company',
  'country',
  'context',
  'verdict',
  'reason',
  'looked',
  'state',
  'record_id',
  'lead_id',
] as const satisfies readonly (keyof Row<'import_person'>)[];

const texts = z.array(z.string());
const mapping = z.partialRecord(z.enum(IMPORT_FIELDS), z.number());
const thread: z.ZodType<ImportThread> = z.object({
  messageId: z.string(),
  references: texts,
  subject: z.string(),
  at: z.number(),
  from: z.string(),
});

export function importQueries(statements: Statements): ImportQueries {
  const byId = statements.one((q, p: Parameter<{ id: string }>) =>
    q.selectFrom('lead_import').selectAll().where('id', '=', p('id')),
  );
  const latest = statements.all((q, p: Parameter<{ limit: number }>) =>
    q.selectFrom('lead_import').selectAll().orderBy('created_at', 'desc').orderBy('id').limit(p('limit')),
  );
  const underWay = statements.all((q) =>
    q
      .selectFrom('lead_import')
      .selectAll()
      .where(sql<boolean>`status IN ('checking', 'running')`)
      .orderBy('created_at'),
  );
  const person = statements.one((q, p: Parameter<{ importId: string; row: number }>) =>
    q
      .selectFrom('import_person')
      .selectAll()
      .where('import_id', '=', p('importId'))
      .where('row', '=', p('row')),
  );
  const tally = statements.all((q, p: Parameter<{ importId: string }>) =>
    q
      .selectFrom('import_person')
      .select((eb) => ['verdict', 'state', eb.fn.countAll<number>().as('count')])
      .where('import_id', '=', p('importId'))
      .groupBy(['verdict', 'state']),
  );
  const unlooked = statements.one((q, p: Parameter<{ importId: string }>) =>
    q
      .selectFrom('import_person')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('import_id', '=', p('importId'))
      .where(sql<boolean>`state = 'idle' AND verdict = 'add' AND looked = 0`),
  );
  // Asked with every assignment.
  const awaited = statements.one((q, p: Parameter<{ connectionId: string; addresses: string }>) =>
    q
      .selectFrom('import_person')
      .innerJoin('lead_import', 'lead_import.id', 'import_person.import_id')
      .selectAll('import_person')
      .where(sql<boolean>`email IN (SELECT value FROM json_each(${p('addresses')}))`)
      .where('import_person.lead_id', 'is', null)
      .where(sql<boolean>`import_person.state IN ('queued', 'added')`)
      .where('lead_import.connection_id', '=', p('connectionId'))
      .orderBy('lead_import.created_at', 'desc')
      .limit(1),
  );
  return {
    byId: (id) => {
      const row = byId({ id });
      return row === undefined ? null : toImport(row);
    },
    latest: (limit) => latest({ limit }).map(toImport),
    underWay: () => underWay({}).map(toImport),
    person: (importId, row) => {
      const found = person({ importId, row });
      return found === undefined ? null : toPerson(found);
    },
    people: (importId, of, after, limit) =>
      statements
        .query((q) => {
          let query = q
            .selectFrom('import_person')
            .selectAll()
            .where('import_id', '=', importId)
            .where('row', '>', after)
            .orderBy('row')
            .limit(limit);
          if (of.state !== undefined) query = query.where('state', '=', of.state);
          if (of.verdicts !== undefined) query = query.where('verdict', 'in', listOf(of.verdicts));
          if (of.looked !== undefined) query = query.where('looked', '=', toFlag(of.looked));
          return query;
        })
        .map(toPerson),
    tally: (importId) =>
      tally({ importId }).map((row) => ({
        verdict: word(IMPORT_VERDICTS, row.verdict, { table: 'import_person', id: importId }, 'verdict'),
        state: word(PERSON_STATES, row.state, { table: 'import_person', id: importId }, 'state'),
        count: row.count,
      })),
    unlooked: (importId) => unlooked({ importId })?.count ?? 0,
    awaited: (connectionId, addresses) => {
      const row = awaited({ connectionId, addresses: JSON.stringify(addresses) });
      return row === undefined ? null : toPerson(row);
    },
  };
}

/** Writes imports and the people of them. */
export function importWriter(statements: Statements, writing: Writing): (change: ImportChange) => void {
  const save = statements.run((q, p: Parameter<Row<'lead_import'>>) =>
    q
      .insertInto('lead_import')
      .values(parametersFor(p, IMPORT_COLUMNS))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          schedule_id: eb.ref('excluded.schedule_id'),
          context: eb.ref('excluded.context'),
          mapping: eb.ref('excluded.mapping'),
          status: eb.ref('excluded.status'),
          problem: eb.ref('excluded.problem'),
          ended_at: eb.ref('excluded.ended_at'),
        })),
      ),
  );
  const savePerson = statements.run((q, p: Parameter<Row<'import_person'>>) =>
    q
      .insertInto('import_person')
      .values(parametersFor(p, PERSON_COLUMNS))
      .onConflict((conflict) =>
        conflict.columns(['import_id', 'row']).doUpdateSet((eb) => ({
          cells: eb.ref('excluded.cells'),
          email: eb.ref('excluded.email'),
          first_name: eb.ref('excluded.first_name'),
          last_name: eb.ref('excluded.last_name'),
          company: eb.ref('excluded.company'),
          country: eb.ref('excluded.country'),
          context: eb.ref('excluded.context'),
          verdict: eb.ref('excluded.verdict'),
          reason: eb.ref('excluded.reason'),
          looked: eb.ref('excluded.looked'),
          state: eb.ref('excluded.state'),
          record_id: eb.ref('excluded.record_id'),
          lead_id: eb.ref('excluded.lead_id'),
        })),
      ),
  );
  const remove = statements.run((q, p: Parameter<{ id: string }>) =>
    q.deleteFrom('lead_import').where('id', '=', p('id')),
  );
  return (change) => {
    for (const each of change.imports ?? []) {
      writing.at('lead_import', each.id);
      save(importValues(each));
    }
    for (const each of change.importPeople ?? []) {
      writing.at('import_person', `${each.importId}/${each.row}`);
      savePerson(personValues(each));
    }
    for (const id of change.removeImports ?? []) remove({ id });
  };
}

function importValues(each: LeadImport): Row<'lead_import'> {
  return {
    id: each.id,
    source: each.source,
    target: each.target,
    connection_id: each.connectionId,
    assistant_id: each.assistantId,
    schedule_id: each.scheduleId,
    context: each.context,
    name: each.name,
    format: each.format,
    columns: JSON.stringify(each.columns),
    mapping: JSON.stringify(each.mapping),
    status: each.status,
    problem: each.problem,
    thread: each.thread === null ? null : JSON.stringify(each.thread),
    created_at: each.createdAt,
    ended_at: each.endedAt,
  };
}

function personValues(each: ImportPerson): Row<'import_person'> {
  return {
    import_id: each.importId,
    row: each.row,
    cells: JSON.stringify(each.cells),
    email: each.email,
    first_name: each.firstName,
    last_name: each.lastName,
    company: each.company,
    country: each.country,
    context: each.context,
    verdict: each.verdict,
    reason: each.reason,
    looked: toFlag(each.looked),
    state: each.state,
    record_id: each.recordId,
    lead_id: each.leadId,
  };
}

function toImport(row: Row<'lead_import'>): LeadImport {
  const name = { table: 'lead_import', id: row.id };
  return {
    id: row.id,
    source: word(IMPORT_SOURCES, row.source, name, 'source'),
    target: word(IMPORT_TARGETS, row.target, name, 'target'),
    connectionId: row.connection_id,
    assistantId: row.assistant_id,
    scheduleId: row.schedule_id,
    context: row.context,
    name: row.name,
    format: row.format,
    columns: fromJson(texts, row.columns, name, 'columns'),
    mapping: fromJson(mapping, row.mapping, name, 'mapping') as LeadImport['mapping'],
    status: word(IMPORT_STATUSES, row.status, name, 'status'),
    problem: row.problem,
    thread: fromJsonOrNull(thread, row.thread, name, 'thread'),
    createdAt: row.created_at,
    endedAt: row.ended_at,
  };
}

/** A person of an import as stored. */
export function toPerson(row: Row<'import_person'>): ImportPerson {
  const name = { table: 'import_person', id: `${row.import_id}/${row.row}` };
  return {
    importId: row.import_id,
    row: row.row,
    cells: fromJson(texts, row.cells, name, 'cells'),
    email: row.email,
    firstName: row.first_name,
    lastName: row.last_name,
    company: row.company,
    country: row.country,
    context: row.context,
    verdict: word(IMPORT_VERDICTS, row.verdict, name, 'verdict'),
    reason: row.reason,
    looked: row.looked === 1,
    state: word(PERSON_STATES, row.state, name, 'state'),
    recordId: row.record_id,
    leadId: row.lead_id,
  };
}
