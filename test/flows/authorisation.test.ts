import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oauthState } from '#sandbox/hubspot/oauth-store.ts';
import type { OAuthApp } from '#sandbox/hubspot/oauth.ts';
import { MINUTE, openFlowWorld, type FlowWorld } from '#test/support/flow-world.ts';
import { accessTokens, beginWith, decideOn, uploadApp } from '#test/support/oauth-world.ts';

let world: FlowWorld;
let app: OAuthApp;

beforeEach(async () => {
  world = await openFlowWorld({ stage: false });
  app = uploadApp(world.sandbox);
});
afterEach(() => world.close());

const stage = async () => (await world.api.authorisation.attempt())?.stage;
const paste = (address: string) => world.api.authorisation.paste({ address });
const confirm = (as: 'asked' | 'new-workspace' = 'asked') => world.api.authorisation.confirm({ as });
const begin = (wishes: Parameters<typeof beginWith>[3] = {}) =>
  beginWith(world.core, world.sandbox, app, wishes);

/** Connects as a user does, from the first button to the last. */
async function authorise(wishes: Parameters<typeof beginWith>[3] = {}) {
  await paste(await decideOn((await begin(wishes)).url));
  const view = await confirm();
  world.connectionId = view.id;
  return view;
}

/** Nothing of an attempt is kept: no connection, no secret. */
async function nothingIsKept(): Promise<void> {
  expect(await world.api.connections.list()).toEqual([]);
  expect(world.vault.names()).toEqual([]);
}

