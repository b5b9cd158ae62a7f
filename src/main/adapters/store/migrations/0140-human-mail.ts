import type { Migration } from './migration.ts';

/** Mails that a person writes through the assistant, and what a person changed of messages to come. */
export const humanMail: Migration = {
  version: 140,
  slug: 'human-mail',
  sql: `
ALTER TABLE mail ADD COLUMN cc_addresses TEXT NOT NULL DEFAULT '[]';
ALTER TABLE mail ADD COLUMN by_person INTEGER NOT NULL DEFAULT 0;

CREATE TABLE mail_draft (
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  answers_mail_id TEXT,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  cc TEXT NOT NULL,
  at INTEGER NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (lead_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE planned_edit (
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  run INTEGER NOT NULL,
  step INTEGER NOT NULL,
  schedule_id TEXT NOT NULL,
  subject TEXT,
  text TEXT,
  skipped INTEGER NOT NULL,
  at INTEGER NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (lead_id, run, step)
) STRICT, WITHOUT ROWID;
`,
};
