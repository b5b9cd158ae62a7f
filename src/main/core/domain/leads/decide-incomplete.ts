import { missingInWords } from '../writing/missing-words.ts';
import { isUnderWay, planningOf } from './decide-engagement.ts';
import type { Facts } from './facts.ts';
import type { Finding, LeadPatch } from './finding.ts';
import { later, sendAt } from './follow-up-dates.ts';
import type { Lead } from './lead.ts';
import type { LeadEvent } from './lead-event.ts';
import { leadName } from './lead-words.ts';

type Of<T extends LeadEvent['type']> = Extract<LeadEvent, { type: T }>;

/** The next message would have a hole: it is held with the reason, never sent, until the value is there. */
export function findMessageIncomplete(lead: Lead, event: Of<'message-incomplete'>): Finding {
  const trigger = 'message-incomplete';
  if (!isUnderWay(lead) || lead.state === 'New' || event.step !== lead.nextStep) return { trigger };
  const why = missingInWords(event.missing);
  return {
    trigger,
    detail: why,
    says: why,
    patch: {
      followUp: 'Paused',
      nextFollowUpAt: null,
      pausedWithoutDate: false,
      pausedBecause: 'value-missing',
    },
    ask: `Message ${event.step + 1} to ${leadName(lead)} is held. ${why}`,
  };
}

/** The assistant, the schedule or the record was changed: what was held for want of a value is looked at again. */
export function findValuesChanged(lead: Lead, facts: Facts): Finding {
  return { trigger: 'values-changed', patch: takenUpAgain(lead, facts) };
}

/** A follow-up that is held for want of a value goes on at the next allowed time; empty: it is not held so. */
export function takenUpAgain(lead: Lead, facts: Facts): LeadPatch {
  if (lead.custody !== 'Held' || lead.followUp !== 'Paused' || lead.pausedBecause !== 'value-missing')
    return {};
  const { now } = facts;
  return {
    followUp: 'Scheduled',
    nextFollowUpAt: sendAt(planningOf(lead, facts), now),
    stepCount: later(facts.schedule.steps.length, lead.nextStep),
  };
}
