import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '@hubspot/api-client';
import {
  PropertyCreateFieldTypeEnum,
  PropertyCreateTypeEnum,
} from '@hubspot/api-client/lib/codegen/crm/properties/index.js';
import { addOwner, archiveOwner } from '#sandbox/hubspot/owners.ts';
import { registerOAuthApp } from '#sandbox/hubspot/oauth.ts';
import type { CrmObject } from '#sandbox/portal/model.ts';
import { startSchemaServer } from '#test/support/hubspot-schema-server.ts';
import type { SchemaServer } from '#test/support/hubspot-schema-server.ts';

let server: SchemaServer;
let client: Client;

beforeAll(async () => {
  server = await startSchemaServer();
});
afterAll(() => server.close());
beforeEach(() => {
  client = server.client();
});

interface ApiFailure {
  readonly code: number;
  readonly body: { readonly category: string; readonly subCategory?: string; readonly message: string };
}

async function failure(call: Promise<unknown>): Promise<ApiFailure> {
  try {
    await call;
  } catch (error) {
    return error as ApiFailure;
  }
  throw new Error('the call did not fail');
}

const select = (name: string, values: readonly string[]) => ({
  name,
  label: name,
  groupName: 'baton',
  type: PropertyCreateTypeEnum.Enumeration,
  fieldType: PropertyCreateFieldTypeEnum.Select,
  options: values.map((value, displayOrder) => ({ label: value, value, displayOrder, hidden: false })),
});

const text = (name: string, more: object = {}) => ({
  name,
  label: name,
  groupName: 'baton',
  type: PropertyCreateTypeEnum.String,
  fieldType: PropertyCreateFieldTypeEnum.Text,
  ...more,
});

