import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startPortalServer } from '#sandbox/http/portal-server.ts';
import type { PortalServer } from '#sandbox/http/portal-server.ts';
import { createServiceKey } from '#sandbox/hubspot/oauth.ts';
import { KNOWN_SCOPES } from '#sandbox/hubspot/scopes.ts';

/** What HubSpot publishes about its answers on date-versioned paths, in zod: no field more, none missing. */
const time = z.iso.datetime({ precision: 3 });
const version = z.strictObject({
  value: z.string(),
  timestamp: time,
  sourceType: z.string(),
  sourceId: z.string().optional(),
  sourceLabel: z.string().optional(),
  updatedByUserId: z.int32().optional(),
});
const record = {
  id: z.string().regex(/^\d+$/),
  properties: z.record(z.string(), z.string()),
  propertiesWithHistory: z.record(z.string(), z.array(version)).optional(),
  createdAt: time,
  updatedAt: time,
  archived: z.boolean(),
  archivedAt: time.optional(),
  url: z.url().optional(),
  objectWriteTraceId: z.string().optional(),
};
const simple = z.strictObject(record);
const associated = z.strictObject({
  results: z.array(z.strictObject({ id: z.string(), type: z.string() })),
});
const withAssociations = z.strictObject({
  ...record,
  associations: z.record(z.string(), associated).optional(),
});
const upserted = z.strictObject({ ...record, new: z.boolean() });
const context = z.record(z.string(), z.array(z.string()));
const detail = z.strictObject({
  message: z.string(),
  code: z.string().optional(),
  in: z.string().optional(),
  subCategory: z.string().optional(),
  context: context.optional(),
});
const links = z.record(z.string(), z.string());
const failure = z.strictObject({
  status: z.literal('error'),
  message: z.string(),
  correlationId: z.uuid(),
  category: z.string(),
  subCategory: z.string().optional(),
  context: context.optional(),
  links: links.optional(),
  errors: z.array(detail).optional(),
});
const itemFailure = z.strictObject({
  status: z.string(),
  category: z.string(),
  message: z.string(),
  context,
  links,
  errors: z.array(detail),
});
const paging = z.strictObject({ next: z.strictObject({ after: z.string(), link: z.url() }) });
const batch = (item: z.ZodType) =>
  z.strictObject({
    status: z.literal('COMPLETE'),
    results: z.array(item),
    numErrors: z.int32().optional(),
    errors: z.array(itemFailure).optional(),
    startedAt: time,
    completedAt: time,
  });
const label = z.strictObject({
  category: z.enum(['HUBSPOT_DEFINED', 'USER_DEFINED']),
  typeId: z.int32(),
  label: z.string().optional(),
});
const otherSide = z.strictObject({ toObjectId: z.string(), associationTypes: z.array(label) });
const ref = z.strictObject({ id: z.string() });
const pair = z.strictObject({
  fromObjectTypeId: z.string(),
  fromObjectId: z.string(),
  toObjectTypeId: z.string(),
  toObjectId: z.string(),
  labels: z.array(z.string()),
});
const defaultPair = z.strictObject({
  from: ref,
  to: ref,
  associationSpec: z.strictObject({ associationCategory: z.string(), associationTypeId: z.int32() }),
});

let server: PortalServer;
let key: string;
beforeAll(async () => {
  server = await startPortalServer({ limits: { enabled: false } });
  key = createServiceKey(server.portal, KNOWN_SCOPES);
});
afterAll(() => server.close());

