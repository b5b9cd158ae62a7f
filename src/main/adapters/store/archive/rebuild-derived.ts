import type Database from 'better-sqlite3';
import { quoted } from './tables.ts';

/**
 * Makes what the database keeps for itself, after rows were added past the commit: the combinations that screens
 * filter by with their counts, search words, addresses, the plan of each day, and the first open row of each lane.
 * New rows are known by the facet 0.
 */
export function rebuildDerived(db: Database.Database): void {
  db.exec(`
    INSERT INTO main.lead_words (rowid, words) SELECT no, words FROM main.lead WHERE facet = 0;
    INSERT OR IGNORE INTO main.lead_address (address, lead_no)
      SELECT each.value, lead.no FROM main.lead, json_each(lead.addresses) AS each WHERE lead.facet = 0;
    DELETE FROM main.lead_plan;
    INSERT INTO main.lead_plan (assistant_id, day, leads)
      SELECT assistant_id, planned_day, count(*) FROM main.lead WHERE planned_day IS NOT NULL GROUP BY 1, 2;
  `);
  facets(db, 'lead', 'lead_facet', 'leads');
  facets(db, 'outbox', 'outbox_facet', 'effects');
  db.exec(`
    UPDATE main.outbox SET is_head = 0 WHERE is_head = 1;
    UPDATE main.outbox SET is_head = 1 WHERE id IN
      (SELECT min(id) FROM main.outbox WHERE is_open = 1 GROUP BY connection_id, lane);
  `);
}

function facets(db: Database.Database, table: string, facet: string, counter: string): void {
  const all = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(facet) as string[];
  const parts = all.filter((column) => column !== 'id' && column !== counter);
  const same = parts.map((column) => `f."${column}" IS ${table}."${column}"`).join(' AND ');
  db.exec(`
    INSERT OR IGNORE INTO main.${facet} (${quoted(parts)})
      SELECT DISTINCT ${quoted(parts)} FROM main.${table} WHERE facet = 0;
    UPDATE main.${table} SET facet = (SELECT f.id FROM main.${facet} AS f WHERE ${same}) WHERE facet = 0;
    UPDATE main.${facet} SET ${counter} = (SELECT count(*) FROM main.${table} AS t WHERE t.facet = ${facet}.id);
  `);
}
