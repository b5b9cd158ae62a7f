import type { Migration } from './migration.ts';

/** Leads that come in by hand: files, forms and mails, and each person of them. */
export const leadImports: Migration = {
  version: 170,
  slug: 'lead-imports',
  sql: `
CREATE TABLE lead_import (
  id TEXT NOT NULL PRIMARY KEY,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  connection_id TEXT REFERENCES connection (id) ON DELETE CASCADE,
  assistant_id TEXT,
  schedule_id TEXT,
  context TEXT NOT NULL,
  name TEXT NOT NULL,
  format TEXT NOT NULL,
  columns TEXT NOT NULL,
  mapping TEXT NOT NULL,
  status TEXT NOT NULL,
  problem TEXT NOT NULL,
  thread TEXT,
  created_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE import_person (
  import_id TEXT NOT NULL REFERENCES lead_import (id) ON DELETE CASCADE,
  row INTEGER NOT NULL,
  cells TEXT NOT NULL,
  email TEXT NOT NULL,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  company TEXT NOT NULL,
  country TEXT NOT NULL,
  context TEXT NOT NULL,
  verdict TEXT NOT NULL,
  reason TEXT NOT NULL,
  looked INTEGER NOT NULL,
  state TEXT NOT NULL,
  record_id TEXT,
  lead_id TEXT,
  PRIMARY KEY (import_id, row)
) STRICT, WITHOUT ROWID;

CREATE INDEX import_person_next ON import_person (import_id, state, verdict, looked, row);
CREATE INDEX import_person_address ON import_person (email);
`,
};
