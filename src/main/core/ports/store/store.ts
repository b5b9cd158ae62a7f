import type { EffectKind } from '../../domain/leads/effect.ts';
import type {
  Lead,
  LeadNeed,
  LeadState,
  Custody,
  DeactivationReason,
  FollowUp,
} from '../../domain/leads/lead.ts';
import type { Schedule } from '../../domain/schedules/schedule.ts';
import type { Instant } from '../../domain/time.ts';
import type { Change, CommitResult } from './change.ts';
import type { DraftQueries } from './drafts.ts';
import type { AuditQueries } from './audit.ts';
import type { AuthorisationQueries } from './authorisations.ts';
import type { HealthQueries } from './health.ts';
import type { HumanMailQueries } from './human-mail.ts';
import type { ImportQueries } from './imports.ts';
import type { PeopleQueries } from './people.ts';
import type { ProposalQueries } from './proposals.ts';
import type { ReminderQueries, TagQueries } from './remarks.ts';
import type { ResponseQueries } from './responses.ts';
import type { SendingQueries } from './sending.ts';
import type { StrayQueries } from './strays.ts';
import type { TeachingQueries } from './teaching.ts';
import type { ToldQueries } from './told.ts';
import type {
  Assistant,
  AssistantLink,
  Connection,
  JournalEntry,
  KnownUser,
  Mail,
  MailboxSettings,
  Notice,
  OutboxRow,
  OutboxStatus,
  SeenAssignment,
} from './rows.ts';

/**
 * The one database. Synchronous on purpose: nothing can come between a read and the commit that follows it.
 */
export interface Store {
  commit(change: Change): CommitResult;

  readonly connections: {
    all(): readonly Connection[];
    byId(id: string): Connection | null;
  };
  readonly audit: AuditQueries;
  readonly authorisations: AuthorisationQueries;
  readonly assistants: {
    all(): readonly Assistant[];
    byId(id: string): Assistant | null;
    links(connectionId?: string): readonly AssistantLink[];
    /** Leads in follow-up now (active and Held). */
    activeLeads(assistantId: string): number;
  };
  readonly mailboxes: {
    all(): readonly MailboxSettings[];
    ofAssistant(assistantId: string): MailboxSettings | null;
  };
  readonly users: {
    ofConnection(connectionId: string): readonly KnownUser[];
    byId(connectionId: string, id: string): KnownUser | null;
  };
  readonly schedules: {
    /** Deleted ones included when asked for. */
    all(withDeleted?: boolean): readonly Schedule[];
    byId(id: string): Schedule | null;
    /** Leads with follow-up not ended, by schedule. */
    leadsOn(scheduleId: string): number;
  };
  readonly leads: LeadQueries;
  readonly seen: {
    /** Those of the given assignments that were looked at before. */
    among(
      connectionId: string,
      keys: readonly { recordId: string; ownerId: string; assignedAt: Instant }[],
    ): readonly SeenAssignment[];
    /**
     * How many seen assignments since then are still with the assistant as far as we know (their lead Held,
     * or a hand-back not yet delivered): what a search of the window should count.
     */
    heldSince(connectionId: string, since: Instant | null): number;
  };
  readonly journal: {
    ofLead(leadId: string): readonly JournalEntry[];
    byId(id: string): JournalEntry | null;
  };
  readonly outbox: OutboxQueries;
  readonly mails: {
    byId(id: string): Mail | null;
    ofLead(leadId: string): readonly Mail[];
    byMessageIds(messageIds: readonly string[]): readonly Mail[];
    /** Sent by the assistant on her local day. */
    sentOn(assistantId: string, day: string): number;
    /** First mails of leads in Pending, sent before the given time and not bounced. */
    hasIncoming(assistantId: string, messageId: string): boolean;
  };
  readonly suppressions: {
    has(address: string): boolean;
    /** Those of the given addresses that are suppressed, lower case. */
    among(addresses: readonly string[]): ReadonlySet<string>;
    /** In the order of the addresses, after the given one; erased people are not among them. */
    page(
      after: string,
      limit: number,
    ): readonly { readonly address: string; readonly reason: string; readonly at: Instant }[];
    count(): number;
  };
  readonly history: {
    /** What happened on each UTC day from one moment to another, oldest first, days without anything included. */
    perDay(from: Instant, to: Instant): readonly DayCount[];
  };
  readonly people: PeopleQueries;
  readonly health: HealthQueries;
  readonly humanMail: HumanMailQueries;
  readonly responses: ResponseQueries;
  readonly tags: TagQueries;
  readonly reminders: ReminderQueries;
  readonly teaching: TeachingQueries;
  readonly proposals: ProposalQueries;
  readonly strays: StrayQueries;
  readonly told: ToldQueries;
  readonly sending: SendingQueries;
  readonly drafts: DraftQueries;
  readonly imports: ImportQueries;
  readonly notices: { latest(limit: number): readonly Notice[] };
  cursor(key: string): string | null;
  close(): void;
}

