import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { DatabaseDamaged, DatabaseUnavailable } from './store-error.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

/** A file above this size is checked page by page only before a migration: reading it all takes seconds. */
const ALWAYS_CHECKED_BYTES = 256 * 1024 * 1024;

/**
 * Opens the database, checks it, and brings it up to date (with a copy of it before). `:memory:` gives an empty
 * one. Throws `DatabaseUnavailable`, `DatabaseDamaged`, `DatabaseFromTheFuture` or `MigrationFailed`.
 */
export function openDatabaseFile(
  file: string,
  now: () => number,
  migrations: readonly Migration[] = MIGRATIONS,
): Database.Database {
  const db = connect(file);
  try {
    configure(db);
    check(db, file, migrations);
    migrate(db, { file, now, migrations });
    return db;
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) {
      throw new DatabaseDamaged(file, error.message, error);
    }
    if (error instanceof Database.SqliteError) throw new DatabaseUnavailable(file, error);
    throw error;
  }
}

function connect(file: string): Database.Database {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    return new Database(file);
  } catch (error) {
    throw new DatabaseUnavailable(file, error instanceof Error ? error : new Error(String(error)));
  }
}

function configure(db: Database.Database): void {
  db.pragma('busy_timeout = 5000');
  db.pragma('journal_mode = WAL');
  // FULL, not NORMAL: a commit that says "this mail went out" must survive a power cut, or it goes out twice.
  db.pragma('synchronous = FULL');
  // 16 MB of log between two checkpoints: a large intake writes the same pages of its indexes over and over.
  db.pragma('wal_autocheckpoint = 4000');
  db.pragma('foreign_keys = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -65536');
  db.pragma('mmap_size = 1073741824');
  // Truncated after a large write, so that the log file does not stay as large as the largest commit.
  db.pragma('journal_size_limit = 67108864');
}

function check(db: Database.Database, file: string, migrations: readonly Migration[]): void {
  const size =
    Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }));
  const isCurrent = db.pragma('user_version', { simple: true }) === migrations.at(-1)?.version;
  if (isCurrent && size > ALWAYS_CHECKED_BYTES) return;
  const finding = db.pragma('quick_check(1)', { simple: true });
  if (finding !== 'ok') throw new DatabaseDamaged(file, String(finding));
}
