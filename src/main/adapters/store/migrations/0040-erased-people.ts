import type { Migration } from './migration.ts';

/**
 * Who was erased, as salted hashes alone: enough to know them again, not enough to know who they were. And which
 * deleted records of leads the CRM can never bring back.
 */
export const erasedPeople: Migration = {
  version: 40,
  slug: 'erased-people',
  sql: `
CREATE TABLE erasure_salt (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  salt TEXT NOT NULL
) STRICT;
INSERT INTO erasure_salt VALUES (1, lower(hex(randomblob(32))));

CREATE TABLE erased (
  hash TEXT NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE deleted_record (
  connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  record_id TEXT NOT NULL,
  for_ever INTEGER NOT NULL,
  checked_at INTEGER NOT NULL,
  PRIMARY KEY (connection_id, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX lead_with_deleted_record ON lead (connection_id, record_id) WHERE record_deleted = 1;
`,
};
