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

beforeAll(async () => {
  world = await openFlowWorld({ stage: false });
  const folder = temporaryFolder({ 'index.html': '<!doctype html><title>Baton</title>' });
  hub = await startHubServer({ context: { core: world.core }, port: 0, rendererDirectory: folder });
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

const bearer = () => ({ authorization: `Bearer ${hub.token}` });

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
