import { z } from 'zod';
import { LANGUAGES } from '#core/domain/writing/languages.ts';
import type { HandBackRule } from '#core/domain/crm/hand-back-rule.ts';
import { HOLD_KINDS } from '#core/domain/leads/hold-kinds.ts';
import type { Schedule } from '#core/domain/schedules/schedule.ts';
import { TONES } from '#core/domain/schedules/schedule.ts';
import type { SendingRules } from '#core/domain/schedules/sending-rules.ts';
import type {
  Assistant,
  AssistantLink,
  Baseline,
  Connection,
  ConnectionStatus,
  KnownUser,
  NamingPreset,
  Provider,
} from '#core/ports/store/rows.ts';
import type { Row } from './schema.ts';
import { fromJson, fromJsonOrNull, toFlag, toJsonOrNull, word } from './stored-values.ts';

const PROVIDERS = ['hubspot', 'zoho'] as const satisfies readonly Provider[];
const STATUSES = ['Inactive', 'Active', 'Failed'] as const satisfies readonly ConnectionStatus[];
const PRESETS = ['Baton', 'TEC', '7Targets'] as const satisfies readonly NamingPreset[];

const fieldNames: z.ZodType<Connection['fieldNames']> = z.object({
  context: z.string().nullable(),
  schedule: z.string().nullable(),
  connectionStatus: z.string().nullable(),
  assistant: z.string().nullable(),
});
const options = z.array(z.string());
const nurture = z.array(z.string());
const holdKinds = z.array(z.enum(HOLD_KINDS));
const overrides = z.record(z.string(), z.string().nullable());

const rules: z.ZodType<SendingRules> = z.object({
  timeZone: z.string(),
  opensAt: z.number(),
  closesAt: z.number(),
  offDays: z.array(z.number()),
  holidays: z.array(z.string()),
  dailyLimit: z.number(),
  // Rows of before there were such settings have none of them.
  publicHolidays: z.boolean().default(true),
  country: z.string().nullable().default(null),
  atOpenHour: z.boolean().default(false),
});

const handBackRule: z.ZodType<HandBackRule> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed') }),
  z.object({ kind: z.literal('round-robin'), ownerIds: z.array(z.string()) }),
  z.object({ kind: z.literal('by-country'), owners: z.record(z.string(), z.string()) }),
]);

const baseline: z.ZodType<Baseline> = z.object({
  takenAt: z.number(),
  count: z.number(),
  answer: z.enum(['take', 'leave']).nullable(),
  upTo: z.number().nullable(),
});

const steps: z.ZodType<Schedule['steps']> = z.array(
  z.object({
    gapDays: z.number(),
    message: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('assistant'), tone: z.enum(TONES) }),
      z.object({ kind: z.literal('template'), subject: z.string(), body: z.string() }),
    ]),
  }),
);

export function toConnectionValues(connection: Connection, version: number): Row<'connection'> {
  return {
    id: connection.id,
    provider: connection.provider,
    name: connection.name,
    account_id: connection.accountId,
    base_url: connection.baseUrl,
    ui_domain: connection.uiDomain,
    time_zone: connection.timeZone,
    identity: connection.identity,
    status: connection.status,
    failure: connection.failure,
    preset: connection.preset,
    field_names: JSON.stringify(connection.fieldNames),
    contact_status_options: toJsonOrNull(connection.contactStatusOptions),
    contact_status_overrides: JSON.stringify(connection.contactStatusOverrides),
    assignment: connection.assignment,
    guard_on: toFlag(connection.guardOn),
    task_on_hot: toFlag(connection.taskOnHot),
    fallback_owner_id: connection.fallbackOwnerId,
    long_term_schedule_id: connection.longTermScheduleId,
    hand_back_rule: JSON.stringify(connection.handBackRule),
    schedules_synced_at: connection.schedulesSyncedAt,
    created_at: connection.createdAt,
    version,
    hold_writes: toFlag(connection.holdWrites),
    hold_only: JSON.stringify(connection.holdOnly),
    read_only: toFlag(connection.readOnly),
    stop_company: toFlag(connection.stopCompany),
  };
}

