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
 * What a lead needs of a person: a context, a date of return, what a reply read with little confidence means, or a
 * look because its message may have left before a backup was restored.
 */
export const LEAD_NEEDS = [
  'no-context',
  'paused-without-date',
  'unsure-reply',
  'restored',
  'colleague-replied',
  'at-risk',
] as const;
export type LeadNeed = (typeof LEAD_NEEDS)[number];

/** Why a follow-up is paused until a person decides: somebody else of the same company answered. */
export const PAUSE_REASONS = ['colleague-replied'] as const;
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

/** CRM integration status of an assistant in a connection: the exact words of the field. */
export const INTEGRATION_STATUSES = [
  'ASSISTANT_NOT_YET_CREATED',
  'ASSISTANT_DOES_NOT_EXISTS_AS_USER_IN_CRM',
  'ASSISTANT_EXISTS_AS_USER_IN_CRM',
  'ALL_WORKING_WELL',
] as const;
export type IntegrationStatus = (typeof INTEGRATION_STATUSES)[number];

/** Whose property names a connection uses. */
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
