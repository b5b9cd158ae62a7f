import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContactWrite } from '#core/ports/crm-gateway.ts';
import { NO_FIELDS, startHubSpotWorld, type HubSpotWorld } from '#test/support/hubspot-world.ts';

let world: HubSpotWorld;
beforeEach(async () => {
  world = await startHubSpotWorld();
});
afterEach(() => world.stop());

let keys = 0;

function contact(email: string, values: Record<string, string> = {}): ContactWrite {
  keys += 1;
  const stock = { email, firstName: 'Ana', lastName: '', company: 'Acme', country: '' };
  return { kind: 'contact', key: `add:${keys}`, stock, values };
}

const contacts = () => [...world.sandbox.portal.objects.contacts.values()];

describe('creating contacts', () => {
  it('fills the fields that are given, the owner among them, and leaves the others empty', async () => {
    const [owner] = world.sandbox.portal.owners.keys();
    const [outcome] = await world.gateway.write([
      contact('ana@acme.example', { [world.gateway.ownerProperty]: owner ?? '' }),
    ]);
    const [created] = contacts();
    expect(outcome).toEqual({ kind: 'done', remoteId: created?.id });
    expect(created?.values).toMatchObject({
      email: 'ana@acme.example',
      firstname: 'Ana',
      company: 'Acme',
      hubspot_owner_id: owner,
    });
    expect(created?.values['lastname'] ?? '').toBe('');
  });

  it('refuses an address that is there with the id of its contact, and creates the others of the batch', async () => {
    const there = world.person.createRecord('contacts', { email: 'ana@acme.example' });
    const outcomes = await world.gateway.write([
      contact('bob@acme.example'),
      contact('ana@acme.example'),
      contact('eve@acme.example'),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'refused', 'done']);
    const refusal = outcomes[1];
    expect(refusal?.kind === 'refused' && refusal.error).toMatchObject({
      kind: 'conflict',
      existingId: there,
    });
    expect(contacts()).toHaveLength(3);
  });

  it('says that it does not know where the answer is lost', async () => {
    world.sandbox.control.faults.arm({ kind: 'drop-after-write', path: 'contacts/batch/create' });
    const [outcome] = await world.gateway.write([contact('ana@acme.example')]);
    expect(outcome?.kind).toBe('unknown');
    const found = await world.gateway.findByAddress(['ana@acme.example'], NO_FIELDS);
    expect(found.get('ana@acme.example')?.id).toBe(contacts()[0]?.id);
  });
});

describe('looking contacts up by address', () => {
  it('finds any number of them, with few calls and with GET alone alike', async () => {
    const addresses = Array.from({ length: 120 }, (_, nth) => `p${nth}@acme.example`);
    for (const email of addresses.slice(0, 110)) world.person.createRecord('contacts', { email });
    const byId = (found: Awaited<ReturnType<typeof world.gateway.findByAddress>>) =>
      [...found]
        .map(([address, { id }]) => [address, id])
        .toSorted((a, b) => String(a).localeCompare(String(b)));
    const found = byId(await world.gateway.findByAddress(addresses, NO_FIELDS));
    expect(found).toHaveLength(110);
    expect(byId(await world.readOnly().findByAddress(addresses, NO_FIELDS))).toEqual(found);
  });

  it('asks nothing for nobody', async () => {
    expect(await world.gateway.findByAddress([], NO_FIELDS)).toEqual(new Map());
  });
});
