import type Database from 'better-sqlite3';
import { ARCHIVE_TOPICS, type ArchiveReport, type ArchiveTopic } from '#core/ports/archive.ts';
import type { Instant } from '#core/domain/time.ts';
import { Erasures } from '../erasures.ts';
import { archivedTables, quoted, type ArchivedTable } from './tables.ts';

/** Told of this installation alone, or dealt with anew. */
const OWN_CURSORS = ['restored', 'restored-leads', 'damaged-database'];
/** Taken in a way of their own. */
const SPECIAL = ['outbox', 'erased', 'erasure_salt', 'cursor'];

const RECONNECT = 'It was imported, and no key is in such a file. Reconnect to go on.';

type Refused = { readonly count: number; readonly because: string };

/**
 * Adds what is in the database attached as `s` to the present one, inside the caller's transaction: what has the same
 * id is here already and stays as it is. An account or an assistant that is here under another id keeps the one it has
 * here. What waits to be written is looked up first, because it may have been written since, and messages that were due
 * meanwhile wait for a person, as after a restore.
 */
export function mergeArchive(db: Database.Database, exportedAt: Instant, now: Instant): ArchiveReport {
  const tables = archivedTables(db);
  const inFile = counts(db, tables);
  useOurIds(
    db,
    tables,
    'connection',
    'connection_id',
    'ours.provider = theirs.provider AND ours.account_id = theirs.account_id',
  );
  useOurIds(db, tables, 'assistant', 'assistant_id', 'lower(ours.email) = lower(theirs.email)');
  const refused = [...refuseErased(db), ...refuseHeld(db)].filter(({ count }) => count > 0);
  const added = new Map<ArchiveTopic, number>();
  const add = (topic: ArchiveTopic | null, rows: number): void => {
    if (topic !== null) added.set(topic, (added.get(topic) ?? 0) + rows);
  };
  takeErasures(db);
  for (const table of tables.filter(({ name }) => !SPECIAL.includes(name))) add(table.topic, take(db, table));
  for (const table of tables.filter(({ name }) => name === 'outbox')) add(table.topic, takeOutbox(db, table));
  db.prepare(
    `INSERT OR IGNORE INTO main.cursor (key, value) SELECT key, value FROM s.cursor
     WHERE key NOT IN (SELECT value FROM json_each(?))`,
  ).run(JSON.stringify(OWN_CURSORS));
  const told = JSON.stringify({ madeAt: exportedAt, at: now, isImport: true });
  db.prepare("INSERT OR REPLACE INTO main.cursor (key, value) VALUES ('restored', ?)").run(told);
  const refusedLeads = refused.reduce((sum, { count }) => sum + count, 0);
  return {
    exportedAt,
    topics: ARCHIVE_TOPICS.map((topic) => {
      const all = inFile.get(topic) ?? 0;
      const new_ = added.get(topic) ?? 0;
      return { topic, added: new_, there: all - new_ - (topic === 'leads' ? refusedLeads : 0) };
    }),
    refused,
  };
}

function counts(db: Database.Database, tables: readonly ArchivedTable[]): ReadonlyMap<ArchiveTopic, number> {
  const sums = new Map<ArchiveTopic, number>();
  for (const { name, topic } of tables) {
    if (topic === null) continue;
    const rows = db.prepare(`SELECT count(*) FROM s.${name}`).pluck().get() as number;
    sums.set(topic, (sums.get(topic) ?? 0) + rows);
  }
  return sums;
}

/** What is here under another id is called in the file as it is called here. */
function useOurIds(
  db: Database.Database,
  tables: readonly ArchivedTable[],
  table: 'connection' | 'assistant',
  column: string,
  isSame: string,
): void {
  const pairs = db
    .prepare(
      `SELECT theirs.id AS theirs, min(ours.id) AS ours FROM s.${table} AS theirs
       JOIN main.${table} AS ours ON ${isSame}
       WHERE theirs.id NOT IN (SELECT id FROM main.${table}) GROUP BY theirs.id`,
    )
    .all() as { theirs: string; ours: string }[];
  for (const { theirs, ours } of pairs) {
    for (const each of tables.filter(({ columns }) => columns.includes(column))) {
      db.prepare(`UPDATE OR IGNORE s.${each.name} SET ${column} = ? WHERE ${column} = ?`).run(ours, theirs);
      // What is left is here already, under our id.
      db.prepare(`DELETE FROM s.${each.name} WHERE ${column} = ?`).run(theirs);
    }
    db.prepare(`DELETE FROM s.${table} WHERE id = ?`).run(theirs);
  }
}

