import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { backupName } from './backup-names.ts';
import { DatabaseFromTheFuture, MigrationFailed } from './store-error.ts';
import type { Migration } from './migrations/migration.ts';

/**
 * Runs the migrations that the file lacks, each in its own transaction, after a copy of the file to
 * `backups/baton-<version>-<time>.db` beside it. A new file is not copied.
 * Throws `DatabaseFromTheFuture` for a newer file, `MigrationFailed` with the failed step undone.
 */
export function migrate(
  db: Database.Database,
  options: { readonly file: string; readonly now: () => number; readonly migrations: readonly Migration[] },
): void {
  const { file, migrations } = options;
  assertRising(migrations);
  const newest = migrations.at(-1)?.version ?? 0;
  const found = Number(db.pragma('user_version', { simple: true }));
  if (found > newest) throw new DatabaseFromTheFuture(file, found, newest);
  const missing = migrations.filter((migration) => migration.version > found);
  if (missing.length === 0) return;
  if (found > 0 && file !== ':memory:') backUp(db, file, found, options.now());
  for (const migration of missing) run(db, file, migration);
}

/** Numbers rise; there may be gaps between them. */
function assertRising(migrations: readonly Migration[]): void {
  migrations.forEach((migration, index) => {
    const before = migrations[index - 1]?.version ?? 0;
    if (migration.version > before) return;
    throw new Error(
      `Migration ${migration.slug} has number ${migration.version}; it must be above ${before}, the one before it.`,
    );
  });
}

function backUp(db: Database.Database, file: string, version: number, now: number): void {
  const directory = join(dirname(file), 'backups');
  mkdirSync(directory, { recursive: true });
  // Under its own name only when it is whole: the program may be killed while it is copied.
  const part = join(directory, 'migration.part');
  rmSync(part, { force: true });
  db.prepare('VACUUM INTO ?').run(part);
  renameSync(part, join(directory, backupName(version, now, 'migration')));
}

function run(db: Database.Database, file: string, migration: Migration): void {
  const step = db.transaction(() => {
    db.exec(migration.sql);
    db.pragma(`user_version = ${migration.version}`);
  });
  try {
    step.exclusive();
  } catch (error) {
    const cause = error instanceof Error ? error : new Error(String(error));
    throw new MigrationFailed(file, `step ${migration.version}, ${migration.slug}`, cause);
  }
}
