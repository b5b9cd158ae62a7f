import type { ColumnType, Generated, Selectable } from 'kysely';
import type { HealthSchema } from './health-schema.ts';
import type { ImportSchema } from './import-schema.ts';
import type { ResponsesSchema } from './responses-schema.ts';
import type { SettingsSchema } from './settings-schema.ts';
import type { WritingSchema } from './writing-schema.ts';

/** 0 or 1. */
type Flag = number;
/** JSON text, parsed with zod when read. */
type Json = string;
/** Written by the database itself. */
type Computed<T> = ColumnType<T, never, never>;

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

interface DeletedRecordTable {
  connection_id: string;
  record_id: string;
  for_ever: Flag;
  checked_at: number;
}

/** Every table, for Kysely. */
export interface Schema extends HealthSchema, ResponsesSchema, ImportSchema, SettingsSchema, WritingSchema {
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
  outbox_facet: OutboxFacetTable;
  outbox: OutboxTable;
  deleted_record: DeletedRecordTable;
}

/** A row of a table as it is read. */
export type Row<Table extends keyof Schema> = Selectable<Schema[Table]>;
