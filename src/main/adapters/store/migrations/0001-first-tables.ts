import type { Migration } from './migration.ts';

const settings = `
CREATE TABLE connection (
  id TEXT NOT NULL PRIMARY KEY,
  provider TEXT NOT NULL,
  name TEXT NOT NULL,
  account_id TEXT NOT NULL,
  base_url TEXT,
  ui_domain TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  identity TEXT NOT NULL,
  status TEXT NOT NULL,
  failure TEXT,
  preset TEXT NOT NULL,
  field_names TEXT NOT NULL,
  contact_status_options TEXT,
  contact_status_overrides TEXT NOT NULL,
  assignment TEXT NOT NULL,
  guard_on INTEGER NOT NULL,
  task_on_hot INTEGER NOT NULL,
  fallback_owner_id TEXT,
  long_term_schedule_id TEXT,
  schedules_synced_at INTEGER,
  created_at INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE assistant (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  email TEXT NOT NULL,
  user_name TEXT NOT NULL,
  context TEXT NOT NULL,
  more_information TEXT NOT NULL,
  signature TEXT NOT NULL,
  lead_source TEXT NOT NULL,
  brochure_url TEXT,
  calendar_url TEXT,
  bcc TEXT,
  default_schedule_id TEXT NOT NULL,
  rules TEXT NOT NULL,
  active_limit INTEGER,
  created_at INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE assistant_link (
  assistant_id TEXT NOT NULL REFERENCES assistant (id) ON DELETE CASCADE,
  connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  owner_id TEXT,
  owner_active INTEGER NOT NULL,
  has_worked INTEGER NOT NULL,
  baseline TEXT,
  checked_at INTEGER NOT NULL,
  PRIMARY KEY (connection_id, assistant_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE known_user (
  connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  active INTEGER NOT NULL,
  PRIMARY KEY (connection_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE schedule (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  steps TEXT NOT NULL,
  built_in INTEGER NOT NULL,
  crm_value TEXT NOT NULL,
  deleted INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE suppression (
  address TEXT NOT NULL PRIMARY KEY,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cursor (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  topic TEXT NOT NULL,
  text TEXT NOT NULL,
  lead_id TEXT,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX notice_by_time ON notice (at, no);
`;

