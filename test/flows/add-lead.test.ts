import { afterEach, describe, expect, it } from 'vitest';
import { openFlowWorld, ROSIE, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
afterEach(() => world.close());

function draft(more: Partial<Parameters<FlowWorld['api']['imports']['add']>[0]> = {}) {
  return {
    connectionId: world.connectionId,
    assistantId: world.assistantIds[0] ?? '',
    email: 'Ines@bikes.example',
    firstName: 'Inês',
    lastName: 'Dias',
    company: 'Bikes Lda',
    country: 'Portugal',
    scheduleId: null,
    context: '',
    ...more,
  };
}

/** Contacts of the CRM with this address. */
function contactsOf(address: string): string[] {
  const all = [...world.sandbox.portal.objects.contacts.values()];
  return all.filter((contact) => contact.values['email'] === address).map((contact) => contact.id);
}

/** The one contact with this address. */
function contactOf(address: string): string {
  const [id, ...more] = contactsOf(address);
  if (id === undefined || more.length > 0) throw new Error(`${address} has not one contact.`);
  return id;
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

describe('a lead added in the form', () => {
  it('becomes a contact of the CRM that the assistant owns, and a lead with its note as if a person had assigned it', async () => {
    world = await openFlowWorld();
    await world.api.imports.add(draft({ context: 'bells for bikes' }));
    await world.core.drain();
    await world.poll();
    const id = contactOf('ines@bikes.example');
    expect(world.record(id).values).toMatchObject({
      firstname: 'Inês',
      lastname: 'Dias',
      company: 'Bikes Lda',
      country: 'Portugal',
      hubspot_owner_id: world.ownerId(ROSIE),
      [STATUS]: 'Cold',
    });
    expect(world.lead(id)).toMatchObject({ state: 'Cold', context: 'bells for bikes', company: 'Bikes Lda' });
    expect(world.notes(id)).toHaveLength(1);
    await world.advance(5_000);
    const [added] = await world.api.imports.list();
    expect(added).toMatchObject({ source: 'form', status: 'done', states: { added: 1 } });
  });

  it('uses the contact that is there already, whose owner gets it back in the end', async () => {
    world = await openFlowWorld();
    const id = world.contact({ email: 'ines@bikes.example', firstname: 'Ines' });
    const look = await world.api.imports.look(draft());
    expect(look).toMatchObject({ verdict: 'assign', possible: true });
    expect(look.sentence).toContain('gets it back in the end');
    expect(world.owner(id)).toBe(world.colleague().id);
    await world.api.imports.add(draft());
    await world.core.drain();
    await world.poll();
    expect(contactsOf('ines@bikes.example')).toEqual([id]);
    expect(world.value(id, 'firstname')).toBe('Ines');
    expect(world.lead(id).previousOwnerId).toBe(world.colleague().id);
    await world.press(id, 'hand-back');
    await world.untilDelivered();
    expect(world.owner(id)).toBe(world.colleague().id);
  });

  it('is looked up without a word written, here or in the CRM', async () => {
    world = await openFlowWorld();
    const before = world.sandbox.portal.objects.contacts.size;
    const look = await world.api.imports.look(draft());
    expect(look).toMatchObject({ verdict: 'add', recordUrl: null });
    expect(look.sentence).toContain('one is created');
    expect(world.sandbox.portal.objects.contacts.size).toBe(before);
    expect(await world.api.imports.list()).toEqual([]);
    expect(await world.activity({ kinds: ['crm-add'] })).toEqual([]);
  });

  it('shows the first message as it would be, with the context as it is typed', async () => {
    world = await openFlowWorld();
    const mail = await world.api.imports.preview(draft({ context: 'bells for bikes' }));
    expect(`${mail.subject} ${mail.text}`).toContain('bells for bikes');
    expect(mail.text).toContain('Inês');
    expect(world.sandbox.mail.all().sent).toEqual([]);
  });

  it.each([
    ['somebody who is a lead already', { email: 'lead1@customer1.example' }, 'Rosie'],
    ['an address that is none', { email: 'ines at bikes' }, 'is no e-mail address'],
    ['nobody', { email: ' ' }, 'enter the address'],
  ])('refuses %s, and says why', async (_who, more, words) => {
    world = await openFlowWorld();
    await world.taken();
    expect(await refusalOf(world.api.imports.add(draft(more)))).toContain(words);
    expect(await world.activity({ kinds: ['crm-add'] })).toEqual([]);
  });

  it('refuses who must not be written to: suppressed here, excluded, opted out in the CRM', async () => {
    world = await openFlowWorld();
    world.core.context.store.commit({
      suppress: [{ address: 'ines@bikes.example', reason: 'unsubscribed', at: world.now }],
    });
    await world.api.sending.exclude({ list: 'cars.example' });
    world.contact({ email: 'out@boats.example', hs_email_optout: 'true' });
    expect(await refusalOf(world.api.imports.add(draft()))).toContain('must not be written to');
    expect(await refusalOf(world.api.imports.add(draft({ email: 'a@cars.example' })))).toContain(
      'cars.example is on the list',
    );
    expect(await refusalOf(world.api.imports.add(draft({ email: 'out@boats.example' })))).toContain(
      'opted out of e-mail in the CRM',
    );
  });

  it('refuses a contact that was worked on before, and says which field to clear', async () => {
    world = await openFlowWorld();
    world.contact({ email: 'ines@bikes.example', [STATUS]: 'Hot' });
    expect(await refusalOf(world.api.imports.add(draft()))).toContain('Its Lead Connection Status is Hot');
  });

  it('is refused where the connection is read-only', async () => {
    world = await openFlowWorld({ stage: false });
    await world.connect('Baton', true);
    await world.createAssistant({ name: 'Rosie', email: ROSIE.email });
    const refusal = await refusalOf(world.api.imports.add(draft()));
    expect(refusal).toContain('is read-only');
  });

  it('is created once although the answer to its creation is lost', async () => {
    world = await openFlowWorld();
    world.fault({ kind: 'drop-after-write', path: 'contacts/batch/create', times: 1 });
    await world.api.imports.add(draft());
    await world.untilDelivered();
    await world.poll();
    const id = contactOf('ines@bikes.example');
    expect(world.lead(id).state).toBe('Cold');
    expect(world.notes(id)).toHaveLength(1);
  });

  it('goes to the contact that has the address as a second one', async () => {
    world = await openFlowWorld();
    const id = world.contact({ email: 'ines@home.example', hs_additional_emails: 'ines@bikes.example' });
    await world.api.imports.add(draft());
    await world.untilDelivered();
    await world.poll();
    expect(contactsOf('ines@bikes.example')).toEqual([]);
    expect(world.lead(id).state).toBe('Cold');
  });

  it('names the assistant in her field where contacts are given to her by it, and the owner stays', async () => {
    world = await openFlowWorld({ stage: false });
    await world.connect();
    await world.createAssistant({ name: 'Ashley', email: 'ashley@demo.example', context: 'bees' });
    await world.changeConnection({ assignment: 'property' });
    await world.api.connections.setUpFields({ id: world.connectionId });
    await world.api.connections.refresh({ id: world.connectionId });
    await world.poll();
    const there = world.contact({ email: 'there@boats.example' });
    await world.api.imports.add(draft());
    await world.api.imports.add(draft({ email: 'there@boats.example' }));
    await world.untilDelivered();
    await world.poll(2);
    const created = contactOf('ines@bikes.example');
    expect([world.lead(created).state, world.lead(there).state]).toEqual(['Cold', 'Cold']);
    expect(world.value(created, 'baton_assistant')).toBe('Ashley');
    expect(world.owner(there)).toBe(world.colleague().id);
  });

  it('waits in Preview where writes are held, and is never added when it is rejected', async () => {
    world = await openFlowWorld();
    await world.api.connections.setHold({ id: world.connectionId, hold: true, only: [], held: 'keep' });
    await world.api.imports.add(draft());
    await world.core.drain();
    const [row] = await world.activity({ kinds: ['crm-add'] });
    expect(row).toMatchObject({ status: 'held', summary: 'ines@bikes.example for Rosie Hart' });
    await world.api.activity.reject({ target: { kind: 'ids', ids: [row?.id ?? 0] }, because: 'A friend' });
    await world.advance(5_000);
    expect(contactsOf('ines@bikes.example')).toEqual([]);
    const [added] = await world.api.imports.list();
    expect(added).toMatchObject({ status: 'done', states: { added: 0, left: 1 } });
  });

  it('is undone: the contact stays, and nobody works on it any more', async () => {
    world = await openFlowWorld();
    await world.api.imports.add(draft());
    await world.core.drain();
    await world.poll();
    const id = contactOf('ines@bikes.example');
    const [row] = await world.activity({ kinds: ['crm-add'] });
    expect(row).toMatchObject({
      undoable: true,
      summary: 'Created ines@bikes.example for Rosie Hart',
      why: 'A person added the lead in Baton.',
    });
    await world.api.activity.undo({ items: [{ id: row?.id ?? 0, over: null }] });
    await world.untilDelivered();
    await world.poll(8);
    expect(world.owner(id)).toBe('');
    expect(world.lead(id).custody).toBe('Released');
  });
});

describe('a person who opts out in the CRM', () => {
  it('while a follow-up is under way gets no further message, and is suppressed for every assistant', async () => {
    world = await openFlowWorld();
    const id = await world.mailed();
    world.person.setProperties('contacts', id, { hs_email_optout: 'true' });
    await world.poll(8);
    await world.untilDelivered();
    expect(world.lead(id).state).toBe('UnSubscribed');
    expect(world.owner(id)).toBe(world.colleague().id);
    expect(world.core.context.store.suppressions.has(world.value(id, 'email'))).toBe(true);
  });
});
