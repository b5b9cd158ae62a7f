import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  CrmWrite,
  EmailWrite,
  NewField,
  NoteWrite,
  PropertiesWrite,
  TaskWrite,
  WriteOutcome,
} from '#core/ports/crm-gateway.ts';
import type { Fault } from '#sandbox/control/faults.ts';
import type { ObjectType } from '#sandbox/portal/model.ts';
import { crmErrorOf, startHubSpotWorld, type HubSpotWorld } from '#test/support/hubspot-world.ts';

const AT = Date.UTC(2026, 10, 20, 9, 30);
let world: HubSpotWorld;

beforeEach(async () => {
  world = await startHubSpotWorld();
});
afterEach(() => world.stop());

let keys = 0;
const nextKey = (): string => `0198c0de-0000-7000-8000-${String((keys += 1)).padStart(12, '0')}`;

function addContact(values: Record<string, string> = {}): string {
  return world.person.createRecord('contacts', { firstname: 'Ana', ...values });
}

function note(recordId: string): NoteWrite {
  return { kind: 'note', key: nextKey(), recordId, at: AT, bodyHtml: '<p>Thank you &amp; welcome</p>' };
}

function email(recordId: string): EmailWrite {
  return {
    kind: 'email',
    key: nextKey(),
    recordId,
    at: AT,
    direction: 'outgoing',
    status: 'sent',
    subject: 'Cyber security for Acme',
    text: 'Dear Ana,\n1 < 2',
    html: null,
    from: { address: 'eva@team.example', name: 'Eva van Dam' },
    to: [{ address: 'ana@acme.example', name: 'Ana Roth' }],
  };
}

function task(recordId: string, ownerId: string | null = null): TaskWrite {
  return {
    kind: 'task',
    key: nextKey(),
    recordId,
    dueAt: AT,
    subject: 'Call Ana',
    body: 'She said yes.\nSoon.',
    ownerId,
  };
}

function update(recordId: string, values: Record<string, string>): PropertiesWrite {
  return { kind: 'properties', key: nextKey(), recordId, values };
}

function stored(type: ObjectType) {
  return world.sandbox.control.dump().objects[type].filter((object) => object.archivedAt === null);
}

function contact(id: string) {
  return stored('contacts').find((object) => object.id === id);
}

const kindsOf = (outcomes: readonly WriteOutcome[]): string[] => outcomes.map((outcome) => outcome.kind);

/** The ids under which the outcomes say that the writes stand. */
const remoteIdsOf = (outcomes: readonly WriteOutcome[]): (string | null)[] =>
  outcomes.map((outcome) => (outcome.kind === 'done' ? outcome.remoteId : null));

describe('notes, e-mails and tasks', () => {
  it('stand on their contacts, a hundred by one call', async () => {
    const contacts = Array.from({ length: 100 }, () => addContact());
    const writes = contacts.map(note);
    const outcomes = await world.gateway.write(writes);
    expect(kindsOf(outcomes).every((kind) => kind === 'done')).toBe(true);
    expect(world.sandbox.control.countCalls({ method: 'POST' })).toBe(1);
    const byId = new Map(stored('notes').map((object) => [object.id, object]));
    expect(byId.size).toBe(100);
    for (const [index, remoteId] of remoteIdsOf(outcomes).entries()) {
      const found = byId.get(remoteId ?? '');
      expect(found?.values['hs_note_body']).toContain('<p>Thank you &amp; welcome</p>');
      expect(found?.associations.map((link) => [link.toId, link.typeId])).toContainEqual([
        contacts[index],
        202,
      ]);
    }
  });

  it('show an e-mail with its sender, recipients and text', async () => {
    const id = addContact();
    const incoming: EmailWrite = { ...email(id), direction: 'incoming', at: AT + 1_000, subject: 'Re: <b>' };
    const outcomes = await world.gateway.write([email(id), incoming]);
    expect(kindsOf(outcomes)).toEqual(['done', 'done']);
    const [sent, received] = stored('emails').toSorted((a, b) => Number(a.id) - Number(b.id));
    expect(sent?.values).toMatchObject({
      hs_email_direction: 'EMAIL',
      hs_email_status: 'SENT',
      hs_email_subject: 'Cyber security for Acme',
      hs_email_text: 'Dear Ana,\n1 < 2',
      hs_email_html: 'Dear Ana,<br>1 &lt; 2',
      hs_email_from_email: 'eva@team.example',
    });
    expect(received?.values['hs_email_direction']).toBe('INCOMING_EMAIL');
    expect(sent?.associations.map((link) => [link.toId, link.typeId])).toContainEqual([id, 198]);
  });

  it('leave a task that is due for its owner', async () => {
    const id = addContact();
    const owner = world.person.addUser({ email: 'sam@team.example' });
    expect(kindsOf(await world.gateway.write([task(id, owner.id)]))).toEqual(['done']);
    const [left] = stored('tasks');
    expect(left?.values).toMatchObject({
      hs_task_subject: 'Call Ana',
      hs_task_status: 'NOT_STARTED',
      hubspot_owner_id: owner.id,
    });
    expect(Date.parse(left?.values['hs_timestamp'] ?? '') || Number(left?.values['hs_timestamp'])).toBe(AT);
    expect(left?.associations.map((link) => [link.toId, link.typeId])).toContainEqual([id, 204]);
  });

  it('pass although one of their contacts is no more', async () => {
    const [here, there] = [addContact(), addContact()];
    world.person.delete('contacts', there);
    const outcomes = await world.gateway.write([note(there), note(here), note('999999999999')]);
    expect(kindsOf(outcomes)).toEqual(['refused', 'done', 'refused']);
    expect(stored('notes')).toHaveLength(1);
  });
});

