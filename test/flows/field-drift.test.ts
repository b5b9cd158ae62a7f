import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, openFlowWorld, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

const property = (name: string) => {
  const found = world.sandbox.portal.properties.contacts.get(name);
  if (found === undefined) throw new Error(`The portal has no ${name}.`);
  return found;
};
const optionsOf = (name: string): string[] => property(name).options.map((option) => option.value);
/** An admin of the CRM deletes options. */
const deleteOptions = (name: string, ...values: string[]): void => {
  const left = property(name).options.filter((option) => !values.includes(option.value));
  world.person.setOptions('contacts', name, left);
};
const differences = () => world.api.health.differences({ id: world.connectionId });
const refresh = () => world.api.connections.refresh({ id: world.connectionId });
type Difference = Awaited<ReturnType<typeof differences>>[number];
const mend = ({ key, kind }: Difference) => world.api.health.mend({ id: world.connectionId, key, kind });
const keep = ({ key, kind }: Difference) => world.api.health.keep({ id: world.connectionId, key, kind });
async function onlyDifference(): Promise<Difference> {
  const [first, ...more] = await differences();
  if (first === undefined || more.length > 0) throw new Error('There is not exactly one difference.');
  return first;
}
const statusRows = async (id: string) =>
  (await world.activity({ leadId: world.lead(id).id })).filter((row) => row.what === 'crm-status');

describe('an option of our status that an admin deleted', () => {
  let id: string;
  beforeEach(async () => {
    id = await world.taken();
    deleteOptions(STATUS, 'Hot');
    await world.press(id, 'mark-hot');
    await world.untilStill();
  });

  it('is reported when it is next written, and holds only that write', async () => {
    expect(world.value(id, STATUS)).toBe('Cold');
    expect(world.value(id, 'hs_lead_status')).toBe('CONNECTED');
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.activities(id, 'tasks')).toHaveLength(1);
    expect(world.notes(id)).toHaveLength(2);
    const [waiting, ...others] = await statusRows(id);
    expect(waiting).toMatchObject({ status: 'waiting', summary: 'Lead Connection Status → Hot' });
    expect(waiting?.reason).toContain('option missing: the portal has no option "Hot"');
    expect(others.map((row) => row.status)).toEqual(['delivered', 'delivered']);
    expect(await onlyDifference()).toMatchObject({
      key: 'connectionStatus',
      kind: 'option',
      button: 'Add option',
      held: 1,
    });
  });

  it('keeps nothing else back: other states are written to other records and to this one', async () => {
    const other = await world.mailed();
    await world.reply(other, 'more-info');
    expect(world.value(other, STATUS)).toBe('Responded');
    await world.press(id, 'mark-responded');
    await world.untilStill();
    expect(world.value(id, STATUS)).toBe('Responded');
    expect((await statusRows(id)).map((row) => row.status)).not.toContain('waiting');
  });

  it('stands in the list of what waits, and Add option mends it: what waited goes out by itself', async () => {
    const entry = (await world.api.attention.list()).find((each) => each.kind === 'field-differs');
    expect(entry).toMatchObject({ severity: 'problem', count: 1, connectionId: world.connectionId });
    expect(entry?.cause).toContain('One write waits.');
    const before = optionsOf(STATUS);
    expect(await mend(await onlyDifference())).toEqual([]);
    await world.core.drain();
    expect(optionsOf(STATUS)).toEqual([...before, 'Hot']);
    expect(world.value(id, STATUS)).toBe('Hot');
    expect((await world.api.attention.list()).map((each) => each.kind)).not.toContain('field-differs');
  });

  it('is mended by the admin, too, and outlasts a restart', async () => {
    await world.restart();
    const { options } = property(STATUS);
    world.person.setOptions('contacts', STATUS, [...options, { value: 'Hot', label: 'Hot' }]);
    await refresh();
    await world.core.drain();
    expect(world.value(id, STATUS)).toBe('Hot');
    expect(await differences()).toEqual([]);
  });

  it('does not write over what a person wrote meanwhile', async () => {
    world.person.setProperties('contacts', id, { [STATUS]: 'Processed' });
    await mend(await onlyDifference());
    await world.core.drain();
    expect(world.value(id, STATUS)).toBe('Processed');
    expect((await statusRows(id))[0]).toMatchObject({
      status: 'cancelled',
      reason: `Somebody wrote "Processed" into ${STATUS} while this waited, and it stays.`,
    });
  });

  it('is not asked of the CRM again and again while it is missing', async () => {
    const updates = (): number =>
      world.sandbox.control.requests().filter(({ path }) => path.endsWith('contacts/batch/update')).length;
    const before = updates();
    await world.advance(5 * HOUR);
    await world.advance(5 * HOUR);
    expect(updates()).toBe(before);
    expect((await statusRows(id))[0]?.status).toBe('waiting');
  });
});

