import type { Migration } from './migration.ts';

/** The mail account of each assistant. Its password is in the vault. */
export const mailboxes: Migration = {
  version: 80,
  slug: 'mailboxes',
  sql: `
CREATE TABLE mailbox (
  assistant_id TEXT NOT NULL PRIMARY KEY REFERENCES assistant (id) ON DELETE CASCADE,
  account TEXT NOT NULL,
  since INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
