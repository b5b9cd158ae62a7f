import { DateTime } from 'luxon';
import type { Route, SandboxContext, SandboxReply } from '../http/route.ts';
import type { Portal } from '../portal/model.ts';
import { apiPaths } from './api-paths.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { ANY_TOKEN } from './scopes.ts';

/** Counts the calls of a portal's day; the day turns at midnight in the account's time zone. */
export interface DailyUsage {
  day: string;
  calls: number;
}

const usageOfPortals = new WeakMap<Portal, DailyUsage>();

/** Counts one call against the portal's day. `now` in ms. */
export function countDailyCall(portal: Portal, now: number): DailyUsage {
  const usage = dailyUsage(portal, now);
  usage.calls += 1;
  return usage;
}

/** The calls of the portal's current day so far. */
export function dailyUsage(portal: Portal, now: number): DailyUsage {
  const day = localTime(portal, now).toISODate() ?? '';
  const usage = usageOfPortals.get(portal);
  if (usage?.day === day) return usage;
  const fresh = { day, calls: 0 };
  usageOfPortals.set(portal, fresh);
  return fresh;
}

export const accountRoutes: readonly Route[] = [
  {
    method: 'GET',
    paths: apiPaths('account-info', '/details'),
    scopes: ANY_TOKEN,
    limit: 'burst',
    handle: accountDetails,
  },
  {
    method: 'GET',
    paths: apiPaths('account-info', '/api-usage/daily/private-apps'),
    scopes: ANY_TOKEN,
    limit: 'burst',
    handle: apiUsage,
  },
];

function accountDetails(_request: unknown, context: SandboxContext): SandboxReply {
  const { portal } = context;
  const local = localTime(portal, context.now());
  return {
    status: 200,
    body: {
      portalId: portal.portalId,
      accountType: portal.accountType,
      timeZone: portal.timeZone,
      companyCurrency: portal.companyCurrency,
      additionalCurrencies: [],
      utcOffset: local.toFormat('ZZ'),
      utcOffsetMilliseconds: local.offset * 60_000,
      uiDomain: portal.uiDomain,
      dataHostingLocation: portal.dataHostingLocation,
    },
  };
}

function apiUsage(_request: unknown, context: SandboxContext): SandboxReply {
  const { portal } = context;
  const at = context.now();
  return {
    status: 200,
    body: {
      results: [
        {
          name: 'private-apps-api-calls-daily',
          usageLimit: DEFAULT_LIMITS.daily ?? 0,
          currentUsage: dailyUsage(portal, at).calls,
          collectedAt: new Date(at).toISOString(),
          fetchStatus: 'SUCCESS',
          resetsAt: new Date(localTime(portal, at).plus({ days: 1 }).startOf('day').toMillis()).toISOString(),
        },
      ],
    },
  };
}

const localTime = (portal: Portal, now: number): DateTime =>
  DateTime.fromMillis(now, { zone: portal.timeZone });
