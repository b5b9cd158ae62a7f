import type { Schedule } from '#core/domain/schedules/schedule.ts';
import type { Assistant, AssistantLink, Connection, KnownUser } from '#core/ports/store/rows.ts';
import type { Row, Schema } from './schema.ts';
import { toAssistantValues, toConnectionValues, toLinkValues, toScheduleValues } from './settings-rows.ts';
import type { Parameter, Statements } from './statements.ts';
import { parametersFor } from './statements.ts';
import { toFlag } from './stored-values.ts';
import { Moved, type Writing } from './writing.ts';

export interface SettingsWriter {
  connections(rows: readonly Connection[]): void;
  assistants(rows: readonly Assistant[]): void;
  schedules(rows: readonly Schedule[]): void;
  links(rows: readonly AssistantLink[]): void;
  users(rows: readonly KnownUser[]): void;
  /** With everything that belongs to it: its leads, their history and mails, its outbox and users. */
  removeConnections(ids: readonly string[]): void;
  /** With her links. Her leads stay, as history. */
  removeAssistants(ids: readonly string[]): void;
}

/** Writes connections, assistants, schedules, links and CRM users; throws `Moved` where a version is another. */
export function settingsWriter(statements: Statements, writing: Writing): SettingsWriter {
  const connection = versionedWriter(statements, writing, 'connection');
  const assistant = versionedWriter(statements, writing, 'assistant');
  const schedule = versionedWriter(statements, writing, 'schedule');

  const upsertLink = statements.run((q, p: Parameter<Row<'assistant_link'>>) =>
    q
      .insertInto('assistant_link')
      .values({
        assistant_id: p('assistant_id'),
        connection_id: p('connection_id'),
        owner_id: p('owner_id'),
        owner_active: p('owner_active'),
        has_worked: p('has_worked'),
        baseline: p('baseline'),
        checked_at: p('checked_at'),
      })
      .onConflict((conflict) =>
        conflict.columns(['connection_id', 'assistant_id']).doUpdateSet((eb) => ({
          owner_id: eb.ref('excluded.owner_id'),
          owner_active: eb.ref('excluded.owner_active'),
          has_worked: eb.ref('excluded.has_worked'),
          baseline: eb.ref('excluded.baseline'),
          checked_at: eb.ref('excluded.checked_at'),
        })),
      ),
  );
  const upsertUser = statements.run((q, p: Parameter<Row<'known_user'>>) =>
    q
      .insertInto('known_user')
      .values({
        connection_id: p('connection_id'),
        id: p('id'),
        email: p('email'),
        name: p('name'),
        active: p('active'),
      })
      .onConflict((conflict) =>
        conflict.columns(['connection_id', 'id']).doUpdateSet((eb) => ({
          email: eb.ref('excluded.email'),
          name: eb.ref('excluded.name'),
          active: eb.ref('excluded.active'),
        })),
      ),
  );
  const removeConnection = statements.run((q, p: Parameter<{ id: string }>) =>
    q.deleteFrom('connection').where('id', '=', p('id')),
  );
  const removeAssistant = statements.run((q, p: Parameter<{ id: string }>) =>
    q.deleteFrom('assistant').where('id', '=', p('id')),
  );

  return {
    connections: (rows) => {
      for (const row of rows) connection(toConnectionValues(row, row.version + 1), row.version);
    },
    assistants: (rows) => {
      for (const row of rows) assistant(toAssistantValues(row, row.version + 1), row.version);
    },
    schedules: (rows) => {
      for (const row of rows) schedule(toScheduleValues(row, row.version + 1), row.version);
    },
    links: (rows) => {
      for (const row of rows) {
        writing.at('assistant_link', `${row.connectionId}/${row.assistantId}`);
        upsertLink(toLinkValues(row));
      }
    },
    users: (rows) => {
      for (const row of rows) {
        writing.at('known_user', `${row.connectionId}/${row.id}`);
        upsertUser({
          connection_id: row.connectionId,
          id: row.id,
          email: row.email,
          name: row.name,
          active: toFlag(row.active),
        });
      }
    },
    removeConnections: (ids) => {
      for (const id of ids) {
        writing.at('connection', id);
        removeConnection({ id });
      }
    },
    removeAssistants: (ids) => {
      for (const id of ids) {
        writing.at('assistant', id);
        removeAssistant({ id });
      }
    },
  };
}

type VersionedTable = 'connection' | 'assistant' | 'schedule';

/** Inserts at read version 0, else updates the row of that version. Rarely called: built for each row anew. */
function versionedWriter<Table extends VersionedTable>(
  statements: Statements,
  writing: Writing,
  table: Table,
): (values: Row<Table>, readVersion: number) => void {
  const versionOf = statements.one((q, p: Parameter<{ id: string }>) =>
    q
      .selectFrom(table as VersionedTable)
      .select('version')
      .where('id', '=', p('id')),
  );
  const writers = new Map<string, (values: object) => unknown>();
  return (values, readVersion) => {
    const id = (values as { id: string }).id;
    writing.at(table, id);
    const stored = versionOf({ id })?.version ?? 0;
    if (stored !== readVersion) throw new Moved(table, id);
    const columns = Object.keys(values) as (keyof Row<Table> & string)[];
    const verb = readVersion === 0 ? 'insert' : 'update';
    let write = writers.get(verb);
    if (write === undefined) {
      write = statements.run((q, p: Parameter<Row<Table>>) => {
        const parameters = parametersFor(p, columns) as never;
        return verb === 'insert'
          ? q.insertInto(table as keyof Schema).values(parameters)
          : q
              .updateTable(table as VersionedTable)
              .set(parameters)
              .where('id', '=', (p as unknown as Parameter<{ id: string }>)('id'));
      }) as (values: object) => unknown;
      writers.set(verb, write);
    }
    write(values);
  };
}
