import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type { Instant } from '#core/domain/time.ts';
import { carryOver } from './carry-over.ts';
import { openDatabaseFile } from './database-file.ts';
import { setDatabaseAside } from './set-aside.ts';

/** The cursor under which a restored database says so until the core has dealt with it. */
const RESTORED = 'restored';

/**
 * Makes a backup ready to take the place of a database, in a file beside it: brought up to date, with what must
 * not be forgotten carried over from the databases that were in use (best first).
 */
export function prepareRestore(options: {
  readonly file: string;
  readonly backup: string;
  readonly madeAt: Instant;
  readonly carryFrom: readonly string[];
  readonly now: () => Instant;
}): void {
  const part = `${options.file}.restoring.part`;
  for (const each of ['', '-wal', '-shm']) rmSync(`${part}${each}`, { force: true });
  copyFileSync(options.backup, part);
  const db = openDatabaseFile(part, options.now);
  try {
    carryOver(db, options.carryFrom, options.now());
    const told = JSON.stringify({ madeAt: options.madeAt, at: options.now() });
    db.prepare('INSERT OR REPLACE INTO cursor (key, value) VALUES (?, ?)').run(RESTORED, told);
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
  sync(part);
  renameSync(part, `${options.file}.restoring`);
}

/** Sets the closed present database aside and puts the prepared one in its place. */
export function finishRestore(file: string, at: Instant): void {
  if (existsSync(file)) setDatabaseAside(file, 'restored', at);
  renameSync(`${file}.restoring`, file);
}

/**
 * After a program that was killed in the middle of a restore: goes on with it where the present database was set
 * aside already, else the restore did not happen.
 */
export function recoverRestore(file: string): void {
  const prepared = `${file}.restoring`;
  if (existsSync(prepared)) {
    if (existsSync(file)) rmSync(prepared);
    else renameSync(prepared, file);
  }
  for (const each of ['', '-wal', '-shm']) rmSync(`${prepared}.part${each}`, { force: true });
}

function sync(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
