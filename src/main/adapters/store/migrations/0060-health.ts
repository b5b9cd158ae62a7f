import type { Migration } from './migration.ts';

/**
 * What watches over a connection: failures, the properties as they were accepted and what differs, the rule of each,
 * who is told, leads that a failure stopped, and when something last came from each source.
 */
export const health: Migration = {
  version: 60,
  slug: 'health',
  sql: `
CREATE TABLE incident (
  key TEXT NOT NULL PRIMARY KEY,
  connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  cause TEXT NOT NULL,
  sentence TEXT NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX incident_open ON incident (connection_id) WHERE until IS NULL;
INSERT INTO incident (key, connection_id, cause, sentence, since, until)
  SELECT 'failed/' || id || '/0', id, 'refused', coalesce(failure, ''), created_at, NULL
  FROM connection WHERE status = 'Failed';

CREATE TABLE watched_field (
  connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  label TEXT NOT NULL,
  type TEXT NOT NULL,
  field_type TEXT NOT NULL,
  group_name TEXT NOT NULL,
  is_ours INTEGER NOT NULL,
  options TEXT NOT NULL,
  PRIMARY KEY (connection_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE field_difference (
  connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  option TEXT NOT NULL,
  property TEXT NOT NULL,
  was TEXT NOT NULL,
  is_now TEXT NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (connection_id, key, kind, option)
) STRICT, WITHOUT ROWID;

CREATE TABLE field_rule (
  connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  policy TEXT NOT NULL,
  PRIMARY KEY (connection_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE admin (
  address TEXT NOT NULL PRIMARY KEY,
  place INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE interrupted_lead (
  lead_id TEXT NOT NULL PRIMARY KEY REFERENCES lead (id) ON DELETE CASCADE,
  connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  due_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX interrupted_by_connection ON interrupted_lead (connection_id, due_at);

CREATE TABLE source_event (
  source TEXT NOT NULL,
  subject TEXT NOT NULL,
  hour INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (source, subject, hour)
) STRICT, WITHOUT ROWID;

CREATE TABLE silence (
  source TEXT NOT NULL,
  subject TEXT NOT NULL,
  last_at INTEGER NOT NULL,
  noticed_at INTEGER NOT NULL,
  PRIMARY KEY (source, subject)
) STRICT, WITHOUT ROWID;
`,
};
