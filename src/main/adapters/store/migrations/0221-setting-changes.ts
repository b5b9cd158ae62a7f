import type { Migration } from './migration.ts';

/** Who turned which switch, when, from what to what. */
export const settingChanges: Migration = {
  version: 221,
  slug: 'setting-changes',
  sql: `
CREATE TABLE setting_change (
  id TEXT NOT NULL PRIMARY KEY,
  connection_id TEXT REFERENCES connection (id) ON DELETE CASCADE,
  assistant_id TEXT REFERENCES assistant (id) ON DELETE CASCADE,
  setting TEXT NOT NULL,
  role TEXT NOT NULL,
  at INTEGER NOT NULL,
  from_value TEXT NOT NULL,
  to_value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX setting_change_at ON setting_change (at);
CREATE INDEX setting_change_of ON setting_change (connection_id);
CREATE INDEX setting_change_by ON setting_change (assistant_id);
`,
};
