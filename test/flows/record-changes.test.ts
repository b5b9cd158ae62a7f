import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, MILES, openFlowWorld, SECOND, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

const leadCount = (): number =>
  world.core.context.store.leads.page({}, { by: 'created', descending: false }, 0, 1).total;

describe('a person takes the contact away', () => {
  it('ends the follow-up at once; the state is kept and nothing is written any more', async () => {
    const id = await world.mailed();
    world.person.takeAway(id, world.colleague(1).id);
    await world.poll();
    expect(world.lead(id)).toMatchObject({ state: 'Cold', custody: 'Released', followUp: 'Stopped' });
    const written = world.written(id, STATUS).length;
    const notes = world.notes(id).length;
    await world.advance(20 * DAY);
    await world.poll(2);
    expect(world.owner(id)).toBe(world.colleague(1).id);
    expect(world.mailsTo(id)).toHaveLength(1);
    expect(world.written(id, STATUS)).toHaveLength(written);
    expect(world.notes(id)).toHaveLength(notes);
  });

  it('moments before a message is due: the message is not sent', async () => {
    const id = await world.taken();
    const due = world.lead(id).nextFollowUpAt ?? 0;
    await world.advance(due - world.now - 10 * SECOND);
    await world.poll();
    world.person.takeAway(id, world.colleague(1).id);
    await world.advance(10 * SECOND);
    await world.poll();
    expect(world.mailsTo(id)).toHaveLength(0);
    expect(world.lead(id).custody).toBe('Released');
  });

  it('before the program looked: there is no lead, no note, no mail', async () => {
    const id = world.contact();
    world.assign(id);
    world.person.takeAway(id, world.colleague(1).id);
    await world.poll(2);
    expect(world.leadOf(id)).toBeNull();
    expect(world.notes(id)).toHaveLength(0);
    expect(world.owner(id)).toBe(world.colleague(1).id);
  });

  it('before the program looked, and gives it to the other assistant: only she takes it', async () => {
    const id = world.contact();
    world.assign(id);
    world.person.takeAway(id, world.colleague(1).id);
    world.assign(id, MILES);
    await world.poll(2);
    expect(world.lead(id)).toMatchObject({ assistantId: world.assistantIds[1], custody: 'Held' });
    expect(world.lead(id).previousOwnerId).toBe(world.colleague(1).id);
    expect(world.notes(id)).toHaveLength(1);
  });

  it('while the index still shows it with the assistant: the record itself is believed', async () => {
    world.sandbox.control.setIndexLag({ minMs: 0, maxMs: 0 });
    const id = world.contact();
    world.assign(id);
    world.sandbox.control.setIndexLag({ minMs: 120_000, maxMs: 120_000 });
    world.person.takeAway(id, world.colleague(1).id);
    await world.poll(2);
    expect(world.leadOf(id)).toBeNull();
    expect(world.notes(id)).toHaveLength(0);
  });

  it('and gives it back later with the status cleared: the assistant starts afresh', async () => {
    const id = await world.taken();
    world.person.takeAway(id, world.colleague(1).id);
    await world.poll();
    world.person.clearStatus(id, STATUS);
    world.assign(id);
    await world.poll();
    expect(world.lead(id)).toMatchObject({ state: 'Cold', custody: 'Held', run: 1 });
    expect(world.notes(id)).toHaveLength(2);
  });
});

describe('a contact is merged', () => {
  it('with another one: the lead follows the record that both became', async () => {
    const id = await world.mailed();
    const other = world.contact({ email: 'other@customer.example' });
    const merged = world.person.merge('contacts', id, other);
    await world.poll(2);
    expect(merged).not.toBe(id);
    expect(leadCount()).toBe(1);
    expect(world.lead(merged)).toMatchObject({
      recordId: merged,
      custody: 'Held',
      nextStep: 1,
      state: 'Cold',
    });
    expect(world.lead(merged).addresses).toContain('other@customer.example');
    expect(world.owner(merged)).toBe(world.ownerId({ email: 'rosie.hart@demo.example' }));
    await world.passUntil(() => world.mailsTo(merged).length === 2);
    await world.poll();
    expect(world.activities(merged, 'emails')).toHaveLength(2);
  });

  it('into a record of a person: the assistant lets go of it', async () => {
    const id = await world.taken();
    const other = world.contact({ email: 'other@customer.example', hubspot_owner_id: world.colleague(2).id });
    const merged = world.person.merge('contacts', other, id);
    await world.poll(2);
    expect(world.owner(merged)).toBe(world.colleague(2).id);
    expect(world.lead(merged)).toMatchObject({ custody: 'Released', followUp: 'Stopped' });
  });

  it('with another contact of hers: one lead goes on, the other ends', async () => {
    const one = await world.taken();
    const two = await world.taken();
    const leads = [world.lead(one).id, world.lead(two).id];
    const merged = world.person.merge('contacts', one, two);
    await world.poll(3);
    const { store } = world.core.context;
    const after = store.leads.byIds(leads);
    expect(after.filter((lead) => lead.custody === 'Held')).toHaveLength(1);
    expect(leadCount()).toBe(2);
    await world.advance(3 * DAY);
    await world.poll();
    expect(world.sandbox.mail.all().sent).toHaveLength(1);
    expect(world.owner(merged)).toBe(world.ownerId({ email: 'rosie.hart@demo.example' }));
  });

  it('before the program looked: it is taken as what it became', async () => {
    const id = world.contact();
    world.assign(id);
    const merged = world.person.merge('contacts', id, world.contact());
    await world.poll(2);
    expect(leadCount()).toBe(1);
    expect(world.lead(merged)).toMatchObject({ state: 'Cold', custody: 'Held' });
    expect(world.notes(merged)).toHaveLength(1);
  });
});

