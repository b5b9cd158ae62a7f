import { afterEach, describe, expect, it } from 'vitest';
import type { HoldKind } from '#contract/names.ts';
import { HOUR, openFlowWorld, ROSIE, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
afterEach(() => world.close());

const LEAD_STATUS = 'hs_lead_status';

const hold = (on: boolean, held: 'release' | 'keep' = 'keep', only: HoldKind[] = []) =>
  world.api.connections.setHold({ id: world.connectionId, hold: on, only, held });
const preview = (only: HoldKind[] = []) =>
  world.api.activity.held({ connectionId: null, only, after: 0, limit: 100 });
const ids = (rows: readonly { id: number | null }[]): number[] => rows.flatMap((row) => row.id ?? []);

/** A stage whose connection holds its writes. */
async function openHolding(): Promise<void> {
  world = await openFlowWorld();
  await hold(true);
}

describe('Hold writes for approval', () => {
  it('writes nothing and lists each write with record, field, before, after and why', async () => {
    await openHolding();
    const id = await world.taken({ [LEAD_STATUS]: 'OPEN' });
    await world.poll(2);
    expect(world.notes(id)).toEqual([]);
    expect(world.written(id, STATUS)).toEqual([]);
    const { rows, total } = await preview();
    expect(total).toBe(2);
    const status = rows.find((row) => row.what === 'crm-status');
    expect(status?.recordName).toContain('Ana Silva');
    expect(status?.changes).toContainEqual({ field: LEAD_STATUS, before: 'OPEN', after: 'IN_PROGRESS' });
    expect(status?.changes).toContainEqual({ field: STATUS, before: '', after: 'Cold' });
    expect(status?.why).not.toBeNull();
    expect((await world.connection()).held).toBe(2);
  });

  it('lets those go that a person approves, and keeps the others after a restart', async () => {
    await openHolding();
    const [one, two] = world.contacts(2);
    if (one === undefined || two === undefined) throw new Error('There are no contacts.');
    world.assign([one, two]);
    await world.poll();
    const mine = (await preview()).rows.filter((row) => row.leadId === world.lead(one).id);
    const result = await world.api.activity.approve({ target: { kind: 'ids', ids: ids(mine) } });
    expect(result).toEqual({ approved: 2, behind: 0 });
    await world.core.drain();
    expect(world.value(one, STATUS)).toBe('Cold');
    expect(world.notes(one)).toHaveLength(1);
    await world.restart();
    await world.poll(2);
    expect(world.notes(two)).toEqual([]);
    expect(world.value(two, STATUS)).toBe('');
    const { upTo } = await preview();
    await world.api.activity.approve({ target: { kind: 'all', connectionId: null, upTo } });
    await world.core.drain();
    expect(world.notes(two)).toHaveLength(1);
    expect((await preview()).total).toBe(0);
  });

  it('keeps the order of a record: what is approved waits behind what is still held', async () => {
    await openHolding();
    const id = await world.taken();
    const [first, second] = ids((await preview()).rows);
    if (first === undefined || second === undefined) throw new Error('There is nothing held.');
    const result = await world.api.activity.approve({ target: { kind: 'ids', ids: [second] } });
    expect(result.behind).toBe(1);
    await world.poll(2);
    expect([world.notes(id).length, world.written(id, STATUS).length]).toEqual([0, 0]);
    await world.api.activity.approve({ target: { kind: 'ids', ids: [first] } });
    await world.core.drain();
    expect([world.notes(id).length, world.written(id, STATUS).length]).toEqual([1, 1]);
  });

  it('compares with the record as it is when it goes, and tells what changed since', async () => {
    await openHolding();
    const id = await world.taken({ [LEAD_STATUS]: 'OPEN' });
    const held = ids((await preview()).rows);
    world.person.setProperties('contacts', id, { [LEAD_STATUS]: 'CONNECTED' });
    await world.api.activity.approve({ target: { kind: 'ids', ids: held } });
    await world.core.drain();
    const [row] = await world.activity({ leadId: world.lead(id).id, kinds: ['crm-status'] });
    expect(row?.changes).toContainEqual({ field: LEAD_STATUS, before: 'CONNECTED', after: 'IN_PROGRESS' });
    expect(row?.reason).toContain(`${LEAD_STATUS} was "OPEN" and is "CONNECTED"`);
  });

  it('holds mails: an approved one goes once and in business hours, a rejected one ends the follow-up', async () => {
    world = await openFlowWorld();
    const [one, two] = world.contacts(2);
    if (one === undefined || two === undefined) throw new Error('There are no contacts.');
    world.assign([one, two]);
    await world.poll();
    await hold(true);
    const mails = async () => (await preview()).rows.filter((row) => row.what === 'mail');
    for (let hour = 0; hour < 48 && (await mails()).length < 2; hour += 1) await world.advance(HOUR);
    await world.poll();
    expect(world.sandbox.mail.all().sent).toEqual([]);
    const rows = await mails();
    expect(new Set(rows.map((row) => row.mail?.to))).toEqual(
      new Set([one, two].map((id) => world.value(id, 'email'))),
    );
    const of = (id: string) => ids(rows.filter((row) => row.leadId === world.lead(id).id));
    await world.advance(12 * HOUR);
    await world.api.activity.approve({ target: { kind: 'ids', ids: of(one) } });
    await world.api.activity.reject({ target: { kind: 'ids', ids: of(two) }, because: 'Wrong person' });
    await world.core.drain();
    expect(world.sandbox.mail.all().sent).toEqual([]);
    for (let hour = 0; hour < 24; hour += 1) await world.advance(HOUR);
    await world.poll();
    expect([world.mailsTo(one).length, world.mailsTo(two).length]).toEqual([1, 0]);
    const sentHour = new Date(world.mailsTo(one)[0]?.acceptedAt ?? 0).getUTCHours();
    expect(sentHour).toBeGreaterThanOrEqual(6);
    expect(sentHour).toBeLessThan(16);
    expect(world.lead(two).followUp).toBe('Stopped');
    const [row] = await world.activity({ leadId: world.lead(two).id, kinds: ['mail'] });
    expect(row).toMatchObject({ status: 'cancelled', reason: 'Rejected in Preview: Wrong person' });
  });

  it('turned off keeps what is held, or releases all of it, as the person says', async () => {
    await openHolding();
    const id = await world.taken();
    await hold(false, 'keep');
    await world.poll(2);
    expect(world.notes(id)).toEqual([]);
    const other = await world.taken();
    expect(world.notes(other)).toHaveLength(1);
    await hold(true);
    await hold(false, 'release');
    await world.core.drain();
    expect(world.notes(id)).toHaveLength(1);
    expect((await world.connection()).held).toBe(0);
  });

  it('never writes over a person who took the record while it was held', async () => {
    await openHolding();
    const id = await world.taken();
    const held = ids((await preview()).rows);
    world.person.takeAway(id, world.colleague(1).id);
    await world.api.activity.approve({ target: { kind: 'ids', ids: held } });
    await world.core.drain();
    expect(world.written(id, STATUS)).toEqual([]);
    expect(world.owner(id)).toBe(world.colleague(1).id);
    expect(world.owner(id)).not.toBe(world.ownerId(ROSIE));
  });
});

describe('Hold writes of some kinds', () => {
  it('holds the mails alone: what is written to the CRM goes out as ever', async () => {
    world = await openFlowWorld();
    await hold(true, 'keep', ['mail']);
    const id = await world.taken();
    expect(world.notes(id)).toHaveLength(1);
    expect(world.written(id, STATUS)).toEqual(['Cold']);
    for (let hour = 0; hour < 48 && (await preview()).total === 0; hour += 1) await world.advance(HOUR);
    const { rows, total, upTo } = await preview();
    expect([total, rows[0]?.what]).toEqual([1, 'mail']);
    expect(world.mailsTo(id)).toEqual([]);
    await world.api.activity.approve({ target: { kind: 'all', connectionId: null, only: ['mail'], upTo } });
    await world.passUntil(() => world.mailsTo(id).length === 1);
  });

  it('holds notes alone: the status before a note goes, and what follows the note waits for it', async () => {
    world = await openFlowWorld();
    await hold(true, 'keep', ['note']);
    const id = await world.mailed();
    const [confirmation] = ids((await preview()).rows);
    await world.api.activity.approve({ target: { kind: 'ids', ids: [confirmation ?? 0] } });
    await world.core.drain();
    await world.press(id, 'hand-back');
    await world.untilDelivered();
    expect((await preview()).rows.map((row) => row.what)).toEqual(['crm-note']);
    expect(world.owner(id)).toBe(world.ownerId(ROSIE));
    const { upTo } = await preview();
    await world.api.activity.approve({ target: { kind: 'all', connectionId: null, only: [], upTo } });
    await world.untilDelivered();
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.notes(id)).toHaveLength(2);
  });

  it('lists and approves exactly the kinds that are shown', async () => {
    await openHolding();
    const id = await world.taken();
    expect((await preview(['status'])).rows.map((row) => row.what)).toEqual(['crm-status']);
    const { upTo, total } = await preview(['status']);
    expect(total).toBe(1);
    const target = { kind: 'all', connectionId: null, only: ['status'] as HoldKind[], upTo } as const;
    expect((await world.api.activity.approve({ target })).approved).toBe(1);
    await world.core.drain();
    expect((await preview()).rows.map((row) => row.what)).toEqual(['crm-note']);
    expect(world.notes(id)).toEqual([]);
  });
});
