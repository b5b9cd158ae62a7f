import type { Migration } from './migration.ts';

/**
 * What users taught about replies and every change of it; people whom a lead named; mails that belong to no lead,
 * without their text.
 */
export const teaching: Migration = {
  version: 180,
  slug: 'teaching',
  sql: `
CREATE TABLE taught_rule (
  id TEXT NOT NULL PRIMARY KEY,
  term TEXT NOT NULL,
  intent TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE taught_change (
  id TEXT NOT NULL PRIMARY KEY,
  rule_id TEXT NOT NULL,
  what TEXT NOT NULL,
  term TEXT NOT NULL,
  intent TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE proposed_lead (
  id TEXT NOT NULL PRIMARY KEY,
  connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  assistant_id TEXT NOT NULL,
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  mail_id TEXT NOT NULL,
  address TEXT NOT NULL,
  name TEXT NOT NULL,
  at INTEGER NOT NULL,
  status TEXT NOT NULL,
  decided_at INTEGER,
  record_id TEXT,
  UNIQUE (connection_id, address)
) STRICT, WITHOUT ROWID;
CREATE INDEX proposed_lead_of ON proposed_lead (lead_id);

CREATE TABLE stray_mail (
  id TEXT NOT NULL PRIMARY KEY,
  assistant_id TEXT NOT NULL REFERENCES assistant (id) ON DELETE CASCADE,
  message_id TEXT NOT NULL,
  from_address TEXT NOT NULL,
  from_name TEXT NOT NULL,
  subject TEXT NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  link TEXT,
  settled_at INTEGER,
  UNIQUE (assistant_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX stray_mail_open ON stray_mail (at) WHERE settled_at IS NULL;
`,
};