/** One ISO day: mails sent and received, leads taken. */
export interface DayCount {
  readonly day: string;
  readonly sent: number;
  readonly received: number;
  readonly taken: number;
}

export interface LeadFilter {
  /** Words found in name, address, company or context. */
  readonly search?: string;
  readonly states?: readonly LeadState[];
  readonly custody?: readonly Custody[];
  readonly followUp?: readonly FollowUp[];
  readonly assistantId?: string;
  readonly connectionId?: string;
  readonly scheduleId?: string;
  readonly need?: LeadNeed;
  /** Has, or does not have, this tag. */
  readonly tag?: string;
  readonly withoutTag?: string;
  readonly clicked?: boolean;
  readonly reasons?: readonly DeactivationReason[];
  /** At least, and at most, so many messages sent. */
  readonly sentFrom?: number;
  readonly sentTo?: number;
  /** A person paused it until a day. */
  readonly paused?: boolean;
}

export type LeadSort = 'name' | 'state' | 'next' | 'updated' | 'created' | 'company';

export interface LeadPage {
  readonly leads: readonly Lead[];
  /** All that match. */
  readonly total: number;
  /** false: a search matches so many that only the first were counted; `total` is then a lower bound. */
  readonly isTotalExact: boolean;
}

/** Leads of an assistant that need the same of a person. */
export interface LeadNeeding {
  readonly need: LeadNeed;
  readonly connectionId: string;
  readonly assistantId: string;
  readonly count: number;
  /** Since when the first of them does. */
  readonly since: Instant;
  /** One of them. */
  readonly leadId: string;
}

export interface LeadQueries {
  byId(id: string): Lead | null;
  byIds(ids: readonly string[]): readonly Lead[];
  byRecord(connectionId: string, recordId: string): Lead | null;
  byRecords(connectionId: string, recordIds: readonly string[]): readonly Lead[];
  byAddress(address: string): readonly Lead[];
  /** Active, Held, Scheduled or Waiting with a date up to `now`, and no mail queued; earliest first. */
  due(now: Instant, limit: number): readonly Lead[];
  /** The earliest date of such a lead; null: none. */
  nextDueAt(): Instant | null;
  /**
   * Active, Held and with a date up to `until`, mails queued or not, in the order in which they were created, after the
   * given place. `queued`: ids of those whose next message is written and not sent yet; `last`: where to go on, null:
   * these were the last.
   */
  underWay(
    until: Instant,
    after: number,
    limit: number,
  ): {
    readonly leads: readonly Lead[];
    readonly queued: readonly string[];
    readonly last: number | null;
  };
  /** New and held for want of capacity or context, oldest first. */
  onHold(assistantId: string, limit: number): readonly Lead[];
  /** Pending whose last mail went out before the given time. */
  pendingSentBefore(before: Instant, limit: number): readonly Lead[];
  /** Hot, Responded or at risk, and an answer or a reminder is due up to `now`; earliest first. */
  riskDue(connectionId: string, now: Instant, limit: number): readonly Lead[];
  /** The earliest such date of a connection; null: none. */
  nextRiskAt(connectionId: string): Instant | null;
  /** Leads whose answer by a person is awaited, by id, after an id (null: from the first). */
  awaitingAnswer(connectionId: string, after: string | null, limit: number): readonly Lead[];
  /** Held and under follow-up, written to at this domain; at most `limit`. */
  underWayAt(connectionId: string, domain: string, limit: number): readonly Lead[];
  /** Held in this connection, least recently checked first (see `touched`). */
  heldRecords(
    connectionId: string,
    after: string | null,
    limit: number,
  ): readonly { leadId: string; recordId: string }[];
  /** Planned messages by the assistant's local day, from the given day on. */
  plannedPerDay(assistantId: string, fromDay: string): Readonly<Record<string, number>>;
  /** A page of the Leads screen: rows `offset` … `offset + limit` of the order. */
  page(
    filter: LeadFilter,
    sort: { by: LeadSort; descending: boolean },
    offset: number,
    limit: number,
  ): LeadPage;
  /** What leads need of a person, by connection and assistant. */
  needing(): readonly LeadNeeding[];
  countByState(filter: LeadFilter): Readonly<Record<LeadState, number>>;
  /** Ids of all that match, for bulk actions; at most `limit`. */
  ids(filter: LeadFilter, limit: number): readonly string[];
}

