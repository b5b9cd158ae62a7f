import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AssignedHit } from '#core/ports/crm-gateway.ts';
import { createClock } from '#sandbox/control/clock.ts';
import { crmErrorOf, NO_FIELDS, startHubSpotWorld, type HubSpotWorld } from '#test/support/hubspot-world.ts';

const MONDAY = Date.UTC(2026, 10, 16, 9);
const clock = createClock({ startAt: MONDAY, frozen: true });
let world: HubSpotWorld;

beforeEach(async () => {
  clock.set(MONDAY);
  world = await startHubSpotWorld({ clock });
});
afterEach(() => world.stop());

function addContact(values: Record<string, string> = {}): string {
  return world.person.createRecord('contacts', { firstname: 'Ana', ...values });
}

function addOwner(name: string) {
  return world.person.addUser({ email: `${name}@team.example`, firstName: name, lastName: 'Lee' });
}

const idsOf = (page: { readonly hits: readonly AssignedHit[] }): string[] =>
  page.hits.map((hit) => hit.recordId);

describe('the account', () => {
  it('is described by id, zone and the host of its pages', async () => {
    const account = await world.gateway.describeAccount();
    const { portal } = world.sandbox;
    expect(account).toEqual({
      accountId: String(portal.portalId),
      timeZone: portal.timeZone,
      uiDomain: portal.uiDomain,
      kind: portal.accountType,
      identity: 'Service key or private app',
    });
  });

  it('is not opened by an unknown token, and the sentence says what to do', async () => {
    const error = await crmErrorOf(world.withToken('pat-na1-nope').describeAccount());
    expect(error.kind).toBe('unauthorized');
    expect(error.message).toContain('Settings → CRM Details');
  });
});

describe('users', () => {
  it('are all who can own records, past one page, deactivated ones too', async () => {
    const owners = Array.from({ length: 130 }, (_, index) => addOwner(`user${index}`));
    const left = addOwner('left');
    world.person.deactivateOwner(left.id);
    const users = await world.gateway.listUsers();
    const byId = new Map(users.map((user) => [user.id, user]));
    for (const owner of owners) {
      expect(byId.get(owner.id)).toMatchObject({ email: owner.email, active: true });
    }
    expect(byId.get(left.id)).toEqual({ id: left.id, email: left.email, name: 'left Lee', active: false });
    expect(users).toHaveLength(byId.size);
  });

  it('need a permission that the error names', async () => {
    const error = await crmErrorOf(world.withScopes(['crm.objects.contacts.read']).listUsers());
    expect(error.kind).toBe('forbidden');
    expect(error.missingScopes).toContain('crm.objects.owners.read');
  });

  it('are invited by address, twice without harm', async () => {
    await world.gateway.inviteUser('eva@team.example', 'Eva van Dam');
    await world.gateway.inviteUser('eva@team.example', 'Eva van Dam');
    const eva = (await world.gateway.listUsers()).filter((user) => user.email === 'eva@team.example');
    expect(eva).toHaveLength(1);
    expect(eva[0]).toMatchObject({ name: 'Eva van Dam' });
  });

  it('cannot be invited without the permission, and the error says how else', async () => {
    const gateway = world.withScopes(['crm.objects.owners.read']);
    const error = await crmErrorOf(gateway.inviteUser('eva@team.example', 'Eva'));
    expect(error.kind).toBe('forbidden');
    expect(error.missingScopes).toContain('settings.users.write');
    expect(error.message).toContain('invite eva@team.example yourself');
  });
});

