import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXPORT_TOPICS, MAX_IMPORT_PART } from '#contract/data.ts';
import { DAY, MILES, openFlowWorld, ROSIE, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  const parts: string[] = [];
  for await (const part of pieces) parts.push(part);
  return parts.join('');
}

const everything = async (): Promise<string> => textOf(await world.api.data.exportAll());

/** Every list as the page Data exports it. */
async function lists(): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const topic of EXPORT_TOPICS) {
    const text = await textOf(await world.api.data.export({ topic, format: 'json' }));
    const rows = JSON.parse(text) as Record<string, string>[];
    all[topic] = rows.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  }
  return all;
}

/** Sends a file to the program, as the page does. */
async function send(text: string): Promise<void> {
  await world.api.data.importBegin();
  for (let at = 0; at < text.length; at += MAX_IMPORT_PART) {
    await world.api.data.importPart({ text: text.slice(at, at + MAX_IMPORT_PART) });
  }
}

const numbers = (report: Awaited<ReturnType<typeof world.api.data.importCheck>>) =>
  Object.fromEntries(report.topics.map(({ topic, added, there }) => [topic, [added, there]]));

/** Leads in several states, a schedule of their own, a suppressed address, an undo. */
async function aBusyInstallation(): Promise<string[]> {
  const [schedule] = await world.api.schedules.list();
  await world.api.schedules.clone({ id: schedule?.id ?? '' });
  const ids = world.contacts(6);
  world.assign(ids);
  await world.poll();
  await world.passUntil(() => ids.every((id) => world.mailsTo(id).length > 0));
  await world.reply(ids[0] ?? '', 'unsubscribe');
  await world.reply(ids[1] ?? '', 'agreed-to-meet');
  await world.reply(ids[2] ?? '', 'out-of-office-undated');
  await world.press(ids[3] ?? '', 'stop');
  const [row] = (await world.activity({ kinds: ['crm-note'] })).filter((each) => each.undoable);
  await world.api.activity.undo({ items: [{ id: row?.id ?? 0, over: null }] });
  await world.untilDelivered();
  return ids;
}

describe('everything, exported and imported on a fresh install', () => {
  it('gives equal lists, and what the report said', async () => {
    await aBusyInstallation();
    const before = await lists();
    const counts = await world.api.leads.counts({ filter: {} });
    const text = await everything();
    expect(text).not.toContain(world.sandbox.serviceKey);
    await world.openFreshInstall();
    await send(text);
    const planned = await world.api.data.importCheck();
    expect(numbers(planned)).toMatchObject({ connections: [1, 0], assistants: [2, 0], leads: [6, 0] });
    expect(numbers(planned)['schedules']).toEqual([1, 1]);
    expect((await world.api.leads.counts({ filter: {} })).total).toBe(0);
    const done = await world.api.data.importTake();
    expect(numbers(done)).toEqual(numbers(planned));
    expect(await lists()).toEqual(before);
    expect(await world.api.leads.counts({ filter: {} })).toEqual(counts);
    const sort = { by: 'name', descending: false } as const;
    const found = { search: 'Silva' };
    const counted = (await world.api.leads.counts({ filter: found })).total;
    expect((await world.api.leads.page({ filter: found, sort, offset: 0, limit: 50 })).rows).toHaveLength(
      counted,
    );
    expect(counted).toBeGreaterThan(0);
  });

  it('asks for the key, and then goes on where it was: nothing twice, nothing lost', async () => {
    const ids = await aBusyInstallation();
    const notes = ids.map((id) => world.notes(id).length);
    const mails = ids.map((id) => world.mailsTo(id).length);
    const text = await everything();
    await world.openFreshInstall();
    await send(text);
    await world.api.data.importTake();
    const [failed] = await world.api.attention.list();
    expect(failed).toMatchObject({ severity: 'problem', connectionId: world.connectionId });
    expect((await world.connection()).status).toBe('Failed');
    await world.api.connections.renewToken({ id: world.connectionId, token: world.sandbox.serviceKey });
    await world.poll(2);
    await world.untilDelivered();
    expect(ids.map((id) => world.notes(id).length)).toEqual(notes);
    expect(ids.map((id) => world.mailsTo(id).length)).toEqual(mails);
    const [, , , , next = ''] = ids;
    await world.passUntil(() => world.mailsTo(next).length === (mails[4] ?? 0) + 1);
    const fresh = await world.taken();
    expect(world.value(fresh, STATUS)).toBe('Cold');
    expect(world.owner(fresh)).toBe(world.ownerId(ROSIE));
  });

  it('stops leads whose message was due since the export, until a person looks', async () => {
    const id = await world.taken();
    const text = await everything();
    await world.passUntil(() => world.mailsTo(id).length === 1);
    await world.advance(DAY);
    await world.openFreshInstall();
    await send(text);
    await world.api.data.importTake();
    expect(world.lead(id).followUp).toBe('Stopped');
    const kinds = (await world.api.attention.list()).map((each) => each.kind);
    expect(kinds).toContain('restored');
  });
});

