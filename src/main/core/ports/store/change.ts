import type { Lead } from '../../domain/leads/lead.ts';
import type { Schedule } from '../../domain/schedules/schedule.ts';
import type { Instant } from '../../domain/time.ts';
import type { DraftChange } from './drafts.ts';
import type { AuditChange } from './audit.ts';
import type { AuthorisationChange } from './authorisations.ts';
import type { HealthChange } from './health.ts';
import type { HumanMailChange } from './human-mail.ts';
import type { ProposalChange } from './proposals.ts';
import type { ImportChange } from './imports.ts';
import type { RemarkChange } from './remarks.ts';
import type { ResponseChange } from './responses.ts';
import type { SendingChange } from './sending.ts';
import type { StrayChange } from './strays.ts';
import type { TeachingChange } from './teaching.ts';
import type { ToldChange } from './told.ts';
import type {
  Assistant,
  AssistantLink,
  Connection,
  JournalEntry,
  KnownUser,
  Mail,
  MailboxSettings,
  Notice,
  OutboxDraft,
  OutboxSettlement,
  SeenAssignment,
} from './rows.ts';

/**
 * Everything one decision changes, written in one transaction or not at all. Rows with a version are written
 * as read + 1 and refuse the whole change when the stored version moved; version 0 inserts.
 */
export interface Change
  extends
    AuditChange,
    AuthorisationChange,
    DraftChange,
    HealthChange,
    HumanMailChange,
    RemarkChange,
    ResponseChange,
    SendingChange,
    ImportChange,
    TeachingChange,
    ProposalChange,
    StrayChange,
    ToldChange {
  readonly leads?: readonly LeadWrite[];
  readonly journal?: readonly JournalEntry[];
  readonly outbox?: readonly OutboxDraft[];
  readonly settlements?: readonly OutboxSettlement[];
  readonly mails?: readonly Mail[];
  readonly seen?: readonly SeenAssignment[];
  readonly suppress?: readonly { readonly address: string; readonly reason: string; readonly at: Instant }[];
  readonly cursors?: Readonly<Record<string, string>>;
  readonly connections?: readonly Connection[];
  readonly removeConnections?: readonly string[];
  readonly assistants?: readonly Assistant[];
  readonly removeAssistants?: readonly string[];
  readonly links?: readonly AssistantLink[];
  readonly mailboxes?: readonly MailboxSettings[];
  /** By assistant. */
  readonly removeMailboxes?: readonly string[];
  readonly users?: { readonly connectionId: string; readonly users: readonly KnownUser[] };
  readonly schedules?: readonly Schedule[];
  readonly notices?: readonly Notice[];
}

export interface LeadWrite {
  readonly lead: Lead;
  /** The assistant's local day of `nextFollowUpAt` (ISO date), for the daily plan; null without one. */
  readonly plannedDay: string | null;
}

export type CommitResult =
  | { readonly ok: true }
  /** Somebody changed this row since it was read: read again and decide again. */
  | { readonly ok: false; readonly moved: { readonly table: string; readonly id: string } };
