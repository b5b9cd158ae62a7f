import type { Migration } from './migration.ts';

/** *Hold writes for approval*: a switch of the connection, and effects that wait for a person's word. */
export const heldWrites: Migration = {
  version: 30,
  slug: 'held-writes',
  sql: `
ALTER TABLE connection ADD COLUMN hold_writes INTEGER NOT NULL DEFAULT 0;

DROP INDEX outbox_lane;
ALTER TABLE outbox DROP COLUMN is_open;
ALTER TABLE outbox ADD COLUMN
  is_open INTEGER NOT NULL AS (status IN ('waiting', 'in-flight', 'attention', 'held')) VIRTUAL;
CREATE INDEX outbox_lane ON outbox (connection_id, lane, id) WHERE is_open = 1;
`,
};
