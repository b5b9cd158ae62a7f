import { request } from 'node:http';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Contract } from '#contract/contract.ts';
import { startHubServer, type HubServer } from '#hosts/hub/http-server.ts';
import { openFlowWorld, type FlowWorld } from '#test/support/flow-world.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

let world: FlowWorld;
let hub: HubServer;
/** The clock by which the hub sees whether somebody is there. */
let time = 0;

beforeAll(async () => {
  world = await openFlowWorld({ stage: false });
  const folder = temporaryFolder({ 'index.html': '<!doctype html><title>Baton</title>' });
  hub = await startHubServer({
    context: { core: world.core },
    port: 0,
    rendererDirectory: folder,
    now: () => time,
  });
});

afterAll(async () => {
  await hub.close();
  await world.close();
});

/** A request whose Host and Origin can be anything, as an attacker's would. */
function ask(
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: hub.port, path, method, headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (body += part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** A browser that showed the token: its cookie. */
async function browserSession(): Promise<{ host: string; cookie: string }> {
  const host = `127.0.0.1:${hub.port}`;
  const answer = await ask('/session', { host, ...bearer() }, 'POST');
  return { host, cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' };
}

/** Opens a socket; resolves when it is open, and says when the hub ends it. */
async function openSocket(headers: Record<string, string>): Promise<{ ended: Promise<void> }> {
  const socket = new WebSocket(`ws://127.0.0.1:${hub.port}/rpc`, { headers });
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return { ended };
}

const bearer = () => ({ authorization: `Bearer ${hub.token}` });

describe('a member', () => {
  const as = (token: string): ContractRouterClient<Contract> =>
    createORPCClient(new RPCLink({ url: `${hub.url}/rpc`, headers: { authorization: `Bearer ${token}` } }));
  const memberToken = (): string => hub.memberUrl.split('#')[1] ?? '';

  it('works with leads, and is told who may connect and synchronise', async () => {
    const member = as(memberToken());
    expect((await member.system.info()).role).toBe('member');
    const sort = { by: 'created', descending: false } as const;
    expect((await member.leads.page({ filter: {}, sort, offset: 0, limit: 5 })).total).toBe(0);
    const id = world.connectionId;
    for (const call of [
      () => member.connections.disconnect({ id }),
      () => member.connections.syncSchedules({ id }),
      () => member.authorisation.cancel(),
      () => member.data.exportAll(),
    ]) {
      await expect(call()).rejects.toThrow('Only an admin may do this.');
    }
    expect((await as(hub.token).system.info()).role).toBe('admin');
  });

  it('stays one in a browser, too', async () => {
    const host = `127.0.0.1:${hub.port}`;
    const answer = await ask('/session', { host, authorization: `Bearer ${memberToken()}` }, 'POST');
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    const body = await ask('/rpc/authorisation/cancel', { host, cookie, origin: hub.url }, 'POST');
    expect(body.status).toBe(409);
    expect(body.body).toContain('Only an admin may do this.');
  });
});

describe('the hub on loopback', () => {
  it('answers a program that shows the token of this start', async () => {
    const link = new RPCLink({ url: `${hub.url}/rpc`, headers: bearer() });
    const client: ContractRouterClient<Contract> = createORPCClient(link);
    expect((await client.system.info()).host).toBe('hub');
  });

  it('gives a browser a session for the token in the fragment, which never reaches a server or a log', async () => {
    expect(hub.openUrl).toBe(`${hub.url}/login#${hub.token}`);
    const answer = await ask('/session', { host: `127.0.0.1:${hub.port}`, ...bearer() }, 'POST');
    const cookie = String(answer.headers['set-cookie']);
    expect(answer.status).toBe(204);
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict; Path=\//);
    expect(cookie).not.toContain(hub.token);
    const page = await ask('/', { host: `127.0.0.1:${hub.port}`, cookie: cookie.split(';')[0] ?? '' });
    expect(page.body).toContain('<title>Baton</title>');
  });

  it('sends a browser without a session to the page that says what to do', async () => {
    const answer = await ask('/', { host: `localhost:${hub.port}` });
    expect([answer.status, answer.headers['location']]).toEqual([303, '/login']);
  });

  it.each(['', 'Bearer wrong', 'Basic Zm9v'])('refuses the procedures to "%s"', async (authorization) => {
    const answer = await ask('/rpc/system/info', { host: `127.0.0.1:${hub.port}`, authorization }, 'POST');
    expect(answer.status).toBe(401);
  });

  it.each([
    ['another host name that resolves here', { host: 'evil.example' }],
    ['another port', { host: '127.0.0.1:1' }],
    ["another site's page", { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
  ])('turns %s away, even with the token', async (_who, headers) => {
    const answer = await ask(
      '/rpc/system/info',
      { host: `127.0.0.1:${hub.port}`, ...bearer(), ...headers },
      'POST',
    );
    expect(answer.status).toBe(403);
  });

  it.each([
    ['without the token', {}],
    ["from another site's page", { authorization: 'token', origin: 'https://evil.example' }],
  ])('opens no socket %s', async (_how, headers: { authorization?: string; origin?: string }) => {
    const given = headers.authorization === 'token' ? { ...headers, ...bearer() } : headers;
    const socket = new WebSocket(`ws://127.0.0.1:${hub.port}/rpc`, { headers: given });
    const outcome = await new Promise((resolve) => {
      socket.on('open', () => resolve('open'));
      socket.on('error', () => resolve('refused'));
    });
    expect(outcome).toBe('refused');
  });

  it('sends a strict policy with every answer: own scripts only, no inline, no frames', async () => {
    for (const path of ['/login', '/', '/rpc/system/info', '/nothing']) {
      const { headers } = await ask(path, { host: `127.0.0.1:${hub.port}` });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('does not serve files outside of the screens', async () => {
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '//etc/passwd']) {
      const answer = await ask(path, { host: `127.0.0.1:${hub.port}`, ...bearer() });
      expect(answer.status).toBe(404);
    }
  });

  it('tells expected failures in the words of the contract', async () => {
    const link = new RPCLink({ url: `${hub.url}/rpc`, headers: bearer() });
    const client: ContractRouterClient<Contract> = createORPCClient(link);
    await expect(client.leads.get({ id: 'nobody' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { sentence: expect.stringContaining('no such lead') },
    });
    const draft = { ...(await client.assistants.blank()), name: '', email: 'nobody' };
    await expect(client.assistants.create(draft)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { problems: [{ field: 'name' }, { field: 'email' }] },
    });
  });
});

describe('a locked session', () => {
  const info = '/rpc/system/info';

  it('is refused by the hub from then on, its socket is ended, and other windows go on', async () => {
    const mine = await browserSession();
    const other = await browserSession();
    expect((await ask(info, mine, 'POST')).status).toBe(200);
    const socket = await openSocket(mine);
    expect((await ask('/session/end', mine, 'POST')).status).toBe(204);
    await socket.ended;
    expect((await ask(info, mine, 'POST')).status).toBe(401);
    expect((await ask('/', mine)).headers['location']).toBe('/login');
    await expect(openSocket(mine)).rejects.toThrow('401');
    expect((await ask(info, other, 'POST')).status).toBe(200);
    expect((await ask(info, await browserSession(), 'POST')).status).toBe(200);
  });

  it("cannot be ended from another site's page", async () => {
    const mine = await browserSession();
    const answer = await ask('/session/end', { ...mine, origin: 'https://evil.example' }, 'POST');
    expect(answer.status).toBe(403);
    expect((await ask(info, mine, 'POST')).status).toBe(200);
  });

  it('ends by itself when nobody is there for as long as the setting says, and not while somebody is', async () => {
    const program = createORPCClient<ContractRouterClient<Contract>>(
      new RPCLink({ url: `${hub.url}/rpc`, headers: bearer() }),
    );
    await program.system.setLockAfter({ minutes: 5 });
    const mine = await browserSession();
    const left = await browserSession();
    const socket = await openSocket(left);
    time += 4 * 60_000;
    expect((await ask('/session/seen', mine, 'POST')).status).toBe(204);
    time += 60_000;
    hub.endIdle();
    await socket.ended;
    expect((await ask(info, left, 'POST')).status).toBe(401);
    expect((await ask(info, mine, 'POST')).status).toBe(200);
    time += 4 * 60_000;
    // Asking for data, as an open window does by itself, is no sign of a person.
    expect((await ask(info, mine, 'POST')).status).toBe(401);
    expect((await ask('/session/seen', mine, 'POST')).status).toBe(401);
    expect((await program.system.info()).lockAfterMinutes).toBe(5);
    await program.system.setLockAfter({ minutes: 0 });
  });
});
