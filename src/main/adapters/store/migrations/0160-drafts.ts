import type { Migration } from './migration.ts';

/**
 * Messages that are written and wait: for the language model, or for a person's approval. While one waits its lead has
 * nothing due, as with a mail that is queued.
 */
export const drafts: Migration = {
  version: 160,
  slug: 'drafts',
  sql: `
CREATE TABLE writing_rules (
  assistant_id TEXT NOT NULL PRIMARY KEY REFERENCES assistant (id) ON DELETE CASCADE,
  review_first INTEGER NOT NULL,
  by_model INTEGER NOT NULL,
  when_refused TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  id TEXT NOT NULL PRIMARY KEY,
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  assistant_id TEXT NOT NULL REFERENCES assistant (id) ON DELETE CASCADE,
  run INTEGER NOT NULL,
  step INTEGER NOT NULL,
  status TEXT NOT NULL,
  writer TEXT NOT NULL,
  because TEXT NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  html TEXT NOT NULL,
  claims TEXT NOT NULL,
  remark TEXT,
  created_at INTEGER NOT NULL,
  next_try_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  settled_at INTEGER,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX draft_open ON draft (lead_id, run, step) WHERE status IN ('writing', 'waiting', 'approved');
CREATE INDEX draft_by_lead ON draft (lead_id, created_at);
CREATE INDEX draft_by_status ON draft (status, created_at, id);
CREATE INDEX draft_settled ON draft (settled_at, id) WHERE settled_at IS NOT NULL;
CREATE INDEX draft_by_connection ON draft (connection_id);
CREATE INDEX draft_by_assistant ON draft (assistant_id, status);

CREATE TRIGGER draft_added AFTER INSERT ON draft WHEN new.status IN ('writing', 'waiting') BEGIN
  UPDATE lead SET queued_mails = queued_mails + 1 WHERE id = new.lead_id;
END;
CREATE TRIGGER draft_status_changed AFTER UPDATE OF status ON draft
WHEN (new.status IN ('writing', 'waiting')) <> (old.status IN ('writing', 'waiting')) BEGIN
  UPDATE lead SET queued_mails = queued_mails + iif(new.status IN ('writing', 'waiting'), 1, -1)
  WHERE id = new.lead_id;
END;
`,
};
