import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BackupKind } from '#core/ports/backups.ts';
import { aConnection } from '#test/support/store-rows.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { backupName, readBackupName, readSetAsideName, setAsideName } from './backup-names.ts';
import { backupFolder, type BackupFolder } from './backups.ts';
import { openStore } from './open-store.ts';
import { setDatabaseAside } from './set-aside.ts';

const START = Date.UTC(2026, 2, 2, 10);
const DAY = 86_400_000;

let directory: string;
let file: string;
let now = START;
let backups: BackupFolder;

beforeEach(() => {
  directory = temporaryFolder();
  file = join(directory, 'baton.db');
  now = START;
  const store = openStore({ file, now: () => now });
  store.commit({ connections: [aConnection()] });
  backups = backupFolder({ file, now: () => now, copyTo: (copy) => store.copyTo(copy) });
});

/** Files that look like backups, one a day back from now. */
function pretend(kind: BackupKind, count: number): void {
  mkdirSync(join(directory, 'backups'), { recursive: true });
  for (let nth = 0; nth < count; nth += 1) {
    writeFileSync(join(directory, 'backups', backupName(1, START - nth * DAY, kind)), 'x');
  }
}

describe('the name of a backup', () => {
  it.each(['daily', 'by-hand', 'migration', 'before-restore'] as const)('tells what it is: %s', (kind) => {
    expect(readBackupName(backupName(40, START, kind))).toEqual({ format: 40, at: START, kind });
  });

  it('of a file set aside tells why and when, also where the moment was taken', () => {
    expect(readSetAsideName(setAsideName('damaged', START, 2))).toEqual({ because: 'damaged', at: START });
  });

  it('is nothing that leads elsewhere', () => {
    expect(['../baton.db', 'baton-1-now.db', 'notes.txt', ''].map(readBackupName)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('backups of a database in use', () => {
  it('are whole databases in one file, and two at once do not disturb each other', async () => {
    const made = await Promise.all([backups.make('by-hand'), backups.make('daily'), backups.make('by-hand')]);
    expect(new Set(made.map((each) => each.name)).size).toBe(3);
    expect(readdirSync(join(directory, 'backups')).toSorted()).toEqual(
      made.map((each) => each.name).toSorted(),
    );
    for (const { name } of made) {
      const copy = openStore({ file: backups.usable(name), now: () => now });
      expect(copy.connections.all()).toHaveLength(1);
      copy.close();
    }
  });

  it('are rotated: seven daily, four of updates, and nothing else is touched', () => {
    pretend('daily', 9);
    pretend('migration', 6);
    pretend('by-hand', 2);
    writeFileSync(join(directory, 'backups', 'my-notes.txt'), 'keep');
    writeFileSync(join(directory, 'backups', 'daily-0.part'), 'left by a kill');
    expect(backups.rotate(null)).toHaveLength(4);
    const kinds = backups.list().map((each) => each.kind);
    expect(kinds.filter((kind) => kind === 'daily')).toHaveLength(7);
    expect(kinds.filter((kind) => kind === 'migration')).toHaveLength(4);
    expect(kinds.filter((kind) => kind === 'by-hand')).toHaveLength(2);
    expect(existsSync(join(directory, 'backups', 'my-notes.txt'))).toBe(true);
    expect(readdirSync(join(directory, 'backups')).some((name) => name.endsWith('.part'))).toBe(false);
  });

  it('from before somebody was erased go once there is a newer one, never the last one', async () => {
    pretend('daily', 3);
    writeFileSync(`${file}-old`, 'an old database');
    setDatabaseAside(`${file}-old`, 'restored', START - DAY);
    now = START + 1_000;
    expect(backups.rotate(now)).toEqual([]);
    now += 1_000;
    await backups.make('daily');
    backups.rotate(START + 1_000);
    expect(backups.list().map((each) => each.at)).toEqual([now]);
    expect(backups.setAside()).toEqual([]);
  });
});

describe('setting a database aside', () => {
  it('takes all its parts along and never overwrites what is there', () => {
    for (const content of ['one', 'two']) {
      writeFileSync(`${file}2`, content);
      writeFileSync(`${file}2-wal`, `${content}-wal`);
      setDatabaseAside(`${file}2`, 'damaged', START);
    }
    expect(backups.setAside()).toHaveLength(2);
    expect(readdirSync(join(directory, 'set-aside'))).toHaveLength(4);
    expect(existsSync(`${file}2-wal`)).toBe(false);
  });
});
