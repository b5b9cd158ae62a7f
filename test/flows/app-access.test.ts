import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oauthState } from '#sandbox/hubspot/oauth-store.ts';
import type { OAuthApp } from '#sandbox/hubspot/oauth.ts';
import {
  HOUR,
  MINUTE,
  openFlowWorld,
  ROSIE,
  SECOND,
  STATUS,
  type FlowWorld,
} from '#test/support/flow-world.ts';
import { accessTokens, beginWith, decideOn, uploadApp } from '#test/support/oauth-world.ts';

const TOKEN = '/oauth/2026-09/token$';

let world: FlowWorld;
let app: OAuthApp;

/** Connected through an app, with an assistant at work. */
async function connected(changes: Partial<OAuthApp> = {}): Promise<void> {
  app = uploadApp(world.sandbox, changes);
  const { url } = await beginWith(world.core, world.sandbox, app);
  await world.api.authorisation.paste({ address: await decideOn(url) });
  const { id } = await world.api.authorisation.confirm({ as: 'asked' });
  world.connectionId = id;
  await world.api.connections.setUpFields({ id });
  world.person.addUser({ email: ROSIE.email, firstName: 'Rosie', lastName: 'Hart' });
  await world.createAssistant({ name: ROSIE.name, email: ROSIE.email });
  await world.api.connections.refresh({ id });
}

const refreshToken = (): string => [...oauthState(world.sandbox.portal).refreshTokens.keys()][0] ?? '';
const kept = () => world.vault.get(`connection/${world.connectionId}`);
const issued = (): number => accessTokens(world.sandbox).length;

/** Time in which nothing runs, so that the next call meets the token as it is then. */
function later(ms: number): void {
  world.sandbox.clock.advance(ms);
  world.setClock(world.sandbox.clock.now() - world.now);
}

/** Ten calls at once, as flows and screens make them. */
async function tenCalls(): Promise<string[]> {
  const { crm } = world.core.context;
  const calls = Array.from({ length: 10 }, async () => {
    const gateway = await crm.gateway(world.connectionId);
    return (await gateway?.describeAccount())?.accountId ?? '';
  });
  return Promise.all(calls);
}

async function reconnect(): Promise<void> {
  const again = { id: world.connectionId, clientId: app.clientId, clientSecret: '', returnPage: null };
  const { url } = await world.api.authorisation.beginAgain({ ...again, invites: false, writes: true });
  await world.api.authorisation.paste({ address: await decideOn(url) });
  await world.api.authorisation.confirm({ as: 'asked' });
  await world.core.drain();
}

beforeEach(async () => {
  world = await openFlowWorld({ stage: false });
});
afterEach(() => world.close());

