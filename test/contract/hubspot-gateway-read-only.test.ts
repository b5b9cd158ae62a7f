import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CrmGateway, NoteWrite } from '#core/ports/crm-gateway.ts';
import { createClock } from '#sandbox/control/clock.ts';
import { crmErrorOf, NO_FIELDS, startHubSpotWorld, type HubSpotWorld } from '#test/support/hubspot-world.ts';

const MONDAY = Date.UTC(2026, 10, 16, 9);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const ASSISTANT = 'baton_assistant';
const clock = createClock({ startAt: MONDAY, frozen: true });
let world: HubSpotWorld;
let readOnly: CrmGateway;

beforeEach(async () => {
  clock.set(MONDAY);
  world = await startHubSpotWorld({ clock }, { wallNow: () => clock.now() });
  readOnly = world.readOnly();
});
afterEach(() => world.stop());

const addContact = (values: Record<string, string> = {}): string =>
  world.person.createRecord('contacts', { firstname: 'Ana', ...values });
const addOwner = (name: string) =>
  world.person.addUser({ email: `${name}@team.example`, firstName: name, lastName: 'Lee' });

/** Both ways of reading, asked the same. */
async function both<T>(ask: (gateway: CrmGateway) => Promise<T>): Promise<readonly [get: T, post: T]> {
  return [await ask(readOnly), await ask(world.gateway)];
}

const note = (recordId: string, key: string): NoteWrite => ({
  kind: 'note',
  key,
  recordId,
  at: MONDAY,
  bodyHtml: `<p>Taken over (${key})</p>`,
});

describe('a read-only connection', () => {
  it('sends nothing but GET, whatever is called, and says so', async () => {
    const id = addContact();
    world.sandbox.control.resetRequests();
    const because = /read-only/;
    for (const attempt of [
      readOnly.inviteUser('eva@team.example', 'Eva'),
      readOnly.ensureFieldGroup('baton', 'Baton'),
      readOnly.replaceOptions('hs_lead_status', []),
      readOnly.writeFieldNote('baton_lease', 'x'),
    ]) {
      const error = await crmErrorOf(attempt);
      expect(error.kind).toBe('read-only');
      expect(error.message).toMatch(because);
    }
    const [outcome] = await readOnly.write([note(id, 'n1')]);
    expect(outcome).toMatchObject({ kind: 'retry', error: { kind: 'read-only' } });
    const archived = await readOnly.archive([{ write: note(id, 'n1'), remoteId: '1' }]);
    expect(archived[0]).toMatchObject({ kind: 'retry', error: { kind: 'read-only' } });
    expect(world.sandbox.control.countCalls()).toBe(0);
  });

  it('finds the assigned contacts as a search does: by time, both orders, pages, one instant', async () => {
    const [eva, max, other] = [addOwner('eva'), addOwner('max'), addOwner('other')];
    for (let index = 0; index < 230; index += 1) {
      world.person.assign([addContact()], index % 2 === 0 ? eva.id : max.id);
      if (index % 3 > 0) clock.advance(SECOND);
    }
    world.person.assign([addContact()], other.id);
    addContact({ hubspot_owner_id: eva.id });
    const ownerIds = [eva.id, max.id];
    for (const since of [null, MONDAY + 10 * SECOND]) {
      for (const order of ['oldest-first', 'newest-first'] as const) {
        for (const offset of [0, 200]) {
          const query = { kind: 'since', ownerIds, since, order, offset } as const;
          const [got, searched] = await both((gateway) => gateway.findAssigned(query));
          expect({ total: got.total, isWhole: got.isWhole }).toEqual({
            total: searched.total,
            isWhole: true,
          });
          expect(got.hits.map((hit) => hit.assignedAt)).toEqual(searched.hits.map((hit) => hit.assignedAt));
          if (offset === 0) continue;
          const key = (hit: { recordId: string }) => hit.recordId;
          const all = async (gateway: CrmGateway) => [
            ...(await gateway.findAssigned({ ...query, offset: 0 })).hits.map(key),
            ...(await gateway.findAssigned(query)).hits.map(key),
          ];
          const [gotAll, searchedAll] = await both(all);
          expect(gotAll.toSorted((a, b) => a.localeCompare(b))).toEqual(
            searchedAll.toSorted((a, b) => a.localeCompare(b)),
          );
        }
      }
    }
    const at = { kind: 'at', ownerIds, at: MONDAY + 2 * SECOND, afterRecordId: null } as const;
    const [gotAt, searchedAt] = await both((gateway) => gateway.findAssigned(at));
    expect(gotAt).toEqual(searchedAt);
    expect(gotAt.hits.length).toBeGreaterThan(1);
    const later = { ...at, afterRecordId: gotAt.hits[0]?.recordId ?? '' };
    const [gotLater, searchedLater] = await both((gateway) => gateway.findAssigned(later));
    expect(gotLater).toEqual(searchedLater);
  });

  it('finds the contacts whose field names an assistant as a search does', async () => {
    await world.gateway.ensureFieldGroup('baton', 'Baton');
    const options = ['eva', 'max'].map((value, displayOrder) => ({
      value,
      label: value,
      hidden: false,
      displayOrder,
    }));
    await world.gateway.createField({
      name: ASSISTANT,
      label: 'Baton Assistant',
      type: 'enumeration',
      fieldType: 'select',
      groupName: 'baton',
      description: '',
      options,
    });
    addContact({ [ASSISTANT]: 'max' });
    const [first] = [addContact({ [ASSISTANT]: 'eva' }), addContact({ [ASSISTANT]: 'eva' })];
    clock.advance(MINUTE);
    addContact({ [ASSISTANT]: 'eva' });
    const query = { property: ASSISTANT, values: ['eva'], modifiedSince: null, afterRecordId: null };
    for (const each of [
      query,
      { ...query, modifiedSince: MONDAY + MINUTE },
      { ...query, afterRecordId: first ?? '' },
    ]) {
      const [got, searched] = await both((gateway) => gateway.findByProperty(each));
      expect(got).toEqual(searched);
      expect(got.total).toBeGreaterThan(0);
    }
  });

  it('reads records as the batch does: history, merged, deleted, erased, unknown', async () => {
    const [eva, sam] = [addOwner('eva'), addOwner('sam')];
    const plain = addContact({ email: 'p@acme.example', hubspot_owner_id: sam.id });
    clock.advance(SECOND);
    world.person.assign([plain], eva.id);
    const [kept, absorbed, deleted, erased] = [
      addContact({ email: 'a@acme.example' }),
      addContact({ email: 'b@acme.example' }),
      addContact(),
      addContact({ email: 'c@acme.example' }),
    ];
    world.person.merge('contacts', kept, absorbed);
    world.person.delete('contacts', deleted);
    world.person.gdprDelete(erased);
    const asked = [absorbed, deleted, plain, kept, erased, '999999999999', plain];
    for (const history of [true, false]) {
      const [got, read] = await both((gateway) => gateway.readRecords(asked, NO_FIELDS, { history }));
      expect(got).toEqual(read);
    }
    const [goneGot, gonePost] = await both((gateway) => gateway.deletedForEver([deleted, erased, '999']));
    expect(goneGot).toEqual(gonePost);
    expect(goneGot).toEqual([erased, '999']);
  });

  it('tells which notes stand and whether they were changed, as the batches do', async () => {
    const [one, two] = [addContact(), addContact()];
    const writes = [note(one, 'n1'), note(two, 'n2')];
    await world.gateway.write(writes);
    const asked = [...writes, note(one, 'n3')];
    const [got, read] = await both((gateway) => gateway.findWritten(asked));
    expect(got).toEqual(read);
    expect(got.map((id) => id !== null)).toEqual([true, true, false]);
    const items = writes.map((write, index) => ({ write, remoteId: got[index] ?? '' }));
    world.person.setProperties('notes', items[1]?.remoteId ?? '', { hs_note_body: '<p>Mine now</p>' });
    const [states, statesRead] = await both((gateway) => gateway.compareWritten(items));
    expect(states).toEqual(statesRead);
    expect(states.map((state) => state.kind)).toEqual(['unchanged', 'changed']);
  });

  it('reads account, users and fields', async () => {
    addOwner('eva');
    const [account, sameAccount] = await both((gateway) => gateway.describeAccount());
    expect(account).toEqual(sameAccount);
    const [users, sameUsers] = await both((gateway) => gateway.listUsers());
    expect(users).toEqual(sameUsers);
    const [fields, sameFields] = await both((gateway) => gateway.listFields());
    expect(fields).toEqual(sameFields);
  });
});

