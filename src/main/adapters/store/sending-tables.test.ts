import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '#core/ports/store/store.ts';
import { DAY } from '#core/domain/time.ts';
import { MONDAY } from '#test/support/lead-facts.ts';
import { aConnection, aStoredLead, aStoredMail } from '#test/support/store-rows.ts';
import { openStore } from './open-store.ts';

let store: Store;
beforeEach(() => {
  store = openStore({ file: ':memory:', now: () => MONDAY });
  store.commit({ connections: [aConnection()] });
});
afterEach(() => store.close());

describe('owners who are away', () => {
  const away = { connectionId: 'c1', ownerId: '11', since: MONDAY, until: MONDAY + DAY, deputyOwnerId: '12' };

  it('are read back, changed by owner, and removed', () => {
    store.commit({ ownersAway: [away] });
    expect(store.sending.ownersAway('c1')).toEqual([away]);
    const longer = { ...away, until: MONDAY + 9 * DAY, deputyOwnerId: null };
    store.commit({ ownersAway: [longer] });
    expect(store.sending.ownersAway('c1')).toEqual([longer]);
    store.commit({ removeOwnersAway: [away] });
    expect(store.sending.ownersAway('c1')).toEqual([]);
  });

  it('go with their connection', () => {
    store.commit({ ownersAway: [away] });
    store.commit({ removeConnections: ['c1'] });
    expect(store.sending.ownersAway('c1')).toEqual([]);
  });
});

describe('exclusions', () => {
  it('keep the first of two equal ones, are found by pattern, and are listed a page at a time', () => {
    const patterns = ['acme.com', 'ana@firm.example', '*.corp.example'];
    store.commit({ exclude: patterns.map((pattern) => ({ pattern, at: MONDAY })) });
    store.commit({ exclude: [{ pattern: 'acme.com', at: MONDAY + DAY }] });
    expect(store.sending.excludedAmong(['acme.com', 'other.com'])).toEqual(['acme.com']);
    const [first] = store.sending.exclusions('', '', 1);
    expect(first).toEqual({ pattern: '*.corp.example', at: MONDAY });
    expect(store.sending.exclusions('', first?.pattern ?? '', 10)).toEqual([
      { pattern: 'acme.com', at: MONDAY },
      { pattern: 'ana@firm.example', at: MONDAY },
    ]);
    expect(store.sending.exclusions('EXAMPLE', '', 10)).toHaveLength(2);
    expect(store.sending.countExclusions('example')).toBe(2);
    store.commit({ removeExclusions: ['acme.com'] });
    expect(store.sending.countExclusions('')).toBe(2);
  });
});

describe('the figures of the bounce guard', () => {
  it('count valid leads created and leads that bounced since then, each once', () => {
    const lead = (id: string, over = {}) => ({ lead: aStoredLead({ id, ...over }), plannedDay: null });
    const bounce = (id: string, leadId: string, over = {}) =>
      aStoredMail({
        id,
        leadId,
        messageId: `<${id}@x>`,
        direction: 'incoming',
        status: 'received',
        step: null,
        run: null,
        at: MONDAY,
        bounce: 'hard',
        ...over,
      });
    store.commit({
      leads: [
        lead('l1'),
        lead('l2'),
        lead('old', { createdAt: MONDAY - 8 * DAY }),
        lead('never', { state: 'DeActivated', reason: 'InvalidEmail' }),
        lead('gone', { state: 'DeActivated', reason: 'BounceDeactivated' }),
      ],
      mails: [
        bounce('m1', 'l1'),
        bounce('m2', 'l1'),
        bounce('m3', 'l2', { bounce: 'soft' }),
        bounce('m4', 'gone', { bounce: 'unknown' }),
        bounce('m5', 'old', { at: MONDAY - 8 * DAY }),
      ],
    });
    expect(store.sending.bouncesSince(MONDAY - 7 * DAY)).toEqual({ created: 3, bounced: 2 });
    store.commit({
      mails: [
        bounce('m6', 'l1', { bounce: null, words: ['spam complaint', 'abuse'] }),
        bounce('m7', 'l1', { bounce: null, words: ['spam complaint', 'abuse'] }),
        bounce('m8', 'l2', { bounce: null, words: ['no spam complaint of mine'] }),
        bounce('m9', 'l2', { direction: 'outgoing', status: 'sent', bounce: null, sentAt: MONDAY }),
      ],
    });
    expect(store.sending.complaintsSince(MONDAY - DAY)).toEqual({ sent: 1, complained: 1 });
  });
});
