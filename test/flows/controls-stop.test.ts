import { afterEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, openFlowWorld, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
afterEach(() => world.close());

/** Lets the program run until a call of this path was answered. */
async function untilCalled(path: string): Promise<void> {
  while (world.sandbox.control.countCalls({ path }) === 0) await new Promise(setImmediate);
}

/** Everything that reached the outside: calls to the CRM and mails. */
const outside = (): number => world.sandbox.control.countCalls() + world.sandbox.mail.all().sent.length;

describe('Stop everything', () => {
  it('in the middle of a bulk intake: nothing leaves after it, a restart stays stopped, resume loses and doubles nothing', async () => {
    world = await openFlowWorld();
    const ids = world.contacts(600);
    world.assign(ids);
    world.sandbox.control.resetRequests();
    const running = world.poll();
    await untilCalled('/contacts/batch/update');
    const { haltedSince } = await world.api.system.stop();
    await running;
    const atStop = outside();
    const written = ids.filter((id) => world.written(id, STATUS).length > 0).length;
    expect(written).toBeLessThan(600);

    await world.poll(3);
    await world.advance(HOUR);
    expect(outside()).toBe(atStop);
    await world.restart();
    expect((await world.api.system.info()).haltedSince).toBe(haltedSince);
    await world.poll(3);
    expect(outside()).toBe(atStop);

    const preview = await world.api.system.resumePreview();
    const waiting = world.core.context.store.outbox.counts().waiting;
    expect(waiting).toBeGreaterThan(0);
    expect(preview.counts.reduce((sum, { count }) => sum + count, 0)).toBe(waiting);
    expect(preview.first).toHaveLength(Math.min(20, waiting));
    expect(outside()).toBe(atStop);

    await world.api.system.resume();
    await world.poll(3);
    await world.untilDelivered();
    expect((await world.api.system.info()).haltedSince).toBeNull();
    for (const id of ids) {
      expect(world.notes(id)).toHaveLength(1);
      expect(world.written(id, STATUS)).toEqual(['Cold']);
    }
  });

  it('keeps mails that are due, shows to whom and what first, and sends each once after Resume', async () => {
    world = await openFlowWorld();
    const ids = world.contacts(3);
    world.assign(ids);
    await world.poll();
    await world.api.system.stop();
    await world.advance(DAY);
    await world.poll(3);
    expect(world.sandbox.mail.all().sent).toEqual([]);

    const preview = await world.api.system.resumePreview();
    expect(preview.counts).toContainEqual({ what: 'follow-up', count: 3 });
    expect(new Set(preview.first.map((write) => write.mail?.to))).toEqual(
      new Set(ids.map((id) => world.value(id, 'email'))),
    );
    expect(preview.first.every((write) => (write.mail?.subject ?? '') !== '')).toBe(true);

    await world.api.system.resume();
    await world.poll(2);
    await world.advance(MINUTE);
    expect(ids.map((id) => world.mailsTo(id).length)).toEqual([1, 1, 1]);
  });

  it('refuses what a person asks of the CRM meanwhile, with the way out', async () => {
    world = await openFlowWorld();
    await world.api.system.stop();
    const before = outside();
    await expect(world.api.connections.refresh({ id: world.connectionId })).rejects.toThrow(
      'Everything is stopped: nothing is read or sent until you press Resume.',
    );
    expect(outside()).toBe(before);
    expect((await world.connection()).status).toBe('Active');
    expect((await world.api.attention.list()).map((each) => each.kind)).toEqual(['stopped']);
  });
});
