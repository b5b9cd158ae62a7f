import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutboxRow, OutboxSettlement, OutboxStatus } from '#core/ports/store/rows.ts';
import type { Store } from '#core/ports/store/store.ts';
import { MONDAY } from '#test/support/lead-facts.ts';
import { aConnection, aDraft, anEntry, aStoredLead } from '#test/support/store-rows.ts';
import { openStore } from './open-store.ts';

let store: Store;
beforeEach(() => {
  store = openStore({ file: ':memory:', now: () => MONDAY });
  store.commit({ connections: [aConnection(), aConnection({ id: 'c2' })] });
});
afterEach(() => store.close());

const keys = (rows: readonly OutboxRow[]): string[] => rows.map((row) => row.key);
const heads = (connectionId = 'c1', now = MONDAY): string[] =>
  keys(store.outbox.heads(connectionId, now, 100));
const rowOf = (key: string): OutboxRow =>
  store.outbox.page({}, null, 1000).rows.find((row) => row.key === key)!;

function settlement(
  key: string,
  status: OutboxStatus,
  over: Partial<OutboxSettlement> = {},
): OutboxSettlement {
  return {
    id: rowOf(key).id,
    status,
    uncertain: false,
    attempts: 1,
    nextAttemptAt: MONDAY,
    settledAt: status === 'delivered' || status === 'cancelled' ? MONDAY : null,
    remoteId: null,
    before: null,
    after: null,
    reason: null,
    ...over,
  };
}

function settle(key: string, status: OutboxStatus, over: Partial<OutboxSettlement> = {}): void {
  store.commit({ settlements: [settlement(key, status, over)] });
}

describe('a connection that holds its writes', () => {
  it('gives no head until a person approves the first of a lane', () => {
    store.commit({ outbox: [aDraft({ key: 'before', lane: 'a' })] });
    store.commit({ connections: [{ ...store.connections.byId('c1')!, holdWrites: true }] });
    store.commit({
      outbox: [
        aDraft({ key: 'a1', lane: 'a' }),
        aDraft({ key: 'b1', lane: 'b' }),
        aDraft({ key: 'b2', lane: 'b' }),
        aDraft({ key: 'free', lane: 'b', connectionId: 'c2' }),
      ],
    });
    expect([heads(), heads('c2')]).toEqual([['before'], ['free']]);
    expect(keys(store.outbox.oldest('held', { connectionId: 'c1', after: 0 }, 2))).toEqual(['a1', 'b1']);
    expect(store.outbox.tally('held').map(({ count }) => count)).toEqual([3]);
    settle('b2', 'waiting');
    expect(heads()).toEqual(['before']);
    settle('b1', 'waiting');
    expect(heads()).toEqual(['before', 'b1']);
    settle('b1', 'delivered');
    settle('before', 'cancelled');
    expect(heads()).toEqual(['b2']);
    expect(store.outbox.counts().held).toBe(1);
  });
});

