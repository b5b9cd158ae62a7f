import { AssociationTypes, Client } from '@hubspot/api-client';
import { AssociationSpecAssociationCategoryEnum as Category } from '@hubspot/api-client/lib/codegen/crm/contacts/index.js';
import { AssociationSpecAssociationCategoryEnum as V4Category } from '@hubspot/api-client/lib/codegen/crm/associations/v4/index.js';
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

async function statusOf(call: Promise<unknown>): Promise<number> {
  try {
    await call;
    return 200;
  } catch (error) {
    return (error as { code: number }).code;
  }
}

const contact = () =>
  client.crm.contacts.basicApi.create({ properties: { firstname: 'A' }, associations: [] });

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

describe("associations, through HubSpot's own client", () => {
  const v4 = () => client.crm.associations.v4;

  it('makes the default association and lists it from both sides', async () => {
    const { id } = await contact();
    const company = await client.crm.companies.basicApi.create({
      properties: { name: 'A' },
      associations: [],
    });
    const made = await v4().basicApi.createDefault('contacts', id, 'companies', company.id);
    expect(made.results[0]).toMatchObject({
      _from: { id },
      to: { id: company.id },
      associationSpec: { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 },
    });
    const page = await v4().basicApi.getPage('contact', id, '0-2');
    expect(page.results).toMatchObject([{ toObjectId: company.id }]);
    expect(page.results[0]?.associationTypes.map((type) => type.typeId).sort()).toEqual([1, 279]);
    const back = await v4().basicApi.getPage('companies', company.id, 'contacts');
    expect(back.results).toMatchObject([{ toObjectId: id }]);
    const read = await client.crm.contacts.basicApi.getById(id, [], [], ['companies']);
    expect(read.associations?.['companies']?.results).toContainEqual({
      id: company.id,
      type: 'contact_to_company',
    });
  });

  it('associates with a type, refuses one that does not fit, and takes it away', async () => {
    const { id } = await contact();
    const note = await client.crm.objects.notes.basicApi.create({
      properties: { hs_timestamp: '1700000000000' },
      associations: [],
    });
    const spec = (associationTypeId: number) => [
      { associationCategory: V4Category.HubspotDefined, associationTypeId },
    ];
    const made = await v4().basicApi.create('notes', note.id, 'contacts', id, spec(202));
    expect(made).toMatchObject({
      fromObjectTypeId: '0-46',
      toObjectTypeId: '0-1',
      toObjectId: id,
      labels: [],
    });
    expect(await statusOf(v4().basicApi.create('notes', note.id, 'contacts', id, spec(190)))).toBe(400);
    await v4().basicApi.archive('notes', note.id, 'contacts', id);
    expect((await v4().basicApi.getPage('notes', note.id, 'contacts')).results).toEqual([]);
  });

  it('does the same in batches', async () => {
    const { id } = await contact();
    const task = await client.crm.objects.tasks.basicApi.create({
      properties: { hs_timestamp: '1700000000000' },
      associations: [],
    });
    const from = { id: task.id };
    const types = [{ associationCategory: V4Category.HubspotDefined, associationTypeId: 204 }];
    const created = await v4().batchApi.create('tasks', 'contacts', {
      inputs: [{ _from: from, to: { id }, types }],
    });
    expect(created.results).toMatchObject([{ fromObjectId: task.id, toObjectId: id }]);
    const read = await v4().batchApi.getPage('tasks', 'contacts', {
      inputs: [{ id: task.id }, { id: '404' }],
    });
    expect(read.results).toMatchObject([{ _from: from, to: [{ toObjectId: id }] }]);
    expect(read).toMatchObject({ numErrors: 1 });
    await v4().batchApi.archiveLabels('tasks', 'contacts', { inputs: [{ _from: from, to: { id }, types }] });
    expect((await v4().basicApi.getPage('tasks', task.id, 'contacts')).results).toEqual([]);
    const again = await v4().batchApi.createDefault('tasks', 'contacts', {
      inputs: [{ _from: from, to: { id } }],
    });
    expect(again.results[0]).toMatchObject({ associationSpec: { associationTypeId: 204 } });
    await v4().batchApi.archive('tasks', 'contacts', { inputs: [{ _from: from, to: [{ id }] }] });
    expect((await v4().basicApi.getPage('contacts', id, 'tasks')).results).toEqual([]);
  });

  it('tells the labels of a pair', async () => {
    const { results } = await v4().schema.definitionsApi.getAll('contacts', 'companies');
    expect(results.map((label) => [label.typeId, label.label])).toEqual([
      [279, undefined],
      [1, 'Primary'],
    ]);
  });

  it('serves the v3 batches by type name', async () => {
    const { id } = await contact();
    const note = await logNote(id);
    const read = await client.crm.associations.batchApi.read('notes', 'contacts', {
      inputs: [{ id: note.id }],
    });
    expect(read.results).toMatchObject([{ _from: { id: note.id }, to: [{ id, type: 'note_to_contact' }] }]);
    const pair = { _from: { id: note.id }, to: { id }, type: 'note_to_contact' };
    await client.crm.associations.batchApi.archive('notes', 'contacts', { inputs: [pair] });
    const created = await client.crm.associations.batchApi.create('notes', 'contacts', { inputs: [pair] });
    expect(created.results).toMatchObject([pair]);
    const types = await client.crm.associations.schema.typesApi.getAll('notes', 'contacts');
    expect(types.results).toEqual([{ id: '202', name: 'note_to_contact' }]);
  });
});
