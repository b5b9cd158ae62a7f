import type { Migration } from './migration.ts';

/** When and to whom may be written: owners who are away, excluded addresses, opens by the hour, risky addresses. */
export const sending: Migration = {
  version: 90,
  slug: 'sending',
  sql: `
CREATE TABLE owner_away (
  connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  owner_id TEXT NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL,
  deputy_owner_id TEXT,
  PRIMARY KEY (connection_id, owner_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE exclusion (
  pattern TEXT NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE connection ADD COLUMN hand_back_rule TEXT NOT NULL DEFAULT '{"kind":"fixed"}';

ALTER TABLE lead ADD COLUMN opened_at TEXT NOT NULL DEFAULT '[]';
ALTER TABLE lead ADD COLUMN is_risky INTEGER NOT NULL DEFAULT 0;
ALTER TABLE lead ADD COLUMN held_since INTEGER;
`,
};
