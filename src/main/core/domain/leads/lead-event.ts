import type { MailValue, ReplyIntent } from '#contract/names.ts';
import type { BounceFigures } from './bounce-guard.ts';
import type { Opinion } from '../replies/intent/merge-intent.ts';
import type { PostponedBecause } from '../schedules/due-now.ts';
import type { Instant } from '../time.ts';
import type { DeactivationReason, LeadState } from './lead.ts';

export { REPLY_INTENTS } from '#contract/names.ts';
export type { ReplyIntent } from '#contract/names.ts';

export type BounceClass = 'hard' | 'soft' | 'delayed' | 'unknown';

/** What a person does on a record to reach out to somebody. */
export type HumanActivity = 'email' | 'call' | 'meeting' | 'message';

/** How far an address can be trusted before anything is sent to it. */
export type AddressVerdict =
  | { readonly verdict: 'valid' }
  | { readonly verdict: 'unverifiable' }
  /** Likely to bounce: held back while too many mails do (domain.md section 1, bounce guard). */
  | { readonly verdict: 'risky' }
  | { readonly verdict: 'invalid'; readonly reason: DeactivationReason }
  | { readonly verdict: 'missing' };

/** What happened to a lead, in the past tense. Times are those of the fact, not of its discovery. */
export type LeadEvent =
  | { readonly type: 'capacity-freed' }
  | { readonly type: 'context-given'; readonly context: string }
  | {
      readonly type: 'mail-sent';
      /** Index of the step; null: no step of the schedule (a brochure). */
      readonly step: number | null;
      readonly mailId: string;
      readonly messageId: string;
      readonly subject: string;
      readonly at: Instant;
      /** A person wrote it through the assistant. */
      readonly byPerson?: true;
    }
  /** A person wants this step of the schedule not to be sent, and it came due. */
  | { readonly type: 'step-skipped'; readonly step: number; readonly at: Instant }
  | { readonly type: 'address-proved' }
  | { readonly type: 'opened'; readonly sentAt: Instant; readonly at: Instant }
  | { readonly type: 'clicked'; readonly sentAt: Instant; readonly at: Instant }
  | {
      readonly type: 'replied';
      readonly intent: ReplyIntent;
      /** 0 to 1. */
      readonly confidence: number;
      readonly at: Instant;
      /** For OutOfOffice and ConnectLater: the day named in the mail, if any. */
      readonly until: Instant | null;
      readonly mailId: string;
      /** The reply's own words, quoted in the hand-back note. */
      readonly text: string;
      readonly fromAddress: string;
      /** What the writer signs with; absent in events from before it was kept. */
      readonly fromName?: string;
      /** The term of the rule that a user taught, where it decided. */
      readonly taught?: string;
      /** What a language model took it for, where one was asked. */
      readonly opinion?: Opinion;
      /** Other people whom it names, and who wait as proposed leads: names or addresses. */
      readonly proposed?: readonly string[];
    }
  | {
      readonly type: 'bounced';
      readonly class: BounceClass;
      readonly at: Instant;
      readonly mailId: string;
      readonly status: string | null;
    }
  /** The link in a mail was used; `addresses`: those the mail went to, lower case. */
  | { readonly type: 'unsubscribed'; readonly at: Instant; readonly addresses: readonly string[] }
  /** A meeting with the lead came into the CRM after our mail, or a mail told of it. */
  | {
      readonly type: 'meeting-booked';
      readonly at: Instant;
      /** null: nobody said when it is. */
      readonly startsAt: Instant | null;
      /** The mail that told of it. */
      readonly mailId?: string;
      /** The service through which it was booked, where it is known. */
      readonly service?: string;
    }
  | {
      readonly type: 'meeting-cancelled';
      readonly at: Instant;
      readonly startsAt: Instant | null;
      /** The mail that told of it. */
      readonly mailId?: string;
      /** The lead's own calendar says so; false: a booking service does, and who did it is not known. */
      readonly byLead: boolean;
    }
  /** Somebody else of the same company answered, on a connection that stops the others then. */
  | { readonly type: 'colleague-replied'; readonly who: string; readonly at: Instant }
  | { readonly type: 'schedule-finished' }
  | {
      readonly type: 'send-postponed';
      readonly until: Instant;
      readonly because: PostponedBecause | 'mailbox';
    }
  /** Its message came due and would have had a hole: `missing` names what it needs. */
  /** A person let a message go that waited; `claims`: words in it that were given nowhere. */
  | { readonly type: 'draft-approved'; readonly step: number; readonly claims: readonly string[] }
  | { readonly type: 'message-incomplete'; readonly step: number; readonly missing: readonly MailValue[] }
  /** The assistant or the schedule was changed, so that a message that was held may be whole now. */
  | { readonly type: 'values-changed' }
  /** Its message came due while the connection was not active. */
  | { readonly type: 'sending-interrupted'; readonly dueAt: Instant }
  | { readonly type: 'owner-silent' }
  | {
      readonly type: 'owner-answered';
      readonly at: Instant;
      /** Where it was seen: a mail to the lead that the assistant got a copy of, or an activity on the record. */
      readonly seen: 'mail' | HumanActivity;
    }
  | { readonly type: 'taken-away'; readonly newOwnerId: string | null; readonly at: Instant }
  | { readonly type: 'record-deleted' }
  | {
      readonly type: 'record-merged';
      readonly intoRecordId: string;
      /** The surviving record has a lead of its own, under follow-up or on its way back. */
      readonly hasOwnLead?: boolean;
    }
  | {
      readonly type: 'contact-changed';
      readonly email: string;
      readonly addresses: readonly string[];
      readonly firstName: string;
      readonly lastName: string;
      readonly company: string;
      readonly country: string;
      readonly timeZone: string | null;
    }
  | { readonly type: 'handed-back'; readonly toOwnerId: string | null; readonly at: Instant }
  | { readonly type: 'hand-back-failed'; readonly because: string }
  /** A person undid the owner of a hand-back: the assistant has the record again, since then by the CRM's time. */
  | { readonly type: 'hand-back-undone'; readonly at: Instant }
  | { readonly type: 'address-suppressed' }
  /** What is on the list *Never write to*. */
  | { readonly type: 'address-excluded'; readonly pattern: string }
  /** A risky address was to be written to, or is held back and a day has passed. */
  | { readonly type: 'bounce-guard-asked'; readonly figures: BounceFigures }
  /** The schedule it is on was changed. */
  | { readonly type: 'schedule-changed'; readonly name: string; readonly applies: boolean }
  | LeadCommand;