describe('the heads of the outbox', () => {
  it('are the first effect of each lane, what a person waits for first', () => {
    store.commit({
      outbox: [
        aDraft({ key: 'a1', lane: 'a', priority: 1 }),
        aDraft({ key: 'b1', lane: 'b' }),
        aDraft({ key: 'b2', lane: 'b' }),
        aDraft({ key: 'a2', lane: 'a', priority: 0 }),
        aDraft({ key: 'other', lane: 'b', connectionId: 'c2' }),
      ],
    });
    expect(heads()).toEqual(['b1', 'a1']);
    expect(heads('c2')).toEqual(['other']);
    expect(keys(store.outbox.heads('c1', MONDAY, 1))).toEqual(['b1']);
  });

  it('go on with the next effect of a lane when the first is delivered or cancelled', () => {
    store.commit({ outbox: ['1', '2', '3'].map((key) => aDraft({ key, lane: 'a' })) });
    settle('1', 'delivered');
    expect(heads()).toEqual(['2']);
    settle('2', 'cancelled');
    expect(heads()).toEqual(['3']);
    settle('3', 'delivered');
    expect(heads()).toEqual([]);
    store.commit({ outbox: [aDraft({ key: '4', lane: 'a' })] });
    expect(heads()).toEqual(['4']);
  });

  it('leave out a lane whose first effect is under way, waits for later, or needs attention', () => {
    store.commit({ outbox: ['1', '2'].map((key) => aDraft({ key, lane: 'a' })) });
    store.outbox.markInFlight([rowOf('1').id]);
    expect(heads()).toEqual([]);
    settle('1', 'waiting', { nextAttemptAt: MONDAY + 50 });
    expect(heads()).toEqual([]);
    expect(store.outbox.nextAttemptAt()).toBe(MONDAY + 50);
    expect(store.outbox.connectionsWithWork(MONDAY)).toEqual([]);
    expect(store.outbox.connectionsWithWork(MONDAY + 50)).toEqual(['c1']);
    expect(heads('c1', MONDAY + 50)).toEqual(['1']);
    settle('1', 'attention', { reason: 'HubSpot refused it.' });
    expect(heads('c1', MONDAY + 50)).toEqual([]);
    expect(keys(store.outbox.attention(10))).toEqual(['1']);
  });

  it('keep the lane in order when a cancelled effect is taken up again', () => {
    store.commit({ outbox: ['1', '2'].map((key) => aDraft({ key, lane: 'a' })) });
    settle('1', 'cancelled');
    expect(heads()).toEqual(['2']);
    settle('1', 'waiting');
    expect(heads()).toEqual(['1']);
  });

  it('are right after any order of queueing and settling', () => {
    const step = fc.oneof(
      fc.record({ queue: fc.integer({ min: 0, max: 3 }) }),
      fc.record({
        settle: fc.nat(),
        status: fc.constantFrom<OutboxStatus>('waiting', 'in-flight', 'delivered', 'attention', 'cancelled'),
        later: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const fresh = openStore({ file: ':memory:', now: () => MONDAY });
        fresh.commit({ connections: [aConnection()] });
        const model: { id: number; lane: string; status: OutboxStatus; nextAttemptAt: number }[] = [];
        for (const each of steps) {
          if ('queue' in each) {
            const lane = `lane ${each.queue}`;
            fresh.commit({ outbox: [aDraft({ key: `k${model.length}`, lane })] });
            model.push({ id: model.length + 1, lane, status: 'waiting', nextAttemptAt: MONDAY });
          } else if (model.length > 0) {
            const row = model[each.settle % model.length]!;
            row.status = each.status;
            row.nextAttemptAt = each.later ? MONDAY + 1 : MONDAY;
            const { id, status, nextAttemptAt } = row;
            fresh.commit({ settlements: [{ ...settlementBase, id, status, nextAttemptAt }] });
          }
          const open = model.filter((row) => row.status !== 'delivered' && row.status !== 'cancelled');
          const first = open.filter(
            (row) => !open.some((other) => other.lane === row.lane && other.id < row.id),
          );
          const ready = first.filter((row) => row.status === 'waiting' && row.nextAttemptAt <= MONDAY);
          expect(fresh.outbox.heads('c1', MONDAY, 100).map((row) => row.id)).toEqual(
            ready.map((row) => row.id),
          );
          const counts = fresh.outbox.counts();
          for (const status of ['waiting', 'in-flight', 'delivered', 'attention', 'cancelled'] as const) {
            expect(counts[status]).toBe(model.filter((row) => row.status === status).length);
          }
        }
        fresh.close();
      }),
      { numRuns: 60 },
    );
  });
});

const settlementBase: Omit<OutboxSettlement, 'id' | 'status' | 'nextAttemptAt'> = {
  uncertain: false,
  attempts: 1,
  settledAt: null,
  remoteId: null,
  before: null,
  after: null,
  reason: null,
};