describe('several options that an admin deleted', () => {
  it('are told together, and added together', async () => {
    deleteOptions(STATUS, 'Hot', 'Responded');
    await refresh();
    expect(await onlyDifference()).toMatchObject({ button: 'Add options', held: 0 });
    expect((await onlyDifference()).sentence).toContain('"Hot", "Responded"');
    await mend(await onlyDifference());
    expect(optionsOf(STATUS)).toEqual(expect.arrayContaining(['Hot', 'Responded']));
  });
});

describe('an option of the Lead Status that an admin deleted', () => {
  it('holds the Lead Status alone, and is added back only by the button', async () => {
    const id = await world.taken();
    deleteOptions('hs_lead_status', 'CONNECTED');
    await world.press(id, 'mark-hot');
    await world.untilStill();
    expect(world.value(id, STATUS)).toBe('Hot');
    expect(world.value(id, 'hs_lead_status')).toBe('IN_PROGRESS');
    await world.advance(5 * HOUR);
    await refresh();
    expect(optionsOf('hs_lead_status')).not.toContain('CONNECTED');
    expect(await onlyDifference()).toMatchObject({ key: 'contactStatus', button: 'Add option', held: 1 });
    await mend(await onlyDifference());
    await world.core.drain();
    expect(world.value(id, 'hs_lead_status')).toBe('CONNECTED');
  });

  it('waits no more when another status is chosen for it', async () => {
    const id = await world.taken();
    deleteOptions('hs_lead_status', 'CONNECTED');
    await world.press(id, 'mark-hot');
    await world.untilStill();
    await world.api.connections.mapContactStatus({
      id: world.connectionId,
      wanted: 'CONNECTED',
      choice: { kind: 'write-other', value: 'OPEN_DEAL' },
    });
    await world.core.drain();
    expect(world.value(id, 'hs_lead_status')).toBe('OPEN_DEAL');
    expect(await differences()).toEqual([]);
  });
});