describe("properties, through HubSpot's own client", () => {
  const coreApi = () => client.crm.properties.coreApi;
  const batchApi = () => client.crm.properties.batchApi;
  const groupsApi = () => client.crm.properties.groupsApi;

  beforeAll(async () => {
    await server.client().crm.properties.groupsApi.create('contacts', { name: 'baton', label: 'Baton' });
  });

  it('makes, reads, lists, changes and archives a group', async () => {
    const made = await groupsApi().create('contacts', { name: 'extra', label: 'Extra', displayOrder: 3 });
    expect(made).toMatchObject({ name: 'extra', label: 'Extra', displayOrder: 3, archived: false });
    expect(await failure(groupsApi().create('contacts', { name: 'extra', label: 'Again' }))).toMatchObject({
      code: 409,
      body: { category: 'OBJECT_ALREADY_EXISTS' },
    });
    expect((await groupsApi().update('contacts', 'extra', { label: 'More' })).label).toBe('More');
    expect((await groupsApi().getByName('contacts', 'extra')).label).toBe('More');
    await groupsApi().archive('contacts', 'extra');
    const left = (await groupsApi().getAll('contacts')).results.map((group) => group.name);
    expect(left).toContain('contactinformation');
    expect(left).not.toContain('extra');
  });

  it('makes a property once and says 409 the second time, in the words clients match on', async () => {
    const made = await coreApi().create('contacts', select('baton_status', ['Warm', 'Hot']));
    expect(made).toMatchObject({
      name: 'baton_status',
      groupName: 'baton',
      archived: false,
      hubspotDefined: false,
    });
    expect(made.createdAt).toBeInstanceOf(Date);
    expect(made.modificationMetadata).toMatchObject({ archivable: true, readOnlyValue: false });
    expect(await failure(coreApi().create('contacts', select('baton_status', ['x'])))).toMatchObject({
      code: 409,
      body: {
        category: 'OBJECT_ALREADY_EXISTS',
        subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS',
        message: "A property named 'baton_status' already exists.",
      },
    });
  });

  it('replaces the whole list of options on PATCH', async () => {
    await coreApi().create('contacts', select('baton_schedule', ['A', 'B']));
    const options = [{ label: 'C', value: 'C', displayOrder: 0, hidden: false }];
    const changed = await coreApi().update('contacts', 'baton_schedule', { options });
    expect(changed.options.map((option) => option.value)).toEqual(['C']);
    expect((await coreApi().getByName('contacts', 'baton_schedule')).options).toHaveLength(1);
  });

  it('adds an option to the lead status, but leaves its definition alone', async () => {
    const { options } = await coreApi().getByName('contacts', 'hs_lead_status');
    const more = [...options, { label: 'Qualified', value: 'QUALIFIED', displayOrder: 8, hidden: false }];
    expect((await coreApi().update('contacts', 'hs_lead_status', { options: more })).options).toHaveLength(9);
    expect(
      await failure(coreApi().update('contacts', 'hs_lead_status', { groupName: 'baton' })),
    ).toMatchObject({
      code: 400,
    });
    expect(await failure(coreApi().archive('contacts', 'hs_lead_status'))).toMatchObject({ code: 400 });
  });

  it('archives a property, shows it among the archived, and restores it as old as it was', async () => {
    const made = await coreApi().create('contacts', text('baton_marker'));
    server.clock.advance(60_000);
    await coreApi().archive('contacts', 'baton_marker');
    expect(await failure(coreApi().getByName('contacts', 'baton_marker'))).toMatchObject({ code: 404 });
    const archived = (await coreApi().getAll('contacts', true)).results.map((property) => property.name);
    expect(archived).toContain('baton_marker');
    const restored = await coreApi().create('contacts', text('baton_marker'));
    expect(restored.createdAt).toEqual(made.createdAt);
    expect(restored.archived).toBe(false);
  });

  it('answers a batch with 207 when some of it failed', async () => {
    const batch = await batchApi().create('contacts', {
      inputs: [text('baton_one'), text('hs_two'), text('baton_three')],
    });
    expect(batch.results.map((property) => property.name)).toEqual(['baton_one', 'baton_three']);
    expect(batch).toMatchObject({ numErrors: 1, status: 'COMPLETE' });
    const read = await batchApi().read('contacts', {
      archived: false,
      inputs: [{ name: 'baton_one' }, { name: 'nothing' }],
    });
    expect(read.results).toHaveLength(1);
    expect(read).toMatchObject({ numErrors: 1, errors: [{ category: 'OBJECT_NOT_FOUND' }] });
    await batchApi().archive('contacts', { inputs: [{ name: 'baton_one' }, { name: 'nothing' }] });
    const all = await batchApi().create('contacts', { inputs: [text('baton_four')] });
    expect(all).not.toHaveProperty('numErrors');
  });

  it('keeps a group that still has properties', async () => {
    expect(await failure(groupsApi().archive('contacts', 'baton'))).toMatchObject({
      code: 400,
      body: { subCategory: 'PropertyGroupError.GROUP_WITH_ACTIVE_PROPERTIES' },
    });
  });

  it('allows ten unique properties for each object type', async () => {
    for (let n = 0; n < 9; n += 1)
      await coreApi().create('notes', text(`key_${n}`, { groupName: 'engagement', hasUniqueValue: true }));
    await coreApi().create('notes', text('key_9', { groupName: 'engagement', hasUniqueValue: true }));
    const eleventh = coreApi().create(
      'notes',
      text('key_10', { groupName: 'engagement', hasUniqueValue: true }),
    );
    expect(await failure(eleventh)).toMatchObject({ code: 400 });
  });

  it.each([
    ['an upper-case name', text('Baton_Bad')],
    ['a group that is not there', text('baton_bad', { groupName: 'nowhere' })],
    ['an enumeration without options', select('baton_bad', [])],
    ['two options of one value', select('baton_bad', ['A', 'A'])],
    ['a field type of another type', text('baton_bad', { fieldType: PropertyCreateFieldTypeEnum.Select })],
  ])('refuses %s', async (_what, input) => {
    expect(await failure(coreApi().create('contacts', input))).toMatchObject({
      code: 400,
      body: { category: 'VALIDATION_ERROR' },
    });
  });

  it('tells an app without the scope which ones would do', async () => {
    const reader = server.client(['crm.schemas.companies.write', 'crm.schemas.contacts.read']);
    await reader.crm.properties.coreApi.getByName('contacts', 'email');
    expect(await failure(reader.crm.properties.coreApi.create('contacts', text('baton_no')))).toMatchObject({
      code: 403,
      body: {
        category: 'MISSING_SCOPES',
        errors: [{ context: { requiredGranularScopes: ['crm.schemas.contacts.write'] } }],
      },
    });
  });
});

