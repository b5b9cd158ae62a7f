import Database from 'better-sqlite3';
import type { DumpedObject, PortalDump } from '#sandbox/control/dump.ts';
import type { Owner } from '#sandbox/portal/model.ts';
import type { MailRecord } from '#sandbox/world/mail-world.ts';
import type { KeptAccess } from './access.ts';
import type { Ledger } from './ledger.ts';

/** A row of a table as SQLite has it. */
export type Row = Readonly<Record<string, string | number | null>>;

/** All that the checker looks at: what the other side holds, and the file the program left. */
export interface Evidence {
  readonly dump: PortalDump;
  readonly owners: readonly Owner[];
  readonly mail: MailRecord;
  /** What people did in the app, as they remember it. */
  readonly ledger: Ledger;
  readonly access: KeptAccess;
  readonly tables: Readonly<Record<TableName, readonly Row[]>>;
}

const TABLES = {
  lead: 'SELECT * FROM lead ORDER BY no',
  mail: 'SELECT * FROM mail ORDER BY no',
  outbox: 'SELECT * FROM outbox ORDER BY id',
  journal: 'SELECT * FROM journal ORDER BY no',
  seen: 'SELECT * FROM seen',
  suppression: 'SELECT * FROM suppression',
  connection: 'SELECT * FROM connection',
  assistant: 'SELECT * FROM assistant',
  assistant_link: 'SELECT * FROM assistant_link',
  known_user: 'SELECT * FROM known_user',
  schedule: 'SELECT * FROM schedule',
  draft: 'SELECT * FROM draft ORDER BY created_at, id',
  writing_rules: 'SELECT * FROM writing_rules',
  lead_import: 'SELECT * FROM lead_import ORDER BY created_at, id',
  import_person: 'SELECT * FROM import_person ORDER BY import_id, row',
} as const;
export type TableName = keyof typeof TABLES;

/** Reads the database file with nothing of the program's own. */
export function readTables(file: string): Evidence['tables'] {
  const db = new Database(file, { readonly: true });
  try {
    return Object.fromEntries(
      Object.entries(TABLES).map(([name, sql]) => [name, db.prepare(sql).all() as Row[]]),
    ) as unknown as Evidence['tables'];
  } finally {
    db.close();
  }
}

export function text(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : value === null || value === undefined ? '' : String(value);
}

export function number(row: Row, column: string): number {
  return Number(row[column]);
}

/** A JSON column. */
export function json(row: Row, column: string): unknown {
  return JSON.parse(text(row, column) || 'null');
}

/** The contact of an id, or the one it was merged into; undefined: deleted for ever. */
export function contactOf({ dump }: Evidence, id: string): DumpedObject | undefined {
  let current = id;
  const merged = dump.merged.contacts;
  for (let next = merged[current]; next !== undefined; next = merged[current]) current = next;
  return contactsById(dump).get(current);
}

const byId = new WeakMap<PortalDump, ReadonlyMap<string, DumpedObject>>();

function contactsById(dump: PortalDump): ReadonlyMap<string, DumpedObject> {
  const known = byId.get(dump);
  if (known !== undefined) return known;
  const made = new Map(dump.objects.contacts.map((contact) => [contact.id, contact]));
  byId.set(dump, made);
  return made;
}