describe('Authorise HubSpot', () => {
  it('shows whose account it is before anything is kept, and is connected after the confirmation', async () => {
    const attempt = await begin();
    expect(new URL(attempt.url).searchParams.get('state')?.length).toBeGreaterThan(30);
    expect(attempt.asked.map(({ scope }) => scope)).not.toContain('settings.users.write');
    await paste(await decideOn(attempt.url));
    expect(await stage()).toMatchObject({
      kind: 'confirm',
      accountId: String(world.sandbox.portal.portalId),
      user: world.colleague().email,
      takenBy: null,
      isOther: false,
      missing: [],
    });
    await nothingIsKept();

    const view = await confirm();
    expect(view).toMatchObject({ status: 'Active', identity: world.colleague().email, name: 'Portal' });
    expect(await world.api.authorisation.attempt()).toBeNull();
    // The token that can renew itself is in the vault, and nothing of it in what the screens get.
    const [refreshToken] = oauthState(world.sandbox.portal).refreshTokens.keys();
    expect(await world.vault.get(`connection/${view.id}`)).toBe(refreshToken);
    expect(JSON.stringify(view)).not.toContain(app.clientSecret);
  });

  it('listens on this machine for the browser, answers once, and is closed then', async () => {
    const attempt = await begin({ returnPage: null });
    expect(attempt).toMatchObject({ isListening: true, viaPage: false });
    const back = await decideOn(attempt.url);
    expect(back.startsWith(attempt.redirectUrl)).toBe(true);
    const page = await fetch(back);
    expect(page.status).toBe(200);
    const text = await page.text();
    expect(text).toContain('go back to Baton');
    expect(text).not.toContain(new URL(back).searchParams.get('code'));
    expect(await stage()).toMatchObject({ kind: 'confirm' });
    await expect(fetch(back)).rejects.toThrow('fetch failed');
  });

  it('is not disturbed by an answer with a wrong state, and says so to both', async () => {
    const attempt = await begin({ returnPage: null });
    const wrong = await fetch(`${attempt.redirectUrl}?code=stolen&state=guessed`);
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('belongs to no authorisation that waits here');
    expect(await stage()).toMatchObject({ kind: 'waiting', remark: expect.stringContaining('Begin again') });
    expect((await fetch(await decideOn(attempt.url))).status).toBe(200);
    expect(await stage()).toMatchObject({ kind: 'confirm' });
  });

  it('takes an answer once: the same address again belongs to nothing', async () => {
    const back = await decideOn((await begin()).url);
    await paste(back);
    await expect(paste(back)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await confirm();
    await expect(paste(back)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await world.api.connections.list()).toHaveLength(1);
  });

  it('says at its field alone that a pasted address is not the one, and goes on waiting', async () => {
    const attempt = await begin();
    await expect(paste('hello')).rejects.toMatchObject({
      data: { problems: [{ field: 'address', sentence: expect.stringContaining('not the whole address') }] },
    });
    expect(await stage()).toEqual({ kind: 'waiting', remark: null });
    await paste(await decideOn(attempt.url));
    expect(await stage()).toMatchObject({ kind: 'confirm' });
  });

  it('ends after ten minutes, and an answer that comes later is not taken', async () => {
    const back = await decideOn((await begin()).url);
    await world.advance(11 * MINUTE);
    await expect(paste(back)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await stage()).toMatchObject({
      kind: 'refused',
      sentence: expect.stringContaining('ten minutes'),
    });
    await nothingIsKept();
  });

  it('ends with the program: a new start knows nothing of it', async () => {
    const back = await decideOn((await begin()).url);
    await world.restart();
    await expect(paste(back)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await nothingIsKept();
  });

  it('says that the consent was denied', async () => {
    await paste(await decideOn((await begin()).url, 'cancel'));
    expect(await stage()).toMatchObject({
      kind: 'refused',
      sentence: expect.stringContaining('not allowed'),
    });
    await nothingIsKept();
  });

  it('says that the code ran out', async () => {
    const back = await decideOn((await begin()).url);
    oauthState(world.sandbox.portal).codes.clear();
    await paste(back);
    expect(await stage()).toMatchObject({ kind: 'refused', sentence: expect.stringContaining('too old') });
    await nothingIsKept();
  });

  it('names the client secret when HubSpot does not take it', async () => {
    await paste(await decideOn((await begin({ clientSecret: 'wrong-secret' })).url));
    expect(await stage()).toMatchObject({
      kind: 'refused',
      sentence: expect.stringMatching(/^Client secret: /),
    });
    await nothingIsKept();
  });

  it('names the scopes that were not granted, and gives the access back', async () => {
    const narrow = uploadApp(world.sandbox, { optionalScopes: [] });
    await paste(await decideOn((await beginWith(world.core, world.sandbox, narrow)).url));
    expect(await stage()).toMatchObject({
      kind: 'refused',
      sentence: expect.stringContaining(
        'did not grant crm.objects.contacts.write, crm.schemas.contacts.write',
      ),
    });
    await nothingIsKept();
    expect(oauthState(world.sandbox.portal).refreshTokens.size).toBe(0);
  });

  it('needs no scope for writing where nothing is written', async () => {
    const narrow = uploadApp(world.sandbox, { optionalScopes: [] });
    const attempt = await beginWith(world.core, world.sandbox, narrow, { readOnly: true });
    expect(attempt.asked.filter(({ scope }) => scope.endsWith('.write'))).toEqual([]);
    await paste(await decideOn(attempt.url));
    expect(await confirm()).toMatchObject({ status: 'Active', readOnly: true });
  });

  it('names each field of the app that cannot be right', async () => {
    const wrong = { ...app, clientId: ' ', clientSecret: '' };
    await expect(
      beginWith(world.core, world.sandbox, wrong, { returnPage: 'http://team.example' }),
    ).rejects.toMatchObject({
      data: {
        problems: [{ field: 'clientId' }, { field: 'clientSecret' }, { field: 'returnPage' }],
      },
    });
  });

  it('cancelled at the last step keeps nothing and gives the access back', async () => {
    await paste(await decideOn((await begin()).url));
    await world.api.authorisation.cancel();
    await expect(confirm()).rejects.toMatchObject({ code: 'REFUSED' });
    await nothingIsKept();
    await expect.poll(() => oauthState(world.sandbox.portal).refreshTokens.size, { timeout: 5_000 }).toBe(0);
  });

  it('asks nothing while everything is stopped', async () => {
    await world.api.system.stop();
    await expect(begin()).rejects.toMatchObject({ code: 'CRM' });
  });

  it('sends a proof key where that is switched on', async () => {
    const other = await openFlowWorld({ stage: false, pkce: true });
    try {
      const attempt = await beginWith(other.core, other.sandbox, uploadApp(other.sandbox));
      expect(new URL(attempt.url).searchParams.get('code_challenge_method')).toBe('S256');
      await other.api.authorisation.paste({ address: await decideOn(attempt.url) });
      expect(await other.api.authorisation.confirm({ as: 'asked' })).toMatchObject({ status: 'Active' });
    } finally {
      await other.close();
    }
  });
});

describe('an account that is connected', () => {
  it('is not connected a second time', async () => {
    await authorise();
    await paste(await decideOn((await begin()).url));
    expect(await stage()).toMatchObject({ kind: 'confirm', takenBy: 'Portal' });
    await expect(confirm()).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('with a key can go over to an app, and back', async () => {
    await world.connect();
    const { id } = await world.connection();
    const again = { id, clientId: app.clientId, returnPage: null, invites: false, writes: true };
    const attempt = await world.api.authorisation.beginAgain({ ...again, clientSecret: app.clientSecret });
    expect(attempt.url).toContain(`/oauth/${world.sandbox.portal.portalId}/authorize`);
    await paste(await decideOn(attempt.url));
    expect(await confirm()).toMatchObject({ id, app: { clientId: app.clientId } });
    expect(accessTokens(world.sandbox)).toHaveLength(1);
    await world.api.connections.renewToken({ id, token: world.sandbox.serviceKey });
    expect(await world.connection()).toMatchObject({ status: 'Active', app: null });
    expect(world.vault.names()).toEqual([`connection/${id}`]);
  });

  it('refuses the consent of another account, which may become a workspace of its own', async () => {
    const { id } = await authorise();
    const own = world.sandbox.portal.portalId;
    const again = {
      id,
      clientId: app.clientId,
      clientSecret: '',
      returnPage: null,
      invites: false,
      writes: true,
    };
    const { url } = await world.api.authorisation.beginAgain(again);
    // The person chooses another account on HubSpot's page.
    Object.assign(world.sandbox.portal, { portalId: 4_711 });
    await paste(await decideOn(url.replace(`/oauth/${own}/`, '/oauth/')));
    expect(await stage()).toMatchObject({ kind: 'confirm', isOther: true, accountId: '4711', takenBy: null });
    await expect(confirm()).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await world.connection()).toMatchObject({ accountId: String(own) });
    expect(await confirm('new-workspace')).toMatchObject({ accountId: '4711', status: 'Active' });
    expect(await world.api.connections.list()).toHaveLength(2);
    Object.assign(world.sandbox.portal, { portalId: own });
  });

  it('shows which scope a feature lacks, blocks that feature alone, and Grant asks for it', async () => {
    const { id } = await authorise({ readOnly: true });
    expect((await world.connection()).app?.scopes.filter(({ isGranted }) => !isGranted)).toMatchObject([
      { scope: 'crm.objects.contacts.write', feature: 'writing' },
      { scope: 'crm.schemas.contacts.write', feature: 'writing' },
      { scope: 'settings.users.write', feature: 'inviting' },
    ]);
    // Writing is asked for, and not switched on before it is granted.
    await expect(
      world.api.connections.setReadOnly({ id, readOnly: false, listed: 'keep' }),
    ).rejects.toMatchObject({ code: 'CRM', data: { sentence: expect.stringContaining('Grant') } });
    expect(await world.connection()).toMatchObject({ readOnly: true, status: 'Active' });
    const again = {
      id,
      clientId: app.clientId,
      clientSecret: '',
      returnPage: null,
      invites: false,
      writes: true,
    };
    const { url } = await world.api.authorisation.beginAgain(again);
    await paste(await decideOn(url));
    await confirm();
    const view = await world.api.connections.setReadOnly({ id, readOnly: false, listed: 'keep' });
    expect(view.readOnly).toBe(false);
    expect(view.app?.scopes.filter(({ isGranted }) => !isGranted)).toMatchObject([{ feature: 'inviting' }]);
  });

  it('says which scope an invitation lacks, without a call', async () => {
    const { id } = await authorise();
    const assistantId = await world.createAssistant({ name: 'Rosie', email: 'rosie@demo.example' });
    await expect(world.api.connections.inviteAssistant({ id, assistantId })).rejects.toMatchObject({
      code: 'CRM',
      data: { missingScopes: ['settings.users.write'], sentence: expect.stringContaining('Grant') },
    });
  });
});

describe('the name under which writes stand', () => {
  it('is shown before anything is kept, and a choice is kept with the access', async () => {
    await paste(await decideOn((await begin()).url));
    const user = world.colleague().email;
    expect(await stage()).toMatchObject({
      actsAs: 'person',
      identities: [
        { actsAs: 'person', sentence: expect.stringContaining(`under ${user}, beside`), warning: null },
        {
          actsAs: 'integration',
          sentence: expect.stringContaining(`under ${user}: a user of its own`),
          warning: null,
        },
      ],
    });
    const { id } = await world.api.authorisation.confirm({ as: 'asked', actsAs: 'integration' });
    world.connectionId = id;
    expect((await world.connection()).writesAs).toMatchObject({ as: 'integration', warning: null });
    await world.restart();
    expect((await world.connection()).writesAs.as).toBe('integration');
  });

  it('is warned of when the integration user owns contacts, at once and from then on', async () => {
    const user = world.colleague();
    world.person.assign(world.contacts(3), user.id);
    await paste(await decideOn((await begin()).url));
    const at = await stage();
    expect(at?.kind === 'confirm' ? at.identities.map(({ warning }) => warning) : []).toEqual([
      null,
      expect.stringContaining(`${user.email} owns 3 contacts, so writes and this person’s own work`),
    ]);
    const { id } = await world.api.authorisation.confirm({ as: 'asked', actsAs: 'integration' });
    world.connectionId = id;
    world.person.assign(world.contacts(2), user.id);
    const view = await world.api.connections.refresh({ id });
    expect(view.writesAs.warning).toContain('owns 5 contacts');
  });

  it('is warned of when the integration user is an assistant, and stays as chosen when access is given again', async () => {
    await paste(await decideOn((await begin()).url));
    const { id } = await world.api.authorisation.confirm({ as: 'asked', actsAs: 'integration' });
    world.connectionId = id;
    await world.createAssistant({ name: 'Rosie', email: world.colleague().email.toUpperCase() });
    expect((await world.connection()).writesAs.warning).toContain('is the address of your assistant Rosie');
    const again = { id, clientId: app.clientId, clientSecret: '', returnPage: null, invites: false };
    const { url } = await world.api.authorisation.beginAgain({ ...again, writes: true });
    await paste(await decideOn(url));
    expect(await stage()).toMatchObject({ actsAs: 'integration' });
  });

  it('is not looked into by a search where nothing is written', async () => {
    await paste(await decideOn((await begin({ readOnly: true })).url));
    const searches = world.sandbox.control.requests().filter(({ path }) => path.endsWith('/search'));
    expect(searches).toEqual([]);
  });

  it('is the name of the key for a connection with a key', async () => {
    await world.connect();
    expect((await world.connection()).writesAs).toMatchObject({
      as: 'key',
      sentence: expect.stringContaining('under the name of the key'),
      warning: null,
    });
  });
});
