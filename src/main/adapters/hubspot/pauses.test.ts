import { describe, expect, it } from 'vitest';
import { POLICIES, pauseAskedBy, type PauseFacts } from './pauses.ts';

const facts: PauseFacts = {
  policy: 'burst',
  restOfWindow: 4_000,
  now: Date.UTC(2026, 10, 20, 22, 15),
  zone: 'America/New_York',
};
const HOUR = 3_600_000;
const none = new Headers();

describe('the pause after an answer', () => {
  it('is none when the answer asks for none', () => {
    expect(pauseAskedBy(400, none, {}, facts)).toBe(null);
    expect(pauseAskedBy(503, none, undefined, facts)).toBe(null);
  });

  it('is the rest of the window when the ten-second allowance is used up', () => {
    const body = { policyName: 'TEN_SECONDLY_ROLLING' };
    expect(pauseAskedBy(429, none, body, facts)).toEqual({ policies: ['burst'], delay: 4_000 });
    expect(pauseAskedBy(429, none, body, { ...facts, restOfWindow: 0 })).toEqual({
      policies: ['burst'],
      delay: 1_000,
    });
  });

  it('is a second for the limit per second, and for a search that names no policy', () => {
    const search: PauseFacts = { ...facts, policy: 'search', restOfWindow: 300 };
    const body = { message: 'You have reached your secondly limit.' };
    expect(pauseAskedBy(429, none, body, search)).toEqual({ policies: ['search'], delay: 1_000 });
    expect(pauseAskedBy(429, none, undefined, search)).toEqual({ policies: ['search'], delay: 1_000 });
  });

  it("lasts until midnight in the account's zone when the day's allowance is used up", () => {
    // 22:15 UTC is 17:15 in New York.
    const body = { policyName: 'DAILY', message: 'You have reached your daily limit.' };
    expect(pauseAskedBy(429, none, body, facts)).toEqual({ policies: POLICIES, delay: 6.75 * HOUR });
  });

  it('looks again at the next full hour while the zone is not known', () => {
    const pause = pauseAskedBy(429, none, { policyName: 'DAILY' }, { ...facts, zone: null });
    expect(pause).toEqual({ policies: POLICIES, delay: 0.75 * HOUR });
  });

  it('obeys Retry-After, as seconds or as a date', () => {
    const body = { policyName: 'TEN_SECONDLY_ROLLING' };
    expect(pauseAskedBy(429, new Headers({ 'retry-after': '7' }), body, facts)?.delay).toBe(7_000);
    const date = new Date(facts.now + 9_000).toUTCString();
    expect(pauseAskedBy(429, new Headers({ 'retry-after': date }), body, facts)?.delay).toBe(9_000);
  });

  it('holds the whole portal while it is moved to another data centre', () => {
    const pause = pauseAskedBy(477, new Headers({ 'retry-after': '3600' }), {}, facts);
    expect(pause).toEqual({ policies: POLICIES, delay: HOUR });
  });

  it('is at least two seconds when records are locked', () => {
    expect(pauseAskedBy(423, none, {}, facts)?.delay).toBe(2_000);
    expect(pauseAskedBy(423, new Headers({ 'retry-after': '1' }), {}, facts)?.delay).toBe(2_000);
    expect(pauseAskedBy(423, new Headers({ 'retry-after': '5' }), {}, facts)?.delay).toBe(5_000);
  });
});