describe("users and owners, through HubSpot's own client", () => {
  it('makes an owner of every user, and takes her away with the user', async () => {
    const { usersApi, rolesApi, teamsApi } = client.settings.users;
    const user = await usersApi.create({
      email: 'Iris@team.example',
      firstName: 'Iris',
      lastName: 'Hale',
      sendWelcomeEmail: true,
    });
    expect(user).toMatchObject({
      email: 'iris@team.example',
      roleIds: [],
      superAdmin: false,
      sendWelcomeEmail: true,
    });
    expect(await failure(usersApi.create({ email: 'iris@team.example' }))).toMatchObject({ code: 409 });
    expect((await usersApi.getById('iris@team.example', 'EMAIL')).id).toBe(user.id);
    expect((await usersApi.replace(user.id, { lastName: 'Hill' })).lastName).toBe('Hill');

    const [owner] = (await client.crm.owners.ownersApi.getPage('iris@team.example')).results;
    expect(owner).toMatchObject({ firstName: 'Iris', lastName: 'Hill', type: 'PERSON', archived: false });
    expect(String(owner?.userId)).toBe(user.id);
    expect((await client.crm.owners.ownersApi.getById(Number(user.id), 'userId')).id).toBe(owner?.id);

    await usersApi.archive(user.id);
    expect(await failure(usersApi.getById(user.id))).toMatchObject({ code: 404 });
    expect((await client.crm.owners.ownersApi.getPage('iris@team.example')).results).toEqual([]);
    const gone = await client.crm.owners.ownersApi.getById(Number(owner?.id), 'id', true);
    expect(gone).toMatchObject({ archived: true, userId: null, userIdIncludingInactive: Number(user.id) });
    expect((await rolesApi.getAll()).results.length).toBeGreaterThan(0);
    expect((await teamsApi.getAll()).results).toEqual([]);
  });

  it('pages owners by cursor without losing or repeating one', async () => {
    const made = Array.from(
      { length: 7 },
      (_, n) => addOwner(server.context, { email: `p${n}@team.example` }).id,
    );
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await client.crm.owners.ownersApi.getPage(undefined, after, 3, false);
      seen.push(...page.results.map((owner) => owner.id));
      after = page.paging?.next?.after;
    } while (after !== undefined);
    expect(seen).toEqual(expect.arrayContaining(made));
    expect(new Set(seen).size).toBe(seen.length);
    const users = await client.settings.users.usersApi.getPage(2);
    expect(users.results).toHaveLength(2);
    expect(users.paging?.next?.after).toBe(users.results[1]?.id);
  });

  it('keeps an archived owner out of the list of active ones', async () => {
    const owner = addOwner(server.context, { email: 'left@team.example' });
    archiveOwner(owner, server.context.now());
    expect(await failure(client.crm.owners.ownersApi.getById(Number(owner.id)))).toMatchObject({ code: 404 });
    const archived = await client.crm.owners.ownersApi.getPage(undefined, undefined, 100, true);
    expect(archived.results.map((item) => item.id)).toContain(owner.id);
  });
});

