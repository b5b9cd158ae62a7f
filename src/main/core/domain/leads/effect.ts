import type { PolicyField } from '#contract/names.ts';
import type { Instant } from '../time.ts';
import type { HoldReason, LeadState } from './lead.ts';

/**
 * What the outbox shall carry out. An effect names fields by our own keys; the connection's field mapping
 * turns them into CRM properties at delivery. Effects of one record are delivered in their order.
 */
export type Effect =
  | { readonly kind: 'crm-note'; readonly recordId: string; readonly at: Instant; readonly note: NoteContent }
  | {
      readonly kind: 'crm-email';
      readonly recordId: string;
      /** The mail in our store: subject, text, addresses are read from it at delivery. */
      readonly mailId: string;
      readonly at: Instant;
    }
  | {
      readonly kind: 'crm-task';
      readonly recordId: string;
      readonly dueAt: Instant;
      readonly subject: string;
      readonly body: string;
      /** The CRM user the task is for; null: the record's owner after hand-back, or nobody. */
      readonly ownerId: string | null;
    }
  | {
      readonly kind: 'crm-status';
      readonly recordId: string;
      readonly state: LeadState;
      /** Only this property: it was held back while the others were written. Absent: every one. */
      readonly field?: PolicyField;
    }
  | {
      readonly kind: 'crm-owner';
      readonly recordId: string;
      /** null: unassigned. */
      readonly ownerId: string | null;
      /** Who must still own the record when it is written: the assistant's CRM user, or whom she takes it up from. */
      readonly expectedOwnerId: string;
    }
  /** Brings a person who was added by hand into the CRM, to their assistant. */
  | {
      readonly kind: 'crm-add';
      readonly importId: string;
      /** The person's row in it. */
      readonly row: number;
    }
  /** Takes back a write that was delivered, if nobody changed since what it wrote. */
  | {
      readonly kind: 'crm-undo';
      readonly recordId: string;
      /** The number of the write in the outbox. */
      readonly undoes: number;
      readonly change: UndoChange;
    }
  | { readonly kind: 'mail'; readonly mailId: string }
  /** Write and send a mail that is no step of the schedule, as an answer in the lead's thread. */
  | {
      readonly kind: 'compose-mail';
      readonly purpose: 'brochure';
      readonly leadId: string;
      readonly link: string;
      /** The mail that is answered. */
      readonly inReplyToMailId: string;
      /** Sent before this moment. */
      readonly dueBy: Instant;
    }
  | { readonly kind: 'notice'; readonly topic: NoticeTopic; readonly text: string }
  /** Tells an admin by mail. One incident tells each address once. */
  | {
      readonly kind: 'notice-mail';
      readonly incidentKey: string;
      /** Through whose mailbox: the Sent folder in which it is looked for stays the same. */
      readonly assistantId: string;
      readonly messageId: string;
      readonly to: string;
      readonly subject: string;
      readonly text: string;
    };

/** `values`: by CRM property, what is put back, only where the property still has what is expected. */
export type UndoChange =
  | {
      readonly what: 'values';
      readonly values: Readonly<Record<string, string>>;
      readonly expected: Readonly<Record<string, string>>;
    }
  /** A note or task that we created, only where it is as we wrote it. */
  | { readonly what: 'archive'; readonly activity: 'note' | 'task'; readonly remoteId: string };

export type EffectKind = Effect['kind'];
export type NoticeTopic = 'hot' | 'responded' | 'needs-attention' | 'handed-back';

/** What a note says; the words are put together where the links and names are known. */
export type NoteContent =
  | {
      readonly about: 'taken';
      readonly assistantName: string;
      readonly nextFollowUpAt: Instant | null;
      readonly timeZone: string;
      readonly scheduleName: string;
      readonly scheduleSource: 'record' | 'default' | 'person';
      /** The record's schedule value that matches no schedule; the default is used and the note says so. */
      readonly unknownSchedule: string | null;
      readonly restarted: boolean;
      readonly hold: HoldReason | null;
    }
  | {
      readonly about: 'refused';
      readonly because: 'already-has-status' | 'suppressed' | 'erased' | 'excluded';
      readonly assistantName: string;
      /** The status that is there; for `excluded` what is on the list. */
      readonly status: string;
      readonly ownerNote: OwnerNote;
    }
  | {
      readonly about: 'handed-back';
      readonly assistantName: string;
      readonly state: LeadState;
      readonly reason: string | null;
      readonly replyQuote: string | null;
      readonly ownerNote: OwnerNote;
    }
  /** The schedule is complete, and the lead goes onto the long-term one. */
  | {
      readonly about: 'long-term';
      readonly assistantName: string;
      readonly scheduleName: string;
      readonly nextFollowUpAt: Instant;
      readonly timeZone: string;
    }
  | { readonly about: 'person'; readonly text: string };

/** How the new owner was found (domain.md, assignment rules). */
export type OwnerNote =
  | { readonly kind: 'previous' }
  /** A person chose who gets this record. */
  | { readonly kind: 'chosen' }
  /** `until`: an ISO date. */
  | { readonly kind: 'deputy'; readonly previousOwner: string; readonly until: string }
  /** `by`: by turn or by country; absent: the default owner. */
  | { readonly kind: 'fallback-no-previous'; readonly by?: 'turn' | 'country' | undefined }
  | {
      readonly kind: 'fallback-previous-deactivated';
      readonly previousOwner: string;
      readonly by?: 'turn' | 'country' | undefined;
    }
  | {
      readonly kind: 'fallback-previous-away';
      readonly previousOwner: string;
      readonly until: string;
      readonly by?: 'turn' | 'country' | undefined;
    }
  | { readonly kind: 'unassigned-no-previous' }
  | { readonly kind: 'unassigned-previous-deactivated'; readonly previousOwner: string };
