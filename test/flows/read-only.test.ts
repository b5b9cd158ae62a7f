import { afterEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, openFlowWorld, ROSIE, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

/** The list of contacts, page by page. */
const LIST = /\/objects\/[^/]+\/contacts$/;

let world: FlowWorld;
afterEach(() => world.close());

const preview = () => world.api.activity.held({ connectionId: null, after: 0, limit: 100 });
const switchReadOnly = (readOnly: boolean, listed: 'keep' | 'reject' = 'keep') =>
  world.api.connections.setReadOnly({ id: world.connectionId, readOnly, listed });

/** Calls to the CRM that are no GET, since the log was last emptied. */
function written(): string[] {
  return world.sandbox.control
    .requests()
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path}`);
}

/** The contacts are looked through about once a minute. */
async function someMinutes(): Promise<void> {
  for (let minute = 0; minute < 5; minute += 1) await world.advance(MINUTE);
}

/** A connection that was read-only from its first moment, with Rosie a user of the CRM. */
async function openReadOnly(): Promise<void> {
  world = await openFlowWorld({ stage: false });
  world.person.addUser({ email: ROSIE.email, firstName: 'Rosie', lastName: 'Hart' });
  world.sandbox.control.resetRequests();
  await world.connect('Baton', true);
  await world.createAssistant({ name: ROSIE.name, email: ROSIE.email });
  await world.poll();
}

describe('a connection that is read-only from the start', () => {
  it('takes up what is assigned and lists what it would write, over a day without one call but GET', async () => {
    await openReadOnly();
    const id = world.contact();
    world.assign(id);
    await someMinutes();
    expect(world.lead(id).state).toBe('Cold');
    const { rows } = await preview();
    expect(rows.map((row) => row.what)).toContain('crm-note');
    expect(rows.every((row) => row.heldBecause === 'read-only')).toBe(true);
    for (let hour = 0; hour < 24; hour += 1) await world.advance(HOUR);
    await world.poll();
    const mails = (await preview()).rows.filter((row) => row.what === 'mail');
    expect(mails.map((row) => row.mail?.to)).toEqual([world.value(id, 'email')]);
    const entry = (await world.api.attention.list()).find((each) => each.kind === 'read-only');
    expect(entry).toMatchObject({ severity: 'note', count: rows.length + mails.length });
    expect(world.sandbox.mail.all().sent).toEqual([]);
    expect(world.notes(id)).toEqual([]);
    expect(written()).toEqual([]);
  });

  it('acts on nothing that was there before, and asks, also in a portal that takes long to look through', async () => {
    world = await openFlowWorld({ stage: false, sandbox: { contacts: 2_500 } });
    world.person.addUser({ email: ROSIE.email, firstName: 'Rosie', lastName: 'Hart' });
    const [first, last] = world.contacts(2);
    if (first === undefined || last === undefined) throw new Error('There are no contacts.');
    world.assign([first, last]);
    world.sandbox.control.resetRequests();
    await world.connect('Baton', true);
    await world.createAssistant({ name: ROSIE.name, email: ROSIE.email });
    expect((await world.connection()).baseline).toBeNull();
    expect((await world.connection()).lookThrough).toEqual({ looked: 2_000, isWhole: false, againAt: null });
    await world.poll(2);
    const { baseline, lookThrough } = await world.connection();
    expect(baseline).toMatchObject({ count: 2, answer: null });
    expect(lookThrough).toMatchObject({ looked: 2_502, isWhole: true });
    await someMinutes();
    expect(world.leadOf(first)).toBeNull();
    const fresh = world.contact();
    world.assign(fresh);
    await someMinutes();
    expect(world.leadOf(fresh)).not.toBeNull();
    expect(written()).toEqual([]);
  });

  it('goes on looking where it was when the program starts again', async () => {
    world = await openFlowWorld({ stage: false, sandbox: { contacts: 2_500 } });
    world.person.addUser({ email: ROSIE.email, firstName: 'Rosie', lastName: 'Hart' });
    await world.connect('Baton', true);
    await world.createAssistant({ name: ROSIE.name, email: ROSIE.email });
    await world.poll(2);
    const { againAt } = (await world.connection()).lookThrough ?? {};
    expect(againAt).toBeGreaterThan(world.now);
    await world.restart();
    world.sandbox.control.resetRequests();
    await world.core.drain();
    expect(world.sandbox.control.countCalls({ path: LIST })).toBe(0);
    expect((await world.connection()).lookThrough?.againAt).toBe(againAt);
    await world.advance(2 * MINUTE);
    expect(world.sandbox.control.countCalls({ path: LIST })).toBe(20);
  });

  it('refuses to set fields up, sync schedules, invite and approve, and names the switch', async () => {
    await openReadOnly();
    const id = world.contact();
    world.assign(id);
    await someMinutes();
    const { connectionId, assistantIds, api } = world;
    const [assistantId = ''] = assistantIds;
    const ids = (await preview()).rows.flatMap((row) => row.id ?? []);
    for (const attempt of [
      api.connections.setUpFields({ id: connectionId }),
      api.connections.syncSchedules({ id: connectionId }),
      api.connections.inviteAssistant({ id: connectionId, assistantId }),
      api.connections.mapContactStatus({
        id: connectionId,
        wanted: 'QUALIFIED',
        choice: { kind: 'add-option' },
      }),
      api.connections.takeOver({ id: connectionId }),
      api.connections.setHold({ id: connectionId, hold: false, held: 'release' }),
      api.activity.approve({ target: { kind: 'ids', ids } }),
      api.activity.approve({ target: { kind: 'all', connectionId, upTo: Number.MAX_SAFE_INTEGER } }),
    ]) {
      await expect(attempt).rejects.toThrow(/read-only: nothing is written.*Turn off "Read only"/);
    }
    expect(written()).toEqual([]);
    expect((await preview()).rows.flatMap((row) => row.id ?? [])).toEqual(ids);
  });
});

describe('read-only, switched on while leads are under way', () => {
  it('lists what waited, and what an answer leads to; nothing is written and no mail goes out', async () => {
    world = await openFlowWorld();
    const id = await world.mailed();
    const sent = world.sandbox.mail.all().sent.length;
    await switchReadOnly(true);
    world.sandbox.control.resetRequests();
    await world.reply(id, 'agreed-to-meet');
    await someMinutes();
    expect(world.lead(id).state).toBe('Hot');
    const kinds = (await preview()).rows.map((row) => row.what);
    expect(kinds).toEqual(expect.arrayContaining(['crm-email', 'crm-status', 'crm-task', 'crm-owner']));
    expect(world.owner(id)).toBe(world.ownerId(ROSIE));
    for (let day = 0; day < 3; day += 1) await world.advance(DAY);
    expect(world.sandbox.mail.all().sent).toHaveLength(sent);
    expect(written()).toEqual([]);
  });

  it('holds what was on its way when it was switched on', async () => {
    world = await openFlowWorld();
    world.fault({ kind: 'status', status: 503, path: 'batch/(create|update)', times: null });
    const id = await world.taken();
    expect(world.core.context.store.outbox.counts().waiting).toBeGreaterThan(0);
    await switchReadOnly(true);
    world.sandbox.control.faults.clear();
    await someMinutes();
    expect([world.notes(id), world.value(id, STATUS)]).toEqual([[], '']);
    expect(world.core.context.store.outbox.counts().waiting).toBe(0);
    expect((await preview()).total).toBe(2);
  });

  it('stays so when a backup from before is restored, and what the backup would write is listed', async () => {
    world = await openFlowWorld();
    world.fault({ kind: 'status', status: 503, path: 'batch/(create|update)', times: null });
    const id = await world.taken();
    const [backup] = (await world.api.data.backUpNow()).backups;
    await switchReadOnly(true);
    world.sandbox.control.faults.clear();
    world.sandbox.control.resetRequests();
    await world.api.data.restore({ name: backup?.name ?? '' });
    await someMinutes();
    expect((await world.connection()).readOnly).toBe(true);
    expect((await preview()).total).toBe(2);
    expect([world.notes(id), written()]).toEqual([[], []]);
  });

  it('notices that a person took a record away', async () => {
    world = await openFlowWorld();
    const id = await world.taken();
    await switchReadOnly(true);
    world.person.takeAway(id, world.colleague(1).id);
    await world.poll();
    expect(world.lead(id).custody).toBe('Released');
  });

  it('turned off keeps the list for approval, compared anew; new writes go out at once', async () => {
    world = await openFlowWorld();
    await switchReadOnly(true);
    const id = world.contact();
    world.assign(id);
    await someMinutes();
    expect((await preview()).total).toBe(2);
    world.person.setProperties('contacts', id, { hs_lead_status: 'CONNECTED' });
    await switchReadOnly(false);
    await world.poll(2);
    expect(world.notes(id)).toEqual([]);
    const { rows } = await preview();
    expect(rows.map((row) => row.heldBecause)).toEqual(['approval', 'approval']);
    await world.api.activity.approve({
      target: { kind: 'ids', ids: rows.flatMap((row) => row.id ?? []) },
    });
    await world.core.drain();
    expect(world.notes(id)).toHaveLength(1);
    const [status] = await world.activity({ leadId: world.lead(id).id, kinds: ['crm-status'] });
    expect(status?.changes).toContainEqual({
      field: 'hs_lead_status',
      before: 'CONNECTED',
      after: 'IN_PROGRESS',
    });
    expect(world.notes(await world.taken())).toHaveLength(1);
  });

  it('turned off with everything rejected writes none of it, and ends the follow-up of its messages', async () => {
    world = await openFlowWorld();
    const id = await world.taken();
    await switchReadOnly(true);
    for (let hour = 0; hour < 48; hour += 1) await world.advance(HOUR);
    expect((await preview()).rows.map((row) => row.what)).toContain('mail');
    await switchReadOnly(false, 'reject');
    for (let day = 0; day < 3; day += 1) await world.advance(DAY);
    expect((await preview()).total).toBe(0);
    expect(world.mailsTo(id)).toEqual([]);
    expect(world.lead(id).followUp).toBe('Stopped');
  });
});