describe('property updates', () => {
  it('pass for all contacts but the refused, merged and deleted ones', async () => {
    const [good, bad, kept, absorbed, deleted] = [
      addContact(),
      addContact(),
      addContact({ email: 'a@acme.example' }),
      addContact({ email: 'b@acme.example' }),
      addContact(),
    ];
    const survivor = world.person.merge('contacts', kept, absorbed);
    world.person.delete('contacts', deleted);
    const gone = survivor === kept ? absorbed : kept;
    const outcomes = await world.gateway.write([
      update(good, { hs_lead_status: 'IN_PROGRESS' }),
      update(bad, { hs_lead_status: 'QUALIFIED' }),
      update(gone, { hs_lead_status: 'NEW' }),
      update(deleted, { hs_lead_status: 'NEW' }),
      update(survivor, { hs_lead_status: 'CONNECTED' }),
    ]);
    expect(kindsOf(outcomes)).toEqual(['done', 'refused', 'refused', 'refused', 'done']);
    expect(outcomes[1]).toMatchObject({ error: { kind: 'rejected', property: 'hs_lead_status' } });
    expect(outcomes[2]).toMatchObject({ error: { kind: 'not-found' } });
    expect(outcomes[3]).toMatchObject({ error: { kind: 'not-found' } });
    expect(contact(good)?.values['hs_lead_status']).toBe('IN_PROGRESS');
    expect(contact(survivor)?.values['hs_lead_status']).toBe('CONNECTED');
  });

  it('say which property the portal lacks, and leave the others in peace', async () => {
    const [first, second] = [addContact(), addContact()];
    const outcomes = await world.gateway.write([
      update(first, { tec_schedule: '1--Recommended' }),
      update(second, { hs_lead_status: 'NEW' }),
    ]);
    expect(outcomes[0]).toMatchObject({
      kind: 'refused',
      error: { kind: 'rejected', property: 'tec_schedule' },
    });
    expect(outcomes[1]?.kind).toBe('done');
  });

  it('hand a contact to another owner', async () => {
    const owner = world.person.addUser({ email: 'sam@team.example' });
    const id = addContact();
    await world.gateway.write([update(id, { [world.gateway.ownerProperty]: owner.id })]);
    expect(contact(id)?.values['hubspot_owner_id']).toBe(owner.id);
    await world.gateway.write([update(id, { [world.gateway.ownerProperty]: '' })]);
    expect(contact(id)?.values['hubspot_owner_id'] ?? '').toBe('');
  });
});

