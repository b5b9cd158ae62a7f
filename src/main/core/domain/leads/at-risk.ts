import type { Duration, Instant } from '../time.ts';
import { DAY } from '../time.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import { later } from './follow-up-dates.ts';
import type { Lead, LeadState } from './lead.ts';
import type { LeadEvent } from './lead-event.ts';
import { leadName } from './lead-words.ts';

/** Hot or Responded, and this long without a person's answer: the lead is at risk (domain.md section 1). */
const RISK_AFTER: Duration = DAY;

/** States in which a person is to answer the lead. */
const WATCHED: readonly LeadState[] = ['Hot', 'Responded', 'LeadAtRisk'];

type Watch = Pick<Lead, 'answerAwaitedSince' | 'nextRiskAt' | 'riskReminders'>;

const NOBODY_WAITS: Watch = { answerAwaitedSince: null, nextRiskAt: null, riskReminders: 0 };

/** Whether a person's answer to this lead is awaited, or the lead is at risk. */
export function isWatched(lead: Pick<Lead, 'state' | 'answerAwaitedSince'>): boolean {
  return lead.state === 'LeadAtRisk' || lead.answerAwaitedSince !== null;
}

/**
 * Whose answer is awaited after a decision: from the lead's first message that nobody answered, or from a person's
 * mark, for as long as the lead is Hot, Responded or at risk and its record is not a person's by their own doing.
 */
export function watchAfter(
  before: Lead,
  after: Pick<Lead, 'state' | 'custody' | 'recordDeleted'> & Watch,
  finding: Finding,
  now: Instant,
): Watch {
  const isOver = after.custody === 'Released' || after.recordDeleted || !WATCHED.includes(after.state);
  if (isOver || finding.answered === true) return NOBODY_WAITS;
  const goesOn = before.state === 'LeadAtRisk' ? after.state === 'LeadAtRisk' : isWatched(before);
  if (goesOn) {
    const { answerAwaitedSince, nextRiskAt, riskReminders } = after;
    return { answerAwaitedSince, nextRiskAt, riskReminders };
  }
  const since = finding.spokeAt ?? (after.state === before.state ? null : now);
  if (since === null) return NOBODY_WAITS;
  return { answerAwaitedSince: since, nextRiskAt: since + RISK_AFTER, riskReminders: 0 };
}

/**
 * For 24 hours no person reached out: the lead is at risk; after that somebody is reminded every few days, so many
 * times. While the owner is away the clock stands still, and nobody is reminded before the return.
 */
export function findOwnerSilent(lead: Lead, facts: Facts): Finding {
  const isDue = lead.nextRiskAt === null || lead.nextRiskAt <= facts.now;
  if (!isWatched(lead) || !isDue) return { trigger: 'silence-not-due' };
  const isAtRisk = lead.state === 'LeadAtRisk';
  const back = dueAfterAbsence(lead, facts);
  if (back > facts.now) return { trigger: 'owner-away', patch: { nextRiskAt: back } };
  const { everyDays, times } = facts.assistant.riskReminders;
  const given = isAtRisk ? lead.riskReminders + 1 : 0;
  const patch = { riskReminders: given, nextRiskAt: given < times ? facts.now + everyDays * DAY : null };
  if (!isAtRisk) return { trigger: 'owner-silent', patch };
  if (given > times) return { trigger: 'silence-not-due', patch: { nextRiskAt: null } };
  return {
    trigger: 'owner-silent',
    patch,
    ask: `${leadName(lead)} is still at risk: no person has reached out to the lead. Reminder ${given} of ${times}.`,
  };
}

/** When the lead is due although the owner is away, or was: hours of absence don't count. */
function dueAfterAbsence(lead: Lead, { now, ownerAway }: Facts): Instant {
  if (ownerAway === undefined || ownerAway === null) return now;
  const { since, until } = ownerAway;
  if (lead.state === 'LeadAtRisk') return since <= now ? until : now;
  const start = lead.answerAwaitedSince ?? now;
  const isCounted = until > start && since < start + RISK_AFTER;
  return isCounted ? start + RISK_AFTER + (until - later(start, since)) : now;
}

/** A person reached out; what was before the lead's message is no answer to it. */
export function findOwnerAnswered(
  lead: Lead,
  event: Extract<LeadEvent, { type: 'owner-answered' }>,
): Finding {
  const since = lead.answerAwaitedSince;
  if (since !== null && event.at < since) return { trigger: 'owner-wrote-before' };
  return { trigger: 'owner-answered', answered: true };
}
