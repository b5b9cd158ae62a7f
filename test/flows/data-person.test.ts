import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, openFlowWorld, ROSIE, type FlowWorld } from '#test/support/flow-world.ts';

const ADDRESS = 'zebulon.quince@quagga.example';
const WORDS = ['zebulon', 'quince', 'quagga'];
const CONTACT = { email: ADDRESS, firstname: 'Zebulon', lastname: 'Quince', company: 'Quagga Works' };

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

/** A person with a whole history: written to, answered, handed back. */
async function wholeHistory(): Promise<string> {
  const id = await world.mailed(CONTACT);
  await world.reply(id, 'agreed-to-meet');
  await world.untilDelivered();
  await world.poll(2);
  await world.untilDelivered();
  expect(world.lead(id).custody).toBe('HandedBack');
  return id;
}

async function erase(query = ADDRESS): Promise<void> {
  const person = await world.api.data.findPerson({ query });
  await world.api.data.erasePerson({ query, confirmation: person?.confirmWith ?? '' });
}

/** Files of the data folder that hold one of the words, in any case. */
function filesWith(words: readonly string[], folder = world.directory): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const text = readFileSync(file).toString('latin1').toLowerCase();
      return words.some((each) => text.includes(each));
    })
    .map((file) => file.slice(folder.length + 1));
}

describe('a person is looked up', () => {
  it('by any address there ever was, by the CRM id and by the address of the record’s page', async () => {
    const id = await world.taken(CONTACT);
    world.person.setProperties('contacts', id, { email: 'zq@new-firm.example' });
    await world.poll();
    const asked = [ADDRESS.toUpperCase(), 'zq@new-firm.example', id, `https://app.example/record/0-1/${id}`];
    for (const query of asked) {
      const person = await world.api.data.findPerson({ query });
      expect(person?.leads.map((lead) => lead.recordId)).toEqual([id]);
      expect(person?.addresses.toSorted()).toEqual([ADDRESS, 'zq@new-firm.example'].toSorted());
    }
    expect(await world.api.data.findPerson({ query: 'nobody@nowhere.example' })).toBeNull();
  });

  it('and gets everything that is stored as one file', async () => {
    const id = await wholeHistory();
    const { text } = await world.api.data.exportPerson({ query: id });
    const data = JSON.parse(text) as Record<string, unknown[]>;
    expect(data['leads']).toHaveLength(1);
    expect(data['mails']?.length).toBeGreaterThanOrEqual(2);
    const parts = ['journal', 'outbox', 'seen', 'notices'].map((part) => (data[part]?.length ?? 0) > 0);
    expect(parts).toEqual([true, true, true, true]);
    expect(text).toContain('Quagga Works');
  });
});

describe('a person is erased', () => {
  it('in every table, in the file and its log, and stays known by a hash alone', async () => {
    await wholeHistory();
    const other = await world.mailed();
    expect(filesWith(WORDS)).not.toEqual([]);
    await erase();
    expect(filesWith(WORDS).filter((file) => !file.startsWith('backups'))).toEqual([]);
    expect(await world.api.data.findPerson({ query: ADDRESS })).toBeNull();
    const { store } = world.core.context;
    expect(store.suppressions.has(ADDRESS.toUpperCase())).toBe(true);
    expect([...store.suppressions.among([ADDRESS, 'x@y.example'])]).toEqual([ADDRESS]);
    // Nobody else is touched, and the counts are right.
    expect(world.lead(other).custody).toBe('Held');
    expect((await world.api.leads.counts({ filter: {} })).total).toBe(1);
    expect(
      (
        await world.api.leads.page({
          filter: { search: 'quince' },
          sort: { by: 'name', descending: false },
          offset: 0,
          limit: 10,
        })
      ).rows,
    ).toEqual([]);
    const activity = await world.api.activity.page({ filter: {}, before: null, limit: 200 });
    expect(activity.total).toBe(activity.rows.length);
  });

  it('and refused with a note when assigned again, without a word of them being stored', async () => {
    const id = await wholeHistory();
    await erase();
    world.assign(id);
    await world.poll(2);
    await world.untilDelivered();
    expect(world.leadOf(id)).toBeNull();
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.notes(id).at(-1)).toContain('was erased at their own wish');
    const sent = world.mailsTo(id).length;
    await world.advance(10 * DAY);
    await world.poll();
    expect(world.mailsTo(id)).toHaveLength(sent);
    await world.quit();
    expect(filesWith(WORDS).filter((file) => !file.startsWith('backups'))).toEqual([]);
    await world.open();
  });

  it('and known again under another address by the record, and under another record by the address', async () => {
    const id = await wholeHistory();
    await erase();
    world.person.setProperties('contacts', id, { email: 'brand.new@elsewhere.example' });
    const double = world.contact(CONTACT);
    world.assign([id, double]);
    await world.poll(2);
    await world.untilDelivered();
    expect([world.leadOf(id), world.leadOf(double)]).toEqual([null, null]);
    expect(world.owner(double)).toBe(world.colleague().id);
  });

  it('from the backups with the next daily one, and until then the list says so', async () => {
    await wholeHistory();
    await world.api.data.backUpNow();
    await world.advance(1_000);
    await erase();
    const { backups } = await world.api.data.backups();
    expect(backups.length).toBeGreaterThan(0);
    for (const backup of backups) expect(backup.holdsErasedUntil).not.toBeNull();
    await world.advance(DAY + 1_000);
    await world.poll();
    expect(filesWith(WORDS)).toEqual([]);
    const after = await world.api.data.backups();
    expect(after.backups.map((backup) => backup.holdsErasedUntil)).toEqual([null]);
  });

  it('again when a backup from before is restored', async () => {
    await wholeHistory();
    const { backups } = await world.api.data.backUpNow();
    await world.advance(1_000);
    await erase();
    await world.api.data.restore({ name: backups.find((each) => each.kind === 'by-hand')?.name ?? '' });
    expect(await world.api.data.findPerson({ query: ADDRESS })).toBeNull();
    expect(world.core.context.store.suppressions.has(ADDRESS)).toBe(true);
    expect(filesWith(WORDS).filter((file) => !/^(backups|set-aside)/.test(file))).toEqual([]);
  });

  it('only when the words are typed, and not while an assistant holds the record', async () => {
    const id = await world.taken(CONTACT);
    await expect(world.api.data.erasePerson({ query: id, confirmation: 'yes' })).rejects.toThrow(
      `type ${ADDRESS}`,
    );
    await expect(world.api.data.erasePerson({ query: id, confirmation: ADDRESS })).rejects.toThrow(
      `${ROSIE.name} still holds the record of Zebulon Quince`,
    );
    await world.press(id, 'hand-back');
    await world.untilDelivered();
    await world.api.data.erasePerson({ query: id, confirmation: ADDRESS });
    expect(world.leadOf(id)).toBeNull();
    expect(world.owner(id)).toBe(world.colleague().id);
  });
});

describe('a person whom the CRM deleted for ever', () => {
  it('is offered to be erased here, one that was only deleted is not', async () => {
    const forEver = await world.taken(CONTACT);
    const deleted = await world.taken();
    world.person.gdprDelete(forEver);
    world.person.delete('contacts', deleted);
    await world.poll(3);
    const items = await world.api.attention.list();
    expect(items.map((item) => item.cause)).toEqual([
      'Zebulon Quince was deleted in the CRM for ever. What Baton stores about this person is still here.',
    ]);
    expect(items[0]?.actions[0]).toMatchObject({ to: '/data', search: { person: forEver } });
    await erase(forEver);
    expect(await world.api.attention.list()).toEqual([]);
  });
});
