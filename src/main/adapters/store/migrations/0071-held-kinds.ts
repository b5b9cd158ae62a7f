import type { Migration } from './migration.ts';

/** *Hold writes* for some kinds of writes only: a JSON list; an empty one means all. */
export const heldKinds: Migration = {
  version: 71,
  slug: 'held-kinds',
  sql: `ALTER TABLE connection ADD COLUMN hold_only TEXT NOT NULL DEFAULT '[]';
`,
};
