import type { Migration } from './migration.ts';

/**
 * What a person decides about a lead: a pause until a day, who gets the record back, tags and reminders; and the
 * indexes of the filters by tag, clicks, sub-state and messages sent.
 */
export const personActions: Migration = {
  version: 130,
  slug: 'person-actions',
  sql: `
ALTER TABLE lead ADD COLUMN paused_until TEXT;
ALTER TABLE lead ADD COLUMN hand_back_to TEXT;

CREATE TABLE lead_tag (
  tag TEXT NOT NULL,
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  PRIMARY KEY (tag, lead_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX lead_tag_by_lead ON lead_tag (lead_id);

CREATE TABLE reminder (
  id TEXT NOT NULL PRIMARY KEY,
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  due_at INTEGER NOT NULL,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  told_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX reminder_due ON reminder (due_at);
CREATE INDEX reminder_untold ON reminder (due_at) WHERE told_at IS NULL;
CREATE INDEX reminder_by_lead ON reminder (lead_id);

CREATE INDEX lead_paused_until ON lead (facet) WHERE paused_until IS NOT NULL;
CREATE INDEX lead_clicked ON lead (facet) WHERE clicks > 0;
CREATE INDEX lead_by_reason ON lead (reason, facet) WHERE reason IS NOT NULL;
CREATE INDEX lead_by_step ON lead (next_step, facet);
`,
};
