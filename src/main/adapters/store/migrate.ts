import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
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
  assertMonotonic(migrations);
  const newest = migrations.at(-1)?.version ?? 0;
  const found = Number(db.pragma('user_version', { simple: true }));
  if (found > newest) throw new DatabaseFromTheFuture(file, found, newest);
  const missing = migrations.filter((migration) => migration.version > found);
  if (missing.length === 0) return;
  if (found > 0 && file !== ':memory:') backUp(db, file, found, options.now());
  for (const migration of missing) run(db, file, migration);
}

function assertMonotonic(migrations: readonly Migration[]): void {
  migrations.forEach((migration, index) => {
    if (migration.version !== index + 1) {
      throw new Error(
        `Migration ${migration.slug} has number ${migration.version}; ${index + 1} comes next.`,
      );
    }
  });
}

function backUp(db: Database.Database, file: string, version: number, now: number): void {
  const directory = join(dirname(file), 'backups');
  mkdirSync(directory, { recursive: true });
  const time = new Date(now).toISOString().replaceAll(/[:.]/g, '-');
  db.prepare('VACUUM INTO ?').run(join(directory, `baton-${version}-${time}.db`));
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
