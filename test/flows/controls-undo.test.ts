import { afterEach, describe, expect, it } from 'vitest';
import { openFlowWorld, ROSIE, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
afterEach(() => world.close());

const LEAD_STATUS = 'hs_lead_status';

/** The newest write of a kind about a contact. */
async function write(contactId: string, kind: string) {
  const [row] = await world.activity({ leadId: world.lead(contactId).id, kinds: [kind] });
  if (row === undefined) throw new Error(`There is no ${kind} of ${contactId}.`);
  return row;
}

/** Looks, agrees to what is clean (`over`: to everything), and lets it be delivered. */
async function undo(ids: readonly number[], over = false) {
  const looks = await world.api.activity.undoPreview({ ids: [...ids] });
  const items = looks
    .filter((look) => look.state === 'clean' || (over && look.state === 'changed'))
    .map((look) => ({ id: look.id, over: look.state === 'changed' ? look.seen : null }));
  if (items.length > 0) await world.api.activity.undo({ items });
  await world.core.drain();
  return looks;
}

describe('Undo of a status', () => {
  it('puts both values back as they were, and is itself in Activity with its reason', async () => {
    world = await openFlowWorld();
    const id = await world.taken({ [LEAD_STATUS]: 'OPEN' });
    expect([world.value(id, STATUS), world.value(id, LEAD_STATUS)]).toEqual(['Cold', 'IN_PROGRESS']);
    const status = await write(id, 'crm-status');
    const [look] = await undo([status.id]);
    expect(look?.state).toBe('clean');
    expect([world.value(id, STATUS), world.value(id, LEAD_STATUS)]).toEqual(['', 'OPEN']);
    const done = await write(id, 'crm-undo');
    expect(done.status).toBe('delivered');
    expect(done.why).toContain(`undo of #${status.id}`);
    expect(done.changes).toContainEqual({ field: STATUS, before: 'Cold', after: '' });
    const [again] = await undo([status.id]);
    expect(again).toMatchObject({ state: 'not-possible', because: 'The old value is back already.' });
  });

  it('shows before, ours and theirs when a person changed it, and writes only once that person agrees', async () => {
    world = await openFlowWorld();
    const id = await world.taken({ [LEAD_STATUS]: 'OPEN' });
    world.person.setProperties('contacts', id, { [LEAD_STATUS]: 'CONNECTED' });
    const { id: row } = await write(id, 'crm-status');
    const [look] = await undo([row]);
    expect(look?.state).toBe('changed');
    expect(look?.fields).toContainEqual({
      field: LEAD_STATUS,
      before: 'OPEN',
      ours: 'IN_PROGRESS',
      theirs: 'CONNECTED',
      rule: { field: 'contactStatus', policy: 'always' },
    });
    expect(world.value(id, LEAD_STATUS)).toBe('CONNECTED');
    await undo([row], true);
    expect(world.value(id, LEAD_STATUS)).toBe('OPEN');
  });

  it('never goes over a value that came after the person looked', async () => {
    world = await openFlowWorld();
    const id = await world.taken({ [LEAD_STATUS]: 'OPEN' });
    const { id: row } = await write(id, 'crm-status');
    await world.api.activity.undoPreview({ ids: [row] });
    world.person.setProperties('contacts', id, { [LEAD_STATUS]: 'UNQUALIFIED' });
    await world.api.activity.undo({ items: [{ id: row, over: null }] });
    await world.core.drain();
    expect(world.value(id, LEAD_STATUS)).toBe('UNQUALIFIED');
    const done = await write(id, 'crm-undo');
    expect(done.status).toBe('cancelled');
    expect(done.reason).toContain('is now "UNQUALIFIED"');
  });
});

describe('Undo of a hand-back', () => {
  it('gives the record to the assistant again: no second guard, no mail, and Continue is there', async () => {
    world = await openFlowWorld();
    const id = await world.taken();
    await world.press(id, 'hand-back');
    await world.untilDelivered();
    expect(world.owner(id)).toBe(world.colleague().id);
    const notes = world.notes(id).length;
    await undo([(await write(id, 'crm-owner')).id]);
    expect(world.owner(id)).toBe(world.ownerId(ROSIE));
    await world.poll(3);
    await world.untilDelivered();
    expect(world.owner(id)).toBe(world.ownerId(ROSIE));
    expect(world.lead(id)).toMatchObject({ custody: 'Held', followUp: 'Stopped', state: 'Cold' });
    expect(world.notes(id)).toHaveLength(notes);
    expect(world.mailsTo(id)).toEqual([]);
  });
});

describe('Undo of the hand-back of a lead that ended', () => {
  it('puts the owner back and does nothing with the record by itself', async () => {
    world = await openFlowWorld();
    const id = await world.mailed();
    await world.press(id, 'mark-hot');
    await world.untilDelivered();
    const notes = world.notes(id).length;
    const [look] = await undo([(await write(id, 'crm-owner')).id]);
    expect(look?.because).toContain('The lead stays Hot');
    await world.poll(3);
    await world.untilDelivered();
    expect(world.owner(id)).toBe(world.ownerId(ROSIE));
    expect(world.lead(id)).toMatchObject({ custody: 'HandedBack', state: 'Hot', nextFollowUpAt: null });
    expect(world.notes(id)).toHaveLength(notes);
    expect(world.mailsTo(id)).toHaveLength(1);
  });
});

describe('Undo of a note', () => {
  it('removes what we created while it is unchanged', async () => {
    world = await openFlowWorld();
    const id = await world.taken();
    const [note] = world.activities(id, 'notes');
    await undo([(await write(id, 'crm-note')).id]);
    expect(note?.archivedAt ?? null).not.toBeNull();
  });

  it('leaves one that a person wrote into, and says so', async () => {
    world = await openFlowWorld();
    const id = await world.taken();
    const [note] = world.activities(id, 'notes');
    if (note === undefined) throw new Error('There is no note.');
    world.person.setProperties('notes', note.id, { hs_note_body: '<p>Called, she is on holiday.</p>' });
    const [look] = await undo([(await write(id, 'crm-note')).id]);
    expect(look).toMatchObject({ state: 'not-possible' });
    expect(look?.fields[0]?.theirs).toBe('Called, she is on holiday.');
    expect(note.archivedAt).toBeNull();
  });

  it('of a selection: undoes what it can and says why not for the rest', async () => {
    world = await openFlowWorld();
    const id = await world.mailed();
    const rows = await world.activity({ leadId: world.lead(id).id });
    const looks = await undo(rows.map((row) => row.id));
    expect(Object.fromEntries(looks.map((look) => [look.what, look.because]))).toEqual({
      'crm-note': '',
      'crm-status': '',
      mail: 'A mail that went out cannot be taken back.',
      'crm-email': 'The log of an e-mail that was sent stays on the record.',
    });
    expect(world.value(id, STATUS)).toBe('');
  });
});
