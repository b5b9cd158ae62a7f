import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import {
  BackupFailed,
  BackupUnusable,
  KEPT,
  type Backup,
  type BackupKind,
  type Backups,
} from '#core/ports/backups.ts';
import type { Instant } from '#core/domain/time.ts';
import { backupName, readBackupName } from './backup-names.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { listSetAside, setAsideFolder } from './set-aside.ts';

/** The newest format of tables that this program knows. */
const NEWEST_FORMAT = MIGRATIONS.at(-1)?.version ?? 0;

/** Backups of a database file in `backups/` beside it. A restore needs the core stopped: that is the host's. */
export interface BackupFolder extends Omit<Backups, 'restore'> {
  /** The file of a backup that can be restored, every page of it read. Throws `BackupUnusable`. */
  usable(name: string): string;
}

/** `copyTo` writes a copy of the open database to a new file. */
export function backupFolder(options: {
  readonly file: string;
  readonly now: () => Instant;
  readonly copyTo: (file: string) => Promise<void>;
}): BackupFolder {
  const folder = join(dirname(options.file), 'backups');
  let problem: ReturnType<Backups['problem']> = null;
  let underWay = 0;
  let begun = 0;

  async function make(kind: Exclude<BackupKind, 'migration'>): Promise<Backup> {
    const part = join(folder, `${kind}-${begun}.part`);
    begun += 1;
    underWay += 1;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      rmSync(part, { force: true });
      await options.copyTo(part);
      const format = finish(part);
      let at = options.now();
      while (existsSync(join(folder, backupName(format, at, kind)))) at += 1;
      const name = backupName(format, at, kind);
      renameSync(part, join(folder, name));
      problem = null;
      return { name, kind, at, bytes: statSync(join(folder, name)).size, format };
    } catch (error) {
      if (existsSync(part)) rmSync(part);
      const why = error instanceof Error ? error.message : String(error);
      const sentence = `The backup was not made: ${why}. Check that the folder ${folder} can be written to and has room.`;
      problem = { sentence, since: problem?.since ?? options.now() };
      throw new BackupFailed(sentence, { cause: error });
    } finally {
      underWay -= 1;
    }
  }

  function rotate(erasedAt: Instant | null): readonly string[] {
    const gone: string[] = [];
    if (!existsSync(folder)) return gone;
    const remove = (from: string, name: string): void => {
      for (const part of ['', '-wal', '-shm']) rmSync(join(from, `${name}${part}`), { force: true });
      gone.push(name);
    };
    if (underWay === 0) {
      for (const name of readdirSync(folder).filter((each) => each.endsWith('.part')))
        rmSync(join(folder, name));
    }
    const all = listBackups(folder);
    const kept = new Map<BackupKind, number>();
    for (const backup of all) {
      const nth = (kept.get(backup.kind) ?? 0) + 1;
      kept.set(backup.kind, nth);
      if (nth > KEPT[backup.kind]) remove(folder, backup.name);
    }
    if (erasedAt !== null && all.some((backup) => backup.at > erasedAt)) {
      const old = all.filter((backup) => backup.at <= erasedAt && !gone.includes(backup.name));
      for (const { name } of old) remove(folder, name);
      for (const { name, at } of listSetAside(options.file)) {
        if (at <= erasedAt) remove(setAsideFolder(options.file), name);
      }
    }
    return gone;
  }

  return {
    folder,
    format: NEWEST_FORMAT,
    list: () => listBackups(folder),
    setAside: () => listSetAside(options.file),
    make,
    problem: () => problem,
    rotate,
    usable: (name) => usable(folder, name),
  };
}

function listBackups(folder: string): readonly Backup[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const told = readBackupName(name);
      return told === null ? [] : [{ name, ...told, bytes: statSync(join(folder, name)).size }];
    })
    .toSorted((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
}

/** Checks a fresh copy and makes it one file that needs no other beside it; answers its format. */
function finish(file: string): number {
  chmodSync(file, 0o600);
  const db = new Database(file);
  try {
    db.pragma('journal_mode = DELETE');
    const finding = db.pragma('quick_check(1)', { simple: true });
    if (finding !== 'ok') throw new Error(`the copy is not whole (${String(finding)})`);
    return Number(db.pragma('user_version', { simple: true }));
  } finally {
    db.close();
  }
}

function usable(folder: string, name: string): string {
  const told = readBackupName(name);
  const file = join(folder, name);
  if (told === null || !existsSync(file)) {
    throw new BackupUnusable('This backup is no longer there. Choose another one.');
  }
  if (told.format > NEWEST_FORMAT) {
    throw new BackupUnusable(
      'This backup was made by a newer version of Baton. Install the newest version, then restore it.',
    );
  }
  const finding = findingIn(file);
  if (finding === null) return file;
  throw new BackupUnusable(`This backup is damaged (${finding}). Choose an older or a newer one.`);
}

function findingIn(file: string): string | null {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true });
    const finding = String(db.pragma('integrity_check(1)', { simple: true }));
    return finding === 'ok' ? null : finding;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    db?.close();
  }
}
