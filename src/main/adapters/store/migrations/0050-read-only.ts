import type { Migration } from './migration.ts';

/** *Read only*: a switch of the connection; its effects are held, and nothing is written to its CRM. */
export const readOnly: Migration = {
  version: 50,
  slug: 'read-only',
  sql: `
ALTER TABLE connection ADD COLUMN read_only INTEGER NOT NULL DEFAULT 0;
`,
};
