import type { Migration } from './migration.ts';

/** Answers that a person has dealt with, and the order of the page that lists them. */
export const responses: Migration = {
  version: 120,
  slug: 'responses',
  sql: `
CREATE TABLE response_mark (
  mail_id TEXT NOT NULL PRIMARY KEY REFERENCES mail (id) ON DELETE CASCADE,
  settled_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_incoming ON mail (at, no) WHERE direction = 'incoming';
`,
};