describe('a contact is deleted', () => {
  it('ends the follow-up; the lead is kept and marked', async () => {
    const id = await world.taken();
    const leadId = world.lead(id).id;
    world.person.delete('contacts', id);
    await world.poll();
    const detail = await world.api.leads.get({ id: leadId });
    expect(detail.recordDeleted).toBe(true);
    expect(detail.lead).toMatchObject({ custody: 'Released', followUp: 'Stopped' });
    await world.advance(7 * DAY);
    expect(world.sandbox.mail.all().sent).toHaveLength(0);
  });

  it('for ever, on the wish of the person: the follow-up ends too', async () => {
    const id = await world.taken();
    const leadId = world.lead(id).id;
    world.person.gdprDelete(id);
    await world.poll();
    expect((await world.api.leads.get({ id: leadId })).recordDeleted).toBe(true);
    await world.advance(7 * DAY);
    expect(world.sandbox.mail.all().sent).toHaveLength(0);
    const causes = (await world.api.attention.list()).map((item) => item.cause);
    expect(causes).toEqual([expect.stringContaining('was deleted in the CRM for ever')]);
  });

  it('before the program looked: nothing happens, and nothing fails', async () => {
    const id = world.contact();
    world.assign(id);
    world.sandbox.control.setIndexLag({ minMs: 60_000, maxMs: 60_000 });
    world.person.gdprDelete(id);
    await world.poll(2);
    expect(leadCount()).toBe(0);
    expect((await world.connection()).status).toBe('Active');
  });

  it('between the decision and the writing: what was to be written is dropped, with the reason', async () => {
    const id = await world.mailed();
    const leadId = world.lead(id).id;
    world.sandbox.mail.answerNow(world.value(id, 'email'), 'agreed-to-meet');
    world.person.delete('contacts', id);
    await world.poll(2);
    await world.untilDelivered();
    const open = (await world.activity({ leadId })).filter(
      (row) => !['delivered', 'cancelled'].includes(row.status),
    );
    expect(open).toEqual([]);
    expect(world.core.context.store.leads.byId(leadId)).toMatchObject({
      recordDeleted: true,
      custody: 'Released',
    });
  });
});

describe('the details of a contact change in the CRM', () => {
  it('reach the lead, and the old address stays in its history', async () => {
    const id = await world.taken();
    const before = world.value(id, 'email');
    world.person.setProperties('contacts', id, { email: 'ana.new@customer.example', company: 'New Ltd' });
    await world.poll();
    expect(world.lead(id)).toMatchObject({ email: 'ana.new@customer.example', company: 'New Ltd' });
    expect(world.lead(id).addresses).toEqual([before, 'ana.new@customer.example']);
    await world.passUntil(() => world.mailsTo(id).length > 0);
    expect(world.sandbox.mail.all().sent.map((mail) => mail.to[0]?.address)).toEqual([
      'ana.new@customer.example',
    ]);
  });

  it('lead to no message when the new address once unsubscribed', async () => {
    const other = await world.mailed();
    await world.reply(other, 'unsubscribe');
    const address = world.value(other, 'email');
    world.person.delete('contacts', other);
    const id = await world.taken();
    world.person.setProperties('contacts', id, { email: address });
    await world.poll();
    expect(world.lead(id)).toMatchObject({ state: 'UnSubscribed', custody: 'HandedBack' });
    await world.advance(7 * DAY);
    expect(world.sandbox.mail.all().sent).toHaveLength(1);
  });
});
