import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { ArchiveUnusable } from '#core/ports/archive.ts';
import type { Instant } from '#core/domain/time.ts';
import { toEntry } from '../history-queries.ts';
import { toLead } from '../lead-row.ts';
import { toMail } from '../mail-row.ts';
import { migrate } from '../migrate.ts';
import { MIGRATIONS } from '../migrations/index.ts';
import { toOutboxRow } from '../outbox-row.ts';
import type { Row } from '../schema.ts';
import { toAssistant, toConnection, toSchedule } from '../settings-rows.ts';
import { StoreError } from '../store-error.ts';
import { archivedTables, quoted, roomFor } from './tables.ts';

const NOT_OURS = 'This is no file that Baton wrote with Export everything, or another program changed it.';
const CUT_SHORT = 'This file is not whole. Export it again, and copy all of it.';
const NEWER = 'This file was written by a newer version of Baton. Install that one here first.';
/** No line is longer; what is longer is no file of ours. */
const LONGEST_LINE = 32 * 1024 * 1024;

const head = z.object({ baton: z.literal('everything'), format: z.number().int(), exportedAt: z.number() });
const cell = z.union([z.string(), z.number(), z.null()]);
const line = z.object({ table: z.string(), row: z.record(z.string(), cell) });
const foot = z.object({ count: z.number().int() });

/** What is read back from the rows, so that a file with a broken row is refused as a whole. */
const READERS: readonly ((db: Database.Database) => void)[] = [
  reader<'connection'>('connection', toConnection),
  reader<'assistant'>('assistant', toAssistant),
  reader<'schedule'>('schedule', toSchedule),
  reader<'lead'>('lead', toLead),
  reader<'mail'>('mail', toMail),
  reader<'journal'>('journal', toEntry),
  reader<'outbox'>('outbox', toOutboxRow),
];

function reader<Table extends Parameters<typeof rowsOf>[1]>(
  table: Table,
  read: (row: Row<Table>) => unknown,
): (db: Database.Database) => void {
  return (db) => {
    for (const row of rowsOf(db, table)) read(row as Row<Table>);
  };
}

function rowsOf(
  db: Database.Database,
  table: 'connection' | 'assistant' | 'schedule' | 'lead' | 'mail' | 'journal' | 'outbox',
): IterableIterator<unknown> {
  return db.prepare(`SELECT * FROM ${table}`).iterate();
}

/** Reads the text of an archive into a database of its own beside the present one. */
export class ArchiveReader {
  readonly #file: string;
  readonly #now: () => Instant;
  #db: Database.Database | null = null;
  #inserts = new Map<string, Database.Statement>();
  #rest = '';
  #count = 0;
  #head: z.infer<typeof head> | null = null;
  #isWhole = false;

  constructor(file: string, now: () => Instant) {
    this.#file = file;
    this.#now = now;
  }

  get exportedAt(): Instant {
    if (this.#head === null) throw new ArchiveUnusable(NOT_OURS);
    return this.#head.exportedAt;
  }

  add(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    if (this.#rest.length > LONGEST_LINE) throw new ArchiveUnusable(NOT_OURS);
    for (const each of lines) this.#read(each);
  }

  /** Everything was read: the database is brought up to date, every row of it checked, and closed. */
  finish(): void {
    this.#readRest();
    const db = this.#db;
    if (db === null) throw new ArchiveUnusable(NOT_OURS);
    if (!this.#isWhole) throw new ArchiveUnusable(CUT_SHORT);
    if (!db.open) return;
    db.exec('COMMIT');
    migrate(db, { file: ':memory:', now: this.#now, migrations: MIGRATIONS });
    checkRows(db);
    db.close();
  }

  drop(): void {
    this.#db?.close();
    this.#db = null;
    for (const part of ['', '-wal', '-shm', '-journal']) rmSync(`${this.#file}${part}`, { force: true });
  }

  /** The last line may have lost its end, or be half of one. */
  #readRest(): void {
    const rest = this.#rest;
    this.#rest = '';
    try {
      this.#read(rest);
    } catch (error) {
      if (this.#head === null) throw error;
      throw new ArchiveUnusable(CUT_SHORT, { cause: error });
    }
  }

  #read(text: string): void {
    const trimmed = text.trim();
    if (trimmed === '') return;
    if (this.#isWhole) throw new ArchiveUnusable(NOT_OURS);
    if (this.#head === null) {
      this.#head = parsed(head, trimmed.replace(/,"rows":\[$/, '}'));
      this.#db = this.#open(this.#head.format);
    } else if (trimmed.startsWith(']')) {
      if (parsed(foot, `{${trimmed.slice(2)}`).count !== this.#count) throw new ArchiveUnusable(CUT_SHORT);
      this.#isWhole = true;
    } else {
      this.#insert(parsed(line, trimmed.replace(/,$/, '')));
      this.#count += 1;
    }
  }

  #open(format: number): Database.Database {
    if (format > (MIGRATIONS.at(-1)?.version ?? 0)) throw new ArchiveUnusable(NEWER);
    this.drop();
    const db = new Database(this.#file);
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    roomFor(db);
    db.pragma('foreign_keys = OFF');
    const migrations = MIGRATIONS.filter((migration) => migration.version <= format);
    migrate(db, { file: ':memory:', now: this.#now, migrations });
    if (migrations.length === MIGRATIONS.length) dropIndexes(db);
    // What a new database has from the start comes from the file.
    for (const { name } of archivedTables(db)) db.exec(`DELETE FROM ${name}`);
    db.exec('BEGIN');
    return db;
  }

  #insert({ table, row }: z.infer<typeof line>): void {
    const columns = Object.keys(row);
    const key = `${table} ${columns.join(' ')}`;
    try {
      const insert = this.#inserts.get(key) ?? this.#prepare(table, columns);
      this.#inserts.set(key, insert);
      insert.run(columns.map((column) => row[column]));
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
      throw new ArchiveUnusable(`${NOT_OURS} (A row of "${table}": ${error.message}.)`, { cause: error });
    }
  }

  #prepare(table: string, columns: readonly string[]): Database.Statement {
    const db = this.#db;
    const known = db === null ? undefined : archivedTables(db).find(({ name }) => name === table);
    if (db === null || known === undefined || columns.some((column) => !known.columns.includes(column))) {
      throw new ArchiveUnusable(`${NOT_OURS} (It has a table or column "${table}" that is not known.)`);
    }
    const filled = [
      ...columns,
      ...(table === 'lead' ? ['facet'] : []),
      ...(table === 'outbox' ? ['facet', 'is_head'] : []),
    ];
    const values = filled.map((_, index) => (index < columns.length ? '?' : '0'));
    return db.prepare(`INSERT INTO ${table} (${quoted(filled)}) VALUES (${values.join(', ')})`);
  }
}

/** Nothing is looked up in what is only passed on. A migration still to come may name an index. */
function dropIndexes(db: Database.Database): void {
  const names = db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND name <> 'mail_by_lead'",
    )
    .pluck()
    .all() as string[];
  for (const name of names) db.exec(`DROP INDEX ${name}`);
}

function parsed<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new ArchiveUnusable(NOT_OURS, { cause: error });
  }
}

function checkRows(db: Database.Database): void {
  try {
    for (const read of READERS) read(db);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    throw new ArchiveUnusable(`${NOT_OURS} (${error.message})`, { cause: error });
  }
}
