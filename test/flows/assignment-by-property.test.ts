import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, openFlowWorld, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

const ASSISTANT = 'baton_assistant';

let world: FlowWorld;
afterEach(() => world.close());

const name = (id: string, assistant: string): void =>
  world.person.setProperties('contacts', id, { [ASSISTANT]: assistant });

/** Ashley and Bob have no user in the CRM: contacts are given to them by a field. */
async function open(options: { skew?: number } = {}): Promise<void> {
  world = await openFlowWorld({ ...options, stage: false });
  await world.connect();
  await world.createAssistant({ name: 'Ashley', email: 'ashley@demo.example', context: 'bees' });
  await world.createAssistant({ name: 'Bob', email: 'bob@demo.example', context: 'wasps' });
  await world.changeConnection({ assignment: 'property' });
  const fields = await world.api.connections.setUpFields({ id: world.connectionId });
  expect(fields.fields.find((field) => field.internalName === ASSISTANT)?.state).toBe('present');
  await world.api.connections.refresh({ id: world.connectionId });
  await world.core.drain();
}

describe('an assistant without a seat in the CRM is named in a field of the contact', () => {
  beforeEach(() => open());

  it('the contact becomes her lead with note and status, and keeps its owner', async () => {
    const id = world.contact();
    name(id, 'Ashley');
    await world.poll(2);
    expect(world.lead(id)).toMatchObject({
      assistantId: world.assistantIds[0],
      state: 'Cold',
      custody: 'Held',
    });
    expect(world.notes(id)).toHaveLength(1);
    expect(world.value(id, STATUS)).toBe('Cold');
    expect(world.owner(id)).toBe(world.colleague().id);
    await world.passUntil(() => world.mailsTo(id).length > 0);
    expect(world.mailsTo(id)[0]?.from.address).toBe('ashley@demo.example');
  });

  it('also a contact that nobody owns', async () => {
    const id = world.contact({ hubspot_owner_id: '' });
    name(id, 'Ashley');
    await world.poll(2);
    expect(world.lead(id)).toMatchObject({ state: 'Cold', custody: 'Held' });
    expect(world.owner(id)).toBe('');
  });

  it('each assistant takes what names her, many at once, each once', async () => {
    const ids = world.contacts(230);
    for (const [nth, id] of ids.entries()) name(id, nth % 2 === 0 ? 'Ashley' : 'Bob');
    await world.poll(3);
    expect(ids.filter((id) => world.leadOf(id) === null)).toEqual([]);
    expect(ids.filter((id) => world.notes(id).length !== 1)).toEqual([]);
    expect(ids.filter((_, nth) => nth % 2 === 1).map((id) => world.lead(id).context)).toEqual(
      Array.from({ length: 115 }, () => 'wasps'),
    );
  });

  it('No Assistant stops the follow-up, and nothing more is written', async () => {
    const id = world.contact();
    name(id, 'Ashley');
    await world.poll();
    name(id, 'No Assistant');
    await world.poll(2);
    expect(world.lead(id)).toMatchObject({ custody: 'Released', followUp: 'Stopped' });
    await world.advance(9 * DAY);
    expect(world.mailsTo(id)).toHaveLength(0);
    expect(world.value(id, ASSISTANT)).toBe('No Assistant');
    expect(world.notes(id)).toHaveLength(1);
  });

  it('a hand-back takes her name out of the field and leaves the owner as he is', async () => {
    const id = world.contact();
    name(id, 'Ashley');
    await world.poll();
    await world.press(id, 'mark-hot');
    expect(world.lead(id)).toMatchObject({ state: 'Hot', custody: 'HandedBack' });
    expect(world.value(id, ASSISTANT)).toBe('');
    expect(world.written(id, 'hubspot_owner_id')).toEqual([]);
    expect(world.notes(id)).toHaveLength(2);
    await world.poll(3);
    expect(world.lead(id).custody).toBe('HandedBack');
    expect(world.notes(id)).toHaveLength(2);
  });

  it('Restart puts her name back into the field, and so does Restart with another assistant', async () => {
    const [one, two] = world.contacts(2);
    if (one === undefined || two === undefined) throw new Error('Two contacts are needed.');
    for (const id of [one, two]) name(id, 'Ashley');
    await world.poll();
    await world.press(one, 'mark-hot');
    await world.press(one, 'restart');
    await world.press(two, 'stop');
    await world.press(two, 'restart', { assistantId: world.assistantIds[1] ?? '' });
    await world.poll(2);
    expect(world.value(one, ASSISTANT)).toBe('Ashley');
    expect(world.value(two, ASSISTANT)).toBe('Bob');
    expect(world.lead(one)).toMatchObject({ state: 'Cold', custody: 'Held', run: 1 });
    expect(world.lead(two)).toMatchObject({ assistantId: world.assistantIds[1], custody: 'Held', run: 1 });
  });

  it('a contact with a status is refused: a note, and her name is taken out again', async () => {
    const id = world.contact({ [STATUS]: 'Hot' });
    name(id, 'Ashley');
    await world.poll(2);
    expect(world.leadOf(id)).toBeNull();
    expect(world.notes(id)).toHaveLength(1);
    expect(world.value(id, ASSISTANT)).toBe('');
    expect(world.owner(id)).toBe(world.colleague().id);
  });

  it('named again after the status was cleared, it starts afresh', async () => {
    const id = world.contact();
    name(id, 'Ashley');
    await world.poll();
    await world.press(id, 'mark-responded');
    world.person.clearStatus(id, STATUS);
    name(id, 'Ashley');
    await world.poll(2);
    expect(world.lead(id)).toMatchObject({ state: 'Cold', custody: 'Held', run: 1 });
    expect(world.value(id, STATUS)).toBe('Cold');
  });

  it('a change of the contact by somebody else is no new assignment', async () => {
    const id = world.contact();
    name(id, 'Ashley');
    await world.poll();
    for (let nth = 0; nth < 4; nth += 1) {
      world.person.setProperties('contacts', id, { company: `Company ${nth}` });
      world.person.takeAway(id, world.colleague(nth).id);
      await world.poll();
    }
    expect(world.notes(id)).toHaveLength(1);
    expect(world.lead(id)).toMatchObject({ custody: 'Held', run: 0, company: 'Company 3' });
  });
});

