import Database from 'better-sqlite3';
import type { Instant } from '#core/domain/time.ts';
import { erasePerson } from './erase-person.ts';
import { Erasures } from './erasures.ts';

/** What was carried into a restored database. */
export interface Carried {
  readonly suppressions: number;
  readonly erasures: number;
}

/**
 * Makes a restored database (of this program's format) fit for the present: nobody who unsubscribed or was erased
 * since the backup comes back, answers read since are not read again, a connection that is read-only stays so, and what waits to be written is looked up
 * first, because it may have been written since. `from` are databases that were in use, best first; one that
 * cannot be read is left out.
 */
export function carryOver(db: Database.Database, from: readonly string[], at: Instant): Carried {
  let suppressions = 0;
  let isFirst = true;
  for (const file of from) {
    const taken = takeFrom(db, file, isFirst);
    if (taken === null) continue;
    suppressions += taken;
    isFirst = false;
  }
  db.exec(`UPDATE outbox SET uncertain = 1 WHERE is_open = 1`);
  const erasures = eraseAgain(db, at);
  return { suppressions, erasures };
}

/** How many suppressions came from a database; null: it cannot be read. Where reading stopped is told by the first. */
function takeFrom(db: Database.Database, file: string, withCursors: boolean): number | null {
  let source: Database.Database | undefined;
  try {
    source = new Database(file, { readonly: true });
    const suppressed = source.prepare('SELECT address, reason, at FROM suppression').raw().all();
    const excluded = hasTable(source, 'exclusion')
      ? source.prepare('SELECT pattern, at FROM exclusion').raw().all()
      : [];
    const cursors = source
      .prepare("SELECT key, value FROM cursor WHERE key LIKE 'mailbox/%' OR key = 'halted-since'")
      .raw()
      .all();
    const readOnly = withCursors ? readOnlyIds(source) : [];
    const salt = source.prepare('SELECT salt FROM erasure_salt').pluck().get() as string;
    const erased = source.prepare('SELECT hash, at FROM erased').raw().all();
    return db
      .transaction(() => {
        let added = 0;
        const suppress = db.prepare(
          'INSERT OR IGNORE INTO suppression (address, reason, at) VALUES (?, ?, ?)',
        );
        for (const row of suppressed) added += suppress.run(row).changes;
        const exclude = db.prepare('INSERT OR IGNORE INTO exclusion (pattern, at) VALUES (?, ?)');
        for (const row of excluded) exclude.run(row);
        const setCursor = db.prepare('INSERT OR REPLACE INTO cursor (key, value) VALUES (?, ?)');
        if (withCursors) for (const row of cursors) setCursor.run(row);
        const setReadOnly = db.prepare('UPDATE connection SET read_only = 1 WHERE id = ?');
        for (const id of readOnly) setReadOnly.run(id);
        if (erased.length > 0 && isSameSalt(db, salt)) {
          db.prepare('UPDATE erasure_salt SET salt = ?').run(salt);
          const addHash = db.prepare('INSERT OR REPLACE INTO erased (hash, at) VALUES (?, ?)');
          for (const row of erased) addHash.run(row);
        }
        return added;
      })
      .immediate();
  } catch {
    return null;
  } finally {
    source?.close();
  }
}

/** A database that was set aside may be older than the table. */
function hasTable(db: Database.Database, name: string): boolean {
  return db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(name) !== undefined;
}

/** A database of an older format has no such connections. */
function readOnlyIds(source: Database.Database): readonly string[] {
  const has = source.prepare("SELECT 1 FROM pragma_table_info('connection') WHERE name = 'read_only'").get();
  if (has === undefined) return [];
  return source.prepare('SELECT id FROM connection WHERE read_only = 1').pluck().all() as string[];
}

/** Hashes of another salt mean nothing here, unless there are none yet. */
function isSameSalt(db: Database.Database, salt: string): boolean {
  const own = db.prepare('SELECT salt FROM erasure_salt').pluck().get();
  return own === salt || db.prepare('SELECT 1 FROM erased LIMIT 1').get() === undefined;
}

/** Who was erased after the backup was made is still in it. */
function eraseAgain(db: Database.Database, at: Instant): number {
  const erasures = new Erasures(db);
  if (erasures.lastAt() === null) return 0;
  const rows = db
    .prepare('SELECT id, connection_id AS connectionId, record_id AS recordId, addresses FROM lead')
    .all() as { id: string; connectionId: string; recordId: string; addresses: string }[];
  let erased = 0;
  for (const row of rows) {
    const addresses = JSON.parse(row.addresses) as string[];
    const record = { connectionId: row.connectionId, recordId: row.recordId };
    if (!erasures.hasRecord(record) && !addresses.some((address) => erasures.hasAddress(address))) continue;
    erasePerson(db, erasures, { leads: [{ id: row.id }], records: [record], addresses }, at);
    erased += 1;
  }
  const suppressed = db
    .prepare('SELECT address FROM suppression UNION SELECT email FROM import_person')
    .pluck()
    .all() as string[];
  const gone = suppressed.filter((address) => erasures.hasAddress(address));
  if (gone.length > 0) erasePerson(db, erasures, { leads: [], records: [], addresses: gone }, at);
  return erased;
}
