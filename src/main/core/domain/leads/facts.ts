import type { Instant } from '../time.ts';
import type { HolidayCalendar } from '../schedules/holiday-calendar.ts';
import type { Step } from '../schedules/schedule.ts';
import type { DayLimit } from '../schedules/send-time.ts';
import type { HandBackFacts } from '../crm/previous-owner.ts';
import type { SendingRules } from '../schedules/sending-rules.ts';
import type { Lead } from './lead.ts';
import type { AddressVerdict } from './lead-event.ts';

/** A user of the CRM who can own records. */
export interface CrmUser {
  /** The id that owner fields hold (HubSpot: owner id, not user id). */
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly active: boolean;
}

/** One entry of a record's owner history, as the CRM tells it. */
export interface OwnerChange {
  /** "" = unassigned. */
  readonly ownerId: string;
  readonly at: Instant;
  /** Made by this program's own credential. */
  readonly byUs: boolean;
}

/** A CRM contact or lead as the CRM has it now. */
export interface CrmRecord {
  readonly id: string;
  /** Ids absorbed by it in merges. */
  readonly mergedIds: readonly string[];
  /** "" = unassigned. */
  readonly ownerId: string;
  /** When the present owner got it; null: unknown. */
  readonly assignedAt: Instant | null;
  /** Newest first; empty when it was not asked for. */
  readonly ownerHistory: readonly OwnerChange[];
  readonly email: string;
  readonly otherEmails: readonly string[];
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly country: string;
  readonly timeZone: string | null;
  /** The values of our own fields: "" where empty or where the portal lacks the field. */
  readonly context: string;
  readonly schedule: string;
  readonly connectionStatus: string;
  /** When the connection status was last written; null: never, or history was not asked for. */
  readonly connectionStatusAt: Instant | null;
  readonly contactStatus: string;
  /** The value of the "… Assistant" field (assignment by property). */
  readonly assistantField: string;
  /** When that field was last written; null: never, or history was not asked for. */
  readonly assistantFieldAt: Instant | null;
  /** The person opted out of e-mail in the CRM. */
  readonly optedOut: boolean;
  /** What the CRM sums up of its activities; absent where it does not. */
  readonly signals?: RecordSignals;
}

/** When something last happened with a record, as the CRM sums it up; null: never. A hint to look closer. */
export interface RecordSignals {
  /** A mail, call, meeting or message, ours included. */
  readonly contactedAt: Instant | null;
  readonly meetingAt: Instant | null;
  /** The day of the meeting that the person booked last; it may lie ahead. */
  readonly bookedFor: Instant | null;
  readonly mailOpenedAt: Instant | null;
  readonly mailClickedAt: Instant | null;
}

/** The assistant as far as decisions need her. */
export interface AssistantFacts {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Her CRM user in this connection. */
  readonly ownerId: string;
  readonly context: string;
  readonly defaultScheduleId: string;
  /** The link sent to a lead who asks for a brochure; null: she has none. */
  readonly brochureUrl: string | null;
  readonly rules: SendingRules;
  /** How often the owner of a lead at risk is reminded: every so many days, at most so many times. */
  readonly riskReminders: { readonly everyDays: number; readonly times: number };
  /** Whether she may start one more lead now. */
  readonly hasCapacity: boolean;
}

export interface ScheduleFacts {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly Step[];
  /** The option value in the CRM field: `id--Name` as first written. */
  readonly crmValue: string;
}

/** Switches of a connection that decisions read. */
export interface ConnectionFacts {
  readonly id: string;
  readonly guardOn: boolean;
  readonly taskOnHot: boolean;
  readonly fallbackOwnerId: string | null;
  readonly longTermScheduleId: string | null;
  /** How an assistant gets a record: as its owner, or named in a property of it. */
  readonly assignment: 'owner' | 'property';
}

/** Everything a decision may know besides the lead and the event. No clock, no ids, no randomness. */
export interface Facts extends HandBackFacts {
  readonly now: Instant;
  readonly connection: ConnectionFacts;
  readonly assistant: AssistantFacts;
  /** The lead's schedule. */
  readonly schedule: ScheduleFacts;
  readonly longTermSchedule: ScheduleFacts | null;
  /** An absence of the person who has the record, past or present, as last told; absent or null: none. */
  readonly ownerAway?: { readonly since: Instant; readonly until: Instant } | null;
  /** How many messages this assistant already plans per local day (ISO date in her zone). */
  readonly plannedPerDay: Readonly<Record<string, number>>;
  /** The mailbox she writes from, where it has a limit of its own. */
  readonly mailbox: DayLimit | null;
  /** Public holidays of the lead's country. */
  readonly holidays: HolidayCalendar;
  /** Those of the lead's addresses (old and new) that must never be written to. Lower case. */
  readonly suppressedAddresses: readonly string[];
  /** What excludes one of the lead's addresses on the list *Never write to*; absent or null: nothing. */
  readonly excludedBy?: string | null;
  /** After a person's mail: for so many days the assistant sends none of her own. */
  readonly quietDays?: number;
  /** For a Restart onto another schedule, or a change to it: that schedule. */
  readonly restartSchedule?: ScheduleFacts;
  /** For a Restart with another assistant, or a change to her: that assistant. */
  readonly restartAssistant?: AssistantFacts;
  /** For a choice of who gets the record back: that user of the CRM, no assistant. */
  readonly chosenOwner?: CrmUser;
  /** For a change of tags: those it has. */
  readonly tags?: readonly string[];
}

/** The first message to a lead, written by a person. */
export interface FirstMessage {
  readonly messageId: string;
  readonly references: readonly string[];
  readonly subject: string;
  readonly at: Instant;
}

/** What is known when a record turns up with an assistant. */
export interface AssignmentFacts extends Omit<
  Facts,
  'schedule' | 'suppressedAddresses' | 'restartSchedule' | 'restartAssistant' | 'chosenOwner' | 'tags'
> {
  /** The id for the lead, if one comes of it. */
  readonly newLeadId: string;
  readonly record: CrmRecord;
  /** Our lead for this record from an earlier assignment; null: none. */
  readonly existingLead: Lead | null;
  /** Follow-ups of hers already logged on the record, where it was counted: an adopted lead goes on after them. */
  readonly mailsSentBefore?: number;
  readonly address: AddressVerdict;
  readonly suppressed: boolean;
  /** A mail of a person of the team that counts as the first message: she goes on in its thread. */
  readonly begun?: FirstMessage;
  /** Whether risky addresses are held back now. */
  readonly isGuardUp?: boolean;
  /** The person was erased here: nothing about them may be stored again. */
  readonly erased?: boolean;
  readonly schedules: readonly ScheduleFacts[];
}
