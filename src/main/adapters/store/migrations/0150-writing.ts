import type { Migration } from './migration.ts';

/** The language of an assistant's fixed words, and her one-line facts. */
export const writing: Migration = {
  version: 150,
  slug: 'writing',
  sql: `
ALTER TABLE assistant ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
ALTER TABLE assistant ADD COLUMN nurture TEXT NOT NULL DEFAULT '[]';
`,
};
