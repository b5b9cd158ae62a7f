import type { Duration, Instant } from '../time.ts';
import { DAY, SECOND } from '../time.ts';
import { OPENS_KEPT, openHourOf } from '../schedules/open-hour.ts';
import { endOfPause, sendingZone } from '../schedules/send-time.ts';
import type { Effect } from './effect.ts';
import type { AssistantFacts, Facts } from './facts.ts';
import type { Finding, LeadPatch } from './finding.ts';
import { later, nextFollowUp, sendAt } from './follow-up-dates.ts';
import type { Planning } from './follow-up-dates.ts';
import type { Lead } from './lead.ts';
import type { LeadEvent } from './lead-event.ts';

/** An open or click sooner after sending is a mail scanner's (domain.md section 1). */
const SCANNER_WINDOW: Duration = 180 * SECOND;

/** This many opens make a lead Warm. */
const OPENS_OF_WARM = 3;

type Of<T extends LeadEvent['type']> = Extract<LeadEvent, { type: T }>;

/** Where and when this lead may be written to. */
export function planningOf(
  lead: Pick<Lead, 'timeZone' | 'openedAt' | 'pausedUntil'>,
  facts: Pick<Facts, 'now' | 'holidays' | 'mailbox' | 'plannedPerDay'> & {
    readonly assistant: Pick<AssistantFacts, 'rules'>;
  },
): Planning {
  const { now, holidays, mailbox, plannedPerDay } = facts;
  const { rules } = facts.assistant;
  const openHour = rules.atOpenHour
    ? openHourOf(lead.openedAt, sendingZone(lead.timeZone, rules), rules)
    : null;
  const zone = lead.timeZone;
  const notBefore =
    lead.pausedUntil === null ? null : endOfPause(lead.pausedUntil, { zone, rules, holidays });
  return { now, zone, rules, plannedPerDay, mailbox, holidays, openHour, notBefore };
}

/** Whether a follow-up is under way: held, active, and planned or waiting. */
export function isUnderWay(lead: Lead): boolean {
  return lead.custody === 'Held' && (lead.followUp === 'Scheduled' || lead.followUp === 'Waiting');
}

export function findOpen(lead: Lead, event: Of<'opened'>): Finding {
  if (event.at - event.sentAt < SCANNER_WINDOW) return { trigger: 'scanner-touched' };
  const opens = lead.opens + 1;
  const openedAt = [...lead.openedAt, event.at].slice(-OPENS_KEPT);
  return { trigger: opens >= OPENS_OF_WARM ? 'opened-three-times' : 'opened', patch: { opens, openedAt } };
}

export function findClick(lead: Lead, event: Of<'clicked'>): Finding {
  if (event.at - event.sentAt < SCANNER_WINDOW) return { trigger: 'scanner-touched' };
  return { trigger: 'clicked', patch: { clicks: lead.clicks + 1 } };
}

/**
 * A mail went out: it is logged on the record, the next step gets its date, and follow-ups stay in the thread.
 * A step that is not the next one of this run (told twice, or of an earlier run) moves nothing.
 */
export function findMailSent(lead: Lead, event: Of<'mail-sent'>, facts: Facts): Finding {
  const { step, messageId, mailId, at } = event;
  const mail = { mailId, at };
  if (lead.thread.includes(messageId)) return { trigger: 'step-known-already' };
  if (step === null) {
    const patch = { thread: [...lead.thread, messageId] };
    if (event.byPerson !== true) return { trigger: 'other-mail-sent', mail, patch };
    return { trigger: 'person-wrote', mail, patch: { ...patch, ...quiet(lead, at, facts) }, answered: true };
  }
  if (step !== lead.nextStep) return { trigger: 'step-known-already', mail };

  const nextStep = step + 1;
  const sent = {
    nextStep,
    stepCount: later(facts.schedule.steps.length, nextStep),
    lastSentAt: at,
    threadSubject: lead.threadSubject ?? event.subject,
    thread: [...lead.thread, messageId],
    pausedWithoutDate: false,
    pausedUntil: null,
  };
  if (!isUnderWay(lead) || lead.state === 'New') return { trigger: 'step-sent', mail, patch: sent };
  const state = lead.state === 'OutOfOffice' ? (lead.stateBefore ?? 'Cold') : lead.state;
  const unpaused = { ...lead, pausedUntil: null };
  const next = nextFollowUp(planningOf(unpaused, facts), facts.schedule.steps, nextStep, at, state);
  return { trigger: 'step-sent', mail, patch: { ...next, ...sent } };
}

/** Where a person just wrote, her own next message waits some days. */
function quiet(lead: Lead, at: Instant, facts: Facts): LeadPatch {
  const end = at + (facts.quietDays ?? 0) * DAY;
  if (!isUnderWay(lead) || lead.nextFollowUpAt === null || lead.nextFollowUpAt >= end) return {};
  return { nextFollowUpAt: sendAt(planningOf(lead, facts), end) };
}