describe('the outbox', () => {
  it('queues the same effect once', () => {
    store.commit({ outbox: [aDraft({ key: 'k' })] });
    expect(
      store.commit({ outbox: [aDraft({ key: 'k', lane: 'elsewhere' }), aDraft({ key: 'k2' })] }).ok,
    ).toBe(true);
    expect(store.outbox.counts().waiting).toBe(2);
    expect(rowOf('k').lane).toBe('crm/c1/101');
  });

  it('reads an effect back with the result that was written to it', () => {
    const effect = { kind: 'crm-owner', recordId: '101', ownerId: null, expectedOwnerId: '77' } as const;
    store.commit({ outbox: [aDraft({ key: 'k', effect, journalId: 'j1', leadId: 'l1', priority: 1 })] });
    settle('k', 'delivered', {
      uncertain: true,
      attempts: 3,
      settledAt: MONDAY + 5,
      remoteId: 'r',
      before: { owner: '77' },
      after: { owner: '' },
    });
    expect(store.outbox.byId(rowOf('k').id)).toEqual({
      id: rowOf('k').id,
      ...aDraft({ key: 'k', effect, journalId: 'j1', leadId: 'l1', priority: 1 }),
      kind: 'crm-owner',
      status: 'delivered',
      uncertain: true,
      attempts: 3,
      nextAttemptAt: MONDAY,
      settledAt: MONDAY + 5,
      remoteId: 'r',
      before: { owner: '77' },
      after: { owner: '' },
      reason: null,
    });
  });

  it('takes what was under way at a crash as waiting and uncertain', () => {
    store.commit({ outbox: ['1', '2'].map((key) => aDraft({ key, lane: key })) });
    store.outbox.markInFlight([rowOf('1').id]);
    expect(store.outbox.counts()).toMatchObject({ waiting: 1, 'in-flight': 1 });
    expect(store.outbox.recoverInFlight()).toBe(1);
    expect(rowOf('1')).toMatchObject({ status: 'waiting', uncertain: true });
    expect(rowOf('2').uncertain).toBe(false);
    expect(store.outbox.counts()).toMatchObject({ waiting: 2, 'in-flight': 0 });
  });

  it('lets only what still waits go under way', () => {
    store.commit({ outbox: ['1', '2', '3'].map((key) => aDraft({ key, lane: key })) });
    settle('1', 'cancelled');
    settle('2', 'attention');
    const ids = ['1', '2', '3'].map((key) => rowOf(key).id);
    expect(store.outbox.markInFlight(ids)).toEqual(new Set([rowOf('3').id]));
    expect(rowOf('1').status).toBe('cancelled');
    expect(store.outbox.counts()).toMatchObject({ cancelled: 1, attention: 1, 'in-flight': 1 });
  });

  it('lists what is still open for a record, oldest first', () => {
    store.commit({ outbox: ['1', '2', '3', '4'].map((key) => aDraft({ key, lane: key })) });
    settle('2', 'delivered');
    settle('3', 'attention');
    store.outbox.markInFlight([rowOf('4').id]);
    expect(keys(store.outbox.openOfRecord('c1', '101'))).toEqual(['1', '3', '4']);
    expect(store.outbox.openOfRecord('c2', '101')).toEqual([]);
  });

  it('shows activity newest first, page by page, with the total of the filter', () => {
    store.commit({
      leads: [{ lead: aStoredLead(), plannedDay: null }],
      journal: [anEntry()],
      outbox: Array.from({ length: 10 }, (_, index) =>
        aDraft({
          key: `k${index}`,
          leadId: index < 4 ? 'l1' : null,
          recordId: index === 9 ? '999' : '101',
          connectionId: index % 2 === 0 ? 'c1' : 'c2',
          effect: index === 3 ? { kind: 'mail', mailId: 'm' } : aDraft().effect,
        }),
      ),
    });
    settle('k0', 'delivered');
    const first = store.outbox.page({}, null, 4);
    expect(first.total).toBe(10);
    expect(keys(first.rows)).toEqual(['k9', 'k8', 'k7', 'k6']);
    expect(keys(store.outbox.page({}, first.rows[3]!.id, 4).rows)).toEqual(['k5', 'k4', 'k3', 'k2']);

    const page = (filter: Parameters<Store['outbox']['page']>[0]): unknown => {
      const { rows, total } = store.outbox.page(filter, null, 100);
      expect(total).toBe(rows.length);
      return keys(rows);
    };
    expect(page({ connectionId: 'c1' })).toEqual(['k8', 'k6', 'k4', 'k2', 'k0']);
    expect(page({ connectionId: 'c1', status: ['delivered'] })).toEqual(['k0']);
    expect(page({ kinds: ['mail'] })).toEqual(['k3']);
    expect(page({ leadId: 'l1', kinds: ['crm-status'] })).toEqual(['k2', 'k1', 'k0']);
    expect(page({ recordId: '999' })).toEqual(['k9']);
    expect(page({ search: '999' })).toEqual(['k9']);
    expect(page({ search: 'mull acme' })).toEqual(['k3', 'k2', 'k1', 'k0']);
    expect(page({ search: 'mull acme', status: ['delivered'] })).toEqual(['k0']);
    expect(page({ search: 'nobody' })).toEqual([]);
    expect(page({ status: [] })).toHaveLength(10);
  });
});