describe('the search for assigned contacts', () => {
  it('finds those of our users from a time on, in order of assignment, past one page', async () => {
    const [eva, max, other] = [addOwner('eva'), addOwner('max'), addOwner('other')];
    const ids: string[] = [];
    for (let index = 0; index < 230; index += 1) {
      const id = addContact();
      world.person.assign([id], index % 2 === 0 ? eva.id : max.id);
      ids.push(id);
      clock.advance(1_000);
    }
    world.person.assign([addContact()], other.id);
    const query = { kind: 'since', ownerIds: [eva.id, max.id], since: MONDAY + 10_000, offset: 0 } as const;
    const first = await world.gateway.findAssigned({ ...query, order: 'oldest-first' });
    expect(first.total).toBe(220);
    expect(idsOf(first)).toEqual(ids.slice(10, 210));
    expect(first.hits[0]).toEqual({ recordId: ids[10], ownerId: eva.id, assignedAt: MONDAY + 10_000 });
    const second = await world.gateway.findAssigned({ ...query, order: 'oldest-first', offset: 200 });
    expect(idsOf(second)).toEqual(ids.slice(210));
    const newest = await world.gateway.findAssigned({ ...query, order: 'newest-first', since: null });
    expect(idsOf(newest)).toEqual(ids.toReversed().slice(0, 200));
  });

  it('goes through those of one instant by id', async () => {
    const eva = addOwner('eva');
    const ids = [addContact(), addContact(), addContact()];
    world.person.assign(ids, eva.id);
    clock.advance(5);
    world.person.assign([addContact()], eva.id);
    const at = { kind: 'at', ownerIds: [eva.id], at: MONDAY } as const;
    expect(idsOf(await world.gateway.findAssigned({ ...at, afterRecordId: null }))).toEqual(ids);
    expect(idsOf(await world.gateway.findAssigned({ ...at, afterRecordId: ids[1] ?? '' }))).toEqual(
      ids.slice(2),
    );
  });

  it('finds contacts by the field that names the assistant', async () => {
    await world.gateway.ensureFieldGroup('baton', 'Baton');
    await world.gateway.createField({
      name: 'baton_assistant',
      label: 'Baton Assistant',
      type: 'enumeration',
      fieldType: 'select',
      groupName: 'baton',
      description: '',
      options: ['eva', 'max'].map((value, displayOrder) => ({
        value,
        label: value,
        hidden: false,
        displayOrder,
      })),
    });
    const [old, fresh] = [addContact({ baton_assistant: 'eva' }), addContact({ baton_assistant: 'max' })];
    clock.advance(60_000);
    world.person.setProperties('contacts', fresh, { baton_assistant: 'eva' });
    const query = { property: 'baton_assistant', values: ['eva'], modifiedSince: null, afterRecordId: null };
    expect(idsOf(await world.gateway.findByProperty(query))).toEqual([old, fresh]);
    const recent = await world.gateway.findByProperty({ ...query, modifiedSince: MONDAY + 60_000 });
    expect(recent.hits).toEqual([{ recordId: fresh, ownerId: '', assignedAt: MONDAY + 60_000 }]);
    expect(idsOf(await world.gateway.findByProperty({ ...query, afterRecordId: old }))).toEqual([fresh]);
    const fields = { ...NO_FIELDS, assistant: 'baton_assistant' };
    const [read] = await world.gateway.readRecords([fresh], fields, { history: true });
    expect(read).toMatchObject({ record: { assistantField: 'eva', assistantFieldAt: MONDAY + 60_000 } });
  });

  it('shows what the index shows, which the read by id corrects', async () => {
    const [eva, max] = [addOwner('eva'), addOwner('max')];
    const id = addContact();
    world.person.assign([id], eva.id);
    world.sandbox.control.setIndexLag({ minMs: 5_000, maxMs: 5_000 });
    world.person.assign([id], max.id);
    const query = {
      kind: 'since',
      ownerIds: [eva.id],
      since: null,
      order: 'oldest-first',
      offset: 0,
    } as const;
    expect(idsOf(await world.gateway.findAssigned(query))).toEqual([id]);
    const [read] = await world.gateway.readRecords([id], NO_FIELDS, { history: false });
    expect(read).toMatchObject({ kind: 'found', record: { ownerId: max.id } });
  });
});

