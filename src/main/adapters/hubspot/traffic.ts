import { createLimiter, type Limiter, type PolicyLimits } from '#adapters/http/limiter.ts';
import type { MonotonicTime } from '#adapters/http/monotonic-time.ts';
import { SECOND, type Instant } from '#core/domain/time.ts';
import type { CallBudget } from '#core/ports/crm-gateway.ts';
import type { Policy } from './pauses.ts';
import type { Purpose } from './purpose.ts';

/**
 * Before the first answer: the smallest allowance HubSpot gives any app. Searches are five a second for the
 * whole account, other apps included, and their answers carry no headers: we take at most four.
 */
const STARTING_LIMITS: Readonly<Record<Policy, PolicyLimits>> = {
  burst: { max: 100, interval: 10 * SECOND, concurrent: 10 },
  search: { max: 4, interval: SECOND, concurrent: 2 },
  associations: { max: 100, interval: 10 * SECOND, concurrent: 4 },
};

const UNLIMITED: Readonly<Record<Policy, PolicyLimits>> = {
  burst: { max: Number.POSITIVE_INFINITY, interval: SECOND, concurrent: 10 },
  search: { max: Number.POSITIVE_INFINITY, interval: SECOND, concurrent: 2 },
  associations: { max: Number.POSITIVE_INFINITY, interval: SECOND, concurrent: 4 },
};

/** `by-headers` for HubSpot; `unlimited` only where the other side is known to set no limits. */
export type Pace = 'by-headers' | 'unlimited';

/** The calls of one account, whoever makes them: their pace, their number, what is left of the allowance. */
export interface Traffic {
  readonly limiter: Limiter<Policy>;
  zone: string | null;
  count(purpose: Purpose): void;
  /** Takes up the rate limit headers of an answer, where it has any. */
  see(policy: Policy, headers: Headers): void;
  budget(now: Instant): CallBudget;
}

export function createTraffic(time: MonotonicTime, pace: Pace): Traffic {
  const limiter = createLimiter(pace === 'unlimited' ? UNLIMITED : STARTING_LIMITS, time);
  const calls: Record<string, number> = {};
  let window: CallBudget['window'] = null;
  let day: CallBudget['day'] = null;

  return {
    limiter,
    zone: null,
    count(purpose) {
      calls[purpose] = (calls[purpose] ?? 0) + 1;
    },
    see(policy, headers) {
      if (policy !== 'burst') return;
      const max = numberIn(headers, 'x-hubspot-ratelimit-max');
      const remaining = numberIn(headers, 'x-hubspot-ratelimit-remaining');
      if (max !== null && remaining !== null) {
        const interval = numberIn(headers, 'x-hubspot-ratelimit-interval-milliseconds') ?? 10 * SECOND;
        window = { max, remaining, interval };
        limiter.see('burst', window);
      }
      const dayMax = numberIn(headers, 'x-hubspot-ratelimit-daily');
      const dayRemaining = numberIn(headers, 'x-hubspot-ratelimit-daily-remaining');
      if (dayMax !== null && dayRemaining !== null) day = { max: dayMax, remaining: dayRemaining };
    },
    budget(now) {
      const paused = limiter.pausedFor();
      return {
        window,
        day,
        calls: { ...calls },
        pausedUntil: paused === null ? null : now + Math.ceil(paused),
      };
    },
  };
}

function numberIn(headers: Headers, name: string): number | null {
  const value = headers.get(name);
  const number = value === null || value.trim() === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : null;
}
