import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countDailyCall } from '#sandbox/hubspot/account.ts';
import { addOwner, archiveOwner } from '#sandbox/hubspot/owners.ts';
import { createServiceKey, registerOAuthApp } from '#sandbox/hubspot/oauth.ts';
import type { OAuthApp } from '#sandbox/hubspot/oauth.ts';
import { setPropertyUses } from '#sandbox/hubspot/properties.ts';
import { startSchemaServer } from '#test/support/hubspot-schema-server.ts';
import type { SchemaServer } from '#test/support/hubspot-schema-server.ts';

let server: SchemaServer;

beforeAll(async () => {
  server = await startSchemaServer();
});
afterAll(() => server.close());

describe.each(['2026-03', '2026-09'])('date-versioned paths, %s', (version) => {
  it('tells the account whose token it is, with the offset of its time zone today', async () => {
    const answer = await server.call('GET', `/account-info/${version}/details`);
    expect(answer).toEqual({
      status: 200,
      body: {
        portalId: server.portal.portalId,
        accountType: 'STANDARD',
        timeZone: 'Europe/Berlin',
        companyCurrency: 'EUR',
        additionalCurrencies: [],
        utcOffset: '+01:00',
        utcOffsetMilliseconds: 3_600_000,
        uiDomain: 'app-eu1.hubspot.com',
        dataHostingLocation: 'eu1',
      },
    });
  });

  it('counts the calls of a day, which ends at midnight of the account', async () => {
    const usage = async () =>
      (await server.call('GET', `/account-info/${version}/api-usage/daily/private-apps`)).body['results'];
    for (let n = 0; n < 5; n += 1) countDailyCall(server.portal, server.clock.now());
    const [day] = (await usage()) as { currentUsage: number; resetsAt: string; fetchStatus: string }[];
    expect(day).toMatchObject({ fetchStatus: 'SUCCESS' });
    expect(day?.currentUsage).toBeGreaterThanOrEqual(5);
    expect(day?.resetsAt).toMatch(/T23:00:00\.000Z$/);
    server.clock.set(Date.parse(day?.resetsAt ?? ''));
    const [next] = (await usage()) as { currentUsage: number }[];
    expect(next?.currentUsage).toBeLessThan(5);
  });

  it('wants displayOrder on options, which v3 does without', async () => {
    const body = {
      name: `tier_${version.replace('-', '_')}`,
      label: 'Tier',
      type: 'enumeration',
      fieldType: 'select',
      groupName: 'contactinformation',
      options: [{ label: 'Gold', value: 'gold', hidden: false }],
    };
    const refused = await server.call('POST', `/crm/properties/${version}/contacts`, body);
    expect(refused).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('displayOrder') },
    });
    expect((await server.call('POST', '/crm/v3/properties/0-1', body)).status).toBe(201);
  });

  it('refuses to delete a property that is used, in the words of HubSpot', async () => {
    const path = `/crm/properties/${version}/contacts`;
    const name = `used_${version.replace('-', '_')}`;
    await server.call('POST', path, {
      name,
      label: name,
      type: 'string',
      fieldType: 'text',
      groupName: 'contactinformation',
    });

    setPropertyUses(server.portal, 'contacts', name, 2);
    expect(await server.call('DELETE', `${path}/${name}`)).toMatchObject({
      status: 400,
      body: {
        message: `Property: ${name} of object type 0-1 is currently used in 2 places and cannot be deleted`,
        subCategory: 'PropertyValidationError.CANNOT_DELETE_PROPERTY_IN_USE',
      },
    });
  });

  it('leaves userId out for an archived owner and refuses an unknown object type', async () => {
    const owner = addOwner(server.context, { email: `gone-${version}@team.example` });
    archiveOwner(owner, server.context.now());
    const { body } = await server.call('GET', `/crm/owners/${version}/${owner.id}?archived=true`);
    expect(body).toMatchObject({ id: owner.id, archived: true, userIdIncludingInactive: owner.userId });
    expect(body).not.toHaveProperty('userId');
    expect((await server.call('GET', `/crm/properties/${version}/deals`)).status).toBe(400);
  });

  it('wants all four fields of a list search', async () => {
    const path = `/crm/lists/${version}`;
    expect((await server.call('POST', `${path}/search`, { query: 'x' })).status).toBe(400);
    await server.call('POST', path, {
      name: `Dated ${version}`,
      objectTypeId: '0-1',
      processingType: 'MANUAL',
    });
    const search = {
      additionalProperties: [],
      listIds: [],
      offset: 0,
      processingTypes: ['MANUAL'],
      query: `Dated ${version}`,
    };
    expect(await server.call('POST', `${path}/search`, search)).toMatchObject({
      status: 200,
      body: { total: 1, hasMore: false },
    });
    const memberships = { inputs: [{ objectTypeId: '0-1', recordId: '1' }] };
    expect(await server.call('POST', `${path}/records/memberships/batch/read`, memberships)).toMatchObject({
      status: 200,
      body: { status: 'COMPLETE', results: [{ recordId: '1', recordListMemberships: [] }] },
    });
    expect((await server.call('GET', `${path}/1/memberships?limit=251`)).status).toBe(400);
    expect((await server.call('GET', `${path}/1/memberships/join-order?after=nonsense`)).status).toBe(400);
  });

  it('makes a user only when it is said whether she is sent an e-mail', async () => {
    const email = `new-${version}@team.example`;
    expect((await server.call('POST', `/settings/users/${version}`, { email })).status).toBe(400);
    const made = await server.call('POST', `/settings/users/${version}`, { email, sendWelcomeEmail: false });
    expect(made).toMatchObject({ status: 201, body: { email, superAdmin: false } });
    const found = await server.call(
      'GET',
      `/settings/users/${version}/${encodeURIComponent(email)}?idProperty=EMAIL`,
    );
    expect(found.body).toMatchObject({ email });
  });
});

