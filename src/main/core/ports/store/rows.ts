import type { ConnectionStatus, HoldKind, Language, NamingPreset, OutboxStatus } from '#contract/names.ts';
import type { HandBackRule } from '../../domain/crm/hand-back-rule.ts';
import type { Effect, EffectKind, NoticeTopic } from '../../domain/leads/effect.ts';
import type { JournalDraft } from '../../domain/leads/decision.ts';
import type { BounceClass, ReplyIntent } from '../../domain/leads/lead-event.ts';
import type { MailAccount } from '../../domain/mail/mail-settings.ts';
import type { SendingRules } from '../../domain/schedules/sending-rules.ts';
import type { Instant } from '../../domain/time.ts';
import type { FieldNames } from '../crm-gateway.ts';
import type { MailAddress } from '../mailbox.ts';

export type { ConnectionStatus, NamingPreset, OutboxStatus } from '#contract/names.ts';

export type Provider = 'hubspot' | 'zoho';

/** One authorised CRM account. The token is in the vault, under the connection's id. */
export interface Connection {
  readonly id: string;
  readonly provider: Provider;
  readonly name: string;
  readonly accountId: string;
  readonly baseUrl: string | null;
  readonly uiDomain: string;
  readonly timeZone: string;
  readonly identity: string;
  readonly status: ConnectionStatus;
  /** A sentence; null unless Failed. */
  readonly failure: string | null;
  readonly preset: NamingPreset;
  readonly fieldNames: FieldNames;
  /** The portal's options of the contact-status property, as last read; null: not read yet. */
  readonly contactStatusOptions: readonly string[] | null;
  /** What to write instead where the portal lacks a contact status: its own value, or null for "do not write". */
  readonly contactStatusOverrides: Readonly<Record<string, string | null>>;
  readonly assignment: 'owner' | 'property';
  readonly guardOn: boolean;
  readonly taskOnHot: boolean;
  readonly fallbackOwnerId: string | null;
  readonly longTermScheduleId: string | null;
  readonly handBackRule: HandBackRule;
  readonly schedulesSyncedAt: Instant | null;
  readonly createdAt: Instant;
  readonly version: number;
  /** Its new effects are held until a person approves them. */
  readonly holdWrites: boolean;
  /** Only these kinds of them; empty: all. */
  readonly holdOnly: readonly HoldKind[];
  /** Nothing is written to this CRM: no call but GET leaves, and its new effects are held. */
  readonly readOnly: boolean;
  /** When one person of a company answers, the follow-up of the others there is paused and the owner is asked. */
  readonly stopCompany: boolean;
}

/** Records that an assistant already owned when she was first found in the CRM; nothing happens until answered. */
export interface Baseline {
  readonly takenAt: Instant;
  readonly count: number;
  readonly answer: 'take' | 'leave' | null;
  /** Assignments up to this moment (CRM time) belong to it; null: there were none. */
  readonly upTo: Instant | null;
}

/** A virtual team member. */
export interface Assistant {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly email: string;
  /** Who she works for, shown as *User* on CRM Details. */
  readonly userName: string;
  readonly context: string;
  readonly moreInformation: string;
  readonly signature: string;
  readonly leadSource: string;
  readonly brochureUrl: string | null;
  readonly calendarUrl: string | null;
  readonly bcc: string | null;
  readonly defaultScheduleId: string;
  readonly rules: SendingRules;
  /** Leads in follow-up at once; null: no limit. */
  readonly activeLimit: number | null;
  readonly createdAt: Instant;
  readonly version: number;
  /** Days between two reminders of a lead at risk, and how many there are at most. */
  readonly riskReminderDays: number;
  readonly riskReminderTimes: number;
  /** Of her fixed words: closing, unsubscribe line, brochure. */
  readonly language: Language;
  /** One-line facts, one of which stands under each message; see `checkNurtureTable`. */
  readonly nurture: readonly string[];
}

/** The account of an assistant on her mail servers. The password is in the vault, under her id. */
export interface MailboxSettings extends MailAccount {
  readonly assistantId: string;
  /** When she got it: the first look takes mails from then on. */
  readonly since: Instant;
  readonly version: number;
}

