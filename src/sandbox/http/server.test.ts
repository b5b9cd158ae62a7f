import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../control/clock.ts';
import { createServiceKey } from '../hubspot/oauth.ts';
import { KNOWN_SCOPES } from '../hubspot/scopes.ts';
import { startPortalServer } from './portal-server.ts';
import type { PortalServer } from './portal-server.ts';

const START = Date.UTC(2026, 10, 20, 9);
const CONTACTS = '/crm/objects/2026-09/contacts';

let server: PortalServer;
let key: string;

beforeEach(async () => {
  const clock = createClock({ startAt: START, frozen: true });
  server = await startPortalServer({ clock, limits: { enabled: false }, maxBodyBytes: 20_000 });
  key = createServiceKey(server.portal, KNOWN_SCOPES);
});
afterEach(() => server.close());

function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return fetch(server.url + path, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

const create = (email: string) => call('POST', CONTACTS, { properties: { email }, associations: [] });
const control = (method: string, path: string, body?: unknown) =>
  call(method, `/__sandbox${path}`, body, { 'x-sandbox-control': server.controlToken });

describe('answers on the wire', () => {
  it('puts an error into HubSpot’s envelope', async () => {
    const response = await call('GET', `${CONTACTS}/1`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      status: 'error',
      message: 'resource not found',
      correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      category: 'OBJECT_NOT_FOUND',
    });
  });

  it('answers an unknown path with 404 and a wrong method with 405, neither in JSON', async () => {
    const unknown = await call('GET', '/crm/v9/nothing');
    expect([unknown.status, unknown.headers.get('content-type')]).toEqual([404, 'text/html;charset=utf-8']);
    expect((await call('PUT', CONTACTS, {})).status).toBe(405);
  });

  it('refuses broken JSON, a body of another type and one that is too large', async () => {
    expect((await call('POST', CONTACTS, '{"properties":')).status).toBe(400);
    expect((await call('POST', CONTACTS, 'x', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await create('x'.repeat(30_000))).status).toBe(413);
  });

  it('takes type ids and singular names for a type, and names one it does not know', async () => {
    expect((await call('GET', '/crm/objects/2026-03/0-1')).status).toBe(200);
    expect((await call('GET', '/crm/v3/objects/contact')).status).toBe(200);
    const unknown = await call('GET', '/crm/objects/2026-03/planets');
    expect(unknown.status).toBe(400);
    expect(JSON.stringify(await unknown.json())).toContain('Unable to infer object type from: planets');
  });

  it('leaves a property without a value out on dated paths, sends null on v3, and null everywhere when told to', async () => {
    const { id } = (await (await create('a@example.com')).json()) as { id: string };
    const lastName = async (path: string) =>
      ((await (await call('GET', path)).json()) as { properties: Record<string, unknown> }).properties[
        'lastname'
      ];
    expect(await lastName(`${CONTACTS}/${id}`)).toBeUndefined();
    expect(await lastName(`/crm/v3/objects/contacts/${id}`)).toBeNull();
    server.control.setNullsOnEveryPath(true);
    expect(await lastName(`${CONTACTS}/${id}`)).toBeNull();
  });

  it('says since when an OAuth token is expired', async () => {
    const token = server.portal.tokens.get(key);
    if (token === undefined) throw new Error('no token');
    token.expiresAt = START - 75_000;
    const response = await call('GET', CONTACTS);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      category: 'EXPIRED_AUTHENTICATION',
      message: 'The OAuth token used to make this call expired 75 second(s) ago.',
      context: { 'expire time': [new Date(START - 75_000).toISOString()] },
    });
  });

  it('sends the rate headers, and 429 with the policy when the budget is used up', async () => {
    server.control.setLimits({ enabled: true, burst: { serviceKey: 1 } });
    const first = await call('GET', CONTACTS);
    expect(first.headers.get('X-HubSpot-RateLimit-Remaining')).toBe('0');
    const second = await call('GET', CONTACTS);
    expect(second.status).toBe(429);
    expect(await second.json()).toMatchObject({
      policyName: 'TEN_SECONDLY_ROLLING',
      errorType: 'RATE_LIMIT',
    });
  });
});

