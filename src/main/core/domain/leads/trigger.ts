import type { BounceClass, LeadCommand, ReplyIntent } from './lead-event.ts';

/** Which state a person may mark a lead with. */
type MarkState = Extract<LeadCommand, { type: 'marked' }>['state'];

/**
 * An event as the transition table knows it: facts that make a difference (a third open, a reply too unsure
 * to act on) are told apart here, so that the table needs no conditions.
 */
export type Trigger =
  | 'capacity-freed'
  | 'still-on-hold'
  | 'context-given'
  | 'step-sent'
  | 'step-known-already'
  | 'other-mail-sent'
  /** A person wrote to the lead through the assistant. */
  | 'person-wrote'
  | 'step-skipped'
  | 'address-proved'
  | 'scanner-touched'
  | 'opened'
  | 'opened-three-times'
  | 'clicked'
  /** The unsubscribe link of a mail, or the mail program's button, was used. */
  | 'unsubscribed'
  | 'meeting-booked'
  | 'meeting-cancelled'
  /** The same, and it is not known who did it. */
  | 'meeting-cancelled-elsewhere'
  /** Somebody else of the same company answered. */
  | 'colleague-replied'
  /** The same, and no follow-up is under way that could be paused. */
  | 'colleague-replied-too'
  | `reply:${ReplyIntent}`
  /** Read as AgreedToMeet or InterestedToProceed, or as Unsubscribed, with too little confidence. */
  | 'reply:unsure'
  /** BrochureSent, and the assistant has no link or no longer holds the record. */
  | 'reply:no-brochure'
  /** ConnectLater without a day to come, or with nothing left to send then. */
  | 'reply:no-later-date'
  /** OutOfOffice while no follow-up is under way. */
  | 'reply:absence-while-off'
  | `bounce:${BounceClass}`
  | 'schedule-finished'
  | 'schedule-finished-long-term'
  | 'schedule-not-finished'
  | 'send-postponed'
  /** The next message would have a hole. */
  | 'draft-approved'
  | 'message-incomplete'
  | 'values-changed'
  | 'sending-interrupted'
  | 'owner-silent'
  | 'owner-answered'
  /** The owner is away: the clock stands still. */
  | 'owner-away'
  /** Nobody's answer is awaited, or not yet. */
  | 'silence-not-due'
  /** What a person did before the lead's message. */
  | 'owner-wrote-before'
  | 'taken-away'
  | 'record-deleted'
  | 'record-merged'
  /** Merged into a record that has a lead of its own. */
  | 'record-absorbed'
  | 'contact-changed'
  | 'address-lost'
  | 'address-suppressed'
  | 'address-excluded'
  | 'held-by-bounce-guard'
  | 'bounce-guard-holds'
  | 'bounce-guard-over'
  | 'schedule-changed'
  | 'schedule-kept'
  | 'handed-back'
  | 'hand-back-failed'
  | 'hand-back-undone'
  | `mark:${MarkState}`
  | 'mark:MovedOut'
  | `correct:${ReplyIntent}`
  | 'stop'
  | 'continue'
  | 'restart'
  | 'hand-back'
  | 'not-at-risk'
  | 'mail-linked'
  /** The same, and no person wrote it. */
  | 'mail-linked-automatic'
  | 'next-message-moved'
  | 'note-added'
  | 'pause'
  | 'unsubscribe'
  | 'choose-schedule'
  | 'choose-assistant'
  | 'choose-owner'
  | 'tagged'
  | 'reminder-set'
  | 'reminder-done';