describe('looking through the contacts', () => {
  const look = (ownerId: string) =>
    readOnly.findAssigned({
      kind: 'since',
      ownerIds: [ownerId],
      since: null,
      order: 'newest-first',
      offset: 0,
    });
  const lists = () => world.sandbox.control.countCalls({ method: 'GET', path: /\/contacts$/ });

  it('rests after a round, and sees in the next one who was assigned, taken away and deleted', async () => {
    const eva = addOwner('eva');
    const [stays, leaves, dies] = [addContact(), addContact(), addContact()];
    world.person.assign([stays, leaves, dies], eva.id);
    expect((await look(eva.id)).total).toBe(3);
    const calls = lists();
    const fresh = addContact();
    world.person.assign([fresh], eva.id);
    world.person.takeAway(leaves, '');
    world.person.delete('contacts', dies);
    expect((await look(eva.id)).total).toBe(3);
    expect(lists()).toBe(calls);
    expect(readOnly.lookThrough()).toEqual({ looked: 3, isWhole: true, againAt: MONDAY + MINUTE });
    clock.advance(MINUTE);
    const next = await look(eva.id);
    expect(next.hits.map((hit) => hit.recordId).toSorted((a, b) => a.localeCompare(b))).toEqual(
      [stays, fresh].toSorted((a, b) => a.localeCompare(b)),
    );
  });

  it('goes on by slices in a large portal, and says how far it is', async () => {
    const eva = addOwner('eva');
    for (let nth = 0; nth < 2_150; nth += 1) addContact();
    const last = addContact({ hubspot_owner_id: eva.id });
    const first = await look(eva.id);
    expect(first).toMatchObject({ total: 0, isWhole: false });
    expect(readOnly.lookThrough()).toEqual({ looked: 2_000, isWhole: false, againAt: null });
    expect(lists()).toBe(20);
    await look(eva.id);
    expect(lists()).toBe(20);
    clock.advance(5 * SECOND);
    const page = await look(eva.id);
    expect(page.hits.map((hit) => hit.recordId)).toEqual([last]);
    expect(page.isWhole).toBe(true);
  });

  it('begins anew for an assistant who is new, and counts her contacts whole', async () => {
    const [eva, max] = [addOwner('eva'), addOwner('max')];
    world.person.assign([addContact()], eva.id);
    world.person.assign([addContact(), addContact()], max.id);
    expect((await look(eva.id)).total).toBe(1);
    expect(await look(max.id)).toMatchObject({ total: 2, isWhole: true });
    expect((await look(eva.id)).total).toBe(1);
  });
});