/** An assistant in a connection: her CRM user there. */
export interface AssistantLink {
  readonly assistantId: string;
  readonly connectionId: string;
  /** null: her address is no user of this CRM. */
  readonly ownerId: string | null;
  readonly ownerActive: boolean;
  /** She has taken at least one record there. */
  readonly hasWorked: boolean;
  /** What she owned when her user was first found; null until it was counted. */
  readonly baseline: Baseline | null;
  readonly checkedAt: Instant;
}

/** A CRM user as last read, for names and for hand-back. */
export interface KnownUser {
  readonly connectionId: string;
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly active: boolean;
}

export interface JournalEntry extends JournalDraft {
  readonly id: string;
  readonly connectionId: string;
  readonly leadId: string | null;
  readonly recordId: string;
}

/** One effect on its way out, and afterwards the audit of it. */
export interface OutboxRow {
  /** Rises in the order of commit. */
  readonly id: number;
  /** Idempotency key, unique. */
  readonly key: string;
  readonly connectionId: string;
  readonly leadId: string | null;
  readonly recordId: string | null;
  readonly journalId: string | null;
  readonly kind: EffectKind;
  readonly effect: Effect;
  /** Rows of one lane are delivered in order; lanes don't wait for each other. */
  readonly lane: string;
  /** 0 first: what a person waits for. */
  readonly priority: 0 | 1;
  readonly status: OutboxStatus;
  /** An earlier try may have taken effect. */
  readonly uncertain: boolean;
  readonly attempts: number;
  readonly nextAttemptAt: Instant;
  readonly createdAt: Instant;
  readonly settledAt: Instant | null;
  readonly remoteId: string | null;
  /** Values before and after, by CRM property; null for what has none. */
  readonly before: Readonly<Record<string, string>> | null;
  readonly after: Readonly<Record<string, string>> | null;
  /** Why it waits, was cancelled or needs attention: a sentence. */
  readonly reason: string | null;
}

export interface OutboxDraft {
  readonly key: string;
  readonly connectionId: string;
  readonly leadId: string | null;
  readonly recordId: string | null;
  readonly journalId: string | null;
  readonly effect: Effect;
  readonly lane: string;
  readonly priority: 0 | 1;
  readonly createdAt: Instant;
  /** It is not tried before then; absent: at once. */
  readonly notBefore?: Instant;
}

/** How a row ended, or when it is tried again. */
export interface OutboxSettlement {
  readonly id: number;
  readonly status: OutboxStatus;
  readonly uncertain: boolean;
  readonly attempts: number;
  readonly nextAttemptAt: Instant;
  readonly settledAt: Instant | null;
  readonly remoteId: string | null;
  readonly before: Readonly<Record<string, string>> | null;
  readonly after: Readonly<Record<string, string>> | null;
  readonly reason: string | null;
}

export type MailStatus = 'queued' | 'sent' | 'received' | 'cancelled';

/** A mail we wrote or got. */
export interface Mail {
  readonly id: string;
  readonly leadId: string;
  readonly connectionId: string;
  readonly assistantId: string;
  readonly direction: 'outgoing' | 'incoming';
  readonly status: MailStatus;
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly from: MailAddress;
  readonly to: readonly MailAddress[];
  /** Absent: nobody. */
  readonly cc?: readonly MailAddress[];
  /** A person wrote it; absent: the assistant, or it came in. */
  readonly byPerson?: boolean;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** Written, or received. */
  readonly at: Instant;
  readonly sentAt: Instant | null;
  /** The assistant's local day on which it went out: what the daily limit counts. */
  readonly sentDay: string | null;
  /** For outgoing: which step of which run; null for others. */
  readonly run: number | null;
  readonly step: number | null;
  readonly intent: ReplyIntent | null;
  readonly confidence: number | null;
  /** The words that decided the intent. */
  readonly words: readonly string[];
  readonly bounce: BounceClass | null;
}

/** One assignment that was looked at: (record, owner, time) is acted on once. */
export interface SeenAssignment {
  readonly connectionId: string;
  readonly recordId: string;
  readonly ownerId: string;
  readonly assignedAt: Instant;
  readonly outcome: 'taken' | 'refused' | 'adopted' | 'ended-at-once' | 'baseline' | 'not-ours' | 'gone';
  readonly leadId: string | null;
}

/** A notice kept for the in-app list. */
export interface Notice {
  readonly id: string;
  readonly topic: NoticeTopic;
  readonly text: string;
  readonly leadId: string | null;
  readonly at: Instant;
}
