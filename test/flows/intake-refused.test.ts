import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  DAY,
  MILES,
  MINUTE,
  openFlowWorld,
  ROSIE,
  STATUS,
  type FlowWorld,
} from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

describe('a contact that was worked on before is assigned again', () => {
  it('goes back with one note that says why and how to force it, and nothing is sent', async () => {
    const id = await world.taken({ [STATUS]: 'Hot', hs_lead_status: 'CONNECTED' });
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.notes(id)).toHaveLength(1);
    expect(world.notes(id)[0]).toContain(
      '<strong>Lead Connection Status</strong> is already <strong>Hot</strong>',
    );
    expect(world.notes(id)[0]).toContain(
      'clear <strong>Lead Connection Status</strong> and assign the contact again',
    );
    expect(world.leadOf(id)).toBeNull();
    expect(world.value(id, STATUS)).toBe('Hot');
    await world.advance(3 * DAY);
    await world.poll(2);
    expect(world.mailsTo(id)).toHaveLength(0);
    expect(world.notes(id)).toHaveLength(1);
  });

  it('goes back for each of fifty in one bulk, once each', async () => {
    const ids = world.contacts(50, { [STATUS]: 'Cold' });
    world.assign(ids);
    await world.poll(2);
    expect(ids.filter((id) => world.owner(id) === world.colleague().id)).toHaveLength(50);
    expect(ids.filter((id) => world.notes(id).length === 1)).toHaveLength(50);
    expect(ids.filter((id) => world.leadOf(id) !== null)).toHaveLength(0);
  });

  it('goes back also when it was Processed here', async () => {
    const id = await endedAs('Processed');
    world.assign(id);
    await world.poll();
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.lead(id)).toMatchObject({ state: 'Processed', custody: 'HandedBack' });
    expect(world.notes(id).at(-1)).toContain('is already <strong>Processed</strong>');
  });

  it('starts at the first step when the status was cleared, and the note says restarted', async () => {
    const id = await endedAs('Processed');
    world.person.clearStatus(id, STATUS);
    world.assign(id);
    await world.poll();
    expect(world.lead(id)).toMatchObject({ state: 'Cold', custody: 'Held', nextStep: 0, run: 1 });
    expect(world.value(id, STATUS)).toBe('Cold');
    expect(world.notes(id).at(-1)).toContain('I have restarted my work on this contact');
    const before = world.mailsTo(id).length;
    await world.passUntil(() => world.mailsTo(id).length > before);
    expect(world.mailsTo(id).at(-1)?.inReplyTo).toBeUndefined();
  });

  it('starts fresh when the status was cleared, for a contact that is new to this program', async () => {
    const id = world.contact({ [STATUS]: 'Responded' });
    world.person.clearStatus(id, STATUS);
    world.assign(id);
    await world.poll();
    expect(world.lead(id)).toMatchObject({ state: 'Cold', run: 0 });
    expect(world.notes(id)[0]).toContain('I will start working on this');
  });

  it('restarts when the guard is switched off', async () => {
    const id = await endedAs('Processed');
    await world.changeConnection({ guardOn: false });
    world.assign(id);
    await world.poll();
    expect(world.lead(id)).toMatchObject({ state: 'Cold', custody: 'Held', nextStep: 0, run: 1 });
    expect(world.notes(id).at(-1)).toContain('restarted');
    expect(world.value(id, STATUS)).toBe('Cold');
  });

  it('starts afresh when a person takes it, clears the status and gives it to her again before she looks', async () => {
    const id = await world.mailed();
    world.person.takeAway(id, world.colleague(1).id);
    world.person.clearStatus(id, STATUS);
    world.assign(id);
    await world.poll();
    expect(world.lead(id)).toMatchObject({ state: 'Cold', custody: 'Held', nextStep: 0, run: 1 });
    expect(world.lead(id).previousOwnerId).toBe(world.colleague(1).id);
    expect(world.value(id, STATUS)).toBe('Cold');
    expect(world.notes(id)).toHaveLength(2);
  });

  it('refuses a contact that another assistant works on, and gives it back to the person before both', async () => {
    const id = await world.taken();
    world.assign(id, MILES);
    await world.poll(2);
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.lead(id)).toMatchObject({ assistantId: world.assistantIds[0], custody: 'Released' });
    expect(world.notes(id)).toHaveLength(2);
    expect(world.notes(id)[1]).toContain('<strong>Miles Okafor</strong> has not started on this contact');
    await world.advance(7 * DAY);
    expect(world.mailsTo(id)).toHaveLength(0);
  });

  it('goes over to another assistant when the guard is off', async () => {
    await world.changeConnection({ guardOn: false });
    const id = await world.taken();
    world.assign(id, MILES);
    await world.poll(2);
    expect(world.owner(id)).toBe(world.ownerId(MILES));
    expect(world.lead(id)).toMatchObject({
      assistantId: world.assistantIds[1],
      custody: 'Held',
      state: 'Cold',
    });
    await world.passUntil(() => world.mailsTo(id).length > 0);
    expect(world.mailsTo(id).map((mail) => mail.from.address)).toEqual([MILES.email]);
  });

  async function endedAs(state: 'Processed'): Promise<string> {
    const message = { kind: 'assistant', tone: 'introduction' } as const;
    const schedule = await world.api.schedules.create({ name: 'Once', steps: [{ gapDays: 1, message }] });
    await world.changeAssistant(0, { defaultScheduleId: schedule.id });
    const id = await world.taken();
    await world.passUntil(() => world.lead(id).state === state);
    await world.poll();
    expect(world.owner(id)).toBe(world.colleague().id);
    return id;
  }
});

