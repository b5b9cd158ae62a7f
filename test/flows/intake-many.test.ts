import { afterEach, describe, expect, it } from 'vitest';
import {
  openFlowWorld,
  DAY,
  HOUR,
  MILES,
  MINUTE,
  SECOND,
  STATUS,
  type FlowWorld,
} from '#test/support/flow-world.ts';

let world: FlowWorld;
afterEach(() => world.close());

const total = (): number =>
  world.core.context.store.leads.page({}, { by: 'created', descending: false }, 0, 1).total;

/** What is wrong where each should be one lead with one note and one status; empty: none lost, none twice. */
function wrong(ids: readonly string[]): string[] {
  const problems = ids.flatMap((id) => [
    ...(world.leadOf(id) === null ? [`${id} is no lead`] : []),
    ...(world.notes(id).length === 1 ? [] : [`${id} has ${world.notes(id).length} notes`]),
    ...(world.written(id, STATUS).join() === 'Cold'
      ? []
      : [`${id} has the statuses ${world.written(id, STATUS).join()}`]),
  ]);
  return total() === ids.length ? problems : [...problems, `${total()} leads for ${ids.length} contacts`];
}

describe('many contacts are assigned', () => {
  it('five hundred at once, in one millisecond: all are taken, in few calls, over days by the daily limit', async () => {
    world = await openFlowWorld();
    const ids = world.contacts(500);
    world.assign(ids);
    world.sandbox.control.resetRequests();
    await world.poll();
    expect(wrong(ids)).toEqual([]);
    // The newest page, then all three, then a look that finds nothing; histories by 50; states and notes by 100.
    const calls = (path: string): number => world.sandbox.control.countCalls({ path });
    expect(calls('/contacts/search')).toBeLessThanOrEqual(5);
    expect(calls('/contacts/batch/update')).toBeLessThanOrEqual(7);
    expect(calls('/notes/batch/create')).toBeLessThanOrEqual(7);
    expect(calls('/contacts/batch/read')).toBeLessThanOrEqual(13);
    const perDay = new Map<string, number>();
    for (const id of ids) {
      const day = new Date(world.lead(id).nextFollowUpAt ?? 0).toISOString().slice(0, 10);
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
    }
    expect([...perDay.values()]).toEqual(Array.from({ length: 10 }, () => 50));
    expect(perDay.has('2026-09-12') || perDay.has('2026-09-13')).toBe(false);
  });

  it('in waves, to two assistants, with the program restarted in between: each once', async () => {
    world = await openFlowWorld();
    const ids: string[] = [];
    for (let wave = 0; wave < 6; wave += 1) {
      const some = world.contacts(40);
      ids.push(...some);
      world.assign(some.slice(0, 25));
      world.assign(some.slice(25), MILES);
      await world.poll();
      if (wave % 2 === 1) await world.restart();
    }
    await world.poll(2);
    expect(wrong(ids)).toEqual([]);
  });

  it(
    'more than the search can page through, a third of them in the same millisecond',
    // Ten thousand records of a simulated portal: a busy machine needs its time.
    { timeout: 240_000 },
    async () => {
      world = await openFlowWorld();
      const owner = world.colleague().id;
      const { person } = world;
      const ids = Array.from({ length: 10_500 }, (_, nth) =>
        person.createRecord('contacts', {
          email: `p${nth}@many.example`,
          firstname: 'P',
          hubspot_owner_id: owner,
          // What is refused costs no plan and no status: the intake alone is looked at here.
          [STATUS]: 'Hot',
        }),
      );
      for (let start = 0; start < ids.length; start += 3_500) {
        world.assign(ids.slice(start, start + 3_500));
      }
      await world.poll();
      await world.untilDelivered();
      expect(ids.filter((id) => world.owner(id) !== owner)).toEqual([]);
      expect(ids.filter((id) => world.notes(id).length !== 1)).toEqual([]);
    },
  );
});

