import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServiceKey } from '#sandbox/hubspot/oauth.ts';
import {
  DAY,
  HOUR,
  MINUTE,
  openFlowWorld,
  openOtherMachine,
  SECOND,
  STATUS,
  type FlowWorld,
} from '#test/support/flow-world.ts';

const LEASE = 'baton_lease';
const LAPTOP = { id: 'laptop', name: 'Laptop' };

let desk: FlowWorld;
let laptop: FlowWorld;
beforeEach(async () => {
  desk = await openFlowWorld();
  laptop = await openOtherMachine(desk, LAPTOP);
});
afterEach(async () => {
  await laptop.closeMachine();
  await desk.close();
});

const mayWrite = (world: FlowWorld): boolean =>
  world.core.context.leases.whyNoWrite(world.connectionId) === null;
const leaseOf = async (world: FlowWorld) => (await world.connection()).lease;

/** Time passes for the machines that run; both may never write at once. */
async function pass(ms: number, machines: readonly FlowWorld[], step = MINUTE): Promise<void> {
  for (let passed = 0; passed < ms; passed += step) {
    desk.sandbox.clock.advance(step);
    for (const machine of machines) {
      await machine.advance(0);
      await machine.core.pollNow();
      if (machines.filter(mayWrite).length > 1) throw new Error('Two machines may write at once.');
    }
  }
}

describe('a second machine with the same CRM account', () => {
  it('stands by, says who works, and takes, writes and sends nothing', async () => {
    expect(await leaseOf(desk)).toMatchObject({ state: 'working', machine: 'Desk' });
    expect(await leaseOf(laptop)).toMatchObject({
      state: 'standing-by',
      machine: 'Desk',
      since: expect.any(Number),
      seenAt: expect.any(Number),
    });
    const entries = await laptop.api.attention.list();
    expect(entries.find((each) => each.kind === 'standing-by')).toMatchObject({
      severity: 'note',
      cause: expect.stringContaining('Baton on Desk works on this account'),
    });
    const id = desk.contact();
    desk.assign(id);
    await pass(2 * MINUTE, [laptop, desk]);
    expect([desk.leadOf(id)?.state, laptop.leadOf(id)]).toEqual(['Cold', null]);
    await desk.passUntil(() => desk.mailsTo(id).length > 0);
    await pass(20 * MINUTE, [laptop, desk]);
    expect(desk.mailsTo(id)).toHaveLength(1);
    expect(desk.notes(id)).toHaveLength(1);
    expect(laptop.core.context.store.outbox.counts().delivered).toBe(0);
  });

  it('refuses what a person would have it write, and names the other one', async () => {
    const { connectionId: id, api } = laptop;
    await expect(api.connections.setUpFields({ id })).rejects.toThrow(/Baton on Desk works.*Take over here/);
    await expect(api.connections.syncSchedules({ id })).rejects.toThrow(/Baton on Desk works/);
  });

  it('keeps its words in a hidden property of ours, which no contact ever has a value of', async () => {
    const property = desk.sandbox.portal.properties.contacts.get(LEASE);
    expect(property).toMatchObject({ hidden: true, groupName: 'baton', type: 'string' });
    expect(property?.description).toContain('"machine":"Desk"');
    const id = await desk.taken();
    expect(desk.value(id, LEASE)).toBe('');
  });
});

describe('when the machine that works is gone', () => {
  it('the other one takes over, once a quarter of an hour has passed without a sign of life', async () => {
    await desk.quit();
    await pass(14 * MINUTE, [laptop]);
    expect(mayWrite(laptop)).toBe(false);
    await pass(6 * MINUTE, [laptop]);
    expect(await leaseOf(laptop)).toMatchObject({ state: 'working', machine: 'Laptop' });
    const id = await laptop.taken();
    expect(laptop.notes(id)).toHaveLength(1);
    await desk.open();
    await desk.poll();
    expect(await leaseOf(desk)).toMatchObject({ state: 'standing-by', machine: 'Laptop' });
    await pass(20 * MINUTE, [desk, laptop]);
    expect([mayWrite(desk), mayWrite(laptop)]).toEqual([false, true]);
    expect(laptop.notes(id)).toHaveLength(1);
  });

  it('the same machine goes on at once when the program starts again', async () => {
    await desk.quit();
    desk.sandbox.clock.advance(10 * MINUTE);
    await desk.open();
    await desk.poll();
    expect(mayWrite(desk)).toBe(true);
    expect(desk.notes(await desk.taken())).toHaveLength(1);
  });

  it('one that slept for hours finds the other at work, and lets what waits there wait', async () => {
    const id = await desk.taken();
    await pass(2 * HOUR, [laptop], 10 * MINUTE);
    expect(mayWrite(laptop)).toBe(true);
    await pass(30 * HOUR, [desk, laptop], HOUR);
    expect([mayWrite(desk), mayWrite(laptop)]).toEqual([false, true]);
    const waiting = (await desk.activity({ kinds: ['mail'] })).filter((row) => row.status === 'waiting');
    expect(waiting).toHaveLength(1);

    // Back at the desk: what the laptop may have sent meanwhile is not sent again.
    await desk.api.connections.takeOver({ id: desk.connectionId });
    await pass(10 * MINUTE, [laptop, desk]);
    expect(mayWrite(desk)).toBe(true);
    await pass(DAY, [laptop, desk], HOUR);
    expect(desk.mailsTo(id)).toEqual([]);
    expect(desk.lead(id).followUp).toBe('Stopped');
    const [mail] = await desk.activity({ kinds: ['mail'] });
    expect(mail).toMatchObject({ status: 'cancelled', reason: expect.stringContaining('Baton on Laptop') });
    const [notice] = await desk.api.system.notices();
    expect(notice?.text).toContain('took over from Baton on Laptop. 1 lead has a message');
  });
});

