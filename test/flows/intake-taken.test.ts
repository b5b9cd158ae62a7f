import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFlowWorld, MILES, ROSIE, SECOND, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

describe('a contact is assigned to an assistant', () => {
  let world: FlowWorld;
  beforeEach(async () => {
    world = await openFlowWorld();
  });
  afterEach(() => world.close());

  it('becomes a lead within seconds, with contact, context, schedule and next date', async () => {
    const id = await world.taken({ firstname: 'Ana', lastname: 'Silva', company: 'Example Ltd' });
    const { rows, total } = await world.api.leads.page({
      filter: { connectionId: world.connectionId },
      sort: { by: 'created', descending: true },
      offset: 0,
      limit: 10,
    });
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({
      name: 'Ana Silva',
      company: 'Example Ltd',
      state: 'Cold',
      custody: 'Held',
      followUp: 'Scheduled',
      sent: 0,
      of: 7,
      recordId: id,
      context: ROSIE.context,
      contextSource: 'default',
      scheduleName: 'Recommended',
      assistantName: 'Rosie Hart',
      ownerName: 'Rosie Hart',
    });
    expect(rows[0]?.nextFollowUpAt).toBeGreaterThan(world.now);
  });

  it('gets exactly one note: thanks, when the next message goes out, a link to the lead', async () => {
    const id = await world.taken();
    await world.poll(3);
    expect(world.notes(id)).toHaveLength(1);
    const [note] = world.notes(id);
    expect(note).toContain('Thanks.');
    expect(note).toContain('<strong>Rosie Hart</strong>');
    expect(note).toContain('Tuesday, 8 September 2026, 10:00 (Europe/Berlin)');
    expect(note).toContain(`<a href="https://baton.example/#/leads/${world.lead(id).id}">`);
  });

  it('gets both statuses in one write, and keeps its owner', async () => {
    const id = await world.taken();
    expect(world.value(id, STATUS)).toBe('Cold');
    expect(world.value(id, 'hs_lead_status')).toBe('IN_PROGRESS');
    const [first] = world.record(id).history.get(STATUS) ?? [];
    const [second] = world.record(id).history.get('hs_lead_status') ?? [];
    expect(first?.timestamp).toBe(second?.timestamp);
    expect(world.sandbox.control.countCalls({ path: /contacts\/batch\/update$/ })).toBe(1);
    await world.poll(3);
    expect(world.owner(id)).toBe(world.ownerId(ROSIE));
    expect(world.sandbox.control.countCalls({ path: /contacts\/batch\/update$/ })).toBe(1);
  });

  it('is written about what the record says, not about the default of the assistant', async () => {
    const id = await world.taken({ baton_context: 'heat pumps for bakeries' });
    expect(world.lead(id)).toMatchObject({ context: 'heat pumps for bakeries', contextSource: 'record' });
    await world.passUntil(() => world.mailsTo(id).length > 0);
    expect(world.mailsTo(id)[0]?.text).toContain('heat pumps for bakeries');
    expect(world.mailsTo(id)[0]?.text).not.toContain(ROSIE.context);
  });

  it('goes on the schedule that the record names', async () => {
    const steps = [{ gapDays: 3, message: { kind: 'assistant', tone: 'hopeful' } as const }];
    const { crmValue } = await world.api.schedules.create({ name: 'One gentle try', steps });
    await world.api.connections.syncSchedules({ id: world.connectionId });
    const id = await world.taken({ baton_schedule: crmValue });
    expect(world.lead(id)).toMatchObject({ scheduleSource: 'record', stepCount: 1 });
    expect(world.notes(id)[0]).toContain('Schedule, from the record: <strong>One gentle try</strong>.');
  });

  it('goes on the default schedule when the record names an unknown one, and the note says which', async () => {
    const options = [{ label: 'Old one', value: '77--Old one' }];
    world.person.setOptions('contacts', 'baton_schedule', options);
    const id = await world.taken({ baton_schedule: '77--Old one' });
    expect(world.lead(id)).toMatchObject({ scheduleId: 'recommended', scheduleSource: 'default' });
    expect(world.notes(id)[0]).toContain(
      'names the schedule <strong>77--Old one</strong>, which I do not know, so I use my own: <strong>Recommended</strong>.',
    );
  });

  it('gets the defaults of the assistant it was assigned to', async () => {
    const id = await world.taken({}, MILES);
    expect(world.lead(id)).toMatchObject({ assistantId: world.assistantIds[1], context: MILES.context });
    expect(world.notes(id)[0]).toContain('<strong>Miles Okafor</strong>');
  });

  it('is held in New without a message when there is no context at all, and starts when there is one', async () => {
    await world.changeAssistant(0, { context: '' });
    const id = await world.taken();
    expect(world.lead(id)).toMatchObject({ state: 'New', hold: 'no-context', nextFollowUpAt: null });
    expect(world.value(id, STATUS)).toBe('New');
    expect(world.value(id, 'hs_lead_status')).toBe('NEW');
    expect(world.notes(id)[0]).toContain('I have no context yet');
    await world.changeAssistant(0, { context: 'solar roofs' });
    await world.poll();
    expect(world.lead(id)).toMatchObject({ state: 'Cold', context: 'solar roofs', followUp: 'Scheduled' });
    expect(world.value(id, STATUS)).toBe('Cold');
  });

  it('is held in New while the assistant is at her limit, and starts when one of her leads ends', async () => {
    await world.changeAssistant(0, { activeLimit: 1 });
    const first = await world.taken();
    const second = await world.taken();
    expect(world.lead(second)).toMatchObject({ state: 'New', hold: 'no-capacity' });
    expect(world.notes(second)[0]).toContain('I am at my limit of leads');
    world.person.takeAway(first, world.colleague().id);
    await world.poll(2);
    expect(world.lead(second)).toMatchObject({ state: 'Cold', hold: null, followUp: 'Scheduled' });
  });

  it('shows when the connection was last looked at', async () => {
    await world.poll();
    expect((await world.connection()).lastSyncAt).toBeGreaterThan(world.now - 5 * SECOND);
  });
});

