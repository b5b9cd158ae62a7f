import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, openFlowWorld, ROSIE, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

/** The database is lost: the same assistant is set up on a new machine, and the user takes what she owns. */
async function newMachine(): Promise<void> {
  await world.openFreshInstall();
  await world.connect();
  await world.createAssistant({ name: ROSIE.name, email: ROSIE.email });
  await world.api.connections.refresh({ id: world.connectionId });
  await world.api.connections.answerBaseline({ id: world.connectionId, answer: 'take' });
  await world.poll(2);
}

describe('a new machine finds contacts that its assistant works on', () => {
  it('adopts one under follow-up: it is not refused, not confirmed again, and nothing is sent unasked', async () => {
    const id = await world.mailed();
    const notes = world.notes(id).length;
    await newMachine();
    expect(world.owner(id)).toBe(world.ownerId(ROSIE));
    expect(world.lead(id)).toMatchObject({ state: 'Cold', custody: 'Held', followUp: 'Paused' });
    expect(world.notes(id)).toHaveLength(notes);
    expect(world.written(id, STATUS)).toEqual(['Cold']);
    await world.advance(10 * DAY);
    expect(world.mailsTo(id)).toHaveLength(1);
    const [notice] = await world.api.system.notices();
    expect(notice?.text).toContain('was adopted as Cold');
  });

  it('goes on with an adopted one when a person presses Continue, or gives it back to the owner before her', async () => {
    const [one, two] = [await world.mailed(), await world.mailed()];
    await newMachine();
    await world.press(one, 'continue');
    await world.press(two, 'hand-back');
    expect(world.owner(two)).toBe(world.colleague().id);
    await world.passUntil(() => world.mailsTo(one).length === 2);
    expect(world.lead(one).state).toBe('Cold');
  });

  it('gives one whose follow-up had ended back to the owner before her', async () => {
    const id = await world.taken();
    world.fault({ kind: 'status', status: 500, path: '/notes/batch/create', times: null });
    await world.press(id, 'mark-hot');
    expect(world.value(id, STATUS)).toBe('Hot');
    expect(world.owner(id)).toBe(world.ownerId(ROSIE));
    world.sandbox.control.faults.clear();
    await newMachine();
    await world.untilDelivered();
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.lead(id)).toMatchObject({ state: 'Hot', custody: 'HandedBack' });
    expect(
      world.notes(id).filter((note) => note.includes('hands this contact back as <strong>Hot')),
    ).toHaveLength(1);
  });

  it('refuses one whose status was there before she got it, as ever', async () => {
    const id = world.contact({ [STATUS]: 'Responded' });
    await world.advance(HOUR);
    await world.quit();
    world.assign(id);
    await newMachine();
    expect(world.leadOf(id)).toBeNull();
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.notes(id)).toHaveLength(1);
  });

  it('keeps one that unsubscribed from ever being written to', async () => {
    const id = await world.mailed();
    world.fault({ kind: 'status', status: 500, path: '/emails/batch/create', times: null });
    await world.reply(id, 'unsubscribe');
    expect(world.value(id, STATUS)).toBe('UnSubscribed');
    world.sandbox.control.faults.clear();
    await newMachine();
    await world.untilDelivered();
    expect(world.lead(id)).toMatchObject({ state: 'UnSubscribed', custody: 'HandedBack' });
    expect(world.core.context.store.suppressions.has(world.value(id, 'email'))).toBe(true);
  });
});

describe('a backup is restored', () => {
  it('and what was taken since then is adopted, not refused', async () => {
    const before = await world.taken();
    await world.quit();
    const backup = mkdtempSync(join(tmpdir(), 'baton-flow-'));
    cpSync(world.directory, backup, { recursive: true });
    await world.open();
    const since = await world.taken();
    expect(world.notes(since)).toHaveLength(1);
    await world.quit();
    await world.open(backup);
    await world.poll(2);
    expect(world.lead(before)).toMatchObject({ state: 'Cold', custody: 'Held', followUp: 'Scheduled' });
    expect(world.lead(since)).toMatchObject({ state: 'Cold', custody: 'Held' });
    expect(world.owner(since)).toBe(world.ownerId(ROSIE));
    expect(world.notes(since)).toHaveLength(1);
  });
});
