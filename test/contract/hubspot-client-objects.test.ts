import { AssociationTypes, Client } from '@hubspot/api-client';
import { AssociationSpecAssociationCategoryEnum as Category } from '@hubspot/api-client/lib/codegen/crm/contacts/index.js';
import { FilterOperatorEnum as Operator } from '@hubspot/api-client/lib/codegen/crm/contacts/index.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPortalServer } from '#sandbox/http/portal-server.ts';
import type { PortalServer } from '#sandbox/http/portal-server.ts';
import { createServiceKey } from '#sandbox/hubspot/oauth.ts';
import { KNOWN_SCOPES } from '#sandbox/hubspot/scopes.ts';

let server: PortalServer;
let client: Client;

beforeAll(async () => {
  server = await startPortalServer({ limits: { enabled: false } });
});
afterAll(() => server.close());
beforeEach(() => {
  client = new Client({ basePath: server.url, accessToken: createServiceKey(server.portal, KNOWN_SCOPES) });
});

interface ApiFailure {
  readonly code: number;
  readonly body: { readonly category: string; readonly message: string; readonly correlationId: string };
}

async function failure(call: Promise<unknown>): Promise<ApiFailure> {
  try {
    await call;
  } catch (error) {
    return error as ApiFailure;
  }
  throw new Error('the call did not fail');
}

let people = 0;
const nextEmail = (): string => `person.${(people += 1)}@example.com`;
const contact = async (properties: Record<string, string> = {}) =>
  client.crm.contacts.basicApi.create({
    properties: { email: nextEmail(), ...properties },
    associations: [],
  });
const ids = (results: readonly { id: string }[]): string[] => results.map((result) => result.id);
const everything = { after: '0', sorts: [], properties: [], filterGroups: [] };

describe("contacts, through HubSpot's own client", () => {
  it('creates a contact with a lower-case address, times as dates and an id as text', async () => {
    const created = await contact({ email: 'Ada.Lovelace@Example.COM', firstname: 'Ada' });
    expect(created.id).toMatch(/^\d+$/);
    expect(created.properties).toMatchObject({
      email: 'ada.lovelace@example.com',
      firstname: 'Ada',
      hs_object_id: created.id,
    });
    expect(created.createdAt).toBeInstanceOf(Date);
    expect(created.archived).toBe(false);
  });

  it('refuses a second contact of the same address and names the first', async () => {
    const { id, properties } = await contact();
    const { code, body } = await failure(contact({ email: properties['email']?.toUpperCase() ?? '' }));
    expect(code).toBe(409);
    expect(body).toMatchObject({
      category: 'CONFLICT',
      message: `Contact already exists. Existing ID: ${id}`,
    });
  });

  it('reads the default properties, the wished ones, and by address', async () => {
    const { id, properties } = await contact({ firstname: 'Grace', jobtitle: 'Admiral' });
    const byDefault = await client.crm.contacts.basicApi.getById(id);
    expect(Object.keys(byDefault.properties).sort()).toEqual([
      'createdate',
      'email',
      'firstname',
      'hs_object_id',
      'lastmodifieddate',
      'lastname',
    ]);
    expect(byDefault.properties['lastname']).toBeNull();
    const byEmail = await client.crm.contacts.basicApi.getById(
      properties['email'] ?? '',
      ['jobtitle', 'no_such_property'],
      ['jobtitle'],
      undefined,
      false,
      'email',
    );
    expect(byEmail.id).toBe(id);
    expect(byEmail.properties).toMatchObject({ jobtitle: 'Admiral' });
    expect(byEmail.properties).not.toHaveProperty('no_such_property');
    expect(byEmail.propertiesWithHistory?.['jobtitle']).toMatchObject([
      { value: 'Admiral', sourceType: 'INTEGRATION' },
    ]);
  });

  it('updates, keeps the history newest first, and answers 404 after archiving', async () => {
    const { id } = await contact({ firstname: 'Alan' });
    const updated = await client.crm.contacts.basicApi.update(id, { properties: { firstname: 'Al' } });
    expect(updated.properties['firstname']).toBe('Al');
    const read = await client.crm.contacts.basicApi.getById(id, [], ['firstname']);
    expect(read.propertiesWithHistory?.['firstname']?.map((version) => version.value)).toEqual([
      'Al',
      'Alan',
    ]);
    await client.crm.contacts.basicApi.archive(id);
    expect((await failure(client.crm.contacts.basicApi.getById(id))).code).toBe(404);
    const archived = await client.crm.contacts.basicApi.getById(id, [], [], [], true);
    expect(archived.archived).toBe(true);
    expect(archived.archivedAt).toBeInstanceOf(Date);
  });

  it('refuses an unknown property and a read-only one by name', async () => {
    const { code, body } = await failure(contact({ shoe_size: '43' }));
    expect(code).toBe(400);
    expect(body.category).toBe('VALIDATION_ERROR');
    expect(body.message).toContain('PROPERTY_DOESNT_EXIST');
    const { id } = await contact();
    const readOnly = await failure(
      client.crm.contacts.basicApi.update(id, { properties: { hubspot_owner_assigneddate: '2026-01-01' } }),
    );
    expect(readOnly.body.message).toContain('READ_ONLY_VALUE');
  });

  it('pages through all contacts without a gap', async () => {
    for (let i = 0; i < 5; i += 1) await contact();
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await client.crm.contacts.basicApi.getPage(2, after);
      seen.push(...ids(page.results));
      after = page.paging?.next?.after;
    } while (after !== undefined);
    const live = [...server.portal.objects.contacts.values()].filter((one) => one.archivedAt === null);
    expect(seen).toEqual(ids(live));
  });

  it('merges two contacts into a new one that both ids lead to', async () => {
    const one = await contact({ firstname: 'Left' });
    const two = await contact({ firstname: 'Right', jobtitle: 'Keeper' });
    const merged = await client.crm.contacts.basicApi.merge({
      primaryObjectId: one.id,
      objectIdToMerge: two.id,
    });
    expect([one.id, two.id]).not.toContain(merged.id);
    expect(merged.properties).toMatchObject({ firstname: 'Left', jobtitle: 'Keeper' });
    const followed = await client.crm.contacts.basicApi.getById(two.id, ['hs_merged_object_ids']);
    expect(followed.id).toBe(merged.id);
    expect(followed.properties['hs_merged_object_ids']).toBe(`${one.id};${two.id}`);
    const patched = await client.crm.contacts.basicApi.update(one.id, { properties: { city: 'Bern' } });
    expect(patched.id).toBe(merged.id);
    const batch = await client.crm.contacts.batchApi.update({
      inputs: [{ id: one.id, properties: { city: 'Basel' } }],
    });
    expect(batch).toMatchObject({ numErrors: 1, results: [] });
  });

  it('forgets a contact for ever on a GDPR delete by address', async () => {
    const { id, properties } = await contact();
    const email = properties['email'] ?? '';
    await client.crm.contacts.basicApi.purge({ objectId: email, idProperty: 'email' });
    expect((await failure(client.crm.contacts.basicApi.getById(id))).code).toBe(404);
    expect((await failure(client.crm.contacts.basicApi.getById(id, [], [], [], true))).code).toBe(404);
    expect((await failure(contact({ email }))).code).toBe(400);
  });
});