describe('contacts that named an assistant before she was set up', () => {
  it.each([
    ['with the clock right', 0],
    ['with the clock of this machine three days ahead', 3 * DAY],
  ])('are left alone until the user answers, and later ones are taken: %s', async (_, skew) => {
    await open({ skew });
    world.person.setOptions('contacts', ASSISTANT, [
      { label: 'Ashley', value: 'Ashley' },
      { label: 'Bob', value: 'Bob' },
      { label: 'Cara', value: 'Cara' },
      { label: 'No Assistant', value: 'No Assistant' },
    ]);
    const old = world.contacts(3);
    for (const id of old) name(id, 'Cara');
    await world.createAssistant({ name: 'Cara', email: 'cara@demo.example', context: 'ants' });
    await world.poll(2);
    expect((await world.connection()).baseline).toMatchObject({ count: 3, answer: null });
    expect(old.filter((id) => world.leadOf(id) !== null)).toEqual([]);
    const fresh = world.contact();
    name(fresh, 'Cara');
    await world.poll(2);
    expect(world.lead(fresh)).toMatchObject({ state: 'Cold', custody: 'Held' });
    expect(old.filter((id) => world.leadOf(id) !== null)).toEqual([]);
    await world.api.connections.answerBaseline({ id: world.connectionId, answer: 'take' });
    await world.poll(2);
    expect(old.filter((id) => world.leadOf(id) === null)).toEqual([]);
  });
});

describe('an admin deletes the field that names the assistants', () => {
  let id: string;
  beforeEach(async () => {
    await open();
    id = world.contact();
    name(id, 'Ashley');
    await world.poll(2);
    world.person.deleteProperty('contacts', ASSISTANT);
    await world.advance(60_000);
    await world.poll(3);
  });

  const difference = async () => {
    const [first, ...more] = await world.api.health.differences({ id: world.connectionId });
    expect(more).toEqual([]);
    return first;
  };

  it('nobody counts as taken away, and the page says what happened', async () => {
    expect(world.lead(id)).toMatchObject({ custody: 'Held', state: 'Cold' });
    expect(await difference()).toMatchObject({ key: 'assistant', kind: 'gone', button: 'Re-create' });
    expect((await world.connection()).status).toBe('Active');
  });

  it('a hand-back waits for it and ends when it is re-created; what else is written goes on', async () => {
    await world.press(id, 'mark-hot');
    await world.untilStill();
    expect(world.value(id, STATUS)).toBe('Hot');
    expect(world.notes(id)).toHaveLength(2);
    expect(world.lead(id).custody).toBe('HandingBack');
    expect(await difference()).toMatchObject({ held: 1 });
    await world.api.health.mend({ id: world.connectionId, key: 'assistant', kind: 'gone' });
    await world.untilDelivered();
    expect(world.value(id, ASSISTANT)).toBe('');
    expect(world.lead(id).custody).toBe('HandedBack');
  });
});
