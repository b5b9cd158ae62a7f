import type {
  Custody,
  DeactivationReason,
  FollowUp,
  HoldReason,
  LeadState,
  PauseReason,
  ValueSource,
} from '#contract/names.ts';
import type { Instant } from '../time.ts';

export {
  CUSTODIES,
  DEACTIVATION_REASONS,
  FOLLOW_UPS,
  HOLD_REASONS,
  LEAD_NEEDS,
  LEAD_STATES,
  PAUSE_REASONS,
} from '#contract/names.ts';
export type {
  Custody,
  DeactivationReason,
  FollowUp,
  HoldReason,
  LeadNeed,
  LeadState,
  PauseReason,
  ValueSource,
} from '#contract/names.ts';

/** States in which follow-up may go on ("any active" in the transition table). */
export const ACTIVE_STATES = ['New', 'Pending', 'Cold', 'Engaged', 'Warm', 'OutOfOffice'] as const;
export type ActiveState = (typeof ACTIVE_STATES)[number];

/** Our side of a CRM record that an assistant holds. Immutable: a decision yields a new one. */
export interface Lead {
  readonly id: string;
  readonly connectionId: string;
  readonly assistantId: string;
  /** The CRM's id of the record: the key of the person, never the address. Follows merges. */
  readonly recordId: string;

  readonly state: LeadState;
  /** Set when and only when the state is DeActivated. */
  readonly reason: DeactivationReason | null;
  /** The level that returns after OutOfOffice or LeadAtRisk; null in every other state. */
  readonly stateBefore: LeadState | null;
  readonly hold: HoldReason | null;
  /** Since when the bounce guard holds it back; null: it does not. */
  readonly heldSince: Instant | null;
  readonly custody: Custody;
  readonly followUp: FollowUp;

  /** Counts starts: 0 for the first, one more with each restart. A message is unique by lead, run and step. */
  readonly run: number;
  readonly scheduleId: string;
  readonly scheduleSource: ValueSource;
  /** Index of the next step to send, 0-based; equals the number of steps already sent of this run. */
  readonly nextStep: number;
  /** Messages of the schedule when it was last computed: the m of "n of m". */
  readonly stepCount: number;
  /** When the next message goes out, or the last step's gap ends; null when nothing is planned. */
  readonly nextFollowUpAt: Instant | null;
  /** An absence without a date: listed under "paused without a date". */
  readonly pausedWithoutDate: boolean;
  /** Why the follow-up is paused, beside an absence; null: it is not, or a person paused it. */
  readonly pausedBecause: PauseReason | null;
  /** The day (ISO date, in the lead's zone) until which a person paused it: nothing goes out before the business day after; null: no such pause. */
  readonly pausedUntil: string | null;

  readonly context: string;
  readonly contextSource: ValueSource;

  /** The address written to; empty when the record has none. Lower case. */
  readonly email: string;
  /** The address may bounce: the bounce guard holds it back while too many do. */
  readonly isRisky: boolean;
  /** Every address the person ever had, lower case, `email` included. */
  readonly addresses: readonly string[];
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly country: string;
  /** IANA zone of the lead where known, else null (then the assistant's holds). */
  readonly timeZone: string | null;

  /** Opens that count (after the 180 s scanner rule). */
  readonly opens: number;
  readonly clicks: number;
  /** When opens that count were, oldest first; the latest twenty. */
  readonly openedAt: readonly Instant[];
  readonly lastSentAt: Instant | null;
  readonly lastReplyAt: Instant | null;
  /** Hot, Responded or LeadAtRisk: since when a person's answer is awaited; null: it is not, or not any more. */
  readonly answerAwaitedSince: Instant | null;
  /** When the lead becomes LeadAtRisk without an answer, or the owner is reminded next; null: neither. */
  readonly nextRiskAt: Instant | null;
  /** How often the owner was reminded since the lead is at risk. */
  readonly riskReminders: number;
  /** Subject of the first message of this run: follow-ups keep it. */
  readonly threadSubject: string | null;
  /** Message-IDs of this run's thread, oldest first. */
  readonly thread: readonly string[];

  readonly assignedAt: Instant;
  /** Who had the record before the assistant, or has it again after hand-back; null: nobody, or unknown. */
  readonly previousOwnerId: string | null;
  /** Whom a person chose to get it back instead; null: nobody was chosen. */
  readonly handBackTo: string | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** The record was deleted in the CRM: kept here and marked. */
  readonly recordDeleted: boolean;
  /** Counts committed changes; a commit refuses a lead that moved meanwhile. */
  readonly version: number;
}

/** Whether the state is one of the active ones. */
export function isActive(state: LeadState): state is ActiveState {
  return (ACTIVE_STATES as readonly LeadState[]).includes(state);
}