describe('everything, imported where there is something already', () => {
  it('adds nothing twice', async () => {
    await aBusyInstallation();
    const before = await lists();
    await send(await everything());
    const report = await world.api.data.importTake();
    expect(report.topics.map(({ added }) => added)).toEqual(report.topics.map(() => 0));
    expect(await lists()).toEqual(before);
  });

  it('takes an account and assistants that are here under other ids for what they are', async () => {
    const old = await world.taken();
    const oldConnection = world.connectionId;
    const text = await everything();
    await world.openFreshInstall();
    await world.setStage();
    expect(world.connectionId).not.toBe(oldConnection);
    const fresh = await world.taken();
    await send(text);
    const report = await world.api.data.importTake();
    expect(numbers(report)).toMatchObject({ connections: [0, 1], assistants: [0, 2], leads: [1, 0] });
    expect(world.lead(old)).toMatchObject({ connectionId: world.connectionId, custody: 'Held' });
    expect(world.lead(old).assistantId).toBe(world.lead(fresh).assistantId);
    expect((await world.connection()).status).toBe('Active');
    await world.passUntil(() => world.mailsTo(old).length === 1 && world.mailsTo(fresh).length === 1);
    expect(world.notes(old)).toHaveLength(1);
  });

  it('says so of a record that is held here already, and keeps the lead that holds it', async () => {
    const id = await world.taken();
    const text = await everything();
    await world.openFreshInstall();
    await world.setStage();
    await world.changeConnection({ guardOn: false });
    world.assign(id, MILES);
    await world.poll(2);
    const here = world.lead(id).id;
    await send(text);
    const { refused, topics } = await world.api.data.importTake();
    const because = 'An assistant holds the record here already, as another lead.';
    expect(refused).toEqual([{ count: 1, because }]);
    expect(topics.find(({ topic }) => topic === 'leads')).toMatchObject({ added: 0, there: 0 });
    expect(world.lead(id).id).toBe(here);
  });

  it('does not bring back who was erased here', async () => {
    const email = 'zebulon.quince@customer.example';
    const id = await world.taken({ email });
    await world.press(id, 'hand-back');
    await world.untilDelivered();
    const text = await everything();
    await world.api.data.erasePerson({ query: email, confirmation: email });
    await send(text);
    const { refused } = await world.api.data.importTake();
    expect(refused).toEqual([{ count: 1, because: 'This person was erased here.' }]);
    expect(world.leadOf(id)).toBeNull();
    expect(await everything()).not.toContain(email);
  });
});

describe('a file that cannot be imported', () => {
  const NOT_OURS = 'This is no file that Baton wrote';

  it('is refused with a sentence, and changes nothing', async () => {
    await world.taken();
    const text = await everything();
    const before = await lists();
    const refusal = async (broken: string): Promise<string> => {
      try {
        await send(broken);
        await world.api.data.importTake();
        return '';
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    };
    expect(await refusal('id,name\n1,Ana\n')).toContain(NOT_OURS);
    expect(await refusal('')).toContain(NOT_OURS);
    expect(await refusal(text.slice(0, text.length / 2))).toContain('This file is not whole');
    expect(await refusal(text.replace(/"format":\d+/, '"format":99999'))).toContain(
      'a newer version of Baton',
    );
    expect(await refusal(text.replace('"custody":"Held"', '"custody":"Lost"'))).toContain(NOT_OURS);
    expect(await refusal(text.replace('{"table":"lead"', '{"table":"sqlite_master"'))).toContain(NOT_OURS);
    await world.api.data.importDrop();
    await expect(world.api.data.importCheck()).rejects.toThrow('There is no file to import.');
    expect(await lists()).toEqual(before);
  });
});