describe("batches, through HubSpot's own client", () => {
  it('creates all or nothing without trace ids', async () => {
    const email = nextEmail();
    const before = server.portal.objects.contacts.size;
    const refused = await failure(
      client.crm.contacts.batchApi.create({
        inputs: [
          { properties: { email }, associations: [] },
          { properties: { nope: '1' }, associations: [] },
        ],
      }),
    );
    expect(refused.code).toBe(400);
    expect(server.portal.objects.contacts.size).toBe(before);
    const created = await client.crm.contacts.batchApi.create({
      inputs: [{ properties: { email }, associations: [] }],
    });
    expect(created).toMatchObject({ status: 'COMPLETE', results: [{ properties: { email } }] });
    expect(created).not.toHaveProperty('numErrors', 1);
  });

  it('creates the good ones and reports the bad ones when every input has a trace id', async () => {
    const answer = await client.crm.contacts.batchApi.create({
      inputs: [
        { properties: { email: nextEmail() }, associations: [], objectWriteTraceId: 'good' },
        { properties: { nope: '1' }, associations: [], objectWriteTraceId: 'bad' },
      ],
    });
    expect(answer.results.map((result) => result.objectWriteTraceId)).toEqual(['good']);
    expect(answer).toMatchObject({
      numErrors: 1,
      errors: [{ category: 'VALIDATION_ERROR', context: { objectWriteTraceId: ['bad'] } }],
    });
  });

  it('reads what is there and reports the ids that are not', async () => {
    const { id } = await contact({ firstname: 'Here' });
    const answer = await client.crm.contacts.batchApi.read({
      inputs: [{ id: '404' }, { id }],
      properties: ['firstname'],
      propertiesWithHistory: ['hubspot_owner_id'],
    });
    expect(answer.results).toHaveLength(1);
    expect(answer.results[0]).toMatchObject({ id, properties: { firstname: 'Here' } });
    expect(answer).toMatchObject({
      numErrors: 1,
      errors: [{ category: 'OBJECT_NOT_FOUND', context: { ids: ['404'] } }],
    });
  });

  it('refuses more than 100 inputs, and more than 50 with history', async () => {
    const inputs = Array.from({ length: 51 }, (_, index) => ({ id: String(index) }));
    const histories = await failure(
      client.crm.contacts.batchApi.read({ inputs, properties: [], propertiesWithHistory: ['email'] }),
    );
    expect(histories.code).toBe(400);
    expect(histories.body.message).toContain('for property histories is 50');
    const many = [...inputs, ...inputs];
    const reads = await failure(
      client.crm.contacts.batchApi.read({ inputs: many, properties: [], propertiesWithHistory: [] }),
    );
    expect(reads.code).toBe(400);
  });

  it('updates each input by itself', async () => {
    const { id } = await contact();
    const answer = await client.crm.contacts.batchApi.update({
      inputs: [
        { id, properties: { city: 'Graz' } },
        { id: '404', properties: { city: 'Graz' } },
      ],
    });
    expect(answer.results).toMatchObject([{ id, properties: { city: 'Graz' } }]);
    expect(answer).toMatchObject({ numErrors: 1, errors: [{ category: 'OBJECT_NOT_FOUND' }] });
  });

  it('upserts by address and says which are new', async () => {
    const { id, properties } = await contact();
    const fresh = nextEmail();
    const answer = await client.crm.contacts.batchApi.upsert({
      inputs: [
        { id: properties['email'] ?? '', idProperty: 'email', properties: { city: 'Linz' } },
        { id: fresh, idProperty: 'email', properties: { city: 'Linz' } },
      ],
    });
    expect(answer.results.map((result) => result._new)).toEqual([false, true]);
    expect(answer.results[0]?.id).toBe(id);
    expect(answer.results[1]?.properties['email']).toBe(fresh);
  });

  it('archives a batch and takes unknown ids in its stride', async () => {
    const { id } = await contact();
    await client.crm.contacts.batchApi.archive({ inputs: [{ id }, { id: '404' }] });
    expect((await failure(client.crm.contacts.basicApi.getById(id))).code).toBe(404);
  });
});

