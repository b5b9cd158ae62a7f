import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MONDAY } from '#test/support/lead-facts.ts';
import { aConnection, aStoredLead, temporaryDirectory } from '#test/support/store-rows.ts';
import { openDatabaseFile } from './database-file.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { openStore } from './open-store.ts';
import {
  DatabaseDamaged,
  DatabaseFromTheFuture,
  DatabaseUnavailable,
  MigrationFailed,
} from './store-error.ts';

const NEWEST = MIGRATIONS.at(-1)?.version ?? 0;
const NEXT = NEWEST + 1;
const withOneMore = (sql: string): Migration[] => [...MIGRATIONS, { version: NEXT, slug: 'one-more', sql }];
const now = () => MONDAY;

let directory: ReturnType<typeof temporaryDirectory>;
let file: string;
beforeEach(() => {
  directory = temporaryDirectory();
  file = join(directory.path, 'data', 'baton.db');
});
afterEach(() => directory.remove());

function fillWithOneLead(): void {
  const store = openStore({ file, now });
  store.commit({ connections: [aConnection()], leads: [{ lead: aStoredLead(), plannedDay: null }] });
  store.close();
}

describe('opening a database', () => {
  it('has the tables, indexes and triggers of the recorded schema', () => {
    const db = openDatabaseFile(':memory:', now);
    const parts = db
      .prepare(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'lead_words_%' ORDER BY type, name",
      )
      .pluck()
      .all();
    expect(parts.join(';\n')).toMatchSnapshot();
    db.close();
  });

  it('makes every ordinary table strict', () => {
    const db = openDatabaseFile(':memory:', now);
    const loose = db
      .prepare(
        `SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .all();
    expect(loose).toEqual([]);
    db.close();
  });

  it('keeps what is in it when it is opened again, without a copy', () => {
    fillWithOneLead();
    const store = openStore({ file, now });
    expect(store.leads.byId('l1')?.firstName).toBe('Anna');
    store.close();
    expect(readdirSync(join(directory.path, 'data'))).not.toContain('backups');
  });

  it('brings a file of an older version up to date and keeps its rows', () => {
    fillWithOneLead();
    const db = openDatabaseFile(
      file,
      now,
      withOneMore("ALTER TABLE lead ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'"),
    );
    expect(db.prepare('SELECT id, mood FROM lead').all()).toEqual([{ id: 'l1', mood: 'calm' }]);
    expect(db.pragma('user_version', { simple: true })).toBe(NEXT);
    db.close();
  });

  it('copies the file before it migrates it, named by version and time', () => {
    fillWithOneLead();
    openDatabaseFile(file, now, withOneMore('DELETE FROM lead')).close();
    const backups = join(directory.path, 'data', 'backups');
    expect(readdirSync(backups)).toEqual([`baton-${NEWEST}-2026-03-02T10-00-00-000Z.db`]);
    const copy = new Database(join(backups, readdirSync(backups)[0]!), { readonly: true });
    expect(copy.prepare('SELECT id FROM lead').pluck().all()).toEqual(['l1']);
    copy.close();
  });

  it('leaves the file as it was when a migration fails', () => {
    fillWithOneLead();
    const broken = withOneMore('DELETE FROM lead; INSERT INTO nowhere VALUES (1)');
    expect(() => openDatabaseFile(file, now, broken)).toThrow(MigrationFailed);
    const store = openStore({ file, now });
    expect(store.leads.byId('l1')).not.toBeNull();
    store.close();
  });

  it('refuses a file of a newer version with a sentence, and does not touch it', () => {
    openDatabaseFile(file, now, withOneMore('CREATE TABLE later (a INTEGER) STRICT')).close();
    const before = readFileSync(file);
    expect(() => openStore({ file, now })).toThrow(DatabaseFromTheFuture);
    expect(() => openStore({ file, now })).toThrow(/newer version of Baton .*Install the newest version/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('refuses a list of migrations that does not rise', () => {
    const twice = [...MIGRATIONS, { version: NEWEST, slug: 'same-number', sql: '' }];
    expect(() => openDatabaseFile(':memory:', now, twice)).toThrow(/same-number has number/);
  });

  it('says that a file which is no database is damaged', () => {
    const text = join(directory.path, 'notes.db');
    writeFileSync(text, 'These are my notes, not a database. '.repeat(100));
    expect(() => openStore({ file: text, now })).toThrow(DatabaseDamaged);
    expect(() => openStore({ file: text, now })).toThrow(/is damaged .*"backups" folder/);
  });

  it('says that a database with overwritten pages is damaged', () => {
    fillWithOneLead();
    const bytes = readFileSync(file);
    bytes.fill(0xff, 4096 * 3, 4096 * 12);
    writeFileSync(file, bytes);
    expect(() => openStore({ file, now })).toThrow(DatabaseDamaged);
  });

  it('says that it cannot open a file where its folder should be', () => {
    writeFileSync(join(directory.path, 'data'), 'a file');
    expect(() => openStore({ file, now })).toThrow(DatabaseUnavailable);
  });
});
