import { HubSpotError } from '../http/route.ts';
import type { LimitClass } from '../http/route.ts';
import type { AccessToken } from '../portal/model.ts';

/** HubSpot's budgets (facts: rate and size limits). Windows are measured in real time. */
export interface LimitSettings {
  enabled: boolean;
  /** Calls of one app per window: OAuth apps have their own number, service keys go by the account's tier. */
  burst: { oauth: number; serviceKey: number; intervalMs: number };
  /** Calls of all apps together. */
  search: { max: number; intervalMs: number };
  associations: { max: number; intervalMs: number };
  /** Calls of service keys in a day of the account's time zone; null: not limited. */
  daily: number | null;
}

export const DEFAULT_LIMITS: LimitSettings = {
  enabled: true,
  burst: { oauth: 110, serviceKey: 190, intervalMs: 10_000 },
  search: { max: 5, intervalMs: 1_000 },
  associations: { max: 150, intervalMs: 10_000 },
  daily: 625_000,
};

/** A change of some limits; what is absent stays. */
export interface LimitChange {
  readonly enabled?: boolean;
  readonly burst?: Partial<LimitSettings['burst']>;
  readonly search?: Partial<LimitSettings['search']>;
  readonly associations?: Partial<LimitSettings['associations']>;
  readonly daily?: number | null;
}

export interface Limiter {
  /** Counts a call and returns the headers of its answer, or throws HubSpot's 429. */
  take(limit: LimitClass, token: AccessToken | null): Readonly<Record<string, string>>;
  settings(): LimitSettings;
  change(change: LimitChange): void;
  /** Forgets all calls made so far. */
  reset(): void;
}

export interface LimiterOptions {
  readonly settings?: LimitChange;
  /** Monotonic real time in ms. */
  readonly wallNow?: () => number;
  /** The day of the account, for the daily budget. */
  readonly today: () => string;
}

/** Rolling windows for burst, search and associations, and a count for the day. */
export function createLimiter(options: LimiterOptions): Limiter {
  const wallNow = options.wallNow ?? (() => performance.now());
  let settings = merge(DEFAULT_LIMITS, options.settings ?? {});
  const windows = new Map<string, number[]>();
  let day = '';
  let callsToday = 0;

  /** How many calls remain after this one; -1 when there was no room for it. */
  const takeFrom = (name: string, max: number, intervalMs: number): number => {
    const now = wallNow();
    const calls = windows.get(name) ?? [];
    windows.set(name, calls);
    while (calls.length > 0 && (calls[0] ?? now) <= now - intervalMs) calls.shift();
    if (calls.length >= max) return -1;
    calls.push(now);
    return max - calls.length;
  };

  const takeFromDay = (): number | null => {
    if (settings.daily === null) return null;
    const today = options.today();
    if (today !== day) {
      day = today;
      callsToday = 0;
    }
    if (callsToday >= settings.daily) throw tooMany('daily', 'DAILY');
    callsToday += 1;
    return settings.daily - callsToday;
  };

  return {
    take(limit, token) {
      if (!settings.enabled || limit === 'none' || token === null) return {};
      const remainingToday = token.kind === 'oauth' ? null : takeFromDay();
      if (limit === 'search') {
        const { max, intervalMs } = settings.search;
        if (takeFrom('search', max, intervalMs) < 0) throw tooMany('secondly', 'SECONDLY');
        return {};
      }
      const isBurst = limit === 'burst';
      const max = isBurst
        ? settings.burst[token.kind === 'oauth' ? 'oauth' : 'serviceKey']
        : settings.associations.max;
      const { intervalMs } = isBurst ? settings.burst : settings.associations;
      const remaining = takeFrom(`${limit}/${token.appId}`, max, intervalMs);
      const headers = {
        'X-HubSpot-RateLimit-Max': String(max),
        'X-HubSpot-RateLimit-Remaining': String(Math.max(remaining, 0)),
        'X-HubSpot-RateLimit-Interval-Milliseconds': String(intervalMs),
        ...(remainingToday === null
          ? {}
          : {
              'X-HubSpot-RateLimit-Daily': String(settings.daily),
              'X-HubSpot-RateLimit-Daily-Remaining': String(remainingToday),
            }),
      };
      if (remaining < 0) throw tooMany('ten_secondly_rolling', 'TEN_SECONDLY_ROLLING', headers);
      return headers;
    },
    settings: () => structuredClone(settings),
    change(change) {
      settings = merge(settings, change);
    },
    reset() {
      windows.clear();
      callsToday = 0;
    },
  };
}

/** HubSpot's 429; `policy` is one of TEN_SECONDLY_ROLLING, SECONDLY and DAILY. */
export function tooMany(
  name: string,
  policy: string,
  headers: Readonly<Record<string, string>> = {},
): HubSpotError {
  return new HubSpotError(
    429,
    'RATE_LIMITS',
    `You have reached your ${name} limit.`,
    { errorType: 'RATE_LIMIT', policyName: policy, requestId: crypto.randomUUID() },
    headers,
  );
}

function merge(settings: LimitSettings, change: LimitChange): LimitSettings {
  return {
    enabled: change.enabled ?? settings.enabled,
    burst: { ...settings.burst, ...change.burst },
    search: { ...settings.search, ...change.search },
    associations: { ...settings.associations, ...change.associations },
    daily: change.daily === undefined ? settings.daily : change.daily,
  };
}