describe("search, through HubSpot's own client", () => {
  it('finds by owner and time, sorted, page by page', async () => {
    const owner = server.control.person.addUser({ email: nextEmail() });
    const made = [await contact(), await contact(), await contact()];
    server.control.person.assign(ids(made), owner.id);
    const request = {
      ...everything,
      limit: 2,
      sorts: ['hubspot_owner_assigneddate'],
      properties: ['hubspot_owner_id'],
      filterGroups: [
        {
          filters: [
            { propertyName: 'hubspot_owner_id', operator: Operator.In, values: [owner.id] },
            { propertyName: 'hubspot_owner_assigneddate', operator: Operator.Gte, value: '0' },
          ],
        },
      ],
    };
    const first = await client.crm.contacts.searchApi.doSearch(request);
    expect(first.total).toBe(3);
    expect(first.paging?.next?.after).toBe('2');
    const second = await client.crm.contacts.searchApi.doSearch({ ...request, after: '2' });
    expect(second.paging).toBeUndefined();
    expect(ids([...first.results, ...second.results]).sort()).toEqual(ids(made).sort());
  });

  it('shows the first 10,000 results and no more', async () => {
    const { code } = await failure(
      client.crm.contacts.searchApi.doSearch({ ...everything, after: '9900', limit: 200 }),
    );
    expect(code).toBe(400);
  });

  it('finds activities by the contact that they are logged on', async () => {
    const { id } = await contact();
    const note = await logNote(id);
    const found = await client.crm.objects.notes.searchApi.doSearch({
      ...everything,
      limit: 10,
      filterGroups: [
        { filters: [{ propertyName: 'associations.contact', operator: Operator.Eq as never, value: id }] },
      ],
    });
    expect(ids(found.results)).toEqual([note.id]);
  });
});

async function logNote(contactId: string) {
  return client.crm.objects.notes.basicApi.create({
    properties: { hs_timestamp: '2026-11-20T10:00:00Z', hs_note_body: '<p>Called</p>' },
    associations: [
      {
        to: { id: contactId },
        types: [
          {
            associationCategory: Category.HubspotDefined as never,
            associationTypeId: AssociationTypes.noteToContact,
          },
        ],
      },
    ],
  });
}