/** Who was erased here does not come back. */
function refuseErased(db: Database.Database): readonly Refused[] {
  const erasures = new Erasures(db);
  if (erasures.lastAt() === null) return [];
  const rows = db
    .prepare('SELECT id, connection_id AS connectionId, record_id AS recordId, addresses FROM s.lead')
    .all() as { id: string; connectionId: string; recordId: string; addresses: string }[];
  const ids = rows
    .filter(
      (row) =>
        erasures.hasRecord(row) ||
        (JSON.parse(row.addresses) as string[]).some((address) => erasures.hasAddress(address)),
    )
    .map(({ id }) => id);
  removeLeads(db, ids);
  const suppressed = db.prepare('SELECT address FROM s.suppression').pluck().all() as string[];
  for (const address of suppressed.filter((each) => erasures.hasAddress(each))) {
    db.prepare('DELETE FROM s.suppression WHERE address = ?').run(address);
  }
  return [{ count: ids.length, because: 'This person was erased here.' }];
}

/** A record is with one lead at a time. */
function refuseHeld(db: Database.Database): readonly Refused[] {
  const ids = db
    .prepare(
      `SELECT theirs.id FROM s.lead AS theirs JOIN main.lead AS ours
         ON ours.connection_id = theirs.connection_id AND ours.record_id = theirs.record_id
       WHERE ours.custody IN ('Held', 'HandingBack') AND theirs.id NOT IN (SELECT id FROM main.lead)`,
    )
    .pluck()
    .all() as string[];
  removeLeads(db, ids);
  return [{ count: ids.length, because: 'An assistant holds the record here already, as another lead.' }];
}

function removeLeads(db: Database.Database, ids: readonly string[]): void {
  const list = JSON.stringify(ids);
  for (const table of [
    'draft',
    'mail',
    'journal',
    'outbox',
    'seen',
    'notice',
    'interrupted_lead',
    'lead_tag',
    'reminder',
    'mail_draft',
    'planned_edit',
    'proposed_lead',
    'told_notice',
  ]) {
    db.prepare(`DELETE FROM s.${table} WHERE lead_id IN (SELECT value FROM json_each(?))`).run(list);
  }
  db.prepare('DELETE FROM s.lead WHERE id IN (SELECT value FROM json_each(?))').run(list);
}

function take(db: Database.Database, { name, columns }: ArchivedTable): number {
  if (name === 'connection') {
    db.prepare("UPDATE s.connection SET status = 'Failed', failure = ? WHERE status <> 'Inactive'").run(
      RECONNECT,
    );
  }
  const into = name === 'lead' ? [...columns, 'facet'] : columns;
  const from = name === 'lead' ? `${quoted(columns)}, 0` : quoted(columns);
  return db
    .prepare(`INSERT OR IGNORE INTO main.${name} (${quoted(into)}) SELECT ${from} FROM s.${name}`)
    .run().changes;
}

/** Numbers go on after those that are here; an undo names the number of what it takes back. */
function takeOutbox(db: Database.Database, { columns }: ArchivedTable): number {
  const last = db.prepare('SELECT coalesce(max(id), 0) FROM main.outbox').pluck().get() as number;
  const from = columns.map((column) => {
    if (column === 'id') return `id + ${last}`;
    if (column === 'uncertain')
      return "iif(status IN ('waiting', 'in-flight', 'attention', 'held'), 1, uncertain)";
    if (column === 'status') return "iif(status = 'in-flight', 'waiting', status)";
    if (column !== 'effect') return `"${column}"`;
    return `iif(kind = 'crm-undo', json_set(effect, '$.undoes', effect ->> 'undoes' + ${last}), effect)`;
  });
  return db
    .prepare(
      `INSERT OR IGNORE INTO main.outbox (${quoted(columns)}, facet, is_head)
       SELECT ${from.join(', ')}, 0, 0 FROM s.outbox ORDER BY id`,
    )
    .run().changes;
}

/** Hashes of another salt mean nothing here, unless there are none yet. */
function takeErasures(db: Database.Database): void {
  const some = db.prepare('SELECT 1 FROM main.erased LIMIT 1').get() !== undefined;
  const theirs = db.prepare('SELECT salt FROM s.erasure_salt').pluck().get() as string | undefined;
  if (theirs === undefined) return;
  if (!some) db.prepare('UPDATE main.erasure_salt SET salt = ?').run(theirs);
  else if (db.prepare('SELECT salt FROM main.erasure_salt').pluck().get() !== theirs) return;
  db.exec('INSERT OR IGNORE INTO main.erased (hash, at) SELECT hash, at FROM s.erased');
}
