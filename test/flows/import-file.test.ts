import { afterEach, describe, expect, it } from 'vitest';
import { openFlowWorld, ROSIE, SECOND, STATUS, type FlowWorld } from '#test/support/flow-world.ts';
import { uploadTable } from '#test/support/upload-table.ts';

let world: FlowWorld;
afterEach(() => world.close());

const HEADER = 'Vorname;Nachname;E-Mail-Adresse;Firma\r\n';
const line = (nth: number): string => `Ana;Silva${nth};p${nth}@firm${nth}.example;Firm ${nth}\r\n`;
const lines = (count: number, from = 1): string =>
  Array.from({ length: count }, (_, nth) => line(nth + from)).join('');

async function view(id: string) {
  return world.api.imports.get({ id });
}

/** Time passes until an import is over. */
async function untilOver(id: string): Promise<void> {
  for (let round = 0; round < 60 && (await view(id)).status === 'running'; round += 1) await world.poll();
}

async function leftOut(id: string): Promise<string> {
  let text = '';
  for await (const part of await world.api.imports.leftOut({ id })) text += part;
  return text;
}

const leads = () => world.core.context.store.leads.countByState({});
const taken = (): number => Object.values(leads()).reduce((sum, count) => sum + count, 0);

describe('a file of 1 000 people of whom 30 are bad', () => {
  it('is reported on whole before anything is written: the counts add up, and the bad rows come with their reasons', async () => {
    world = await openFlowWorld();
    const bad = Array.from({ length: 30 }, (_, nth) => `Bea;Null${nth};=nobody${nth} at home;Firm\r\n`).join(
      '',
    );
    const id = await uploadTable(world, HEADER + lines(970) + bad);
    const report = await view(id);
    expect(report).toMatchObject({ total: 1000, status: 'checked', verdicts: { add: 970, bad: 30 } });
    expect(report.format).toBe('UTF-8, separated by semicolons');
    const rows = (await leftOut(id)).split('\r\n').filter((row) => row !== '');
    expect(rows).toHaveLength(31);
    expect(rows[0]).toBe('\uFEFFRow,Reason,Vorname,Nachname,E-Mail-Adresse,Firma');
    // A cell that begins like a formula is no formula in the file that is downloaded.
    expect(rows[1]).toBe(
      '972,"""=nobody0 at home"" is no e-mail address.",Bea,Null0,\'=nobody0 at home,Firm',
    );
    await world.poll(3);
    expect(world.sandbox.portal.objects.contacts.size).toBe(0);
    expect(taken()).toBe(0);
    expect(world.sandbox.mail.all().sent).toEqual([]);
  });
});