describe("the other objects, through HubSpot's own client", () => {
  it.each([
    ['companies', { name: 'Example AG', domain: 'example.com' }, { name: 'Example' }],
    ['notes', { hs_timestamp: '1700000000000', hs_note_body: 'x' }, { hs_note_body: 'y' }],
    ['emails', { hs_timestamp: '1700000000000', hs_email_direction: 'EMAIL' }, { hs_email_subject: 'y' }],
    ['tasks', { hs_timestamp: '1700000000000', hs_task_subject: 'x' }, { hs_task_status: 'COMPLETED' }],
    ['meetings', { hs_timestamp: '1700000000000', hs_meeting_title: 'x' }, { hs_meeting_title: 'y' }],
  ] as const)(
    'creates, reads, lists, updates, searches, batches and archives %s',
    async (type, given, changed) => {
      const { basicApi, batchApi, searchApi } =
        type === 'companies' ? client.crm.companies : client.crm.objects[type];
      const created = await basicApi.create({ properties: { ...given }, associations: [] });
      const [name = '', value = ''] = Object.entries(changed)[0] ?? [];
      const updated = await basicApi.update(created.id, { properties: { ...changed } });
      expect(updated.properties[name]).toBe(value);
      const read = await basicApi.getById(created.id, [name]);
      expect(read.properties[name]).toBe(value);
      expect(ids((await basicApi.getPage(100)).results)).toContain(created.id);
      const search = { ...everything, limit: 10 };
      expect(ids((await searchApi.doSearch(search)).results)).toContain(created.id);
      const batch = await batchApi.create({ inputs: [{ properties: { ...given }, associations: [] }] });
      const other = batch.results[0]?.id ?? '';
      await batchApi.update({ inputs: [{ id: other, properties: { ...changed } }] });
      const both = await batchApi.read({
        inputs: [{ id: other }, { id: created.id }],
        properties: [name],
        propertiesWithHistory: [],
      });
      expect(both.results.map((result) => result.properties[name])).toEqual([value, value]);
      await batchApi.archive({ inputs: [{ id: other }] });
      await basicApi.archive(created.id);
      expect((await failure(basicApi.getById(created.id))).code).toBe(404);
    },
  );

  it('refuses an activity without a time', async () => {
    const { code } = await failure(
      client.crm.objects.notes.basicApi.create({ properties: { hs_note_body: 'x' }, associations: [] }),
    );
    expect(code).toBe(400);
  });

  it('merges companies', async () => {
    const make = (name: string) =>
      client.crm.companies.basicApi.create({ properties: { name }, associations: [] });
    const [one, two] = [await make('One'), await make('Two')];
    const merged = await client.crm.companies.basicApi.merge({
      primaryObjectId: one.id,
      objectIdToMerge: two.id,
    });
    expect(merged.properties['name']).toBe('One');
  });
});

describe("limits, tokens and scopes, through HubSpot's own client", () => {
  const named = (name: string, scopes: Iterable<string>) =>
    new Client({
      basePath: server.url,
      accessToken: name === 'wrong' ? 'nonsense' : createServiceKey(server.portal, scopes),
    });

  it('refuses a wrong token with 401 and a missing scope with 403, naming it', async () => {
    const wrong = await failure(named('wrong', []).crm.contacts.basicApi.getPage());
    expect([wrong.code, wrong.body.category]).toEqual([401, 'INVALID_AUTHENTICATION']);
    const narrow = await failure(named('narrow', ['oauth']).crm.contacts.basicApi.getPage());
    expect([narrow.code, narrow.body.category]).toEqual([403, 'MISSING_SCOPES']);
    expect(JSON.stringify(narrow.body)).toContain('crm.objects.contacts.read');
  });

  it('answers a sixth search in a second with the secondly policy and no rate headers', async () => {
    server.control.setLimits({ enabled: true });
    try {
      const searches = Array.from({ length: 6 }, () =>
        client.crm.contacts.searchApi.doSearch({ ...everything, limit: 1 }).then(
          () => null,
          (error: unknown) => error as ApiFailure & { headers: Record<string, string> },
        ),
      );
      const refused = (await Promise.all(searches)).filter((outcome) => outcome !== null);
      expect(refused).toHaveLength(1);
      expect(refused[0]).toMatchObject({
        code: 429,
        body: { message: 'You have reached your secondly limit.' },
      });
      expect(Object.keys(refused[0]?.headers ?? {}).join()).not.toContain('ratelimit');
    } finally {
      server.control.setLimits({ enabled: false });
    }
  });
});
