/** Words that the screens, the core and the domain share. No code, no dependency. */

/** The twelve lead states, exactly as CRM users know them. */
export const LEAD_STATES = [
  'New',
  'Pending',
  'Cold',
  'Engaged',
  'Warm',
  'OutOfOffice',
  'Hot',
  'Responded',
  'UnSubscribed',
  'DeActivated',
  'LeadAtRisk',
  'Processed',
] as const;
export type LeadState = (typeof LEAD_STATES)[number];

/** Why a lead is DeActivated. */
export const DEACTIVATION_REASONS = [
  'InvalidEmail',
  'Disposable',
  'SpamTrap',
  'ServerUnReachable',
  'BounceDeactivated',
  'BounceRisk',
  'CannotDetermine',
  'DeliveryFailed',
  'MovedOut',
  'Retired',
  'ReferredSomeone',
  'AskedToStop',
  'ManuallyDeactivated',
] as const;
export type DeactivationReason = (typeof DEACTIVATION_REASONS)[number];

/** Who has the baton. `Released`: a person took the record away, nothing is written to it any more. */
export const CUSTODIES = ['Held', 'HandingBack', 'HandedBack', 'Released'] as const;
export type Custody = (typeof CUSTODIES)[number];

/**
 * `Scheduled` a next message has a date · `Waiting` the last one is out and its gap is running, or capacity or
 * a context is awaited · `Paused` by a person or an absence without a date · `Stopped` ended early ·
 * `Completed` every step is out.
 */
export const FOLLOW_UPS = ['Scheduled', 'Waiting', 'Paused', 'Stopped', 'Completed'] as const;
export type FollowUp = (typeof FOLLOW_UPS)[number];

/** Where a value of a lead came from; shown beside it. */
export const VALUE_SOURCES = ['record', 'default', 'person'] as const;
export type ValueSource = (typeof VALUE_SOURCES)[number];

