import { describe, expect, it } from 'vitest';
import { openDatabaseFile } from '../database-file.ts';
import { archivedTables } from './tables.ts';

describe('the tables of an export of everything', () => {
  it('take no row number along: two installations count alike, and rows would be lost', () => {
    const db = openDatabaseFile(':memory:', () => 0);
    const numbered = archivedTables(db).filter(({ name, columns }) => {
      const keys = db
        .prepare("SELECT name FROM pragma_table_info(?) WHERE pk > 0 AND type = 'INTEGER'")
        .pluck()
        .all(name) as string[];
      const all = db.prepare('SELECT count(*) FROM pragma_table_info(?) WHERE pk > 0').pluck().get(name);
      return all === 1 && keys.some((key) => columns.includes(key));
    });
    // The outbox is numbered on; the salt is one row.
    expect(numbered.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'erasure_salt',
      'outbox',
    ]);
    db.close();
  });
});