describe('a write that does not go well', () => {
  it.each([
    ['401', { kind: 'status', status: 401 }],
    ['429', { kind: 'status', status: 429 }],
    ['423', { kind: 'status', status: 423 }],
  ] satisfies [string, Fault][])(
    'is to be sent again after a %s, and nothing stands',
    async (_name, fault) => {
      world.sandbox.control.faults.arm(fault);
      expect(kindsOf(await world.gateway.write([note(addContact())]))).toEqual(['retry']);
      expect(stored('notes')).toHaveLength(0);
    },
  );

  it('waits for the permission that the key lacks, and names it', async () => {
    const gateway = world.withScopes(['crm.objects.owners.read']);
    const [outcome] = await gateway.write([update(addContact(), { hs_lead_status: 'NEW' })]);
    expect(outcome).toMatchObject({ kind: 'retry', error: { kind: 'forbidden' } });
    if (outcome?.kind !== 'retry') throw new Error('unreachable');
    expect(outcome.error.missingScopes).toContain('crm.objects.contacts.write');
  });

  const lost: [string, Fault, boolean][] = [
    ['the connection broke after it', { kind: 'drop-after-write' }, true],
    ['the answer broke off', { kind: 'half-body' }, true],
    ['a 503 came after it', { kind: 'status', status: 503, afterWrite: true }, true],
    ['the connection broke before it', { kind: 'reset-before' }, false],
    ['a 503 came instead of it', { kind: 'status', status: 503 }, false],
  ];
  const kinds: [string, (id: string) => CrmWrite, ObjectType][] = [
    ['notes', note, 'notes'],
    ['e-mails', email, 'emails'],
    ['tasks', (id) => task(id), 'tasks'],
  ];
  for (const [name, make, type] of kinds) {
    it.each(lost)(`is looked up, so that ${name} stand once when %s`, async (_case, fault, stands) => {
      const contacts = [addContact(), addContact(), addContact()];
      // Something else of the same kind is there already.
      const before = {
        ...make(contacts[0] ?? ''),
        ...(type === 'emails' ? { at: AT - 5_000 } : {}),
      } as CrmWrite;
      await world.gateway.write([before]);
      world.sandbox.control.setIndexLag({ minMs: 60_000, maxMs: 60_000 });
      const writes = contacts.map(make);
      world.sandbox.control.faults.arm({ ...fault, path: 'batch/create' });
      expect(kindsOf(await world.gateway.write(writes))).toEqual(['unknown', 'unknown', 'unknown']);

      const found = await world.gateway.findWritten(writes);
      expect(found.map((id) => id !== null)).toEqual([stands, stands, stands]);
      const missing = writes.filter((_write, index) => found[index] === null);
      await world.gateway.write(missing);

      expect(stored(type)).toHaveLength(4);
      for (const id of contacts.slice(1)) {
        expect(
          stored(type).filter((object) => object.associations.some((link) => link.toId === id)),
        ).toHaveLength(1);
      }
      const now = await world.gateway.findWritten(writes);
      expect(new Set(now).size).toBe(3);
      expect(now).not.toContain(null);
    });
  }

  it('is found among hundreds of notes of one contact', async () => {
    const id = addContact();
    const writes = Array.from({ length: 100 }, () => note(id));
    for (let batch = 0; batch < 5; batch += 1)
      await world.gateway.write(writes.map((each) => ({ ...each, key: nextKey() })));
    const outcomes = await world.gateway.write(writes);
    expect(await world.gateway.findWritten(writes)).toEqual(remoteIdsOf(outcomes));
  });

  it('that updates properties is simply sent again', async () => {
    const id = addContact();
    const write = update(id, { hs_lead_status: 'NEW' });
    world.sandbox.control.faults.arm({ kind: 'drop-after-write' });
    expect(kindsOf(await world.gateway.write([write]))).toEqual(['unknown']);
    expect(await world.gateway.findWritten([write])).toEqual([null]);
    expect(kindsOf(await world.gateway.write([write]))).toEqual(['done']);
  });
});

describe('fields', () => {
  const statusField: NewField = {
    name: 'baton_status',
    label: 'Lead Connection Status',
    type: 'enumeration',
    fieldType: 'select',
    groupName: 'baton',
    description: 'Kept by Baton',
    options: ['Cold', 'Warm'].map((value, displayOrder) => ({
      value,
      label: value,
      hidden: false,
      displayOrder,
    })),
  };

  it('are created with their group, and found there the second time', async () => {
    await world.gateway.ensureFieldGroup('baton', 'Baton');
    await world.gateway.ensureFieldGroup('baton', 'Baton');
    const created = await world.gateway.createField(statusField);
    const again = await world.gateway.createField(statusField);
    expect(again).toEqual(created);
    expect(created).toMatchObject({ name: 'baton_status', options: statusField.options, archived: false });
    const listed = await world.gateway.listFields();
    expect(listed.find((field) => field.name === 'baton_status')).toEqual(created);
    expect(
      listed.find((field) => field.name === 'hs_lead_status')?.options.map((each) => each.value),
    ).toContain('NEW');
  });

  it('that hold another type of value under the same name are not taken over', async () => {
    await world.gateway.ensureFieldGroup('baton', 'Baton');
    await world.gateway.createField({ ...statusField, type: 'string', fieldType: 'text', options: [] });
    const error = await crmErrorOf(world.gateway.createField(statusField));
    expect(error).toMatchObject({ kind: 'conflict', property: 'baton_status' });
    expect(error.message).toContain('of type string');
  });

  it('get a new list of options, in its order', async () => {
    await world.gateway.ensureFieldGroup('baton', 'Baton');
    await world.gateway.createField(statusField);
    const options = [
      { value: 'Hot', label: 'Hot!', hidden: false, displayOrder: 0 },
      { value: 'Cold', label: 'Cold', hidden: true, displayOrder: 1 },
    ];
    await world.gateway.replaceOptions('baton_status', options);
    const field = (await world.gateway.listFields()).find(({ name }) => name === 'baton_status');
    expect(field?.options).toEqual(options);
  });

  it('are not created without the permission', async () => {
    const gateway = world.withScopes(['crm.objects.contacts.read']);
    const error = await crmErrorOf(gateway.createField(statusField));
    expect(error.kind).toBe('forbidden');
    expect(error.missingScopes).toContain('crm.schemas.contacts.write');
  });
});