describe('what the dry report tells of a person', () => {
  it('is one thing for each row, and the first reason that holds', async () => {
    world = await openFlowWorld();
    await world.taken({ email: 'lead@firm.example' });
    world.contact({ email: 'there@firm.example' });
    world.contact({ email: 'hot@firm.example', [STATUS]: 'Hot' });
    world.contact({ email: 'out@firm.example', hs_email_optout: 'true' });
    world.core.context.store.commit({
      suppress: [{ address: 'gone@firm.example', reason: 'unsubscribed', at: world.now }],
    });
    await world.api.sending.exclude({ list: 'rival.example' });
    const addresses = ['New@firm.example', 'new@firm.example', 'lead@firm.example', 'there@firm.example'];
    const more = ['hot@firm.example', 'out@firm.example', 'gone@firm.example', 'x@rival.example', '', 'no'];
    const id = await uploadTable(
      world,
      `email,name\n${[...addresses, ...more].map((a) => `${a},Ana B`).join('\n')}`,
    );
    expect(await view(id)).toMatchObject({
      total: 10,
      verdicts: {
        add: 1,
        assign: 1,
        duplicate: 1,
        lead: 1,
        'worked-before': 1,
        suppressed: 2,
        excluded: 1,
        bad: 2,
      },
    });
    const { rows } = await world.api.imports.rows({ id, verdicts: [], after: 0 });
    expect(rows.map(({ row, reason }) => [row, reason])).toEqual([
      [2, ''],
      [3, 'The same address stands in row 2.'],
      [4, 'Rosie Hart works on this person already.'],
      [5, ''],
      [6, expect.stringContaining('Its Lead Connection Status is Hot')],
      [7, 'The person opted out of e-mail in the CRM.'],
      [8, 'The person must not be written to.'],
      [9, 'rival.example is on the list "Never write to".'],
      [10, 'There is no e-mail address in this row.'],
      [11, '"no" is no e-mail address.'],
    ]);
  });

  it('counts an erased person as one who must not be written to, and keeps no word of them', async () => {
    world = await openFlowWorld();
    const contact = await world.taken({ email: 'ana@firm.example' });
    await world.press(contact, 'hand-back');
    await world.untilDelivered();
    const person = await world.api.data.findPerson({ query: 'ana@firm.example' });
    await world.api.data.erasePerson({ query: 'ana@firm.example', confirmation: person?.confirmWith ?? '' });
    const id = await uploadTable(world, 'email,name\nana@firm.example,Ana Silva\n');
    const { rows } = await world.api.imports.rows({ id, verdicts: [], after: 0 });
    expect(rows).toEqual([expect.objectContaining({ verdict: 'suppressed', email: '', name: '' })]);
    expect(await leftOut(id)).not.toContain('Ana');
  });

  it('is erased with the person, also of somebody who never became a lead', async () => {
    world = await openFlowWorld();
    const id = await uploadTable(world, 'email,name\nana@firm.example,Ana Silva\nbob@firm.example,Bob\n');
    const { text } = await world.api.data.exportPerson({ query: 'ana@firm.example' });
    expect(text).toContain('Ana Silva');
    await world.api.data.erasePerson({ query: 'ana@firm.example', confirmation: 'ana@firm.example' });
    const { rows } = await world.api.imports.rows({ id, verdicts: [], after: 0 });
    expect(rows.map(({ email }) => email)).toEqual(['bob@firm.example']);
    const again = await uploadTable(world, 'email\nana@firm.example\n');
    expect((await view(again)).verdicts).toMatchObject({ suppressed: 1 });
  });

  it('follows a person who corrects which column is which', async () => {
    world = await openFlowWorld();
    const id = await uploadTable(world, 'private,email\nana@firm.example,x\nbob@firm.example,y\n');
    expect(await view(id)).toMatchObject({ mapping: { email: 1 }, verdicts: { add: 0, bad: 2 } });
    await world.api.imports.map({ id, mapping: { email: 0 } });
    await world.advance(2 * SECOND);
    expect(await view(id)).toMatchObject({ status: 'checked', verdicts: { add: 2, bad: 0 } });
  });
});