describe('who had the contact before', () => {
  let world: FlowWorld;
  beforeEach(async () => {
    world = await openFlowWorld();
  });
  afterEach(() => world.close());

  const handBack = (id: string) => world.press(id, 'hand-back');

  it('is the last person before the assistant, whoever owned it earlier', async () => {
    const id = world.contact();
    world.person.takeAway(id, world.colleague(1).id);
    await world.advance(SECOND);
    world.assign(id);
    await world.poll();
    await handBack(id);
    expect(world.owner(id)).toBe(world.colleague(1).id);
    expect(world.lead(id).custody).toBe('HandedBack');
    expect(world.notes(id).at(-1)).toContain('assigned back to its previous owner');
  });

  it('is found in the history also when the program was off during the assignment', async () => {
    const id = world.contact({ hubspot_owner_id: world.colleague(2).id });
    await world.quit();
    world.assign(id);
    await world.open();
    await world.poll();
    await handBack(id);
    expect(world.owner(id)).toBe(world.colleague(2).id);
  });

  it('is nobody: the contact goes to the default owner, and the note says so', async () => {
    await world.changeConnection({ fallbackOwnerId: world.colleague(3).id });
    const id = await world.taken({ hubspot_owner_id: '' });
    await handBack(id);
    expect(world.owner(id)).toBe(world.colleague(3).id);
    expect(world.notes(id).at(-1)).toContain('It had no previous owner, so it goes to the default owner.');
  });

  it('is nobody and there is no default owner: the contact is left unassigned, and the note says so', async () => {
    const id = await world.taken({ hubspot_owner_id: '' });
    await handBack(id);
    expect(world.owner(id)).toBe('');
    expect(world.lead(id).custody).toBe('HandedBack');
    expect(world.notes(id).at(-1)).toContain('left unassigned');
  });

  it('has left the company: the contact goes to the default owner, and the note names him', async () => {
    const leaver = world.colleague(1);
    const fallback = world.colleague(0).id;
    await world.changeConnection({ fallbackOwnerId: fallback });
    const id = await world.taken({ hubspot_owner_id: leaver.id });
    world.person.deactivateOwner(leaver.id);
    await world.poll();
    await handBack(id);
    expect(world.owner(id)).toBe(fallback);
    expect(world.notes(id).at(-1)).toContain(
      `<strong>${leaver.firstName} ${leaver.lastName}</strong>, is no longer active`,
    );
  });

  it('has left the company and there is no default owner: unassigned, and the note names him', async () => {
    const leaver = world.colleague(1);
    const id = await world.taken({ hubspot_owner_id: leaver.id });
    world.person.deactivateOwner(leaver.id);
    await world.poll();
    await handBack(id);
    expect(world.owner(id)).toBe('');
    expect(world.notes(id).at(-1)).toContain(
      `${leaver.lastName}</strong>, is no longer active and no default owner is set`,
    );
  });
});