/** A message that a person wants not to be sent came due: the next one follows after its own gap. */
export function findStepSkipped(lead: Lead, event: Of<'step-skipped'>, facts: Facts): Finding {
  if (event.step !== lead.nextStep) return { trigger: 'step-known-already' };
  const nextStep = event.step + 1;
  const skipped = {
    nextStep,
    stepCount: later(facts.schedule.steps.length, nextStep),
    pausedWithoutDate: false,
  };
  if (!isUnderWay(lead) || lead.state === 'New') return { trigger: 'step-skipped' };
  const next = nextFollowUp(planningOf(lead, facts), facts.schedule.steps, nextStep, event.at, lead.state);
  return { trigger: 'step-skipped', patch: { ...next, ...skipped } };
}

/** The address works: the slower rate ends, and the next date is the normal one. */
export function findAddressProved(lead: Lead, facts: Facts): Finding {
  const trigger = 'address-proved';
  if (lead.state === 'OutOfOffice' && lead.stateBefore === 'Pending') {
    return { trigger, patch: { stateBefore: 'Cold' } };
  }
  if (lead.state !== 'Pending' || !isUnderWay(lead)) return { trigger };
  const since = lead.lastSentAt ?? facts.now;
  const next = nextFollowUp(planningOf(lead, facts), facts.schedule.steps, lead.nextStep, since, 'Cold');
  return { trigger, patch: next };
}

/** The last gap has passed: onto the long-term schedule where there is one, else the run is complete. */
export function findScheduleFinished(lead: Lead, facts: Facts): Finding {
  if (!isUnderWay(lead) || lead.hold !== null) return { trigger: 'schedule-not-finished' };
  if (lead.nextStep < facts.schedule.steps.length) {
    const since = lead.lastSentAt ?? facts.now;
    return {
      trigger: 'schedule-not-finished',
      patch: nextFollowUp(planningOf(lead, facts), facts.schedule.steps, lead.nextStep, since, lead.state),
    };
  }
  const longTerm = facts.longTermSchedule;
  if (longTerm === null || longTerm.id === lead.scheduleId) return { trigger: 'schedule-finished' };
  const next = nextFollowUp(planningOf(lead, facts), longTerm.steps, 0, facts.now, 'Cold');
  const note: Effect = {
    kind: 'crm-note',
    recordId: lead.recordId,
    at: facts.now,
    note: {
      about: 'long-term',
      assistantName: facts.assistant.name,
      scheduleName: longTerm.name,
      nextFollowUpAt: next.nextFollowUpAt,
      timeZone: facts.assistant.rules.timeZone,
    },
  };
  return {
    trigger: 'schedule-finished-long-term',
    patch: { ...newRun(lead), ...next, scheduleId: longTerm.id, scheduleSource: 'default' },
    last: [note],
  };
}

/**
 * A sending that had to wait: the follow-up moves to the first allowed time at or after it. What was over a limit
 * keeps the order of time, also where that day is planned full: see `answerDue`.
 */
export function findSendPostponed(lead: Lead, event: Of<'send-postponed'>, facts: Facts): Finding {
  const trigger = 'send-postponed';
  if (!isUnderWay(lead) || lead.nextFollowUpAt === null) return { trigger };
  const planning = planningOf(lead, facts);
  const isOverLimit = event.because === 'daily-limit' || event.because === 'mailbox-limit';
  const room = isOverLimit ? { ...planning, plannedPerDay: {}, mailbox: null } : planning;
  return { trigger, patch: { nextFollowUpAt: sendAt(room, event.until) } };
}

/** Capacity or a context was awaited: the follow-up starts when there are both. */
export function findStart(lead: Lead, event: Of<'capacity-freed' | 'context-given'>, facts: Facts): Finding {
  const given = event.type === 'context-given' ? event.context.trim() : '';
  const patch =
    given !== ''
      ? ({ context: given, contextSource: 'person' } as const)
      : lead.context === '' && facts.assistant.context !== ''
        ? ({ context: facts.assistant.context, contextSource: 'default' } as const)
        : {};
  if (lead.state !== 'New') {
    if (event.type === 'capacity-freed') return { trigger: 'capacity-freed' };
    return lead.custody === 'Held' ? { trigger: 'context-given', patch } : { trigger: 'context-given' };
  }
  if (!isUnderWay(lead) || lead.hold === 'bounce-guard') return { trigger: 'still-on-hold', patch };
  const context = patch.context ?? lead.context;
  if (context === '') return { trigger: 'still-on-hold', patch: { ...patch, hold: 'no-context' } };
  if (event.type === 'context-given' && !facts.assistant.hasCapacity) {
    return { trigger: 'still-on-hold', patch: { ...patch, hold: 'no-capacity' } };
  }
  return { trigger: 'capacity-freed', patch: { ...patch, ...startNow(lead, facts) } };
}

/** The date of the next step of a lead that was held and begins now. */
export function startNow(lead: Lead, facts: Facts): LeadPatch {
  return nextFollowUp(planningOf(lead, facts), facts.schedule.steps, lead.nextStep, facts.now, 'Cold');
}

/** What a run from the first step begins with. */
export function newRun(lead: Pick<Lead, 'run'>) {
  return {
    run: lead.run + 1,
    nextStep: 0,
    opens: 0,
    clicks: 0,
    threadSubject: null,
    thread: [],
    pausedWithoutDate: false,
    pausedUntil: null,
  } as const;
}
