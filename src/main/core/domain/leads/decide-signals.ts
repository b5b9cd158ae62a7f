import { DateTime } from 'luxon';
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
  const zone = facts.assistant.rules.timeZone;
  const when =
    event.startsAt === null
      ? ''
      : ` for ${DateTime.fromMillis(event.startsAt, { zone, locale: 'en' }).toFormat('d LLLL yyyy, HH:mm')} (${zone})`;
  return {
    trigger: 'meeting-booked',
    answered: true,
    detail: `A meeting was booked${when}.`,
    tell: `${leadName(lead)} booked a meeting${when}.`,
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