/** What a person pressed. */
export type LeadCommand =
  | {
      readonly type: 'marked';
      readonly state: Extract<LeadState, 'Hot' | 'Responded' | 'Cold' | 'DeActivated'>;
      /** For DeActivated: the person has left the company; absent: switched off by hand. */
      readonly reason?: Extract<DeactivationReason, 'MovedOut'>;
    }
  /** What a reply really meant; `was`: how it was understood before. */
  | {
      readonly type: 'intent-corrected';
      readonly mailId: string;
      readonly intent: ReplyIntent;
      readonly was: ReplyIntent | null;
    }
  | { readonly type: 'stop-pressed' }
  /** `notBefore`: the next message goes at the first allowed time from then on; absent: after its gap. */
  | { readonly type: 'continue-pressed'; readonly notBefore?: Instant }
  | {
      readonly type: 'restart-pressed';
      readonly scheduleId: string | null;
      readonly assistantId: string | null;
    }
  | { readonly type: 'hand-back-pressed' }
  | { readonly type: 'not-at-risk-pressed' }
  /** A mail that belonged to no lead is of this one; `isAnswer`: a person wrote it. */
  | {
      readonly type: 'mail-linked';
      readonly mail: { readonly from: string; readonly subject: string; readonly at: Instant };
      readonly isAnswer: boolean;
    }
  /** The next message goes at the first allowed time from then on. */
  | { readonly type: 'next-message-moved'; readonly step: number; readonly at: Instant }
  | { readonly type: 'note-added'; readonly text: string }
  /** `until`: an ISO date in the lead's zone; null, here and below: nothing was chosen yet. */
  | { readonly type: 'pause-pressed'; readonly until: string | null }
  /** A person says that the lead wants no more mail. */
  | { readonly type: 'unsubscribe-pressed' }
  /** `fromStep`: index of the message to begin with; null: after as many as were sent. */
  | {
      readonly type: 'schedule-chosen';
      readonly scheduleId: string | null;
      readonly fromStep: number | null;
    }
  | { readonly type: 'assistant-chosen'; readonly assistantId: string | null }
  /** Who gets the record back. */
  | { readonly type: 'owner-chosen'; readonly ownerId: string | null }
  | { readonly type: 'tagged'; readonly add: readonly string[]; readonly remove: readonly string[] }
  /** A reminder that is new, or moved to another time. */
  | {
      readonly type: 'reminder-set';
      readonly reminderId: string;
      readonly dueAt: Instant;
      readonly text: string;
    }
  | { readonly type: 'reminder-done'; readonly reminderId: string; readonly text: string };
