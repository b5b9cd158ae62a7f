import { meetingTime } from '../meeting-time.ts';
import { isUnderWay } from './decide-engagement.ts';
import type { Effect } from './effect.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import type { Lead } from './lead.ts';
import type { LeadEvent } from './lead-event.ts';
import { leadName } from './lead-words.ts';

type Of<T extends LeadEvent['type']> = Extract<LeadEvent, { type: T }>;

/** The goal is reached (domain.md section 1, Hot): a date stands, so that nobody has to be chased for an answer. */
export function findMeetingBooked(lead: Lead, event: Of<'meeting-booked'>, facts: Facts): Finding {
  const { startsAt, service = null, mailId } = event;
  const through = service === null ? '' : ` through ${service}`;
  const when = startsAt === null ? '' : ` for ${meetingTime(startsAt, facts.assistant.rules.timeZone)}`;
  return {
    trigger: 'meeting-booked',
    answered: true,
    detail: `A meeting was booked${through}${when}.`,
    tell: `${leadName(lead)} booked a meeting${through}${when}.`,
    ...(mailId === undefined ? {} : { mail: { mailId, at: event.at } }),
  };
}

/**
 * A meeting was called off: Hot stays, because the lead wanted to meet, and whoever has it hears of it at once. A lead
 * under follow-up that does so has answered.
 */
export function findMeetingCancelled(lead: Lead, event: Of<'meeting-cancelled'>, facts: Facts): Finding {
  const name = leadName(lead);
  const zone = facts.assistant.rules.timeZone;
  const when = event.startsAt === null ? '' : ` on ${meetingTime(event.startsAt, zone)}`;
  const says = event.byLead
    ? `${name} cancelled the meeting${when}.`
    : `The meeting with ${name}${when} was cancelled.`;
  const task: Effect = {
    kind: 'crm-task',
    recordId: lead.recordId,
    dueAt: event.at,
    subject: `${name}: the meeting was cancelled`,
    body: `${says} Please find another time with them.`,
    ownerId: lead.previousOwnerId,
  };
  const waits = lead.state === 'Hot' || lead.state === 'Responded' || lead.state === 'LeadAtRisk';
  const isTold = waits && lead.custody !== 'Held' && facts.connection.taskOnHot;
  return {
    trigger: event.byLead ? 'meeting-cancelled' : 'meeting-cancelled-elsewhere',
    ...(event.mailId === undefined ? {} : { mail: { mailId: event.mailId, at: event.at } }),
    spokeAt: event.at,
    says,
    detail: says,
    tell: says,
    last: isTold ? [task] : [],
  };
}

/** The company has answered through somebody else: nothing more goes out to this person until the owner says so. */
export function findColleagueReplied(lead: Lead, event: Of<'colleague-replied'>, facts: Facts): Finding {
  if (!isUnderWay(lead)) return { trigger: 'colleague-replied-too' };
  const name = leadName(lead);
  const question = `${event.who} of the same company answered, so the follow-up to ${name} is paused.`;
  const task: Effect = {
    kind: 'crm-task',
    recordId: lead.recordId,
    dueAt: event.at,
    subject: `Go on writing to ${name}?`,
    body: `${question} Press Continue on the lead to go on, or Hand back.`,
    ownerId: lead.previousOwnerId,
  };
  return {
    trigger: 'colleague-replied',
    patch: {
      followUp: 'Paused',
      nextFollowUpAt: null,
      pausedWithoutDate: false,
      pausedBecause: 'colleague-replied',
    },
    last: facts.connection.taskOnHot ? [task] : [],
    ask: `${question} Press Continue to go on, or Hand back.`,
  };
}
