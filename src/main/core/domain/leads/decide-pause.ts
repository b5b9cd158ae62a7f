import { DateTime } from 'luxon';
import { endOfPause, localDay, sendingZone } from '../schedules/send-time.ts';
import { DAY } from '../time.ts';
import { isUnderWay, planningOf } from './decide-engagement.ts';
import type { Facts } from './facts.ts';
import { nextFollowUp, notPaused, sendAt } from './follow-up-dates.ts';
import type { Found, LeadPatch } from './finding.ts';
import { isActive } from './lead.ts';
import type { Lead } from './lead.ts';
import type { LeadCommand } from './lead-event.ts';
import { ON_ITS_WAY } from './take-up.ts';

/** A pause may last this long. */
const LONGEST_DAYS = 730;

/**
 * Nothing goes out before the business day after the chosen one, in the lead's zone; then the follow-up goes on by
 * itself: "until 8 September" means nothing before the 9th. A date further ahead stays.
 */
export function findPause(
  lead: Lead,
  { until }: Extract<LeadCommand, { type: 'pause-pressed' }>,
  facts: Facts,
): Found {
  if (!isActive(lead.state)) return { trigger: 'pause' };
  if (lead.custody === 'HandingBack') return { because: ON_ITS_WAY };
  const isPausable = lead.custody === 'Held' && (isUnderWay(lead) || lead.followUp === 'Paused');
  if (!isPausable) return { because: 'No follow-up is under way that could be paused.' };
  if (until === null) return { because: 'Choose the day until which it pauses.', isIncomplete: true };
  const problem = problemOf(lead, until, facts);
  if (problem !== null) return { because: problem };
  const says = `Until ${DateTime.fromISO(until, { zone: 'utc', locale: 'en' }).toFormat('d LLLL yyyy')}.`;
  const patch = { pausedUntil: until, pausedWithoutDate: false, ...datePaused(lead, until, facts) };
  return { trigger: 'pause', says, patch };
}

function problemOf(lead: Lead, until: string, facts: Facts): string | null {
  const day = DateTime.fromISO(until, { zone: 'utc' });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || !day.isValid) return 'Pause until: choose a day.';
  const today = localDay(facts.now, sendingZone(lead.timeZone, facts.assistant.rules));
  if (until < today) return 'Pause until: that day is over. Choose today or a later day.';
  const last = DateTime.fromISO(today, { zone: 'utc' }).plus({ days: LONGEST_DAYS });
  if (day > last) return 'Pause until: choose a day within the next two years.';
  return lead.pausedUntil === until ? 'It is paused until that day already.' : null;
}

/** The date of what comes next: at the end of the pause, or as it is where it lies further ahead. */
function datePaused(lead: Lead, until: string, facts: Facts): LeadPatch {
  // What waits for capacity gets its date when it begins.
  if (lead.state === 'New') return {};
  const planning = planningOf({ ...lead, pausedUntil: until }, facts);
  const { steps } = facts.schedule;
  const since = lead.lastSentAt ?? facts.now;
  if (lead.nextFollowUpAt === null) return nextFollowUp(planning, steps, lead.nextStep, since, lead.state);
  // A date that an earlier pause had set makes way.
  const before = lead.pausedUntil === null ? null : endOfPause(lead.pausedUntil, planning);
  const isOfPause = before !== null && lead.nextFollowUpAt < before + DAY;
  const earliest = isOfPause ? facts.now : lead.nextFollowUpAt;
  const isLastGap = lead.nextStep >= steps.length;
  return { nextFollowUpAt: isLastGap ? notPaused(planning, earliest) : sendAt(planning, earliest) };
}
