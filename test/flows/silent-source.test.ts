import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, openFlowWorld, ROSIE, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

const sources = () => world.api.health.sources({ id: world.connectionId });
const assignments = async () => (await sources()).find((each) => each.source === 'assignments');
const silences = async () =>
  (await world.api.attention.list()).filter((each) => each.kind === 'silent-source');
const told = async () =>
  (await world.api.system.notices()).filter((notice) => notice.text.includes('no contact was assigned'));
/** A day passes, with a look at the CRM. */
async function nextDay(): Promise<void> {
  await world.advance(DAY);
  await world.poll();
}
/** Somebody assigns a contact every working day, from a Monday to the Friday of the week after. */
async function twoWeeks(): Promise<void> {
  for (let day = 0; day < 12; day += 1) {
    const weekday = new Date(world.now).getUTCDay();
    if (weekday !== 0 && weekday !== 6) await world.taken();
    await nextDay();
  }
}

describe('assignments that come every working day', () => {
  beforeEach(async () => {
    await twoWeeks();
  });

  it('are missed after three times the usual gap and not over a weekend: one notice, until the next one comes', async () => {
    const source = await assignments();
    expect(source?.isSilent).toBe(false);
    expect(Math.round((source?.usualGap ?? 0) / HOUR)).toBe(24);
    expect(Math.round((source?.alarmAfter ?? 0) / HOUR)).toBe(72);
    expect(source?.lastAt).toBeLessThan(world.now);

    await nextDay();
    await nextDay();
    expect(new Date(world.now).getUTCDay()).toBe(1);
    expect(await told()).toEqual([]);
    expect(await silences()).toEqual([]);

    for (let day = 0; day < 4; day += 1) await nextDay();
    expect(await told()).toHaveLength(1);
    const [entry, ...more] = await silences();
    expect(more).toEqual([]);
    expect(entry?.cause).toContain('no contact was assigned for more than 3 working days');
    expect(entry?.cause).toContain('Check that people still assign contacts');
    expect(await assignments()).toMatchObject({ isSilent: true });

    await world.restart();
    await nextDay();
    expect(await told()).toHaveLength(1);

    await world.taken();
    expect(await silences()).toEqual([]);
    expect(await assignments()).toMatchObject({ isSilent: false });
    expect(await told()).toHaveLength(1);
  });

  it('that came while the program was off are read before anything is said to be silent', async () => {
    await world.quit();
    world.sandbox.clock.advance(7 * DAY);
    world.assign(world.contact());
    world.sandbox.clock.advance(HOUR);
    await world.open();
    await world.advance(0);
    expect(await told()).toEqual([]);
    expect(await silences()).toEqual([]);
  });
});

describe('a source that is new', () => {
  it('is not judged: nothing is usual yet', async () => {
    await world.taken();
    for (let day = 0; day < 6; day += 1) await nextDay();
    expect(await silences()).toEqual([]);
    expect(await assignments()).toMatchObject({ usualGap: null, isSilent: false });
    const names = (await sources()).filter((each) => each.source === 'mailbox').map((each) => each.of);
    expect(names).toContain(ROSIE.name);
  });
});
