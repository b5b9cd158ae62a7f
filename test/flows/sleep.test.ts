import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, openFlowWorld, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;

/** The host stops the core when the machine goes to sleep, and starts it when it wakes; time goes on meanwhile. */
async function sleep(ms: number): Promise<void> {
  await world.core.stop();
  await world.advance(ms);
}
async function wake(): Promise<void> {
  world.core.start();
  await world.untilStill();
}

const calls = (): number => world.sandbox.control.countCalls();

describe('a machine that slept', () => {
  beforeEach(async () => {
    world = await openFlowWorld({ dailyLimit: 5 });
  });
  afterEach(() => world.close());

  it('has made no call and sent no mail meanwhile, whatever became due', async () => {
    const contacts = world.contacts(8);
    world.assign(contacts);
    await world.poll();
    await world.untilDelivered();
    const before = calls();
    await sleep(8 * HOUR);
    world.assign(world.contacts(4));
    expect(calls()).toBe(before);
    expect(contacts.flatMap((id) => world.mailsTo(id))).toEqual([]);
  });

  it('sends what came due in its order and within the limits of a day: no burst', async () => {
    const contacts = world.contacts(12);
    world.assign(contacts);
    await world.poll();
    await world.untilDelivered();
    const planned = contacts
      .map((id) => ({ id, at: world.lead(id).nextFollowUpAt ?? 0 }))
      .toSorted((a, b) => a.at - b.at);
    // Over the days on which all of them were to be written to.
    await sleep((planned.at(-1)?.at ?? 0) - world.now + 2 * HOUR);
    await wake();
    const sentFirst = contacts.flatMap((id) => world.mailsTo(id));
    expect(sentFirst.length).toBeGreaterThan(0);
    expect(sentFirst.length).toBeLessThanOrEqual(5);

    const firstMails = () => contacts.flatMap((id) => world.mailsTo(id).slice(0, 1));
    await world.passUntil(() => firstMails().length === contacts.length, 20 * DAY);
    const byDay = Map.groupBy(firstMails(), ({ date }) => new Date(date).toISOString().slice(0, 10));
    expect([...byDay.values()].filter((mails) => mails.length > 5)).toEqual([]);
    // What was planned earlier went earlier; what was planned for one moment in any order.
    const moments = [...Map.groupBy(planned, ({ at }) => at).values()].map((group) =>
      group.map(({ id }) => Date.parse(String(world.mailsTo(id)[0]?.date))),
    );
    expect(moments.length).toBeGreaterThan(1);
    for (const [index, group] of moments.entries())
      expect(Math.min(...group)).toBeGreaterThanOrEqual(Math.max(0, ...(moments[index - 1] ?? [])));
  });

  it('takes up what was assigned meanwhile, each contact once', async () => {
    await sleep(8 * HOUR);
    const contacts = world.contacts(30);
    world.assign(contacts);
    const before = calls();
    await wake();
    await world.advance(MINUTE);
    await world.untilDelivered();
    expect(contacts.map((id) => world.notes(id).length)).toEqual(contacts.map(() => 1));
    expect(calls() - before).toBeLessThan(60);
  });
});