describe('an import that was started', () => {
  it('creates and assigns in full batches, tells how far it is, and makes a lead of everybody once', async () => {
    world = await openFlowWorld();
    const there = world.contact({ email: 'p5@firm5.example' });
    const id = await uploadTable(world, HEADER + lines(250), { context: 'bells for bikes' });
    expect((await view(id)).calls.needed).toBe(17);
    await world.api.imports.start({ id });
    await untilOver(id);
    await world.poll(4);
    expect(await view(id)).toMatchObject({ status: 'done', states: { added: 250, idle: 0, queued: 0 } });
    expect(world.sandbox.portal.objects.contacts.size).toBe(250);
    expect(world.owner(there)).toBe(world.ownerId(ROSIE));
    expect(taken()).toBe(250);
    expect(world.lead(there)).toMatchObject({ context: 'bells for bikes', company: '' });
    const calls = world.core.context.crm.peek(world.connectionId)?.budget().calls ?? {};
    expect(calls['contact']).toBe(3);
  });

  it('survives a restart and a broken line in the middle, and nobody is there twice', async () => {
    world = await openFlowWorld();
    const id = await uploadTable(world, HEADER + lines(250));
    world.fault({ kind: 'drop-after-write', path: 'contacts/batch/create', times: 2 });
    await world.api.imports.start({ id });
    await world.poll();
    await world.restart();
    await untilOver(id);
    await world.untilDelivered();
    await untilOver(id);
    expect(await view(id)).toMatchObject({ status: 'done', states: { added: 250 } });
    expect(world.sandbox.portal.objects.contacts.size).toBe(250);
  });

  it('stops where it is, and goes on from there', async () => {
    world = await openFlowWorld();
    const id = await uploadTable(world, HEADER + lines(400));
    await world.api.imports.start({ id });
    await world.advance(2 * SECOND);
    await world.api.imports.stop({ id });
    await world.poll(3);
    const half = await view(id);
    expect(half.status).toBe('stopped');
    expect(half.states.added).toBeGreaterThan(0);
    expect(half.states.added + half.states.idle).toBe(400);
    expect(world.sandbox.portal.objects.contacts.size).toBe(half.states.added);
    await world.api.imports.start({ id });
    await untilOver(id);
    expect(world.sandbox.portal.objects.contacts.size).toBe(400);
  });

  it('stands still when nothing may be written any more, says why, and is not started meanwhile', async () => {
    world = await openFlowWorld();
    const id = await uploadTable(world, HEADER + lines(310));
    await world.api.imports.start({ id });
    await world.core.drain();
    await world.api.connections.setReadOnly({ id: world.connectionId, readOnly: true, listed: 'keep' });
    await world.poll(2);
    expect(await view(id)).toMatchObject({
      status: 'stopped',
      problem: expect.stringContaining('is read-only'),
    });
    const asked = (await world.api.attention.list()).find(({ kind }) => kind === 'import');
    expect(asked?.title).toBe('The import of people.csv stopped');
    await expect(world.api.imports.start({ id })).rejects.toThrow('is read-only');
  });

  it('leaves out who unsubscribed since the report, and says so', async () => {
    world = await openFlowWorld();
    const id = await uploadTable(world, HEADER + lines(3));
    world.core.context.store.commit({
      suppress: [{ address: 'p2@firm2.example', reason: 'unsubscribed', at: world.now }],
    });
    await world.api.imports.start({ id });
    await untilOver(id);
    expect(await view(id)).toMatchObject({ states: { added: 2, left: 1 } });
    expect(await leftOut(id)).toContain('The person must not be written to.');
  });
});

describe('a list of whom never to write to', () => {
  const LIST =
    'Domain\nrival.example\nhttps://www.Other.example/about\nana@firm.example\nrival.example\n??\n';

  it('is taken up with Start, addresses and domains alike', async () => {
    world = await openFlowWorld();
    const id = await uploadTable(world, LIST, {
      target: 'never-write',
      connectionId: null,
      assistantId: null,
    });
    expect(await view(id)).toMatchObject({ verdicts: { add: 3, duplicate: 1, bad: 1 }, status: 'checked' });
    expect((await world.api.sending.exclusions({ search: '', after: '' })).total).toBe(0);
    await world.api.imports.start({ id });
    const { rows } = await world.api.sending.exclusions({ search: '', after: '' });
    expect(rows.map(({ pattern }) => pattern)).toEqual([
      'ana@firm.example',
      'other.example',
      'rival.example',
    ]);
    expect(await view(id)).toMatchObject({ status: 'done', states: { added: 3 } });
  });

  it('of people who unsubscribed elsewhere makes them UnSubscribed for every assistant', async () => {
    world = await openFlowWorld();
    const id = await uploadTable(world, LIST, {
      target: 'unsubscribed',
      connectionId: null,
      assistantId: null,
    });
    await world.api.imports.start({ id });
    const contact = await world.taken({ email: 'ana@firm.example' });
    expect(world.lead(contact).state).toBe('UnSubscribed');
    expect(world.owner(contact)).toBe(world.colleague().id);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['an old spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'Save it as .xlsx'],
    ['an empty file', Buffer.alloc(0), 'is empty'],
    ['a broken spreadsheet', Buffer.from('PK\u0003\u0004 nothing'), 'too large when it is unpacked'],
  ])('such as %s is refused with a sentence', async (_what, bytes, words) => {
    world = await openFlowWorld();
    await expect(uploadTable(world, bytes)).rejects.toThrow(words);
    expect(await world.api.imports.list()).toEqual([]);
  });
});
