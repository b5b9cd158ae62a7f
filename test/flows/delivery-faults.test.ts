import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault, FaultKind } from '#sandbox/control/faults.ts';
import { HOUR, openFlowWorld, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
let ids: string[];
beforeEach(async () => {
  world = await openFlowWorld();
  ids = world.contacts(4);
});
afterEach(() => world.close());

/** Contacts are taken, mailed, and all agree to meet; a fault strikes somewhere on the way. */
async function mainJob(fault: Fault): Promise<void> {
  const { faults } = world.sandbox.control;
  const armed = faults.arm(fault);
  world.assign(ids);
  await world.poll();
  await world.untilDelivered();
  await world.passUntil(() => ids.every((id) => world.mailsTo(id).length > 0));
  await world.untilDelivered();
  for (const id of ids) world.sandbox.mail.answerNow(world.value(id, 'email'), 'agreed-to-meet');
  await world.poll();
  await world.untilDelivered();
  await world.poll();
  expect(faults.list().find((each) => each.id === armed)?.happened).toBeGreaterThan(0);
}

/** What stands in the CRM, contact by contact. */
const standing = () =>
  ids.map((id) => ({
    notes: world.notes(id).length,
    emails: world.activities(id, 'emails').length,
    tasks: world.activities(id, 'tasks').length,
    statuses: world.written(id, STATUS),
    owners: world.written(id, 'hubspot_owner_id'),
    mails: world.mailsTo(id).length,
    custody: world.lead(id).custody,
  }));

const whole = () =>
  ids.map(() => ({
    notes: 2,
    emails: 2,
    tasks: 1,
    statuses: ['Cold', 'Hot'],
    owners: [world.colleague().id],
    mails: 1,
    custody: 'HandedBack',
  }));

const PLACES = [
  ['notes', 'notes/batch/create'],
  ['logged e-mails', 'emails/batch/create'],
  ['tasks', 'tasks/batch/create'],
  ['statuses and owners', 'contacts/batch/update'],
] as const;

const FAULTS: readonly (readonly [string, FaultKind])[] = [
  ['the answer is lost after the write', { kind: 'drop-after-write' }],
  ['the answer stops in the middle', { kind: 'half-body' }],
  ['the server says 500 although it wrote', { kind: 'status', status: 500, afterWrite: true }],
  ['the server says 502 and wrote nothing', { kind: 'status', status: 502 }],
];

describe.each(PLACES)('%s are written', (_, path) => {
  it.each(FAULTS)('once and completely, although %s', async (_name, kind) => {
    await mainJob({ ...kind, path, times: 2 });
    expect(standing()).toEqual(whole());
    expect(world.core.context.store.outbox.counts()).toMatchObject({
      waiting: 0,
      'in-flight': 0,
      attention: 0,
    });
  });
});

describe('the CRM asks for a slower pace', () => {
  it.each([
    ['by the second', { policy: 'SECONDLY', retryAfter: 1 }],
    ['by ten seconds', { policy: 'TEN_SECONDLY_ROLLING', retryAfter: 10 }],
    ['without saying for how long', { policy: 'TEN_SECONDLY_ROLLING' }],
  ])('%s: everything is done later, once', async (_, pace) => {
    await mainJob({ kind: 'status', status: 429, ...pace, path: '/crm/', times: 12, probability: 0.5 });
    expect(standing()).toEqual(whole());
    expect((await world.connection()).status).toBe('Active');
  });

  it('until tomorrow: the queue waits, says why, and goes on by itself', async () => {
    world.assign(ids);
    world.fault({ kind: 'status', status: 429, policy: 'DAILY', path: 'notes/batch/create', times: 1 });
    await world.poll();
    const waiting = (await world.activity()).filter((row) => row.status === 'waiting');
    expect(waiting.map((row) => row.what)).toEqual(ids.map(() => 'crm-note'));
    expect(waiting[0]?.reason).toContain('daily limit of HubSpot calls is used up');
    expect((await world.connection()).status).toBe('Active');
    await world.advance(15 * HOUR);
    await world.untilDelivered();
    expect(ids.map((id) => world.notes(id).length)).toEqual([1, 1, 1, 1]);
  });
});

describe('the network fails in many places', () => {
  it.each([3, 17, 40])(
    'at about every third call (seed %i): nothing is lost, nothing is there twice',
    async (seed) => {
      await world.close();
      world = await openFlowWorld({ sandbox: { seed } });
      ids = world.contacts(6);
      const anywhere = { path: '/crm/', times: null } as const;
      world.fault({ kind: 'drop-after-write', probability: 0.12, ...anywhere });
      world.fault({ kind: 'half-body', probability: 0.12, ...anywhere });
      await mainJob({ kind: 'status', status: 503, probability: 0.12, ...anywhere });
      world.sandbox.control.faults.clear();
      await world.untilDelivered();
      await world.poll(2);
      await world.untilDelivered();
      expect(standing()).toEqual(whole());
    },
  );
});

describe('the program is killed', () => {
  /** Starts the given work, and stops the world's program dead in the middle of a call; another one is started from what was on disk then. */
  async function killedDuring(path: string, work: () => Promise<unknown>): Promise<void> {
    world.fault({ kind: 'delay', ms: 150, path });
    const { faults } = world.sandbox.control;
    const running = work();
    while (faults.list().every((armed) => armed.happened === 0))
      await new Promise((resolve) => setImmediate(resolve));
    const disk = mkdtempSync(join(tmpdir(), 'baton-flow-'));
    cpSync(world.directory, disk, { recursive: true });
    await world.quit();
    await running;
    faults.clear();
    await world.open(disk);
    await world.poll();
    await world.untilDelivered();
  }

  it.each(PLACES)(
    'while %s are on their way: they are looked up, and none is there twice',
    async (_, place) => {
      const path = place.replace('.*', '');
      world.assign(ids);
      await world.poll();
      await world.passUntil(() => ids.every((id) => world.mailsTo(id).length > 0));
      await world.poll();
      for (const id of ids) world.sandbox.mail.answerNow(world.value(id, 'email'), 'agreed-to-meet');
      await killedDuring(path, () => world.poll());
      expect(standing()).toEqual(whole());
    },
  );

  it('while confirmations are on their way: each contact has one', async () => {
    world.assign(ids);
    await killedDuring('notes/batch/create', () => world.poll());
    expect(ids.map((id) => world.notes(id).length)).toEqual([1, 1, 1, 1]);
    expect(ids.map((id) => world.value(id, STATUS))).toEqual(['Cold', 'Cold', 'Cold', 'Cold']);
  });

  it('between the reading of assignments and their commit: they are found again', async () => {
    world.assign(ids);
    await killedDuring('contacts/batch/read', () => world.poll());
    expect(ids.map((id) => world.notes(id).length)).toEqual([1, 1, 1, 1]);
  });

  it('while messages are on their way: none is sent twice', async () => {
    world.assign(ids);
    await world.poll();
    const due = Math.max(...ids.map((id) => world.lead(id).nextFollowUpAt ?? 0));
    await world.advance(due - world.now - 60_000);
    await killedDuring('contacts/batch/read', () => world.advance(61_000));
    await world.advance(HOUR);
    expect(ids.map((id) => world.mailsTo(id).length)).toEqual([1, 1, 1, 1]);
  });
});