export function toConnection(row: Row<'connection'>): Connection {
  const name = { table: 'connection', id: row.id };
  return {
    id: row.id,
    provider: word(PROVIDERS, row.provider, name, 'provider'),
    name: row.name,
    accountId: row.account_id,
    baseUrl: row.base_url,
    uiDomain: row.ui_domain,
    timeZone: row.time_zone,
    identity: row.identity,
    status: word(STATUSES, row.status, name, 'status'),
    failure: row.failure,
    preset: word(PRESETS, row.preset, name, 'preset'),
    fieldNames: fromJson(fieldNames, row.field_names, name, 'field_names'),
    contactStatusOptions: fromJsonOrNull(options, row.contact_status_options, name, 'contact_status_options'),
    contactStatusOverrides: fromJson(
      overrides,
      row.contact_status_overrides,
      name,
      'contact_status_overrides',
    ),
    assignment: word(['owner', 'property'], row.assignment, name, 'assignment'),
    guardOn: row.guard_on === 1,
    taskOnHot: row.task_on_hot === 1,
    fallbackOwnerId: row.fallback_owner_id,
    longTermScheduleId: row.long_term_schedule_id,
    handBackRule: fromJson(handBackRule, row.hand_back_rule, name, 'hand_back_rule'),
    schedulesSyncedAt: row.schedules_synced_at,
    createdAt: row.created_at,
    version: row.version,
    holdWrites: row.hold_writes === 1,
    holdOnly: fromJson(holdKinds, row.hold_only, name, 'hold_only'),
    readOnly: row.read_only === 1,
    stopCompany: row.stop_company === 1,
  };
}

export function toAssistantValues(assistant: Assistant, version: number): Row<'assistant'> {
  return {
    id: assistant.id,
    name: assistant.name,
    title: assistant.title,
    email: assistant.email,
    user_name: assistant.userName,
    context: assistant.context,
    more_information: assistant.moreInformation,
    signature: assistant.signature,
    lead_source: assistant.leadSource,
    brochure_url: assistant.brochureUrl,
    calendar_url: assistant.calendarUrl,
    bcc: assistant.bcc,
    default_schedule_id: assistant.defaultScheduleId,
    rules: JSON.stringify(assistant.rules),
    active_limit: assistant.activeLimit,
    created_at: assistant.createdAt,
    version,
    risk_reminder_days: assistant.riskReminderDays,
    risk_reminder_times: assistant.riskReminderTimes,
    language: assistant.language,
    nurture: JSON.stringify(assistant.nurture),
  };
}

export function toAssistant(row: Row<'assistant'>): Assistant {
  const name = { table: 'assistant', id: row.id };
  return {
    id: row.id,
    name: row.name,
    title: row.title,
    email: row.email,
    userName: row.user_name,
    context: row.context,
    moreInformation: row.more_information,
    signature: row.signature,
    leadSource: row.lead_source,
    brochureUrl: row.brochure_url,
    calendarUrl: row.calendar_url,
    bcc: row.bcc,
    defaultScheduleId: row.default_schedule_id,
    rules: fromJson(rules, row.rules, name, 'rules'),
    activeLimit: row.active_limit,
    createdAt: row.created_at,
    version: row.version,
    riskReminderDays: row.risk_reminder_days,
    riskReminderTimes: row.risk_reminder_times,
    language: word(LANGUAGES, row.language, name, 'language'),
    nurture: fromJson(nurture, row.nurture, name, 'nurture'),
  };
}

export function toLinkValues(link: AssistantLink): Row<'assistant_link'> {
  return {
    assistant_id: link.assistantId,
    connection_id: link.connectionId,
    owner_id: link.ownerId,
    owner_active: toFlag(link.ownerActive),
    has_worked: toFlag(link.hasWorked),
    baseline: toJsonOrNull(link.baseline),
    checked_at: link.checkedAt,
  };
}

export function toLink(row: Row<'assistant_link'>): AssistantLink {
  const name = { table: 'assistant_link', id: `${row.connection_id}/${row.assistant_id}` };
  return {
    assistantId: row.assistant_id,
    connectionId: row.connection_id,
    ownerId: row.owner_id,
    ownerActive: row.owner_active === 1,
    hasWorked: row.has_worked === 1,
    baseline: fromJsonOrNull(baseline, row.baseline, name, 'baseline'),
    checkedAt: row.checked_at,
  };
}

export function toUser(row: Row<'known_user'>): KnownUser {
  return {
    connectionId: row.connection_id,
    id: row.id,
    email: row.email,
    name: row.name,
    active: row.active === 1,
  };
}

export function toScheduleValues(schedule: Schedule, version: number): Row<'schedule'> {
  return {
    id: schedule.id,
    name: schedule.name,
    steps: JSON.stringify(schedule.steps),
    built_in: toFlag(schedule.builtIn),
    crm_value: schedule.crmValue,
    deleted: toFlag(schedule.deleted),
    version,
  };
}

export function toSchedule(row: Row<'schedule'>): Schedule {
  return {
    id: row.id,
    name: row.name,
    steps: fromJson(steps, row.steps, { table: 'schedule', id: row.id }, 'steps'),
    builtIn: row.built_in === 1,
    crmValue: row.crm_value,
    deleted: row.deleted === 1,
    version: row.version,
  };
}
