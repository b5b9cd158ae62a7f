import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DatabaseUnavailable, StoreError } from './store-error.ts';

/** Another program works with the data folder. */
export class DataDirectoryInUse extends StoreError {
  override readonly name = 'DataDirectoryInUse';

  constructor(directory: string) {
    super(
      `Another Baton already works with the data folder ${directory}. Close it, or start with another data folder.`,
    );
  }
}

/** Held while the program works with the folder. */
export interface DataDirectoryLock {
  release(): void;
}

/**
 * Makes this process the only owner of a data folder, for the desktop app and the hub alike: an exclusive lock
 * on the small file `owner.lock` in it. The operating system frees it when the process ends, however it ends.
 * Throws `DataDirectoryInUse` when another process (or this one) has it, `DatabaseUnavailable` when the folder
 * cannot be written to.
 */
export function lockDataDirectory(directory: string): DataDirectoryLock {
  const file = join(directory, 'owner.lock');
  let db: Database.Database | undefined;
  try {
    mkdirSync(directory, { recursive: true });
    db = new Database(file, { timeout: 0 });
    // The mode keeps the lock after the transaction, for as long as the file is open.
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE; COMMIT');
  } catch (error) {
    db?.close();
    if (error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)) {
      throw new DataDirectoryInUse(directory);
    }
    throw new DatabaseUnavailable(file, error instanceof Error ? error : new Error(String(error)));
  }
  const held = db;
  return { release: () => void held.close() };
}