describe('access through an app', () => {
  it('renews itself ahead of time, once for ten calls that come together', async () => {
    await connected();
    const before = issued();
    later(26 * MINUTE);
    const own = String(world.sandbox.portal.portalId);
    expect(await tenCalls()).toEqual(Array.from({ length: 10 }, () => own));
    expect(issued()).toBe(before + 1);
    expect(await tenCalls()).toHaveLength(10);
    expect(issued()).toBe(before + 1);
  });

  it('carries a lead through days without a person', async () => {
    await connected();
    const contactId = await world.taken();
    await world.passUntil(() => world.mailsTo(contactId).length > 0);
    await world.reply(contactId, 'agreed-to-meet');
    await world.untilDelivered();
    expect(world.value(contactId, STATUS)).toBe('Hot');
    expect(await world.connection()).toMatchObject({ status: 'Active', failure: null });
    expect(issued()).toBeGreaterThan(1);
    // Each write names the user in whose name it was made.
    const names = new Set((await world.activity()).map(({ identity }) => identity));
    expect([...names]).toEqual([world.colleague().email]);
    // And HubSpot's own history names that user, too.
    const written = world.record(contactId).history.get(STATUS) ?? [];
    expect(written.length).toBeGreaterThan(1);
    expect(new Set(written.map(({ source }) => source.updatedByUserId))).toEqual(
      new Set([world.colleague().userId]),
    );
  });

  it('that ran out unnoticed is renewed with the call that finds out, and no call is lost or made twice', async () => {
    await connected();
    const contactId = await world.taken();
    expect(world.notes(contactId)).toHaveLength(1);
    const before = issued();
    world.fault({ kind: 'expire-tokens', path: '/notes/batch/create' });
    const second = world.contact();
    world.assign(second);
    await world.poll();
    await world.untilDelivered();
    expect(world.notes(second)).toHaveLength(1);
    expect(issued()).toBe(before + 1);
    expect(await world.connection()).toMatchObject({ status: 'Active' });
  });

  it('is kept before it is used: a crash in between loses nothing', async () => {
    await connected({ rotatesRefreshTokens: true });
    const first = refreshToken();
    const lastCalls: string[] = [];
    world.vault.onSet = () => {
      lastCalls.push(world.sandbox.control.requests(1)[0]?.path ?? '');
    };
    later(29 * MINUTE);
    await tenCalls();
    // When it was kept, the renewal was the last that HubSpot had heard.
    expect(lastCalls).toEqual([expect.stringMatching(TOKEN)]);
    expect(refreshToken()).not.toBe(first);
    expect(await kept()).toBe(refreshToken());
    // The program is gone at once; the next start renews with what lies there.
    await world.restart();
    await world.poll();
    expect(await tenCalls()).toHaveLength(10);
    expect(await kept()).toBe(refreshToken());
  });

  it('does not end with a HubSpot that cannot renew it for a while, nor is that asked again and again', async () => {
    await connected();
    const before = issued();
    world.fault({ kind: 'status', status: 503, path: TOKEN, times: null });
    later(25 * MINUTE);
    // The old one is good for five more minutes.
    expect(await tenCalls()).toHaveLength(10);
    later(6 * MINUTE);
    const asked = () => world.sandbox.control.faults.list()[0]?.happened ?? 0;
    const count = asked();
    await world.poll(3);
    expect(asked() - count).toBeLessThanOrEqual(6);
    expect(await world.connection()).toMatchObject({ status: 'Active' });
    world.sandbox.control.faults.clear();
    await world.advance(5 * MINUTE);
    await world.poll();
    expect(issued()).toBe(before + 1);
    expect(await tenCalls()).toHaveLength(10);
  });

  it('that was revoked makes the connection Failed; Reconnect makes it Active and the queue goes on', async () => {
    await connected();
    const contactId = await world.taken();
    await world.api.health.setAdmins({ addresses: [] });
    oauthState(world.sandbox.portal).refreshTokens.clear();
    later(31 * MINUTE);
    await world.poll();
    const failed = await world.connection();
    expect(failed).toMatchObject({ status: 'Failed', failure: expect.stringContaining('was revoked') });
    expect(failed.app).not.toBeNull();
    // What is queued meanwhile waits.
    await world.press(contactId, 'mark-hot');
    expect(world.value(contactId, STATUS)).not.toBe('Hot');
    await reconnect();
    await world.poll();
    await world.untilDelivered();
    expect(await world.connection()).toMatchObject({ status: 'Active', failure: null });
    expect(world.value(contactId, STATUS)).toBe('Hot');
  });

  it('names the client secret when it was changed in HubSpot', async () => {
    await connected();
    const { apps } = oauthState(world.sandbox.portal);
    apps.set(app.clientId, { ...app, clientSecret: 'rotated-in-hubspot' });
    later(31 * MINUTE);
    await world.poll();
    expect(await world.connection()).toMatchObject({
      status: 'Failed',
      failure: expect.stringMatching(/^Client secret: /),
    });
  });

  it('keeps one pace and one count of calls for the account, whatever becomes of its tokens', async () => {
    await connected();
    const calls = () => world.core.context.crm.peek(world.connectionId)?.budget().calls['account'] ?? 0;
    await tenCalls();
    const before = calls();
    later(26 * MINUTE);
    await tenCalls();
    await reconnect();
    await tenCalls();
    expect(calls()).toBeGreaterThanOrEqual(before + 20);
  });

  it('waits while the keychain is locked, says so, and goes on when it is open again', async () => {
    await connected();
    const before = issued();
    world.vault.isLocked = true;
    later(31 * MINUTE);
    await world.poll(2);
    expect(await world.connection()).toMatchObject({ status: 'Active' });
    const locked = (await world.api.attention.list()).filter(
      ({ kind, cause }) => kind === 'vault' && cause.includes('Unlock it'),
    );
    expect(locked).toMatchObject([{ cause: expect.stringContaining('Unlock it') }]);
    world.vault.isLocked = false;
    await world.poll();
    expect(issued()).toBe(before + 1);
    const open = (await world.api.attention.list()).filter(
      ({ kind, cause }) => kind === 'vault' && cause.includes('Unlock it'),
    );
    expect(open).toEqual([]);
  });

  it('is not renewed while everything is stopped', async () => {
    await connected();
    const before = issued();
    await world.api.system.stop();
    later(HOUR);
    const gateway = await world.core.context.crm.gateway(world.connectionId);
    await expect(gateway?.describeAccount()).rejects.toMatchObject({ kind: 'stopped' });
    expect(issued()).toBe(before);
  });
});