describe('a contact that cannot be written to is assigned', () => {
  it('without an address: DeActivated, the note says why, the owner has it back, no mail', async () => {
    const id = await world.taken({ email: '' });
    expect(world.lead(id)).toMatchObject({
      state: 'DeActivated',
      reason: 'InvalidEmail',
      custody: 'HandedBack',
    });
    expect(world.value(id, STATUS)).toBe('DeActivated');
    expect(world.value(id, 'hs_lead_status')).toBe('UNQUALIFIED');
    expect(world.notes(id)).toHaveLength(1);
    expect(world.notes(id)[0]).toContain('The record has no e-mail address.');
    expect(world.owner(id)).toBe(world.colleague().id);
  });

  it.each([
    ['no-reply@customer.example', 'InvalidEmail'],
    ['ana@mailinator.com', 'Disposable'],
  ])('with the address %s: DeActivated as %s, and back', async (email, reason) => {
    const id = await world.taken({ email });
    expect(world.lead(id)).toMatchObject({ state: 'DeActivated', reason, custody: 'HandedBack' });
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.notes(id)).toHaveLength(1);
    await world.advance(3 * DAY);
    expect(world.sandbox.mail.all().sent).toHaveLength(0);
  });

  it('who unsubscribed once: refused with a note, also under another record and for another assistant', async () => {
    const first = await world.mailed();
    const address = world.value(first, 'email');
    await world.reply(first, 'unsubscribe');
    expect(world.lead(first).state).toBe('UnSubscribed');
    world.person.setProperties('contacts', first, { email: 'gone@customer.example' });
    const again = await world.taken({ email: address }, MILES);
    expect(world.owner(again)).toBe(world.colleague().id);
    expect(world.value(again, STATUS)).toBe('UnSubscribed');
    expect(world.notes(again)[0]).toContain('the person unsubscribed or opted out of e-mail');
    await world.advance(10 * DAY);
    expect(world.sandbox.mail.all().sent).toHaveLength(1);
  });

  it('who opted out of e-mail in the CRM: refused with a note', async () => {
    const id = await world.taken({ hs_email_optout: 'true' });
    expect(world.lead(id)).toMatchObject({ state: 'UnSubscribed', custody: 'HandedBack' });
    expect(world.notes(id)[0]).toContain('opted out of e-mail');
    expect(world.owner(id)).toBe(world.colleague().id);
  });

  it('who unsubscribed, with the status cleared and the guard off: never written to again', async () => {
    await world.changeConnection({ guardOn: false });
    const id = await world.mailed();
    await world.reply(id, 'unsubscribe');
    world.person.clearStatus(id, STATUS);
    world.assign(id, ROSIE);
    await world.poll();
    expect(world.lead(id).state).toBe('UnSubscribed');
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.value(id, STATUS)).toBe('UnSubscribed');
    await world.advance(20 * DAY + MINUTE);
    expect(world.mailsTo(id)).toHaveLength(1);
  });
});