describe('Take over here', () => {
  it('lets the other one stop first, then begins; at no moment both may write', async () => {
    desk.assign(desk.contacts(3));
    await laptop.api.connections.takeOver({ id: laptop.connectionId });
    const claimed = await leaseOf(laptop);
    expect(claimed).toMatchObject({ state: 'taking-over', machine: 'Desk' });
    expect(claimed?.startsAt).toBe(laptop.now + 150 * SECOND);
    await pass(4 * MINUTE, [desk, laptop], 5 * SECOND);
    expect([mayWrite(desk), mayWrite(laptop)]).toEqual([false, true]);
    expect(await leaseOf(desk)).toMatchObject({ state: 'standing-by', machine: 'Laptop' });
    await desk.api.connections.takeOver({ id: desk.connectionId });
    await pass(4 * MINUTE, [desk, laptop], 5 * SECOND);
    expect([mayWrite(desk), mayWrite(laptop)]).toEqual([true, false]);
  });

  it('pressed on both at once leaves one at work', async () => {
    await desk.quit();
    await desk.open();
    await laptop.api.connections.takeOver({ id: laptop.connectionId });
    await pass(90 * SECOND, [desk, laptop], 5 * SECOND);
    await Promise.all([
      desk.api.connections.takeOver({ id: desk.connectionId }),
      laptop.api.connections.takeOver({ id: laptop.connectionId }),
    ]);
    await pass(25 * MINUTE, [desk, laptop], 30 * SECOND);
    expect([mayWrite(desk), mayWrite(laptop)].filter(Boolean)).toHaveLength(1);
  });
});

describe('clocks that jump', () => {
  it('take nothing from the machine that works, and give nothing to the one that stands by', async () => {
    laptop.setClock(2 * DAY);
    await pass(10 * MINUTE, [laptop, desk]);
    expect([mayWrite(desk), mayWrite(laptop)]).toEqual([true, false]);
    desk.setClock(5 * HOUR);
    await desk.core.pollNow();
    expect(mayWrite(desk)).toBe(true);
    desk.setClock(-9 * HOUR);
    laptop.setClock(-3 * DAY);
    await pass(10 * MINUTE, [laptop, desk]);
    expect([mayWrite(desk), mayWrite(laptop)]).toEqual([true, false]);
  });
});

describe('where the words cannot be kept', () => {
  it('works without them when the key lacks the permission, and says so', async () => {
    const scopes = ['crm.objects.contacts.read', 'crm.objects.contacts.write', 'crm.objects.owners.read'];
    const token = createServiceKey(desk.sandbox.portal, [...scopes, 'crm.schemas.contacts.read']);
    desk.sandbox.portal.properties.contacts.delete(LEASE);
    await desk.api.connections.renewToken({ id: desk.connectionId, token });
    await desk.poll();
    const lease = await leaseOf(desk);
    expect(lease?.state).toBe('unguarded');
    expect(lease?.remark).toContain('crm.schemas.contacts.write');
    const id = await desk.taken();
    expect(desk.value(id, STATUS)).toBe('Cold');
  });

  it('still stands by for a machine whose signs of life it sees', async () => {
    const scopes = ['crm.objects.contacts.read', 'crm.objects.contacts.write', 'crm.objects.owners.read'];
    const token = createServiceKey(desk.sandbox.portal, [...scopes, 'crm.schemas.contacts.read']);
    await laptop.api.connections.renewToken({ id: laptop.connectionId, token });
    await pass(20 * MINUTE, [laptop, desk]);
    expect([mayWrite(desk), mayWrite(laptop)]).toEqual([true, false]);
    await desk.quit();
    await pass(20 * MINUTE, [laptop]);
    expect((await leaseOf(laptop))?.state).toBe('unguarded');
  });

  it('puts them there again when an admin deleted the property', async () => {
    desk.sandbox.portal.properties.contacts.delete(LEASE);
    await desk.advance(2 * MINUTE);
    expect(desk.sandbox.portal.properties.contacts.get(LEASE)?.description).toContain('Desk');
    expect(mayWrite(desk)).toBe(true);
  });
});
