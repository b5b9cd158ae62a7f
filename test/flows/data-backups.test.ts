import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, openFlowWorld, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

const file = (name: string): string => join(world.directory, name);
const kinds = async (): Promise<string[]> =>
  (await world.api.data.backups()).backups.map((each) => each.kind);

/** A backup by hand; its name. */
async function backUp(): Promise<string> {
  await world.advance(1_000);
  const { backups } = await world.api.data.backUpNow();
  return backups.find((each) => each.kind === 'by-hand')?.name ?? '';
}

describe('backups', () => {
  it('are made once a day by themselves, and seven of them are kept', async () => {
    for (let day = 0; day < 10; day += 1) {
      await world.advance(DAY);
      await world.poll(3);
    }
    expect((await kinds()).filter((kind) => kind === 'daily')).toHaveLength(7);
    const { backups } = await world.api.data.backups();
    expect(world.now - (backups[0]?.at ?? 0)).toBeLessThan(DAY);
    expect(backups.every((each) => each.bytes > 10_000 && each.unusable === null)).toBe(true);
  });

  it('are made on demand while the program works', async () => {
    const name = await backUp();
    expect(readdirSync(file('backups'))).toContain(name);
    expect(readdirSync(file('backups')).filter((each) => !each.endsWith('.db'))).toEqual([]);
  });

  it('say so on the first screen when they cannot be made', async () => {
    await world.quit();
    const folder = file('backups');
    rmSync(folder, { recursive: true, force: true });
    writeFileSync(folder, 'a file where the folder should be');
    await world.open();
    await world.poll();
    const [item] = await world.api.attention.list();
    expect(item?.cause).toContain('The backup was not made');
    await expect(world.api.data.backUpNow()).rejects.toThrow(/was not made.*has room/);
  });
});

describe('restoring a backup', () => {
  it('brings the leads of that time back, keeps the present ones, and the program goes on', async () => {
    const before = await world.taken();
    const name = await backUp();
    await world.api.schedules.clone({ id: (await world.api.schedules.list())[0]?.id ?? '' });
    const schedules = (await world.api.schedules.list()).length;
    await world.api.data.restore({ name });
    expect(await world.api.schedules.list()).toHaveLength(schedules - 1);
    expect(world.lead(before)).toMatchObject({ custody: 'Held' });
    const view = await world.api.data.backups();
    const present = view.backups.find((each) => each.kind === 'before-restore');
    expect(view.setAside.map((each) => each.because)).toEqual(['restored']);
    // What is there now can be had back as well.
    await world.api.data.restore({ name: present?.name ?? '' });
    expect(await world.api.schedules.list()).toHaveLength(schedules);
    const later = await world.taken();
    expect(world.lead(later)).toMatchObject({ state: 'Cold', custody: 'Held' });
  });

  it('sends nothing twice: whoever may have got a message since is stopped until a person looks', async () => {
    const id = await world.taken();
    const name = await backUp();
    await world.passUntil(() => world.mailsTo(id).length === 1);
    await world.api.data.restore({ name });
    expect(world.lead(id)).toMatchObject({ followUp: 'Stopped', custody: 'Held' });
    await world.advance(10 * DAY);
    await world.poll();
    expect(world.mailsTo(id)).toHaveLength(1);
    const [notice] = await world.api.system.notices();
    expect(notice?.text).toContain('1 leads had a message planned since then');
  });

  it('sends nothing twice that was queued when the backup was made', async () => {
    const id = await world.taken();
    const lead = world.lead(id);
    world.sandbox.clock.advance(Math.max(0, (lead.nextFollowUpAt ?? 0) - world.now));
    let name = '';
    const { store, backups } = world.core.context;
    const commit = store.commit.bind(store);
    let copy: Promise<unknown> = Promise.resolve();
    store.commit = (change) => {
      const result = commit(change);
      if ((change.outbox ?? []).some((row) => row.effect.kind === 'mail')) {
        copy = backups.make('by-hand').then((made) => (name = made.name));
      }
      return result;
    };
    await world.poll();
    await copy;
    await world.passUntil(() => world.mailsTo(id).length === 1);
    expect(name).not.toBe('');
    await world.api.data.restore({ name });
    await world.poll(3);
    await world.untilDelivered();
    expect(world.mailsTo(id)).toHaveLength(1);
  });

  it('forgets nobody who unsubscribed since', async () => {
    const id = await world.mailed();
    const name = await backUp();
    await world.reply(id, 'unsubscribe');
    await world.api.data.restore({ name });
    expect(world.core.context.store.suppressions.has(world.value(id, 'email'))).toBe(true);
    await world.advance(7 * DAY);
    await world.poll(2);
    expect(world.mailsTo(id)).toHaveLength(1);
  });

  it('is refused with a sentence for a backup that is damaged, and everything stays as it is', async () => {
    await world.taken();
    const name = await backUp();
    truncateSync(join(file('backups'), name), 8_192);
    await expect(world.api.data.restore({ name })).rejects.toThrow(/This backup is damaged/);
    await expect(world.api.data.restore({ name: '../baton.db' })).rejects.toThrow(/no longer there/);
    expect((await world.api.leads.counts({ filter: {} })).total).toBe(1);
    expect((await world.api.data.backups()).setAside).toEqual([]);
  });

  it('is finished at the next start when the program was killed in the middle of it', async () => {
    const id = await world.taken();
    await world.quit();
    renameSync(file('baton.db'), file('baton.db.restoring'));
    await world.open();
    expect(world.lead(id)).toMatchObject({ custody: 'Held' });
    expect(existsSync(file('baton.db.restoring'))).toBe(false);
  });
});

describe('a database that was damaged while the program was off', () => {
  it('is set aside untouched, and the newest backup is offered and brings everything back', async () => {
    const id = await world.taken();
    const name = await backUp();
    await world.quit();
    truncateSync(file('baton.db'), 20_000);
    const bytes = readFileSync(file('baton.db'));
    await world.open();
    const [item] = await world.api.attention.list();
    expect(item?.cause).toMatch(/was damaged and is set aside as baton-damaged-.*Restore the newest backup/);
    expect(item?.actions[0]).toMatchObject({ label: 'Restore', to: '/data' });
    const view = await world.api.data.backups();
    expect(view.damaged?.name).toBe(view.setAside[0]?.name);
    expect(readFileSync(join(file('set-aside'), view.damaged?.name ?? '')).equals(bytes)).toBe(true);
    await world.api.data.restore({ name });
    await world.poll(2);
    expect(world.lead(id)).toMatchObject({ custody: 'Held' });
    expect((await world.api.data.backups()).damaged).toBeNull();
    expect(
      (await world.api.attention.list()).filter((each) => each.kind === 'damaged' || each.kind === 'backup'),
    ).toEqual([]);
  });

  it('does not let empty backups push the good ones out while the user has not answered', async () => {
    await backUp();
    await world.quit();
    writeFileSync(file('baton.db'), 'no database at all '.repeat(1_000));
    await world.open();
    const before = await kinds();
    for (let day = 0; day < 3; day += 1) {
      await world.advance(DAY + HOUR);
      await world.poll();
    }
    expect(await kinds()).toEqual(before);
    await world.api.data.goOnEmpty();
    expect(
      (await world.api.attention.list()).filter((each) => each.kind === 'damaged' || each.kind === 'backup'),
    ).toEqual([]);
  });
});