export interface ActivityFilter {
  readonly connectionId?: string;
  readonly leadId?: string;
  readonly recordId?: string;
  readonly kinds?: readonly string[];
  readonly status?: readonly OutboxStatus[];
  readonly search?: string;
}

/** Writes of one kind that need attention for one reason. */
export interface OutboxCause {
  readonly connectionId: string;
  readonly kind: EffectKind;
  readonly reason: string | null;
  readonly count: number;
  readonly oldestId: number;
  readonly since: Instant;
}

export interface OutboxQueries {
  byId(id: number): OutboxRow | null;
  /**
   * The first open row of each lane that may be tried now, by priority, then age. A lane whose first row is
   * in flight, or waits for later, or needs attention, gives none.
   */
  heads(connectionId: string, now: Instant, limit: number): readonly OutboxRow[];
  /** Notices by mail that may be tried now, oldest first; `heads` has none of them. */
  dueNotices(now: Instant, limit: number): readonly OutboxRow[];
  /** The earliest attempt of a notice by mail; null: none waits. */
  nextNoticeAt(): Instant | null;
  /** Open rows whose lane begins so, oldest lane first, after a lane. */
  inLanes(connectionId: string, prefix: string, after: string, limit: number): readonly OutboxRow[];
  /** What we last wrote into a property of a record, undone writes included; null: nothing that is known. */
  lastWritten(connectionId: string, recordId: string, property: string): string | null;
  /** Connections with open rows that may be tried now. */
  connectionsWithWork(now: Instant): readonly string[];
  /** The earliest future attempt of a lane's first row; null: none. */
  nextAttemptAt(): Instant | null;
  /** Marks rows as in flight before their call leaves; answers which: one that no longer waits must not leave. */
  markInFlight(ids: readonly number[]): ReadonlySet<number>;
  /** After a start: rows left in flight become waiting and uncertain. Returns how many. */
  recoverInFlight(): number;
  /** Open rows (waiting, in flight, attention) of a record, oldest first. */
  openOfRecord(connectionId: string, recordId: string): readonly OutboxRow[];
  counts(): Readonly<Record<OutboxStatus, number>>;
  /** Newest first. */
  page(
    filter: ActivityFilter,
    before: number | null,
    limit: number,
  ): { readonly rows: readonly OutboxRow[]; readonly total: number };
  attention(limit: number): readonly OutboxRow[];
  /** What needs attention, by connection, kind and reason; the oldest first. */
  causes(limit: number): readonly OutboxCause[];
  /** Ids of what needs attention for the same cause as the given row, oldest first, after an id. */
  ofCause(oldestId: number, after: number, limit: number): readonly number[];
  /** Of one status, oldest first, after an id; of one connection or of all. */
  oldest(
    status: OutboxStatus,
    of: {
      readonly connectionId: string | null;
      readonly after: number;
      /** Absent or null: every kind. */
      readonly kinds?: readonly EffectKind[] | null;
    },
    limit: number,
  ): readonly OutboxRow[];
  /** How many of one status there are, by connection and kind. */
  tally(
    status: OutboxStatus,
  ): readonly { readonly connectionId: string; readonly kind: EffectKind; readonly count: number }[];
}
