import type { ColumnType, Generated, Selectable } from 'kysely';
import type { HealthSchema } from './health-schema.ts';
import type { ImportSchema } from './import-schema.ts';
import type { ResponsesSchema } from './responses-schema.ts';

/** 0 or 1. */
type Flag = number;
/** JSON text, parsed with zod when read. */
type Json = string;
/** Written by the database itself. */
type Computed<T> = ColumnType<T, never, never>;

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

interface SuppressionTable {
  address: string;
  reason: string;
  at: number;
}

interface CursorTable {
  key: string;
  value: string;
}

interface NoticeTable {
  no: Generated<number>;
  id: string;
  topic: string;
  text: string;
  lead_id: string | null;
  at: number;
}

interface LeadFacetTable {
  id: Generated<number>;
  connection_id: string;
  assistant_id: string;
  schedule_id: string;
  state: string;
  custody: string;
  follow_up: string;
  /** How many leads have this combination; kept by the commit. */
  leads: Generated<number>;
}

interface LeadTable {
  no: Generated<number>;
  id: string;
  facet: number;
  connection_id: string;
  assistant_id: string;
  record_id: string;
  state: string;
  state_rank: number;
  reason: string | null;
  state_before: string | null;
  hold: string | null;
  held_since: number | null;
  custody: string;
  follow_up: string;
  run: number;
  schedule_id: string;
  schedule_source: string;
  next_step: number;
  step_count: number;
  next_follow_up_at: number | null;
  planned_day: string | null;
  paused_without_date: Flag;
  paused_because: string | null;
  /** ISO date. */
  paused_until: string | null;
  context: string;
  context_source: string;
  email: string;
  is_risky: Flag;
  addresses: Json;
  first_name: string;
  last_name: string;
  company: string;
  country: string;
  time_zone: string | null;
  opens: number;
  clicks: number;
  /** When it opened mails, the latest. */
  opened_at: Json;
  last_sent_at: number | null;
  last_reply_at: number | null;
  answer_awaited_since: number | null;
  next_risk_at: number | null;
  risk_reminders: number;
  thread_subject: string | null;
  thread: Json;
  assigned_at: number;
  previous_owner_id: string | null;
  hand_back_to: string | null;
  created_at: number;
  updated_at: number;
  record_deleted: Flag;
  version: number;
  /** Folded name as shown, for the order; null: no name and no address. */
  name_key: string | null;
  company_key: string | null;
  /** Folded words of the search, each with a space before it. */
  words: string;
  /** Mails of it that are written and not yet sent; kept by triggers. */
  queued_mails: Computed<number>;
}

interface LeadAddressTable {
  address: string;
  lead_no: number;
}

interface LeadTagTable {
  tag: string;
  lead_id: string;
}

interface ReminderTable {
  id: string;
  lead_id: string;
  due_at: number;
  text: string;
  created_at: number;
  /** When the user was told that it is due. */
  told_at: number | null;
}

interface LeadPlanTable {
  assistant_id: string;
  day: string;
  leads: number;
}

interface SeenTable {
  connection_id: string;
  record_id: string;
  owner_id: string;
  assigned_at: number;
  outcome: string;
  lead_id: string | null;
}

interface JournalTable {
  no: Generated<number>;
  id: string;
  connection_id: string;
  lead_id: string | null;
  record_id: string;
  event: string;
  data: Json;
  from_state: string | null;
  to_state: string | null;
  rule: string;
  at: number;
}

interface MailTable {
  no: Generated<number>;
  id: string;
  lead_id: string;
  connection_id: string;
  assistant_id: string;
  direction: string;
  status: string;
  message_id: string;
  in_reply_to: string | null;
  references: Json;
  from_address: Json;
  to_addresses: Json;
  cc_addresses: Json;
  by_person: Flag;
  subject: string;
  text: string;
  html: string | null;
  at: number;
  sent_at: number | null;
  sent_day: string | null;
  run: number | null;
  step: number | null;
  intent: string | null;
  confidence: number | null;
  words: Json;
  bounce: string | null;
}

interface ResponseMarkTable {
  mail_id: string;
  settled_at: number;
}

interface MailDraftTable {
  lead_id: string;
  kind: string;
  id: string;
  answers_mail_id: string | null;
  subject: string;
  text: string;
  cc: Json;
  at: number;
  version: number;
}

interface PlannedEditTable {
  lead_id: string;
  run: number;
  step: number;
  schedule_id: string;
  subject: string | null;
  text: string | null;
  skipped: Flag;
  at: number;
  version: number;
}

interface WritingRulesTable {
  assistant_id: string;
  review_first: Flag;
  by_model: Flag;
  when_refused: string;
  version: number;
}

interface DraftTable {
  id: string;
  lead_id: string;
  connection_id: string;
  assistant_id: string;
  run: number;
  step: number;
  status: string;
  writer: string;
  because: string;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  claims: Json;
  remark: string | null;
  created_at: number;
  next_try_at: number;
  attempts: number;
  settled_at: number | null;
  version: number;
}

interface OutboxFacetTable {
  id: Generated<number>;
  connection_id: string;
  kind: string;
  status: string;
  effects: Generated<number>;
}

interface OutboxTable {
  id: Generated<number>;
  key: string;
  facet: number;
  connection_id: string;
  lead_id: string | null;
  record_id: string | null;
  journal_id: string | null;
  kind: string;
  effect: Json;
  lane: string;
  priority: number;
  status: string;
  is_open: Computed<Flag>;
  /** The first open row of its lane. */
  is_head: Flag;
  uncertain: Generated<Flag>;
  attempts: Generated<number>;
  next_attempt_at: number;
  created_at: number;
  settled_at: number | null;
  remote_id: string | null;
  before_values: Json | null;
  after_values: Json | null;
  reason: string | null;
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

interface DeletedRecordTable {
  connection_id: string;
  record_id: string;
  for_ever: Flag;
  checked_at: number;
}

/** Every table, for Kysely. */
export interface Schema extends HealthSchema, ResponsesSchema, ImportSchema {
  connection: ConnectionTable;
  assistant: AssistantTable;
  assistant_link: AssistantLinkTable;
  mailbox: MailboxTable;
  owner_away: OwnerAwayTable;
  exclusion: ExclusionTable;
  known_user: KnownUserTable;
  schedule: ScheduleTable;
  suppression: SuppressionTable;
  cursor: CursorTable;
  notice: NoticeTable;
  lead_facet: LeadFacetTable;
  lead: LeadTable;
  lead_address: LeadAddressTable;
  lead_tag: LeadTagTable;
  reminder: ReminderTable;
  lead_plan: LeadPlanTable;
  seen: SeenTable;
  journal: JournalTable;
  mail: MailTable;
  response_mark: ResponseMarkTable;
  writing_rules: WritingRulesTable;
  draft: DraftTable;
  mail_draft: MailDraftTable;
  planned_edit: PlannedEditTable;
  outbox_facet: OutboxFacetTable;
  outbox: OutboxTable;
  deleted_record: DeletedRecordTable;
  authorisation: AuthorisationTable;
  setting_change: SettingChangeTable;
}

/** A row of a table as it is read. */
export type Row<Table extends keyof Schema> = Selectable<Schema[Table]>;