describe('records by id', () => {
  it('come in the order asked for, in any number, with what the person and our fields say', async () => {
    const ids = Array.from({ length: 120 }, (_, index) =>
      addContact({ email: `lead${index}@acme.example`, company: 'Acme', hs_timezone: 'europe_slash_berlin' }),
    ).toReversed();
    const reads = await world.gateway.readRecords([...ids, ids[0] ?? ''], NO_FIELDS, { history: true });
    expect(reads.map((read) => read.askedId)).toEqual([...ids, ids[0]]);
    expect(reads.every((read) => read.kind === 'found')).toBe(true);
    expect(reads[0]).toMatchObject({
      record: { email: 'lead119@acme.example', company: 'Acme', timeZone: 'Europe/Berlin', optedOut: false },
    });
    expect(world.sandbox.control.countCalls({ path: 'contacts/batch/read' })).toBe(3);
  });

  it('tell who owned them before, newest first', async () => {
    const [eva, sam] = [addOwner('eva'), addOwner('sam')];
    const id = addContact({ hubspot_owner_id: sam.id });
    clock.advance(1_000);
    world.person.assign([id], '');
    clock.advance(1_000);
    world.person.assign([id], eva.id);
    const [read] = await world.gateway.readRecords([id], NO_FIELDS, { history: true });
    expect(read).toMatchObject({
      kind: 'found',
      record: {
        ownerId: eva.id,
        assignedAt: MONDAY + 2_000,
        ownerHistory: [
          { ownerId: eva.id, at: MONDAY + 2_000, byUs: false },
          { ownerId: '', at: MONDAY + 1_000, byUs: false },
          { ownerId: sam.id, at: MONDAY, byUs: false },
        ],
      },
    });
  });

  it('follow a merge to the survivor, and say when a contact is gone', async () => {
    const [kept, absorbed, deleted, erased] = [
      addContact({ email: 'a@acme.example' }),
      addContact({ email: 'b@acme.example' }),
      addContact(),
      addContact({ email: 'c@acme.example' }),
    ];
    const survivor = world.person.merge('contacts', kept, absorbed);
    world.person.delete('contacts', deleted);
    world.person.gdprDelete(erased);
    const asked = [absorbed, deleted, kept, erased, '999999999999'];
    const reads = await world.gateway.readRecords(asked, NO_FIELDS, { history: true });
    expect(reads.map((read) => [read.askedId, read.kind])).toEqual([
      [absorbed, absorbed === survivor ? 'found' : 'merged'],
      [deleted, 'gone'],
      [kept, kept === survivor ? 'found' : 'merged'],
      [erased, 'gone'],
      ['999999999999', 'gone'],
    ]);
    expect(reads[0]).toMatchObject({ record: { id: survivor, otherEmails: ['b@acme.example'] } });
    const survived = reads.find((read) => read.kind !== 'gone');
    expect(survived).toMatchObject({ record: { mergedIds: expect.arrayContaining([absorbed]) } });
  });

  it('are read again through 429, 5xx and broken connections', async () => {
    const id = addContact();
    const { faults } = world.sandbox.control;
    faults.arm({ kind: 'status', status: 429, policy: 'TEN_SECONDLY_ROLLING' });
    faults.arm({ kind: 'reset-before' });
    faults.arm({ kind: 'status', status: 502 });
    const [read] = await world.gateway.readRecords([id], NO_FIELDS, { history: false });
    expect(read?.kind).toBe('found');
    expect(world.waited.some((delay) => delay >= 1_000)).toBe(true);
  });

  it('pause the whole portal while HubSpot moves it, and say until when', async () => {
    world.sandbox.control.faults.arm({ kind: 'status', status: 477, retryAfter: 7_200 });
    const error = await crmErrorOf(world.gateway.readRecords(['1'], NO_FIELDS, { history: false }));
    expect(error).toMatchObject({ kind: 'rate-limited', retryAfter: 7_200_000 });
    const later = await crmErrorOf(world.gateway.listFields());
    expect(later.kind).toBe('rate-limited');
    const { pausedUntil } = world.gateway.budget();
    expect(pausedUntil).toBeGreaterThan(Date.now() + 7_100_000);
  });
});

describe('the pace', () => {
  it("stays within HubSpot's limits without a single 429", async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `9999999999${index}`);
    const paced = await startHubSpotWorld(
      { limits: { burst: { serviceKey: 20, intervalMs: 300 } } },
      { time: undefined },
    );
    try {
      await paced.gateway.describeAccount();
      await paced.gateway.readRecords(ids, NO_FIELDS, { history: false });
      expect(paced.sandbox.control.countCalls({ status: 429 })).toBe(0);
      expect(paced.gateway.budget()).toMatchObject({
        window: { max: 20, interval: 300 },
        calls: { read: 61 },
      });
    } finally {
      await paced.stop();
    }
  });
});
