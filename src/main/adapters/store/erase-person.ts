import type Database from 'better-sqlite3';
import type { RecordKey } from '#core/ports/store/people.ts';
import type { Instant } from '#core/domain/time.ts';
import type { Erasures } from './erasures.ts';

/** What of a person is needed to remove everything. */
interface Traces {
  readonly leads: readonly { readonly id: string }[];
  readonly records: readonly RecordKey[];
  /** Lower case. */
  readonly addresses: readonly string[];
}

/** Above this size a file is not rewritten as a whole: its freed pages are overwritten instead. */
const REWRITTEN_BYTES = 512 * 1024 * 1024;

/**
 * Removes a person from every table, keeps the hashes, and sees to it that the file and its log hold nothing of
 * what was removed.
 */
export function erasePerson(db: Database.Database, erasures: Erasures, person: Traces, at: Instant): void {
  db.pragma('secure_delete = ON');
  try {
    db.transaction(() => {
      erasures.add(person.addresses, person.records, at);
      removeRows(db, person);
    }).immediate();
    // The search index keeps the words of removed leads until its parts are merged.
    db.exec("INSERT INTO lead_words (lead_words) VALUES ('optimize')");
    if (sizeOf(db) <= REWRITTEN_BYTES) db.exec('VACUUM');
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.pragma('secure_delete = OFF');
  }
}

function removeRows(db: Database.Database, person: Traces): void {
  const leadIds = JSON.stringify(person.leads.map((lead) => lead.id));
  const records = JSON.stringify(person.records.map((each) => [each.connectionId, each.recordId]));
  const addresses = JSON.stringify(person.addresses);
  for (const table of ['outbox', 'journal', 'seen', 'notice']) {
    db.prepare(`DELETE FROM ${table} WHERE lead_id IN (SELECT value FROM json_each(?))`).run(leadIds);
  }
  for (const table of ['outbox', 'journal', 'seen', 'deleted_record']) {
    db.prepare(
      `DELETE FROM ${table} WHERE (connection_id, record_id) IN
         (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))`,
    ).run(records);
  }
  db.prepare(
    `DELETE FROM outbox WHERE id IN (SELECT o.id FROM import_person AS p CROSS JOIN outbox AS o
         ON o.key > 'add:' || p.import_id || ':' || p.row || ':'
         AND o.key < 'add:' || p.import_id || ':' || p.row || ';'
       WHERE p.email IN (SELECT value FROM json_each(?)))`,
  ).run(addresses);
  db.prepare('DELETE FROM import_person WHERE email IN (SELECT value FROM json_each(?))').run(addresses);
  // A form is named after the person whom it added.
  db.prepare(
    "DELETE FROM lead_import WHERE source = 'form' AND name IN (SELECT value FROM json_each(?))",
  ).run(addresses);
  db.prepare(
    `DELETE FROM outbox WHERE kind = 'notice-mail' AND EXISTS
       (SELECT 1 FROM json_each(?) AS a WHERE instr(lower(effect), a.value) > 0)`,
  ).run(addresses);
  // Notices of what led to no lead name the person in their words.
  db.prepare(
    'DELETE FROM notice WHERE EXISTS (SELECT 1 FROM json_each(?) AS a WHERE instr(lower(text), a.value) > 0)',
  ).run(addresses);
  db.prepare(
    'DELETE FROM stray_mail WHERE from_address IN (SELECT value FROM json_each(?)) AND settled_at IS NULL',
  ).run(addresses);
  db.prepare('DELETE FROM proposed_lead WHERE address IN (SELECT value FROM json_each(?))').run(addresses);
  db.prepare(
    `DELETE FROM outbox WHERE kind = 'notice-mail' AND EXISTS
       (SELECT 1 FROM json_each(?) AS l WHERE instr(effect, l.value) > 0)`,
  ).run(leadIds);
  // Mails go with their leads, words and addresses and counts by the triggers of the lead.
  db.prepare('DELETE FROM lead WHERE id IN (SELECT value FROM json_each(?))').run(leadIds);
  db.prepare('DELETE FROM suppression WHERE address IN (SELECT value FROM json_each(?))').run(addresses);
  db.prepare('DELETE FROM exclusion WHERE pattern IN (SELECT value FROM json_each(?))').run(addresses);
}

function sizeOf(db: Database.Database): number {
  return Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }));
}
