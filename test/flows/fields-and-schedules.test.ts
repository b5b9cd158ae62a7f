import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NamingPreset } from '#contract/names.ts';
import { openFlowWorld, ROSIE, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
afterEach(() => world.close());

const property = (name: string) => world.sandbox.portal.properties.contacts.get(name);
const setUp = () => world.api.connections.setUpFields({ id: world.connectionId });
const creations = (): number =>
  world.sandbox.control
    .requests()
    .filter(
      ({ method, path, status }) =>
        method === 'POST' && /properties\/[^/]+\/contacts$/.test(path) && status === 201,
    ).length;
const states = (view: Awaited<ReturnType<typeof setUp>>): Record<string, string> =>
  Object.fromEntries(view.fields.map((field) => [field.internalName, field.state]));

async function connected(preset: NamingPreset = 'Baton'): Promise<void> {
  world = await openFlowWorld({ stage: false });
  await world.connect(preset);
  // What a connection itself leaves there is not counted.
  world.sandbox.control.resetRequests();
}

/** A property that a person made. */
function userMade(name: string, label: string): void {
  const context = property('jobtitle');
  if (context === undefined) throw new Error('The portal has no jobtitle.');
  world.sandbox.portal.properties.contacts.set(name, {
    ...context,
    name,
    label,
    options: [],
    hubspotDefined: false,
    description: 'Ours since 2019.',
  });
}

describe('the fields of the assistants are set up', () => {
  it('in a group of their own, with the twelve states', async () => {
    await connected();
    const view = await setUp();
    expect(states(view)).toEqual({
      baton_context: 'present',
      baton_schedule: 'present',
      [STATUS]: 'present',
    });
    expect(view.groupName).toBe('Baton');
    expect(property('baton_context')).toMatchObject({ label: 'Context', type: 'string', groupName: 'baton' });
    expect(property(STATUS)).toMatchObject({ label: 'Lead Connection Status', type: 'enumeration' });
    expect(
      property(STATUS)
        ?.options.map((option) => option.value)
        .toSorted(),
    ).toEqual(
      [
        'Cold',
        'DeActivated',
        'Engaged',
        'Hot',
        'LeadAtRisk',
        'New',
        'OutOfOffice',
        'Pending',
        'Processed',
        'Responded',
        'UnSubscribed',
        'Warm',
      ].toSorted(),
    );
    expect(property('baton_schedule')?.options.map((option) => option.label)).toEqual(['Recommended']);
  });

  it('twice, with the same result and nothing created again', async () => {
    await connected();
    const first = await setUp();
    expect(creations()).toBe(3);
    expect(await setUp()).toEqual(first);
    expect(creations()).toBe(3);
  });

  it.each([0, 1, 2])(
    'after a set-up that was cut after %i creations: the next one ends the same',
    async (skip) => {
      await connected();
      world.fault({
        kind: 'reset-before',
        method: 'POST',
        path: 'properties/[^/]+/contacts$',
        times: 3,
        skip,
      });
      await expect(setUp()).rejects.toMatchObject({ code: 'CRM' });
      world.sandbox.control.faults.clear();
      expect(Object.values(states(await setUp()))).toEqual(['present', 'present', 'present']);
      expect(creations()).toBe(3);
    },
  );

  it('although the answer to a creation was lost', async () => {
    await connected();
    world.fault({ kind: 'drop-after-write', method: 'POST', path: 'properties/[^/]+/contacts$', times: 1 });
    await setUp().catch(() => null);
    expect(Object.values(states(await setUp()))).toEqual(['present', 'present', 'present']);
  });

  it('by using a context property that a person made, without altering it', async () => {
    await connected();
    userMade('context', 'Our context');
    const before = { ...property('context') };
    const view = await setUp();
    expect(states(view)).toEqual({ context: 'present', baton_schedule: 'present', [STATUS]: 'present' });
    expect(view.fields[0]?.remark).toContain('already exists and is used as it is');
    expect(property('context')).toEqual(before);
    expect(property('baton_context')).toBeUndefined();
    await world.createAssistant({ name: ROSIE.name, email: ROSIE.email });
    world.person.addUser({ email: ROSIE.email });
    await world.api.connections.refresh({ id: world.connectionId });
    const id = await world.taken({ context: 'honey' });
    expect(world.lead(id)).toMatchObject({ context: 'honey', contextSource: 'record' });
  });

  it('under the names that a team from TEC knows, and its values are read and written', async () => {
    await connected('TEC');
    userMade('context', 'Context');
    const view = await setUp();
    expect(view.fields.map((field) => [field.internalName, field.label, field.state])).toEqual([
      ['context', 'Context', 'present'],
      ['tec_schedule', 'TEC Schedule', 'present'],
      ['lead_connection_status', 'Lead Connection Status', 'present'],
    ]);
    await world.createAssistant({ name: ROSIE.name, email: ROSIE.email });
    world.person.addUser({ email: ROSIE.email });
    await world.api.connections.refresh({ id: world.connectionId });
    const id = await world.taken({ context: 'wax', tec_schedule: 'recommended--Recommended' });
    expect(world.lead(id)).toMatchObject({ context: 'wax', scheduleSource: 'record' });
    expect(world.value(id, 'lead_connection_status')).toBe('Cold');
  });

  it('adding the states that an existing property lacks', async () => {
    await connected();
    await setUp();
    const found = property(STATUS);
    if (found === undefined) throw new Error('The property is missing.');
    world.person.setOptions('contacts', STATUS, found.options.slice(0, 5));
    const view = await world.api.connections.fields({ id: world.connectionId });
    expect(view.fields.find((field) => field.internalName === STATUS)).toMatchObject({ state: 'differs' });
    await setUp();
    expect(property(STATUS)?.options).toHaveLength(12);
  });

  it('not over a property of another type that bears the name: it says what to do', async () => {
    await connected();
    userMade(STATUS, 'Lead Connection Status');
    Object.assign(property(STATUS) ?? {}, { type: 'number', fieldType: 'number' });
    const view = await setUp();
    const field = view.fields.find((each) => each.internalName === STATUS);
    expect(field?.state).toBe('differs');
    expect(field?.remark).toContain('rename or delete it in the CRM');
    expect(property(STATUS)?.type).toBe('number');
  });
});

describe('schedules are synchronised to the CRM', () => {
  beforeEach(async () => {
    world = await openFlowWorld();
  });

  const steps = [{ gapDays: 1, message: { kind: 'assistant', tone: 'gentle' } as const }];
  const sync = () => world.api.connections.syncSchedules({ id: world.connectionId });
  const preview = () => world.api.connections.previewSchedules({ id: world.connectionId });
  const options = () =>
    (property('baton_schedule')?.options ?? []).map(({ value, label, hidden }) => ({ value, label, hidden }));

  it('new ones become options, after a preview that says so', async () => {
    const one = await world.api.schedules.create({ name: 'Fairs', steps });
    const two = await world.api.schedules.create({ name: 'Webinars', steps });
    expect((await preview()).changes).toEqual([
      { kind: 'add', value: one.crmValue, label: 'Fairs' },
      { kind: 'add', value: two.crmValue, label: 'Webinars' },
      { kind: 'unchanged', value: 'recommended--Recommended', label: 'Recommended' },
    ]);
    expect(options()).toHaveLength(1);
    expect((await sync()).syncedAt).toBe(world.now);
    expect(options()).toEqual([
      { value: 'recommended--Recommended', label: 'Recommended', hidden: false },
      { value: one.crmValue, label: 'Fairs', hidden: false },
      { value: two.crmValue, label: 'Webinars', hidden: false },
    ]);
    expect((await sync()).changes.every((change) => change.kind === 'unchanged')).toBe(true);
  });

  it('a renamed one keeps its value, so that contacts keep their schedule', async () => {
    const one = await world.api.schedules.create({ name: 'Fairs', steps });
    await sync();
    const id = world.contact({ baton_schedule: one.crmValue });
    await world.api.schedules.update({ ...one, name: 'Trade fairs', applyTo: 'all-leads' });
    await sync();
    expect(options()[1]).toEqual({ value: one.crmValue, label: 'Trade fairs', hidden: false });
    world.assign(id);
    await world.poll();
    expect(world.lead(id)).toMatchObject({ scheduleId: one.id, scheduleSource: 'record' });
    expect(world.notes(id)[0]).toContain('Schedule, from the record: <strong>Trade fairs</strong>');
  });

  it('a deleted one is hidden, not removed; and the default is used for contacts that still name it', async () => {
    const one = await world.api.schedules.create({ name: 'Fairs', steps });
    await sync();
    const id = world.contact({ baton_schedule: one.crmValue });
    await world.api.schedules.remove({ id: one.id });
    expect((await sync()).changes).toContainEqual({ kind: 'hide', value: one.crmValue, label: 'Fairs' });
    expect(options()[1]).toEqual({ value: one.crmValue, label: 'Fairs', hidden: true });
    world.assign(id);
    await world.poll();
    expect(world.lead(id)).toMatchObject({ scheduleId: 'recommended', scheduleSource: 'default' });
    expect(world.notes(id)[0]).toContain('which I do not know');
  });

  it('options that a person made stay as they are', async () => {
    world.person.setOptions('contacts', 'baton_schedule', [
      { label: 'By hand', value: 'hand' },
      ...(property('baton_schedule')?.options ?? []),
    ]);
    await world.api.schedules.create({ name: 'Fairs', steps });
    await sync();
    expect(options().map((option) => option.label)).toEqual(['By hand', 'Recommended', 'Fairs']);
  });
});