describe('faults', () => {
  it('carries a write out and drops its answer', async () => {
    server.control.faults.arm({ kind: 'drop-after-write', method: 'POST', path: '/contacts$' });
    await expect(create('a@example.com')).rejects.toThrow('fetch failed');
    expect(server.portal.objects.contacts.size).toBe(1);
    expect((await create('b@example.com')).status).toBe(201);
    expect(server.log.list().map(({ status, fault }) => [status, fault])).toEqual([
      [0, 'drop-after-write'],
      [201, null],
    ]);
  });

  it('breaks the connection before anything happened, at once or after a silence', async () => {
    server.control.faults.arm({ kind: 'reset-before' });
    await expect(create('a@example.com')).rejects.toThrow('fetch failed');
    server.control.faults.arm({ kind: 'hang', ms: 5 });
    await expect(create('a@example.com')).rejects.toThrow('fetch failed');
    expect(server.portal.objects.contacts.size).toBe(0);
  });

  it('stops in the middle of a body', async () => {
    server.control.faults.arm({ kind: 'half-body' });
    await expect(create('a@example.com').then((response) => response.text())).rejects.toThrow('terminated');
    expect(server.portal.objects.contacts.size).toBe(1);
  });

  it('answers with an error as often as told, with Retry-After, before or after the write', async () => {
    server.control.faults.arm({ kind: 'status', status: 477, retryAfter: 30, times: 2 });
    for (const _ of [1, 2]) {
      const response = await create('a@example.com');
      expect([response.status, response.headers.get('retry-after')]).toEqual([477, '30']);
    }
    expect(server.portal.objects.contacts.size).toBe(0);
    server.control.faults.arm({ kind: 'status', status: 502, afterWrite: true });
    expect((await create('a@example.com')).status).toBe(502);
    expect(server.portal.objects.contacts.size).toBe(1);
    server.control.faults.arm({ kind: 'status', status: 429, policy: 'DAILY' });
    expect(await (await create('b@example.com')).json()).toMatchObject({ policyName: 'DAILY' });
  });

  it('waits, lets some calls pass, and stops when it is cleared', async () => {
    const { faults } = server.control;
    faults.arm({ kind: 'delay', ms: 1 });
    expect((await create('a@example.com')).status).toBe(201);
    faults.arm({ kind: 'status', status: 503, skip: 1, times: null });
    expect((await call('GET', CONTACTS)).status).toBe(200);
    expect((await call('GET', CONTACTS)).status).toBe(503);
    expect(faults.list()).toMatchObject([{ happened: 1 }, { happened: 1 }]);
    faults.clear();
    expect((await call('GET', CONTACTS)).status).toBe(200);
  });

  it('lets all OAuth tokens expire', async () => {
    const token = server.portal.tokens.get(key);
    if (token === undefined) throw new Error('no token');
    server.portal.tokens.set('oauth-1', { ...token, token: 'oauth-1', kind: 'oauth', expiresAt: START + 1 });
    server.control.faults.arm({ kind: 'expire-tokens' });
    const response = await call('GET', CONTACTS, undefined, { authorization: 'Bearer oauth-1' });
    expect(response.status).toBe(401);
    expect((await call('GET', CONTACTS)).status).toBe(200);
  });
});