/** Why a lead is held in New. */
export const HOLD_REASONS = ['no-capacity', 'no-context', 'bounce-guard'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/**
 * What a lead needs of a person: a context, a date of return, what a reply read with little confidence means, a value
 * that its next message names, or a look because its message may have left before a backup was restored.
 */
export const LEAD_NEEDS = [
  'no-context',
  'paused-without-date',
  'unsure-reply',
  'restored',
  'colleague-replied',
  'value-missing',
  'at-risk',
] as const;
export type LeadNeed = (typeof LEAD_NEEDS)[number];

/**
 * Why a follow-up is paused until a person decides: somebody else of the same company answered, or the next message
 * needs a value that is not there.
 */
export const PAUSE_REASONS = ['colleague-replied', 'value-missing'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** What a message means. */
export const REPLY_INTENTS = [
  'AgreedToMeet',
  'InterestedToProceed',
  'SeekingMoreInfo',
  'BrochureSent',
  'ConnectLater',
  'ReferredSomeone',
  'AskedToStop',
  'MovedOut',
  'Retired',
  'Unsubscribed',
  'OutOfOffice',
  'SupportAutoResponse',
  'Other',
] as const;
export type ReplyIntent = (typeof REPLY_INTENTS)[number];

/** What a person writes through the assistant: an answer, or the lead meets the person who goes on. */
export const HUMAN_MAIL_KINDS = ['reply', 'introduce'] as const;
export type HumanMailKind = (typeof HUMAN_MAIL_KINDS)[number];

/** CRM integration status of an assistant in a connection: the exact words of the field. */
export const INTEGRATION_STATUSES = [
  'ASSISTANT_NOT_YET_CREATED',
  'ASSISTANT_DOES_NOT_EXISTS_AS_USER_IN_CRM',
  'ASSISTANT_EXISTS_AS_USER_IN_CRM',
  'ALL_WORKING_WELL',
] as const;
export type IntegrationStatus = (typeof INTEGRATION_STATUSES)[number];

/** Whose property names a connection uses. */
/** What a scope is for: nothing works without reading; the other two are switched on or off. */
export const SCOPE_FEATURES = ['reading', 'writing', 'inviting'] as const;
export type ScopeFeature = (typeof SCOPE_FEATURES)[number];

export const NAMING_PRESETS = ['Baton', 'TEC', '7Targets'] as const;
export type NamingPreset = (typeof NAMING_PRESETS)[number];

export const CONNECTION_STATUSES = ['Inactive', 'Active', 'Failed'] as const;
export type ConnectionStatus = (typeof CONNECTION_STATUSES)[number];

/** Our own fields in the CRM, by our key. */
export const FIELD_KEYS = ['context', 'schedule', 'connectionStatus', 'assistant'] as const;
export type FieldKey = (typeof FIELD_KEYS)[number];

/** The tone of a message that the assistant writes herself. */
export const TONES = [
  'introduction',
  'gentle',
  'appreciative',
  'hopeful',
  'assertive',
  'cautionary',
  'curious',
] as const;
export type Tone = (typeof TONES)[number];

/** Languages of an assistant's fixed words: closing, unsubscribe line, brochure. ISO 639-1. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

/** As people and language models call them in English. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  pt: 'Portuguese',
  it: 'Italian',
  nl: 'Dutch',
};

/** Values that a message can name. */
export const MAIL_VALUES = [
  'firstName',
  'lastName',
  'company',
  'context',
  'moreInformation',
  'assistantName',
  'assistantTitle',
  'calendarUrl',
  'brochureUrl',
] as const;
export type MailValue = (typeof MAIL_VALUES)[number];

/**
 * Where a value in a message came from: the CRM record, a person, the assistant's defaults, the assistant herself, the
 * default in the message's own words, the nurture table, an example.
 */
export const MAIL_VALUE_ORIGINS = [
  'record',
  'person',
  'default',
  'assistant',
  'message',
  'nurture',
  'example',
] as const;
export type MailValueOrigin = (typeof MAIL_VALUE_ORIGINS)[number];

/** What an import of everything tells of. */
export const ARCHIVE_TOPICS = [
  'connections',
  'assistants',
  'schedules',
  'leads',
  'mails',
  'history',
  'writes',
  'suppressions',
] as const;
export type ArchiveTopic = (typeof ARCHIVE_TOPICS)[number];

/** Where people who become leads by hand come from. */
export const IMPORT_SOURCES = ['form', 'file', 'mail'] as const;
export type ImportSource = (typeof IMPORT_SOURCES)[number];

/** What a list is for: new leads, people who unsubscribed, or addresses and domains never to be written to. */
export const IMPORT_TARGETS = ['leads', 'unsubscribed', 'never-write'] as const;
export type ImportTarget = (typeof IMPORT_TARGETS)[number];

/** `checking`: the CRM is asked for each address · `checked`: it waits for *Start* · `asking`: for a person's word. */
export const IMPORT_STATUSES = ['checking', 'checked', 'asking', 'running', 'stopped', 'done'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/**
 * What is to become of a person. `add`: new, also in the CRM · `assign`: in the CRM already, given to the assistant ·
 * the others are left as they are.
 */
export const IMPORT_VERDICTS = [
  'add',
  'assign',
  'duplicate',
  'lead',
  'worked-before',
  'suppressed',
  'excluded',
  'bad',
] as const;
export type ImportVerdict = (typeof IMPORT_VERDICTS)[number];

/** What became of a person. `left`: nothing, with the reason · `failed`: the CRM refused it. */
export const PERSON_STATES = ['idle', 'queued', 'added', 'left', 'failed'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** What a column can hold. `entry`: an address or a domain never to be written to. */
export const IMPORT_FIELDS = [
  'email',
  'firstName',
  'lastName',
  'fullName',
  'company',
  'country',
  'context',
  'entry',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** What *Hold writes* can hold alone: a kind of write to the CRM, or mails. */
export const HOLD_KINDS = ['status', 'note', 'task', 'email-log', 'owner', 'mail'] as const;
export type HoldKind = (typeof HOLD_KINDS)[number];

/** How an outgoing effect stands. `held`: it waits for a person's approval. */
export const OUTBOX_STATUSES = [
  'waiting',
  'in-flight',
  'delivered',
  'attention',
  'cancelled',
  'held',
] as const;
export type OutboxStatus = (typeof OUTBOX_STATUSES)[number];

/** At most this many steps in a schedule. */
export const MAX_STEPS = 20;

/**
 * Whether a property may be written over what a record has in it. `if-ours-was-last`: only while it still has what
 * we wrote there.
 */
export const WRITE_POLICIES = ['never', 'if-empty', 'if-ours-was-last', 'always'] as const;
export type WritePolicy = (typeof WRITE_POLICIES)[number];

/** The properties with such a rule. The owner has one of its own: nobody is taken a record from. */
export const POLICY_FIELDS = ['connectionStatus', 'contactStatus'] as const;
export type PolicyField = (typeof POLICY_FIELDS)[number];

/** Properties that are compared with what the CRM has: those we own, and the contact status. */
export const WATCHED_KEYS = [...FIELD_KEYS, 'contactStatus'] as const;
export type WatchedKey = (typeof WATCHED_KEYS)[number];

/**
 * What somebody changed about a property in the CRM. `gone` deleted or archived · `type` holds something else now ·
 * `option` a value that we write is missing · `hidden-option` people cannot choose it any more · `shape` shown
 * otherwise, still fit · `label` · `group`.
 */
export const DIFFERENCE_KINDS = [
  'gone',
  'type',
  'option',
  'hidden-option',
  'shape',
  'label',
  'group',
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/**
 * Where a draft stands. `writing` it is with the language model · `waiting` for a person · `approved` it goes at its
 * allowed time. The others are how it ended: `queued` its mail is on its way or out.
 */
export const DRAFT_STATUSES = ['writing', 'waiting', 'approved', 'queued', 'rejected', 'withdrawn'] as const;
export type DraftStatus = (typeof DRAFT_STATUSES)[number];

/** Whose words a draft has. */
export const DRAFT_WRITERS = ['template', 'model', 'person'] as const;
export type DraftWriter = (typeof DRAFT_WRITERS)[number];

/** Why a draft waits: everything does, it says what stands in no given fact, or the language model wrote nothing. */
export const DRAFT_BECAUSES = ['review-first', 'claims', 'model-failed'] as const;
export type DraftBecause = (typeof DRAFT_BECAUSES)[number];

/** What a text can state that stands in no given fact. */
export const CLAIM_KINDS = ['number', 'percentage', 'money', 'date', 'name', 'link', 'address'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** Whose language model it is: Anthropic's, any with OpenAI's interface, or one on this machine. */
export const MODEL_PROVIDERS = ['anthropic', 'openai-compatible', 'ollama'] as const;
export type ModelProvider = (typeof MODEL_PROVIDERS)[number];

/** Who works at a window: an admin sets up and connects, a member works with leads (domain.md section 1). */
export const ROLES = ['admin', 'member'] as const;
export type Role = (typeof ROLES)[number];

/** Switches whose changes are written down: of a connection, and of an assistant. */
export const SETTING_NAMES = [
  'name',
  'guard',
  'tasks',
  'company',
  'hold',
  'read-only',
  'assignment',
  'fallback-owner',
  'hand-back',
  'long-term',
  'review-first',
  'by-model',
  'when-refused',
] as const;
export type SettingName = (typeof SETTING_NAMES)[number];

/** As whom an app's access works: a person's own account, or a user made for the integration. */
export const IDENTITY_KINDS = ['person', 'integration'] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** What people can be told of by mail. A failed connection has a list of its own (*health.admins*). */
export const NOTICE_EVENTS = [
  'hot',
  'responded',
  'at-risk',
  'brochure',
  'deactivated',
  'proposed-lead',
  'drafts-waiting',
  'import-finished',
] as const;
export type NoticeEvent = (typeof NOTICE_EVENTS)[number];