// A lead_facet row is one combination of everything the Leads screen filters by, with the number of leads in it:
// totals and counts for any filter are a sum over a few hundred rows. Every sort index carries the facet, so a
// filtered page is read from one index alone. The commit keeps counters, words and addresses beside the leads it
// writes; triggers for that would make SQLite copy every page it touches, for each row. Deletion has triggers,
// because it also comes by way of a removed connection.
const leads = `
CREATE TABLE lead_facet (
  id INTEGER PRIMARY KEY,
  connection_id TEXT NOT NULL,
  assistant_id TEXT NOT NULL,
  schedule_id TEXT NOT NULL,
  state TEXT NOT NULL,
  custody TEXT NOT NULL,
  follow_up TEXT NOT NULL,
  leads INTEGER NOT NULL DEFAULT 0,
  UNIQUE (connection_id, assistant_id, schedule_id, state, custody, follow_up)
) STRICT;

CREATE TABLE lead (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  facet INTEGER NOT NULL,
  connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  assistant_id TEXT NOT NULL,
  record_id TEXT NOT NULL,
  state TEXT NOT NULL,
  state_rank INTEGER NOT NULL,
  reason TEXT,
  state_before TEXT,
  hold TEXT,
  custody TEXT NOT NULL,
  follow_up TEXT NOT NULL,
  run INTEGER NOT NULL,
  schedule_id TEXT NOT NULL,
  schedule_source TEXT NOT NULL,
  next_step INTEGER NOT NULL,
  step_count INTEGER NOT NULL,
  next_follow_up_at INTEGER,
  planned_day TEXT,
  paused_without_date INTEGER NOT NULL,
  context TEXT NOT NULL,
  context_source TEXT NOT NULL,
  email TEXT NOT NULL,
  addresses TEXT NOT NULL,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  company TEXT NOT NULL,
  country TEXT NOT NULL,
  time_zone TEXT,
  opens INTEGER NOT NULL,
  clicks INTEGER NOT NULL,
  last_sent_at INTEGER,
  last_reply_at INTEGER,
  thread_subject TEXT,
  thread TEXT NOT NULL,
  assigned_at INTEGER NOT NULL,
  previous_owner_id TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  record_deleted INTEGER NOT NULL,
  version INTEGER NOT NULL,
  name_key TEXT,
  company_key TEXT,
  words TEXT NOT NULL,
  queued_mails INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX lead_by_facet ON lead (facet);
CREATE INDEX lead_by_name ON lead (name_key, facet);
CREATE INDEX lead_by_company ON lead (company_key, facet);
CREATE INDEX lead_by_state ON lead (state_rank, updated_at, facet);
CREATE INDEX lead_by_next ON lead (next_follow_up_at, facet);
CREATE INDEX lead_by_updated ON lead (updated_at, facet);
CREATE INDEX lead_by_created ON lead (created_at, facet);
CREATE INDEX lead_by_record ON lead (connection_id, record_id);
CREATE INDEX lead_held ON lead (connection_id, id) WHERE custody = 'Held';
CREATE INDEX lead_due ON lead (next_follow_up_at)
  WHERE custody = 'Held' AND follow_up IN ('Scheduled', 'Waiting') AND queued_mails = 0
    AND state IN ('New', 'Pending', 'Cold', 'Engaged', 'Warm', 'OutOfOffice') AND next_follow_up_at IS NOT NULL;
CREATE INDEX lead_on_hold ON lead (assistant_id, created_at)
  WHERE state = 'New' AND custody = 'Held' AND hold IS NOT NULL;
CREATE INDEX lead_pending ON lead (last_sent_at) WHERE state = 'Pending' AND custody = 'Held';

CREATE TABLE lead_address (
  address TEXT NOT NULL,
  lead_no INTEGER NOT NULL,
  PRIMARY KEY (address, lead_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE lead_plan (
  assistant_id TEXT NOT NULL,
  day TEXT NOT NULL,
  leads INTEGER NOT NULL,
  PRIMARY KEY (assistant_id, day)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE lead_words USING fts5(
  words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5 6',
  tokenize = 'unicode61 remove_diacritics 0'
);

CREATE TRIGGER lead_deleted AFTER DELETE ON lead BEGIN
  UPDATE lead_facet SET leads = leads - 1 WHERE id = old.facet;
  DELETE FROM lead_words WHERE rowid = old.no;
  DELETE FROM lead_address
    WHERE lead_no = old.no AND address IN (SELECT value FROM json_each(old.addresses));
  UPDATE lead_plan SET leads = leads - 1 WHERE assistant_id = old.assistant_id AND day = old.planned_day;
  DELETE FROM lead_plan WHERE assistant_id = old.assistant_id AND day = old.planned_day AND leads = 0;
END;
`;