describe('the search index lags behind', () => {
  it.each([1, 60, 299])('by up to %i seconds: every assignment is found, none twice', async (seconds) => {
    world = await openFlowWorld();
    world.sandbox.control.setIndexLag({ minMs: SECOND, maxMs: seconds * SECOND });
    const ids: string[] = [];
    for (let wave = 0; wave < 8; wave += 1) {
      const some = world.contacts(6);
      ids.push(...some);
      for (const id of some) world.assign(id);
      await world.poll(2);
    }
    for (let rest = 0; rest < seconds + 30; rest += 30) {
      await world.advance(30 * SECOND);
      await world.poll();
    }
    expect(wrong(ids)).toEqual([]);
  });

  it('and the program is restarted in the middle: nothing is lost', async () => {
    world = await openFlowWorld();
    world.sandbox.control.setIndexLag({ minMs: 30 * SECOND, maxMs: 240 * SECOND });
    const ids = world.contacts(250);
    world.assign(ids);
    for (let round = 0; round < 5; round += 1) {
      await world.advance(55 * SECOND);
      await world.poll();
      await world.restart();
    }
    await world.poll(2);
    expect(wrong(ids)).toEqual([]);
  });

  it('behind our own hand-back: the contact is not taken again', async () => {
    world = await openFlowWorld();
    const id = await world.taken();
    world.sandbox.control.setIndexLag({ minMs: 120 * SECOND, maxMs: 120 * SECOND });
    await world.press(id, 'hand-back');
    expect(world.owner(id)).toBe(world.colleague().id);
    const notes = world.notes(id).length;
    await world.poll(3);
    await world.restart();
    await world.poll(3);
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.lead(id).custody).toBe('HandedBack');
    expect(world.notes(id)).toHaveLength(notes);
  });
});

describe('the program was not looking', () => {
  it('for eight hours: everything assigned meanwhile is taken, in order and once', async () => {
    world = await openFlowWorld();
    await world.taken();
    await world.quit();
    const ids: string[] = [];
    for (let hour = 0; hour < 8; hour += 1) {
      const some = world.contacts(30);
      ids.push(...some);
      for (const id of some) world.assign(id);
      world.sandbox.clock.advance(HOUR);
    }
    await world.open();
    await world.poll(2);
    expect(ids.filter((id) => world.leadOf(id) === null)).toEqual([]);
    expect(ids.filter((id) => world.notes(id).length !== 1)).toEqual([]);
    // With 50 messages a day, who was assigned first is written to first.
    const dates = ids.map((id) => world.lead(id).nextFollowUpAt ?? 0);
    expect(dates).toEqual(dates.toSorted((a, b) => a - b));
  });

  it('while a contact was assigned, worked on by hand and taken away again: nothing happens to it', async () => {
    world = await openFlowWorld();
    await world.quit();
    const id = world.contact();
    world.assign(id);
    world.sandbox.clock.advance(2 * HOUR);
    world.person.takeAway(id, world.colleague(2).id);
    await world.open();
    await world.poll(2);
    expect(world.leadOf(id)).toBeNull();
    expect(world.notes(id)).toEqual([]);
  });

  it('because the network was down for an hour: it goes on by itself', async () => {
    world = await openFlowWorld();
    world.fault({ kind: 'reset-before', path: '/crm/', times: null });
    const ids = world.contacts(10);
    world.assign(ids);
    for (let round = 0; round < 6; round += 1) {
      await world.advance(10 * MINUTE);
      await world.poll();
    }
    expect(total()).toBe(0);
    expect((await world.connection()).status).toBe('Active');
    world.sandbox.control.faults.clear();
    await world.poll();
    await world.untilDelivered();
    expect(wrong(ids)).toEqual([]);
  });
});

describe('the clock of this machine is wrong', () => {
  it.each([
    ['three days behind', -3 * DAY],
    ['three days ahead', 3 * DAY],
  ])('%s: every assignment is found once, and goes back to its owner', async (_, skew) => {
    world = await openFlowWorld({ skew });
    const ids: string[] = [];
    for (let wave = 0; wave < 3; wave += 1) {
      const some = world.contacts(5);
      ids.push(...some);
      for (const id of some) world.assign(id);
      await world.poll();
    }
    await world.restart();
    await world.poll(2);
    expect(wrong(ids)).toEqual([]);
    await world.press(ids[0] ?? '', 'hand-back');
    expect(world.owner(ids[0] ?? '')).toBe(world.colleague().id);
  });
});
