import type { Migration } from './migration.ts';

/** What people are told of by mail: each once, and until then it waits for the digest. */
export const toldNotices: Migration = {
  version: 181,
  slug: 'told-notices',
  sql: `
CREATE TABLE told_notice (
  key TEXT NOT NULL PRIMARY KEY,
  event TEXT NOT NULL,
  connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  lead_id TEXT REFERENCES lead (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  mailed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX told_notice_waiting ON told_notice (connection_id, at) WHERE mailed_at IS NULL;
CREATE INDEX told_notice_of ON told_notice (lead_id, event, at);
`,
};
