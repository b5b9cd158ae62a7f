import type Database from 'better-sqlite3';
import type { ArchiveTopic } from '#core/ports/archive.ts';

/** What is made anew from the other tables. */
const DERIVED = /^(sqlite_|lead_words|lead_facet$|lead_plan$|lead_address$|outbox_facet$)/;

/** Counters and numbers of this database alone. */
const OWN_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  lead: ['no', 'facet', 'queued_mails'],
  mail: ['no'],
  journal: ['no'],
  notice: ['no'],
  outbox: ['facet', 'is_head'],
};

const TOPICS: Readonly<Record<string, ArchiveTopic>> = {
  connection: 'connections',
  assistant: 'assistants',
  schedule: 'schedules',
  lead: 'leads',
  mail: 'mails',
  journal: 'history',
  outbox: 'writes',
  suppression: 'suppressions',
  exclusion: 'suppressions',
};

/** A table that goes from one installation to another, whole. */
export interface ArchivedTable {
  readonly name: string;
  /** null: it is not told of. */
  readonly topic: ArchiveTopic | null;
  /** Without those that a database keeps for itself. */
  readonly columns: readonly string[];
}

/** Every table with something to take along; those that others refer to come first. */
export function archivedTables(db: Database.Database): readonly ArchivedTable[] {
  const names = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    .pluck()
    .all() as string[];
  return names
    .filter((name) => !DERIVED.test(name))
    .map((name) => {
      const columns = db
        .prepare('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0')
        .pluck()
        .all(name) as string[];
      const own = OWN_COLUMNS[name] ?? [];
      return {
        name,
        topic: TOPICS[name] ?? null,
        columns: columns.filter((column) => !own.includes(column)),
      };
    });
}

/** A column list in SQL; some names are words of SQL. */
export function quoted(columns: readonly string[], prefix = ''): string {
  return columns.map((column) => `${prefix}"${column}"`).join(', ');
}

/** A large import touches the pages of every index over and over. */
export function roomFor(db: Database.Database): void {
  db.pragma('cache_size = -262144');
  db.pragma('temp_store = MEMORY');
}