describe('a field of ours that an admin', () => {
  it('deleted is re-created with the values that records had, and its writes go out', async () => {
    const [kept, next] = [await world.taken(), world.contact()];
    world.person.deleteProperty('contacts', STATUS);
    world.assign(next);
    await world.poll();
    await world.untilStill();
    expect(world.value(next, 'hs_lead_status')).toBe('IN_PROGRESS');
    expect(world.notes(next)).toHaveLength(1);
    expect(await onlyDifference()).toMatchObject({ kind: 'gone', button: 'Re-create', held: 1 });
    expect(await mend(await onlyDifference())).toEqual([]);
    await world.core.drain();
    expect(property(STATUS).archived).toBe(false);
    expect([world.value(kept, STATUS), world.value(next, STATUS)]).toEqual(['Cold', 'Cold']);
  });

  it('deleted and restored takes what waited for it, in place of what we wrote before', async () => {
    const id = await world.taken();
    world.person.deleteProperty('contacts', STATUS);
    await world.press(id, 'mark-hot');
    await world.untilStill();
    await world.advance(5 * HOUR);
    expect((await statusRows(id))[0]?.status).toBe('waiting');
    Object.assign(property(STATUS), { archived: false, archivedAt: null });
    await world.advance(5 * HOUR);
    await world.core.drain();
    expect(await differences()).toEqual([]);
    expect(world.value(id, STATUS)).toBe('Hot');
  });

  it('renamed gets its label back, or keeps the new one', async () => {
    property(STATUS).label = 'AI status';
    await refresh();
    const renamed = await onlyDifference();
    expect(renamed).toMatchObject({ kind: 'label', button: 'Restore label', keeps: true });
    expect(renamed.sentence).toContain('"Lead Connection Status"');
    expect(renamed.sentence).toContain('"AI status"');
    expect(await mend(renamed)).toEqual([]);
    expect(property(STATUS).label).toBe('Lead Connection Status');

    property(STATUS).label = 'AI status';
    await refresh();
    expect(await keep(await onlyDifference())).toEqual([]);
    await refresh();
    expect(await differences()).toEqual([]);
    expect(property(STATUS).label).toBe('AI status');
    const id = await world.taken();
    expect(world.value(id, STATUS)).toBe('Cold');
  });

  it('moved to another group is put back', async () => {
    property('baton_context').groupName = 'contactinformation';
    await refresh();
    expect(await onlyDifference()).toMatchObject({ kind: 'group', button: 'Move back' });
    await mend(await onlyDifference());
    expect(property('baton_context').groupName).toBe('baton');
  });

  it('gave another type is left alone: the sentence says what to do, and its writes wait', async () => {
    Object.assign(property(STATUS), { type: 'number', fieldType: 'number', options: [] });
    const id = await world.taken();
    await world.untilStill();
    const changed = await onlyDifference();
    expect(changed).toMatchObject({ kind: 'type', button: null, keeps: false, held: 1 });
    expect(changed.sentence).toContain('Baton never changes a type');
    await expect(mend(changed)).rejects.toMatchObject({ code: 'REFUSED' });
    expect(property(STATUS).type).toBe('number');
    expect(world.notes(id)).toHaveLength(1);
  });

  it('took schedules from is told, and they come back by the button', async () => {
    const [schedule = ''] = optionsOf('baton_schedule');
    deleteOptions('baton_schedule', schedule);
    await refresh();
    expect(await onlyDifference()).toMatchObject({ key: 'schedule', kind: 'option', button: 'Add option' });
    await mend(await onlyDifference());
    expect(optionsOf('baton_schedule')).toContain(schedule);
  });
});

describe('a field that somebody else made', () => {
  beforeEach(async () => {
    await world.close();
    world = await openFlowWorld({ stage: false });
    const jobTitle = property('jobtitle');
    world.sandbox.portal.properties.contacts.set('context', {
      ...jobTitle,
      name: 'context',
      label: 'Our context',
      options: [],
      hubspotDefined: false,
    });
    await world.connect();
    await world.api.connections.setUpFields({ id: world.connectionId });
  });

  it('is never altered, whatever becomes of it', async () => {
    property('context').label = 'Their context';
    await refresh();
    const renamed = await onlyDifference();
    expect(renamed).toMatchObject({ key: 'context', kind: 'label', button: null, keeps: true });
    expect(renamed.sentence).toContain('It is not a field that Baton made');
    await expect(mend(renamed)).rejects.toMatchObject({ code: 'REFUSED' });
    expect(property('context').label).toBe('Their context');

    world.person.deleteProperty('contacts', 'context');
    await refresh();
    const gone = await onlyDifference();
    expect(gone).toMatchObject({ kind: 'gone', button: null, keeps: false });
    await expect(mend(gone)).rejects.toMatchObject({ code: 'REFUSED' });
    expect(property('context').archived).toBe(true);
  });
});