const history = `
CREATE TABLE seen (
  connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  record_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  assigned_at INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  lead_id TEXT,
  PRIMARY KEY (connection_id, record_id, owner_id, assigned_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX seen_by_time ON seen (connection_id, assigned_at, lead_id);

CREATE TABLE journal (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  lead_id TEXT,
  record_id TEXT NOT NULL,
  event TEXT NOT NULL,
  data TEXT NOT NULL,
  from_state TEXT,
  to_state TEXT,
  rule TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX journal_by_lead ON journal (lead_id, at) WHERE lead_id IS NOT NULL;

CREATE INDEX journal_of_taken ON journal (at) WHERE event IN ('assigned', 'adopted') AND lead_id IS NOT NULL;

CREATE TABLE mail (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
  connection_id TEXT NOT NULL,
  assistant_id TEXT NOT NULL,
  direction TEXT NOT NULL,
  status TEXT NOT NULL,
  message_id TEXT NOT NULL,
  in_reply_to TEXT,
  "references" TEXT NOT NULL,
  from_address TEXT NOT NULL,
  to_addresses TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  html TEXT,
  at INTEGER NOT NULL,
  sent_at INTEGER,
  sent_day TEXT,
  run INTEGER,
  step INTEGER,
  intent TEXT,
  confidence REAL,
  words TEXT NOT NULL,
  bounce TEXT
) STRICT;
CREATE INDEX mail_by_lead ON mail (lead_id, at);
CREATE INDEX mail_by_message ON mail (message_id);
CREATE INDEX mail_by_day ON mail (assistant_id, sent_day) WHERE sent_day IS NOT NULL AND status <> 'cancelled';
CREATE INDEX mail_by_sending ON mail (sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX mail_by_receipt ON mail (at) WHERE direction = 'incoming';
CREATE UNIQUE INDEX mail_of_step ON mail (lead_id, run, step)
  WHERE direction = 'outgoing' AND status <> 'cancelled' AND step IS NOT NULL;
CREATE UNIQUE INDEX mail_received_once ON mail (assistant_id, message_id) WHERE direction = 'incoming';

CREATE TRIGGER mail_queued AFTER INSERT ON mail WHEN new.status = 'queued' BEGIN
  UPDATE lead SET queued_mails = queued_mails + 1 WHERE id = new.lead_id;
END;
CREATE TRIGGER mail_status_changed AFTER UPDATE OF status ON mail
WHEN (new.status = 'queued') <> (old.status = 'queued') BEGIN
  UPDATE lead SET queued_mails = queued_mails + iif(new.status = 'queued', 1, -1) WHERE id = new.lead_id;
END;
`;

// is_head marks the first open row of a lane, kept by the commit: what may be delivered next is then one short
// index range, however long the queue is.
const outbox = `
CREATE TABLE outbox_facet (
  id INTEGER PRIMARY KEY,
  connection_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  effects INTEGER NOT NULL DEFAULT 0,
  UNIQUE (connection_id, kind, status)
) STRICT;

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  facet INTEGER NOT NULL,
  connection_id TEXT NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
  lead_id TEXT,
  record_id TEXT,
  journal_id TEXT,
  kind TEXT NOT NULL,
  effect TEXT NOT NULL,
  lane TEXT NOT NULL,
  priority INTEGER NOT NULL,
  status TEXT NOT NULL,
  is_open INTEGER NOT NULL AS (status IN ('waiting', 'in-flight', 'attention')) VIRTUAL,
  is_head INTEGER NOT NULL,
  uncertain INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  settled_at INTEGER,
  remote_id TEXT,
  before_values TEXT,
  after_values TEXT,
  reason TEXT
) STRICT;
CREATE INDEX outbox_by_facet ON outbox (facet, id);
CREATE INDEX outbox_by_lead ON outbox (lead_id, id) WHERE lead_id IS NOT NULL;
CREATE INDEX outbox_by_record ON outbox (record_id, id) WHERE record_id IS NOT NULL;
CREATE INDEX outbox_lane ON outbox (connection_id, lane, id) WHERE is_open = 1;
CREATE INDEX outbox_heads ON outbox (connection_id, priority, id, next_attempt_at)
  WHERE is_head = 1 AND status = 'waiting';
CREATE INDEX outbox_next ON outbox (next_attempt_at) WHERE is_head = 1 AND status = 'waiting';

CREATE TRIGGER outbox_deleted AFTER DELETE ON outbox BEGIN
  UPDATE outbox_facet SET effects = effects - 1 WHERE id = old.facet;
END;
`;

/** Everything the main job keeps: settings, leads, their history and mails, and the outbox. */
export const firstTables: Migration = {
  version: 1,
  slug: 'first-tables',
  sql: settings + leads + history + outbox,
};
