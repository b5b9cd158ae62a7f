import { DAY } from '../time.ts';
import type { Duration } from '../time.ts';
import type { Facts } from './facts.ts';
import { isUnderWay, startNow } from './decide-engagement.ts';
import type { Finding } from './finding.ts';
import type { Lead } from './lead.ts';

/** The span that is looked at. */
export const GUARD_SPAN: Duration = 7 * DAY;

/** From this share on, risky addresses are held back (domain.md section 1, bounce guard). */
export const HOLDS_FROM = 0.04;

/** For so long a risky address is held back and tried again. */
export const GUARD_PATIENCE: Duration = 15 * DAY;

/** Leads of the whole team in the last seven days. */
export interface BounceFigures {
  /** Valid ones that were created. */
  readonly created: number;
  readonly bounced: number;
}

/** The share of valid leads whose mail bounced; 0 where there are none. */
export function bounceRate({ created, bounced }: BounceFigures): number {
  if (bounced === 0) return 0;
  return created === 0 ? 1 : bounced / created;
}

/** Whether risky addresses are held back now. */
export function isGuardUp(figures: BounceFigures): boolean {
  return bounceRate(figures) >= HOLDS_FROM;
}

/** The share as people read it: "4.2 %". */
export function rateInWords(figures: BounceFigures): string {
  const percent = (bounceRate(figures) * 100).toFixed(1);
  return `${percent.replace(/\.0$/, '')} %`;
}

/**
 * The guard was asked about a lead with a risky address: its first message is due, or it is held back and a day has
 * passed. Once a mail went out without a bounce, the address is as good as any.
 */
export function findGuardAsked(lead: Lead, figures: BounceFigures, facts: Facts): Finding {
  const isUp = isGuardUp(figures);
  if (lead.state === 'New') {
    if (lead.hold !== 'bounce-guard' || !isUnderWay(lead)) return { trigger: 'still-on-hold' };
    if (!isUp) {
      return facts.assistant.hasCapacity
        ? { trigger: 'capacity-freed', patch: startNow(lead, facts) }
        : { trigger: 'still-on-hold', patch: { hold: 'no-capacity' } };
    }
    if (facts.now - (lead.heldSince ?? facts.now) < GUARD_PATIENCE) return { trigger: 'bounce-guard-holds' };
    const detail = `It was held back for 15 days: ${rateInWords(figures)} of the leads of the last 7 days bounced.`;
    return { trigger: 'bounce-guard-over', detail };
  }
  // Whoever opened a mail got it: only a lead of which nothing was heard is held back.
  const isUnheard = lead.state === 'Pending' || lead.state === 'Cold';
  if (!isUp || !isUnheard || !lead.isRisky || lead.lastSentAt !== null || !isUnderWay(lead)) {
    return { trigger: 'bounce-guard-holds' };
  }
  return {
    trigger: 'held-by-bounce-guard',
    patch: { hold: 'bounce-guard', heldSince: facts.now, followUp: 'Waiting', nextFollowUpAt: null },
  };
}