/** Calls, and checks the status and the whole body. */
async function call<Schema extends z.ZodType>(
  method: string,
  path: string,
  body: unknown,
  status: number,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const response = await fetch(server.url + path, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  expect({ path, status: response.status, text }).toMatchObject({ path, status });
  return schema.parse(text === '' ? undefined : JSON.parse(text));
}

const nothing = z.undefined();
let people = 0;
const nextEmail = (): string => `someone.${(people += 1)}@example.com`;

describe.each(['2026-03', '2026-09'])('records on the paths of %s', (release) => {
  const objects = `/crm/objects/${release}`;
  const contact = () => {
    const properties = { email: nextEmail(), firstname: 'Ida' };
    return call('POST', `${objects}/contacts`, { properties, associations: [] }, 201, simple);
  };

  it('are created, read, listed, changed and archived as published', async () => {
    const { id, url } = await contact();
    expect(url).toContain(`/contacts/${server.portal.portalId}/record/0-1/${id}`);
    const wish = 'properties=firstname,city&propertiesWithHistory=firstname&associations=notes';
    const read = await call('GET', `${objects}/contacts/${id}?${wish}`, undefined, 200, withAssociations);
    expect(Object.keys(read.propertiesWithHistory ?? {})).toEqual(['firstname']);
    await contact();
    const page = z.strictObject({ results: z.array(withAssociations), paging: paging.optional() });
    expect((await call('GET', `${objects}/contacts?limit=1`, undefined, 200, page)).results).toHaveLength(1);
    await call('PATCH', `${objects}/contacts/${id}`, { properties: { city: 'Wien' } }, 200, simple);
    await call('PATCH', `${objects}/contacts/${id}`, { properties: { hs_lead_status: 'X' } }, 400, failure);
    await call('DELETE', `${objects}/contacts/${id}`, undefined, 204, nothing);
    await call('GET', `${objects}/contacts/${id}`, undefined, 404, failure);
    const gone = await call('GET', `${objects}/contacts/${id}?archived=true`, undefined, 200, simple);
    expect(gone.archivedAt).toBeDefined();
  });

  it('are handled in batches as published', async () => {
    const { id } = await contact();
    const at = (verb: string) => `${objects}/contacts/batch/${verb}`;
    const inputs = [{ id }, { id: '404' }];
    const reading = { inputs, properties: ['email'], propertiesWithHistory: ['email'] };
    await call('POST', at('read'), reading, 207, batch(simple));
    await call('POST', at('read'), { ...reading, inputs: [{ id }] }, 200, batch(simple));
    const fresh = { properties: { email: nextEmail() }, associations: [] };
    await call('POST', at('create'), { inputs: [fresh] }, 201, batch(simple));
    await call('POST', at('create'), { inputs: [fresh] }, 409, failure);
    const traced = [
      { ...fresh, objectWriteTraceId: 'a' },
      { properties: { email: nextEmail() }, associations: [], objectWriteTraceId: 'b' },
    ];
    await call('POST', at('create'), { inputs: traced }, 207, batch(simple));
    await call('POST', at('update'), { inputs: [{ id, properties: { city: 'X' } }] }, 200, batch(simple));
    const bad = [
      { id, properties: { nope: 'X' } },
      { id: '404', properties: { city: 'X' } },
    ];
    const partly = await call('POST', at('update'), { inputs: bad }, 207, batch(simple));
    expect(partly.errors?.map((error) => error.category).sort()).toEqual([
      'OBJECT_NOT_FOUND',
      'VALIDATION_ERROR',
    ]);
    const upsert = [{ id: nextEmail(), idProperty: 'email', properties: {} }];
    await call('POST', at('upsert'), { inputs: upsert }, 200, batch(upserted));
    await call('POST', at('archive'), { inputs }, 204, nothing);
  });

  it('are found, merged and erased as published', async () => {
    const [one, two] = [await contact(), await contact()];
    const found = z.strictObject({ total: z.int32(), results: z.array(simple), paging: paging.optional() });
    const search = { filterGroups: [], sorts: [], properties: ['email', 'city'], after: '0', limit: 1 };
    expect((await call('POST', `${objects}/contacts/search`, search, 200, found)).results).toHaveLength(1);
    await call('POST', `${objects}/contacts/search`, { ...search, limit: 201 }, 400, failure);
    const ids = { primaryObjectId: one.id, objectIdToMerge: two.id };
    const merged = await call('POST', `${objects}/contacts/merge`, ids, 200, simple);
    expect(merged.properties['hs_merged_object_ids']).toBe(`${one.id};${two.id}`);
    await call('POST', `${objects}/contacts/gdpr-delete`, { objectId: merged.id }, 204, nothing);
    await call('GET', `${objects}/contacts/${one.id}`, undefined, 404, failure);
  });

  it('are associated as published', async () => {
    const { id } = await contact();
    const properties = { hs_timestamp: '2026-11-20T10:00:00Z', hs_note_body: 'x' };
    const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 202 }];
    const withNote = { properties, associations: [{ to: { id }, types }] };
    const note = await call('POST', `${objects}/notes`, withNote, 201, simple);
    const side = `${objects}/notes/${note.id}/associations`;
    const sides = z.strictObject({ results: z.array(otherSide), paging: paging.optional() });
    expect((await call('GET', `${side}/contacts`, undefined, 200, sides)).results).toEqual([
      { toObjectId: id, associationTypes: [{ category: 'HUBSPOT_DEFINED', typeId: 202 }] },
    ]);
    await call('DELETE', `${side}/contacts/${id}`, undefined, 204, nothing);
    await call('PUT', `${side}/contacts/${id}`, types, 201, pair);
    await call('PUT', `${side}/default/contacts/${id}`, undefined, 200, batch(defaultPair));
    await call('PUT', `${side}/contacts/404`, types, 400, failure);
    const all = `/crm/associations/${release}/notes/contacts`;
    const from = { id: note.id };
    const many = z.strictObject({ from: ref, to: z.array(otherSide) });
    await call('POST', `${all}/batch/read`, { inputs: [from] }, 200, batch(many));
    await call('POST', `${all}/batch/read`, { inputs: [from, { id: '404' }] }, 207, batch(many));
    await call('POST', `${all}/batch/create`, { inputs: [{ from, to: { id }, types }] }, 201, batch(pair));
    const defaults = { inputs: [{ from, to: { id } }] };
    await call('POST', `${all}/batch/associate/default`, defaults, 200, batch(defaultPair));
    await call(
      'POST',
      `${all}/batch/labels/archive`,
      { inputs: [{ from, to: { id }, types }] },
      204,
      nothing,
    );
    await call('POST', `${all}/batch/archive`, { inputs: [{ from, to: [{ id }] }] }, 204, nothing);
    await call('GET', `${all}/labels`, undefined, 200, z.strictObject({ results: z.array(label) }));
  });
});