describe("lists, through HubSpot's own client", () => {
  const api = () => client.crm.lists;

  function addContacts(count: number): string[] {
    return Array.from({ length: count }, () => {
      const id = server.context.nextId();
      const record: CrmObject = {
        id,
        type: 'contacts',
        createdAt: 0,
        updatedAt: 0,
        archivedAt: null,
        values: {},
        history: new Map(),
        indexedAt: 0,
        indexed: null,
        pendingIndex: [],
      };
      server.portal.objects.contacts.set(id, record);
      return id;
    });
  }

  async function manualList(name: string): Promise<string> {
    return (await api().listsApi.create({ name, objectTypeId: '0-1', processingType: 'MANUAL' })).list.listId;
  }

  it('makes, finds, renames, deletes and restores a list', async () => {
    const listId = await manualList('Trade fair');
    expect((await api().listsApi.getByName('Trade fair', '0-1')).list.listId).toBe(listId);
    expect((await api().listsApi.updateName(listId, 'Fair')).updatedList?.name).toBe('Fair');
    expect((await api().listsApi.getById(listId)).list).toMatchObject({
      name: 'Fair',
      size: 0,
      listVersion: 2,
    });
    expect((await api().listsApi.getAll([listId, '999'])).lists).toHaveLength(1);
    expect(await failure(manualList('Fair'))).toMatchObject({ code: 400 });
    expect((await api().mappingApi.translateLegacyListIdToListId(listId)).listId).toBe(listId);
    const mapped = await api().mappingApi.translateLegacyListIdToListIdBatch([listId, '999']);
    expect(mapped.missingLegacyListIds).toEqual(['999']);
    await api().listsApi.remove(listId);
    expect(await failure(api().listsApi.getById(listId))).toMatchObject({ code: 404 });
    await api().listsApi.restore(listId);
    expect((await api().listsApi.getById(listId)).list.name).toBe('Fair');
  });

  it('pages members in the order in which they joined, and goes on from the last token', async () => {
    const listId = await manualList('Joined');
    const [a = '', b = '', c = '', d = ''] = addContacts(4);
    for (const id of [c, a]) {
      server.clock.advance(1000);
      expect((await api().membershipsApi.add(listId, [id, id])).recordsIdsAdded).toEqual([id]);
    }
    const first = await api().membershipsApi.getPageOrderedByAddedToListDate(listId, undefined, undefined, 1);
    expect(first.results.map((member) => member.recordId)).toEqual([c]);
    const token = first.paging?.next?.after;
    server.clock.advance(1000);
    await api().membershipsApi.addAndRemove(listId, { recordIdsToAdd: [b], recordIdsToRemove: [c] });
    const second = await api().membershipsApi.getPageOrderedByAddedToListDate(listId, token);
    expect(second.results.map((member) => member.recordId)).toEqual([a, b]);
    expect(second.paging?.next).toBeUndefined();
    const byId = await api().membershipsApi.getPage(listId);
    expect(byId.results.map((member) => member.recordId)).toEqual([a, b].sort());
    expect((await api().membershipsApi.add(listId, [d, '1'])).recordIdsMissing).toEqual(['1']);
    const two = await api().membershipsApi.getPageOrderedByAddedToListDate(listId, undefined, undefined, 2);
    const afterB = two.paging?.next?.after;
    const back = await api().membershipsApi.getPageOrderedByAddedToListDate(listId, undefined, afterB, 1);
    expect(back.results.map((member) => member.recordId)).toEqual([a]);
    const both = await api().membershipsApi.getPageOrderedByAddedToListDate(listId, afterB, afterB);
    expect(both.results.map((member) => member.recordId)).toEqual([d]);
    expect((await api().membershipsApi.getLists('0-1', d)).results).toMatchObject([{ listId }]);
    const copy = await manualList('Copy');
    await api().membershipsApi.addAllFromList(copy, listId);
    expect((await api().listsApi.getById(copy)).list.size).toBe(3);
    expect((await api().membershipsApi.remove(copy, [d])).recordIdsRemoved).toEqual([d]);
    await api().membershipsApi.removeAll(copy);
    expect((await api().listsApi.getById(copy)).list.size).toBe(0);
  });

  it('tells by search which lists changed, and leaves a list that follows filters alone', async () => {
    const listId = await manualList('Watched');
    const [id = ''] = addContacts(1);
    await api().membershipsApi.add(listId, [id]);
    const found = await api().listsApi.doSearch({ query: 'watch', count: 5 });
    expect(found).toMatchObject({ total: 1, hasMore: false });
    expect(found.lists[0]?.additionalProperties).toMatchObject({
      hs_list_size: '1',
      hs_last_record_added_at: String(server.clock.now()),
    });
    const list = server.portal.lists.get(listId);
    if (list !== undefined) list.processingType = 'DYNAMIC';
    expect(await failure(api().membershipsApi.add(listId, [id]))).toMatchObject({ code: 400 });
  });
});

describe("OAuth, through HubSpot's own client", () => {
  it('exchanges a code, refreshes, looks tokens up and deletes the refresh token', async () => {
    const redirectUri = 'http://localhost:3000/oauth-callback';
    const app = registerOAuthApp(server.portal, { name: 'Baton', redirectUrls: [redirectUri] });
    const granted = await fetch(`${server.url}/oauth/authorize`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({
        client_id: app.clientId,
        redirect_uri: redirectUri,
        scope: 'oauth',
        decision: 'grant',
      }),
    });
    const code = new URL(granted.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const { tokensApi, accessTokensApi, refreshTokensApi } = client.oauth;
    const tokens = await tokensApi.create(
      'authorization_code',
      code,
      redirectUri,
      app.clientId,
      app.clientSecret,
    );
    expect(tokens).toMatchObject({ tokenType: 'bearer', expiresIn: 1800 });
    const again = await tokensApi.create(
      'refresh_token',
      undefined,
      undefined,
      app.clientId,
      app.clientSecret,
      tokens.refreshToken,
    );
    expect(again.refreshToken).toBe(tokens.refreshToken);
    expect(again.accessToken).not.toBe(tokens.accessToken);
    expect(await accessTokensApi.get(again.accessToken)).toMatchObject({
      hubId: server.portal.portalId,
      appId: app.appId,
    });
    expect(await refreshTokensApi.get(tokens.refreshToken)).toMatchObject({ clientId: app.clientId });
    await refreshTokensApi.archive(tokens.refreshToken);
    const refused = tokensApi.create(
      'refresh_token',
      undefined,
      undefined,
      app.clientId,
      app.clientSecret,
      tokens.refreshToken,
    );
    expect(await failure(refused)).toMatchObject({ code: 400, body: { status: 'BAD_REFRESH_TOKEN' } });
  });
});