describe('OAuth', () => {
  const redirectUri = 'http://localhost:3000/oauth-callback';
  let app: OAuthApp;

  beforeAll(() => {
    app = registerOAuthApp(server.portal, {
      name: 'Baton <desktop>',
      redirectUrls: [redirectUri],
      requiredScopes: ['oauth', 'crm.objects.contacts.read'],
      optionalScopes: ['crm.lists.read'],
    });
  });

  const authorizeParameters = (more: Record<string, string> = {}): URLSearchParams =>
    new URLSearchParams({
      client_id: app.clientId,
      redirect_uri: redirectUri,
      scope: 'oauth crm.objects.contacts.read',
      optional_scope: 'crm.lists.read crm.objects.deals.read',
      state: 'st/ate&1',
      ...more,
    });

  async function decide(more: Record<string, string> = {}): Promise<URL> {
    const answer = await fetch(`${server.url}/oauth/authorize`, {
      method: 'POST',
      redirect: 'manual',
      body: authorizeParameters({ decision: 'grant', ...more }),
    });
    expect(answer.status).toBe(302);
    return new URL(answer.headers.get('location') ?? '');
  }

  async function token(fields: Record<string, string>, path = '/oauth/2026-09/token') {
    const answer = await fetch(`${server.url}${path}`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: app.clientId, client_secret: app.clientSecret, ...fields }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, string> };
  }

  async function install(): Promise<Record<string, string>> {
    const code = (await decide()).searchParams.get('code') ?? '';
    const answer = await token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri });
    expect(answer.status).toBe(200);
    return answer.body;
  }

  it('shows a consent page that names the app and the scopes, and runs no script', async () => {
    const answer = await fetch(`${server.url}/oauth/authorize?${authorizeParameters().toString()}`);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('Baton &lt;desktop&gt;');
    expect(html).toContain('<li>crm.lists.read</li>');
    expect(html).not.toContain('crm.objects.deals.read</li>');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('content-security-policy')).toContain(
      "form-action 'self' http://localhost:3000",
    );
  });

  it.each([
    [
      'another redirect URL',
      { redirect_uri: 'http://localhost:3001/oauth-callback' },
      'doesn&#39;t match the app&#39;s registered redirect URL',
    ],
    ['a required scope left out', { scope: 'oauth' }, 'crm.objects.contacts.read'],
    ['an app that nobody registered', { client_id: 'nobody' }, 'client id'],
  ])('shows an error page for %s, and never redirects', async (_what, more, sentence) => {
    const answer = await fetch(`${server.url}/oauth/authorize?${authorizeParameters(more).toString()}`, {
      redirect: 'manual',
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(sentence);
  });

  it('comes back with the state, a code, or the refusal of the user', async () => {
    expect((await decide()).searchParams.get('state')).toBe('st/ate&1');
    const refused = await decide({ decision: 'cancel' });
    expect(refused.searchParams.get('error')).toBe('access_denied');
    expect(refused.searchParams.has('code')).toBe(false);
  });

  it('gives tokens for a code once, within ten minutes, to the app it was made for', async () => {
    const code = (await decide()).searchParams.get('code') ?? '';
    const exchange = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
    const tokens = await token(exchange);
    expect(tokens.body).toMatchObject({
      token_type: 'bearer',
      expires_in: 1800,
      hub_id: server.portal.portalId,
      token_use: 'access_token',
      scopes: ['oauth', 'crm.objects.contacts.read', 'crm.lists.read'],
    });
    expect((await token(exchange)).body).toMatchObject({ error: 'invalid_grant', status: 'BAD_AUTH_CODE' });
    const late = (await decide()).searchParams.get('code') ?? '';
    server.clock.advance(10 * 60_000);
    expect((await token({ ...exchange, code: late })).body).toMatchObject({ status: 'BAD_AUTH_CODE' });
    const other = (await decide()).searchParams.get('code') ?? '';
    expect(
      (await token({ ...exchange, code: other, redirect_uri: 'http://localhost:3000/' })).body,
    ).toMatchObject({
      status: 'BAD_REDIRECT_URI',
    });
  });

  it('checks the PKCE verifier when a challenge came with the request', async () => {
    const verifier = randomBytes(32).toString('base64url');
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };
    const exchange = { grant_type: 'authorization_code', redirect_uri: redirectUri };
    const wrong = (await decide(pkce)).searchParams.get('code') ?? '';
    expect((await token({ ...exchange, code: wrong, code_verifier: 'guess' })).body).toMatchObject({
      status: 'BAD_CODE_VERIFIER',
    });
    const right = (await decide(pkce)).searchParams.get('code') ?? '';
    expect((await token({ ...exchange, code: right, code_verifier: verifier })).status).toBe(200);
  });

  it('refuses with the exact body of HubSpot', async () => {
    expect(await token({ grant_type: 'refresh_token', refresh_token: 'nope' })).toEqual({
      status: 400,
      body: {
        error: 'invalid_grant',
        error_description: 'refresh token is invalid, expired or revoked',
        status: 'BAD_REFRESH_TOKEN',
        message: 'refresh token is invalid, expired or revoked',
      },
    });
    expect((await token({ grant_type: 'refresh_token', client_secret: 'x' })).body).toMatchObject({
      status: 'BAD_CLIENT_SECRET',
    });
    expect((await token({ grant_type: 'refresh_token', client_id: 'x' })).body).toMatchObject({
      status: 'BAD_CLIENT_ID',
    });
    expect((await token({ grant_type: 'password' })).body).toMatchObject({ status: 'BAD_GRANT_TYPE' });
  });

  it('says 401 when the access token is 30 minutes old, and takes the refreshed one', async () => {
    const tokens = await install();
    const path = '/account-info/2026-09/details';
    expect((await server.call('GET', path, undefined, tokens['access_token'])).status).toBe(200);
    server.clock.advance(30 * 60_000);
    expect(await server.call('GET', path, undefined, tokens['access_token'])).toMatchObject({
      status: 401,
      body: { category: 'EXPIRED_AUTHENTICATION' },
    });
    const fresh = await token({ grant_type: 'refresh_token', refresh_token: tokens['refresh_token'] ?? '' });
    expect(fresh.body['refresh_token']).toBe(tokens['refresh_token']);
    expect((await server.call('GET', path, undefined, fresh.body['access_token'])).status).toBe(200);
  });

  it('introspects a token, and after revocation only the refresh token is dead', async () => {
    const tokens = await install();
    const introspect = (value = '') => token({ token: value }, '/oauth/2026-09/token/introspect');
    expect((await introspect(tokens['access_token'])).body).toMatchObject({
      active: true,
      token_use: 'access_token',
      app_id: app.appId,
      client_id: app.clientId,
      expires_in: 1800,
    });
    expect((await introspect(tokens['refresh_token'])).body).toMatchObject({
      active: true,
      token_use: 'refresh_token',
    });
    expect(
      (await token({ token: tokens['refresh_token'] ?? '' }, '/oauth/2026-09/token/revoke')).status,
    ).toBe(200);
    expect((await introspect(tokens['refresh_token'])).body).toEqual({ active: false });
    expect((await introspect(tokens['access_token'])).body).toMatchObject({ active: true });
  });

  it('makes every token of the app useless when the account uninstalls it', async () => {
    const tokens = await install();
    const uninstall = '/appinstalls/2026-09/external-install';
    expect((await server.call('DELETE', uninstall, undefined, tokens['access_token'])).status).toBe(204);
    expect((await server.call('DELETE', uninstall, undefined, tokens['access_token'])).status).toBe(401);
    const refresh = await token({
      grant_type: 'refresh_token',
      refresh_token: tokens['refresh_token'] ?? '',
    });
    expect(refresh.body).toMatchObject({ status: 'BAD_REFRESH_TOKEN' });
  });

  it('gives an app a token of its own for the webhooks journal', async () => {
    const scope = 'developer.webhooks_journal.read';
    const answer = await token({ grant_type: 'client_credentials', scope });
    expect(answer.body).toMatchObject({ token_use: 'client_credentials', scopes: [scope], expires_in: 1800 });
    expect(answer.body).not.toHaveProperty('refresh_token');
  });

  it('lets a service key do what its scopes say and no more', async () => {
    const key = createServiceKey(server.portal, ['crm.objects.owners.read']);
    expect(key).toMatch(/^pat-na1-[0-9a-f-]{36}$/);
    expect((await server.call('GET', '/crm/owners/2026-09', undefined, key)).status).toBe(200);
    expect(await server.call('GET', '/crm/lists/2026-09/1', undefined, key)).toMatchObject({
      status: 403,
      body: { category: 'MISSING_SCOPES', links: { scopes: 'https://developers.hubspot.com/scopes' } },
    });
  });

  it('refuses to register a redirect URL that is neither https nor localhost', () => {
    expect(() => registerOAuthApp(server.portal, { name: 'x', redirectUrls: ['baton://callback'] })).toThrow(
      'https',
    );
    expect(() =>
      registerOAuthApp(server.portal, { name: 'x', redirectUrls: ['http://127.0.0.1/cb'] }),
    ).toThrow('https');
  });
});
