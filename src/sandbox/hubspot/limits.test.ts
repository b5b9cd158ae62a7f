import { describe, expect, it } from 'vitest';
import { HubSpotError } from '../http/route.ts';
import type { AccessToken } from '../portal/model.ts';
import { createLimiter } from './limits.ts';
import type { LimitChange } from './limits.ts';

const token = (appId: number, kind: AccessToken['kind'] = 'service-key'): AccessToken => ({
  token: String(appId),
  kind,
  scopes: new Set(),
  expiresAt: null,
  userId: null,
  appId,
  revoked: false,
});

function limiter(settings: LimitChange) {
  let now = 0;
  let today = '2026-11-20';
  const made = createLimiter({ settings, wallNow: () => now, today: () => today });
  return {
    ...made,
    wait: (ms: number) => (now += ms),
    nextDay: () => (today = '2026-11-21'),
  };
}

function refusal(run: () => unknown): HubSpotError {
  try {
    run();
  } catch (error) {
    if (error instanceof HubSpotError) return error;
  }
  throw new Error('the call was not refused');
}

describe('limits', () => {
  it('counts a rolling window for each app and tells what remains', () => {
    const { take, wait } = limiter({ burst: { serviceKey: 2, intervalMs: 10_000 } });
    expect(take('burst', token(1))).toMatchObject({
      'X-HubSpot-RateLimit-Max': '2',
      'X-HubSpot-RateLimit-Remaining': '1',
      'X-HubSpot-RateLimit-Interval-Milliseconds': '10000',
    });
    wait(6_000);
    take('burst', token(1));
    const error = refusal(() => take('burst', token(1)));
    expect(error.status).toBe(429);
    expect(error.message).toBe('You have reached your ten_secondly_rolling limit.');
    expect(error.extra).toMatchObject({ errorType: 'RATE_LIMIT', policyName: 'TEN_SECONDLY_ROLLING' });
    expect(take('burst', token(2))['X-HubSpot-RateLimit-Remaining']).toBe('1');
    wait(4_000);
    expect(take('burst', token(1))['X-HubSpot-RateLimit-Remaining']).toBe('0');
  });

  it('shares five searches a second among all apps and sends no headers with them', () => {
    const { take, wait } = limiter({});
    for (let app = 0; app < 5; app += 1) expect(take('search', token(app))).toEqual({});
    expect(refusal(() => take('search', token(9))).extra).toMatchObject({ policyName: 'SECONDLY' });
    wait(1_000);
    expect(take('search', token(9))).toEqual({});
  });

  it('ends the day of a service key, not of an OAuth app, and begins anew at midnight', () => {
    const { take, nextDay } = limiter({ daily: 1 });
    expect(take('burst', token(1))).toMatchObject({ 'X-HubSpot-RateLimit-Daily-Remaining': '0' });
    expect(refusal(() => take('associations', token(1))).extra).toMatchObject({ policyName: 'DAILY' });
    expect(take('burst', token(1, 'oauth'))).not.toHaveProperty('X-HubSpot-RateLimit-Daily');
    nextDay();
    expect(take('associations', token(1))).toMatchObject({ 'X-HubSpot-RateLimit-Daily-Remaining': '0' });
  });

  it('can be switched off', () => {
    const { take, change } = limiter({ burst: { serviceKey: 0 } });
    change({ enabled: false });
    expect(take('burst', token(1))).toEqual({});
  });
});
