import type { Step } from '../schedules/schedule.ts';
import { businessDayAfter, explainSendAt, nextSendAt } from '../schedules/send-time.ts';
import type { Move, Sending } from '../schedules/send-time.ts';
import type { Duration, Instant } from '../time.ts';
import { DAY } from '../time.ts';
import type { FollowUp, LeadState } from './lead.ts';

/** Pending is worked on at a slower rate (domain.md section 1): each gap is this much longer. */
const SLOW_FACTOR = 2;

/** An absence without a date of return lasts this long (domain.md section 1, OutOfOffice). */
const ABSENCE_WITHOUT_DATE: Duration = 7 * DAY;

/** Where and when may be sent. */
export interface Planning extends Sending {
  readonly now: Instant;
  /** When a person's pause ends; null: there is none. */
  readonly notBefore: Instant | null;
}

/** What comes after a message, as the lead stores it. */
interface NextFollowUp {
  readonly followUp: FollowUp;
  readonly nextFollowUpAt: Instant;
  readonly stepCount: number;
}

/**
 * The date of the step `nextStep`, its gap counted from `since` (the assignment, or the message before), at
 * an allowed time and never in the past. With every step out it is the end of the last one's gap.
 */
export function nextFollowUp(
  planning: Planning,
  steps: readonly Step[],
  nextStep: number,
  since: Instant,
  state: LeadState,
): NextFollowUp {
  const step = steps[nextStep];
  // A schedule that was shortened meanwhile does not unsend what is out.
  const stepCount = later(steps.length, nextStep);
  if (step === undefined) {
    return {
      followUp: 'Waiting',
      nextFollowUpAt: notPaused(planning, since + gap(steps.at(-1)?.gapDays ?? 0, state)),
      stepCount,
    };
  }
  return {
    followUp: 'Scheduled',
    nextFollowUpAt: sendAt(planning, since + gap(step.gapDays, state)),
    stepCount,
  };
}

/** What the date of the next step was moved past, computed as `nextFollowUp` does were nothing else planned. */
export function movesOfNext(
  sending: Sending,
  steps: readonly Step[],
  nextStep: number,
  since: Instant,
  state: LeadState,
): readonly Move[] {
  const step = steps[nextStep];
  if (step === undefined) return [];
  const earliest = since + gap(step.gapDays, state);
  return explainSendAt({ ...sending, plannedPerDay: {}, mailbox: null, earliest }).moves;
}

/** The first allowed time at or after `earliest`, never in the past. */
export function sendAt(planning: Planning, earliest: Instant): Instant {
  return nextSendAt({ ...planning, earliest: notPaused(planning, earliest) });
}

/** Not in the past and not within a person's pause. */
export function notPaused({ now, notBefore }: Planning, at: Instant): Instant {
  return later(later(now, notBefore ?? now), at);
}

/**
 * When to go on after an absence: a follow-up before the return waits for the business day after it; a later
 * one keeps its date. Without a date of return the absence lasts 7 days from the mail.
 */
export function afterAbsence(
  planning: Planning,
  planned: Instant,
  absence: { readonly at: Instant; readonly until: Instant | null },
): Instant {
  if (absence.until === null) {
    const end = absence.at + ABSENCE_WITHOUT_DATE;
    return planned >= end ? planned : sendAt(planning, end);
  }
  if (planned >= absence.until) return planned;
  return sendAt(planning, businessDayAfter({ ...planning, day: absence.until }));
}

export function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

/** Whole milliseconds; gaps may be decimals of days. */
function gap(days: number, state: LeadState): Duration {
  const length = days * DAY * (state === 'Pending' ? SLOW_FACTOR : 1);
  return length - (length % 1);
}
