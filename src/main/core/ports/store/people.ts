import type { Lead } from '../../domain/leads/lead.ts';
import type { Instant } from '../../domain/time.ts';
import type { ImportPerson } from './imports.ts';
import type { StrayMail } from './strays.ts';
import type { Reminder } from './remarks.ts';
import type { MailDraft, PlannedEdit } from './human-mail.ts';
import type { JournalEntry, Mail, Notice, OutboxRow, SeenAssignment } from './rows.ts';

/** One record of a CRM account. */
export interface RecordKey {
  readonly connectionId: string;
  readonly recordId: string;
}

/** Who somebody is to this program: every lead, record and address that belong together. */
export interface Person {
  readonly leads: readonly Lead[];
  readonly records: readonly RecordKey[];
  /** Lower case. */
  readonly addresses: readonly string[];
  /** Those of the addresses that must never be written to. */
  readonly suppressed: readonly { readonly address: string; readonly reason: string; readonly at: Instant }[];
}

/** Everything that is stored about a person. */
export interface PersonData {
  readonly leads: readonly Lead[];
  readonly journal: readonly JournalEntry[];
  readonly mails: readonly Mail[];
  /** What people were writing to them, and changed of messages to come. */
  readonly mailDrafts: readonly MailDraft[];
  readonly plannedEdits: readonly PlannedEdit[];
  readonly outbox: readonly OutboxRow[];
  readonly seen: readonly SeenAssignment[];
  readonly suppression: Person['suppressed'];
  /** Mails of theirs that belong to no lead, and where others named them. */
  readonly strays: readonly Pick<StrayMail, 'fromAddress' | 'fromName' | 'subject' | 'at'>[];
  readonly proposals: readonly { readonly address: string; readonly name: string; readonly at: Instant }[];
  /** Where they stand in what came in by hand. */
  readonly imports: readonly ImportPerson[];
  readonly notices: readonly Notice[];
  readonly tags: readonly { readonly leadId: string; readonly tag: string }[];
  readonly reminders: readonly Reminder[];
}

export interface PeopleQueries {
  /** By any address the person ever had, or by the id of a record; null: nothing is stored. */
  find(query: string): Person | null;
  dataOf(person: Person): PersonData;
  /**
   * Removes everything that is stored about the person and keeps a salted hash of each address and record, so that
   * the person is known again. The pages that held it are rewritten: nothing of it is left in the file.
   */
  erase(person: Person, at: Instant): void;
  /** Whether the owner of one of these addresses, or of the record, was erased. */
  isErased(addresses: readonly string[], record: RecordKey): boolean;
  /** Deleted records of leads that were not asked about since the given moment. */
  deletedRecords(connectionId: string, notSince: Instant, limit: number): readonly string[];
  /** Notes whether the CRM can still bring a deleted record back. */
  noteDeleted(
    connectionId: string,
    records: readonly { recordId: string; isForEver: boolean }[],
    at: Instant,
  ): void;
  /** Leads whose record is gone for ever, and since when that is known. */
  deletedForEver(): readonly { readonly lead: Lead; readonly at: Instant }[];
  /** When somebody was last erased; null: never. */
  lastErasedAt(): Instant | null;
}