describe('Disconnect', () => {
  const disconnect = () => world.api.connections.disconnect({ id: world.connectionId });

  it('uninstalls the app, revokes the access and deletes it here; nothing leaves for the CRM any more', async () => {
    await connected();
    await world.taken();
    expect(await disconnect()).toEqual({ done: true, remark: null });
    expect(await world.connection()).toMatchObject({ status: 'Inactive' });
    expect(oauthState(world.sandbox.portal).refreshTokens.size).toBe(0);
    const tokens = [...world.sandbox.portal.tokens.values()].filter(({ kind }) => kind === 'oauth');
    expect(tokens.every(({ revoked }) => revoked)).toBe(true);
    expect(world.vault.names()).toEqual([]);
    // Every call that left would meet this.
    world.fault({ kind: 'reset-before', times: null });
    world.sandbox.clock.advance(HOUR);
    await world.poll(3);
    await world.advance(3 * HOUR);
    expect(world.sandbox.control.faults.list()[0]?.happened).toBe(0);
  });

  it('deletes the access here also when HubSpot does not answer, and says what is left to do there', async () => {
    await connected();
    world.fault({ kind: 'reset-before', times: null });
    const { remark } = await disconnect();
    expect(remark).toMatch(/HubSpot could not be told.*Connected Apps/);
    expect(world.vault.names()).toEqual([]);
    expect(await world.connection()).toMatchObject({ status: 'Inactive' });
  });

  it('asks nothing of HubSpot while everything is stopped', async () => {
    await connected();
    await world.api.system.stop();
    await world.advance(SECOND);
    expect((await disconnect()).remark).toContain('HubSpot could not be told');
    expect(oauthState(world.sandbox.portal).refreshTokens.size).toBe(1);
    expect(world.vault.names()).toEqual([]);
  });

  it('is followed by Reconnect, which asks for the client secret again', async () => {
    await connected();
    await disconnect();
    await expect(reconnect()).rejects.toMatchObject({ data: { problems: [{ field: 'clientSecret' }] } });
    const again = { id: world.connectionId, clientId: app.clientId, returnPage: null };
    const { url } = await world.api.authorisation.beginAgain({
      ...again,
      clientSecret: app.clientSecret,
      invites: false,
      writes: true,
    });
    await world.api.authorisation.paste({ address: await decideOn(url) });
    await world.api.authorisation.confirm({ as: 'asked' });
    expect(await world.connection()).toMatchObject({ status: 'Active' });
  });
});