describe('the control surface', () => {
  it('uploads an app as a developer does, and refuses a redirect URL that HubSpot would refuse', async () => {
    const app = { name: 'Baton', redirectUrls: ['http://localhost:1/r'], requiredScopes: ['oauth'] };
    const uploaded = (await (await control('POST', '/apps', app)).json()) as Record<string, unknown>;
    expect(Object.keys(uploaded)).toEqual(['appId', 'clientId', 'clientSecret']);
    const wrong = await control('POST', '/apps', { ...app, redirectUrls: ['baton://oauth'] });
    expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('must use https')]);
  });

  it('is closed without the control token, and its calls are not counted', async () => {
    expect((await call('GET', '/__sandbox/clock')).status).toBe(403);
    expect((await control('GET', '/clock')).status).toBe(200);
    await call('GET', `${CONTACTS}/123`);
    expect(await (await control('GET', '/requests/counters')).json()).toEqual({
      total: 1,
      counters: { [`GET ${CONTACTS}/:id`]: 1 },
    });
    expect(server.control.countCalls({ method: 'get', path: /contacts\/\d+$/, status: 404 })).toBe(1);
    expect((await control('DELETE', '/requests')).status).toBe(200);
    expect(server.control.countCalls()).toBe(0);
  });

  it('moves the clock, sets limits and index lag, arms and clears faults', async () => {
    expect(await (await control('POST', '/clock', { advance: 1_000 })).json()).toEqual({
      now: START + 1_000,
      frozen: true,
      speed: 1,
    });
    expect(await (await control('PATCH', '/limits', { search: { max: 9 } })).json()).toMatchObject({
      search: { max: 9, intervalMs: 1_000 },
    });
    await control('PUT', '/index-lag', { minMs: 10, maxMs: 20 });
    expect(server.control.indexLag()).toEqual({ minMs: 10, maxMs: 20 });
    expect(
      (await control('POST', '/faults', { kind: 'status', status: 503, path: '/contacts' })).status,
    ).toBe(200);
    expect((await call('GET', CONTACTS)).status).toBe(503);
    await control('DELETE', '/faults');
    expect(server.control.faults.list()).toEqual([]);
  });

  it('explains wrong input in one sentence', async () => {
    for (const [method, path, body, reason] of [
      ['POST', '/faults', { kind: 'earthquake' }, 'kind'],
      ['PUT', '/index-lag', { minMs: 5, maxMs: 1 }, 'minMs'],
      ['POST', '/person/sing', {}, "A person cannot do 'sing'"],
      ['POST', '/person/assign', { contactIds: ['1'], ownerId: '2' }, 'There is no owner 2'],
    ] as const) {
      const response = await control(method, path, body);
      expect(response.status).toBe(400);
      expect(((await response.json()) as { message: string }).message).toContain(reason);
    }
  });

  it('lets a person work in the screens: history shows who, and the dump shows everything', async () => {
    const person = async (action: string, body: unknown) =>
      (await (await control('POST', `/person/${action}`, body)).json()) as Record<string, string>;
    const { id: ownerId = '' } = await person('add-user', { email: 'Vera@example.com', firstName: 'Vera' });
    const { id: contactId = '' } = await person('create-record', {
      type: 'contacts',
      values: { city: 'Ulm' },
    });
    await person('assign', { contactIds: [contactId], ownerId, by: { userId: 42 } });
    await person('take-away', { contactId });
    await person('set-properties', { type: 'contacts', id: contactId, values: { city: 'Bonn' } });
    await person('clear-status', { contactId, property: 'city' });
    const other = await person('create-record', { type: 'contacts', values: {} });
    const merged = await person('merge', { type: 'contacts', primaryId: contactId, otherId: other['id'] });
    const dump = server.control.dump();
    const contact = dump.objects.contacts.find((one) => one.id === merged['id']);
    expect(contact?.history['hubspot_owner_id']).toMatchObject([
      { value: '', source: { sourceType: 'CRM_UI' } },
      { value: ownerId, source: { sourceType: 'CRM_UI', updatedByUserId: 42 } },
    ]);
    expect(contact?.history['city']?.map((version) => version.value)).toEqual(['', 'Bonn', 'Ulm']);
    expect(dump.merged.contacts).toEqual({ [contactId]: merged['id'], [other['id'] ?? '']: merged['id'] });
    await person('delete', { type: 'contacts', id: merged['id'] });
    expect((await call('GET', `${CONTACTS}/${merged['id']}`)).status).toBe(404);
    await person('restore', { type: 'contacts', id: merged['id'] });
    expect((await call('GET', `${CONTACTS}/${contactId}`)).status).toBe(200);
    await person('gdpr-delete', { contactId });
    expect(server.control.dump().objects.contacts).toEqual([]);
    await person('deactivate-owner', { ownerId });
    expect(server.portal.owners.get(ownerId)?.archived).toBe(true);
    const options = [{ label: 'Qualified', value: 'QUALIFIED' }];
    await person('set-options', { type: 'contacts', property: 'hs_lead_status', options });
    expect(server.portal.properties.contacts.get('hs_lead_status')?.options).toHaveLength(1);
    await person('delete-property', { type: 'contacts', property: 'hs_lead_status' });
    expect(server.portal.properties.contacts.get('hs_lead_status')?.archived).toBe(true);
  });
});
