/** 0 or 1. */
type Flag = number;

/** JSON text, parsed with zod when read. */
type Json = string;

/** What a person sets: connections, assistants, schedules, and whom never to write to. */
export interface SettingsSchema {
  connection: ConnectionTable;
  authorisation: AuthorisationTable;
  setting_change: SettingChangeTable;
  assistant: AssistantTable;
  assistant_link: AssistantLinkTable;
  mailbox: MailboxTable;
  owner_away: OwnerAwayTable;
  exclusion: ExclusionTable;
  known_user: KnownUserTable;
  schedule: ScheduleTable;
}

interface ConnectionTable {
  id: string;
  provider: string;
  name: string;
  account_id: string;
  base_url: string | null;
  ui_domain: string;
  time_zone: string;
  identity: string;
  status: string;
  failure: string | null;
  preset: string;
  field_names: Json;
  contact_status_options: Json | null;
  contact_status_overrides: Json;
  assignment: string;
  guard_on: Flag;
  task_on_hot: Flag;
  fallback_owner_id: string | null;
  long_term_schedule_id: string | null;
  /** Who gets a record whose previous owner is absent. */
  hand_back_rule: Json;
  schedules_synced_at: number | null;
  created_at: number;
  version: number;
  /** Its new effects wait for a person's approval. */
  hold_writes: Flag;
  hold_only: Json;
  read_only: Flag;
  stop_company: Flag;
}

interface AuthorisationTable {
  connection_id: string;
  client_id: string;
  return_page: string | null;
  scopes: Json;
  granted_at: number;
  acts_as: string;
  own_contacts: number | null;
}

interface SettingChangeTable {
  id: string;
  connection_id: string | null;
  assistant_id: string | null;
  setting: string;
  role: string;
  at: number;
  from_value: string;
  to_value: string;
}

interface AssistantTable {
  id: string;
  name: string;
  title: string;
  email: string;
  user_name: string;
  context: string;
  more_information: string;
  signature: string;
  lead_source: string;
  brochure_url: string | null;
  calendar_url: string | null;
  bcc: string | null;
  default_schedule_id: string;
  rules: Json;
  active_limit: number | null;
  created_at: number;
  version: number;
  risk_reminder_days: number;
  risk_reminder_times: number;
  language: string;
  /** One-line facts. */
  nurture: Json;
}

interface AssistantLinkTable {
  assistant_id: string;
  connection_id: string;
  owner_id: string | null;
  owner_active: Flag;
  has_worked: Flag;
  baseline: Json | null;
  checked_at: number;
}

interface MailboxTable {
  assistant_id: string;
  /** Servers, user name and choices; never the password. */
  account: Json;
  since: number;
  version: number;
}

interface OwnerAwayTable {
  connection_id: string;
  owner_id: string;
  since: number;
  until: number;
  deputy_owner_id: string | null;
}

interface ExclusionTable {
  pattern: string;
  at: number;
}

interface KnownUserTable {
  connection_id: string;
  id: string;
  email: string;
  name: string;
  active: Flag;
}

interface ScheduleTable {
  id: string;
  name: string;
  steps: Json;
  built_in: Flag;
  crm_value: string;
  deleted: Flag;
  version: number;
}
