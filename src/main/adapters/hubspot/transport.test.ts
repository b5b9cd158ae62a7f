import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CrmError } from '#core/ports/crm-error.ts';
import { impatientTime } from '#test/support/impatient-time.ts';
import { createTraffic } from './traffic.ts';
import {
  createTransport,
  unchanging,
  type HubSpotCall,
  type Transport,
  type TransportOptions,
} from './transport.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

/** A server that gives one answer after the other, the last one for ever. */
async function serve(...answers: Answer[]) {
  const requests: { method: string; url: string; authorization: string; body: string }[] = [];
  const made = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      requests.push({ method, url, authorization: headers.authorization ?? '', body });
      answers[Math.min(requests.length, answers.length) - 1]?.(request, response);
    });
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
  return { ...connect(baseUrl), requests };
}

function connect(baseUrl: string, timeout = 10_000, guards: Partial<TransportOptions> = {}) {
  const time = impatientTime();
  const traffic = createTraffic(time, 'by-headers');
  const transport = createTransport({
    baseUrl,
    credential: 'key',
    tokens: unchanging('pat-na1-secret'),
    traffic,
    time,
    wallNow: () => Date.UTC(2026, 10, 20, 12),
    random: () => 1,
    timeout,
    ...guards,
  });
  return { transport, traffic, time, baseUrl };
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
}

const ok = z.object({ ok: z.boolean() });
const read: HubSpotCall = {
  method: 'GET',
  path: '/thing',
  query: [['limit', '1']],
  doing: 'to read a thing',
  isWrite: false,
  purpose: 'read',
  policy: 'burst',
  urgency: 'background',
};
const save: HubSpotCall = {
  ...read,
  method: 'POST',
  path: '/things',
  query: [],
  body: { a: 1 },
  isWrite: true,
  purpose: 'note',
};

async function failureOf(transport: Transport, call: HubSpotCall): Promise<CrmError> {
  const error: unknown = await transport.send(call, ok).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof CrmError) return error;
  throw new Error(`Expected a CrmError, got ${String(error)}`);
}

describe('a call to HubSpot', () => {
  it('carries the token, the query and the body, and gives what the schema reads', async () => {
    const { transport, requests } = await serve(json(200, { ok: true, more: 1 }));
    expect(await transport.send(read, ok)).toEqual({ ok: true });
    await transport.send(save, ok);
    expect(requests[0]).toMatchObject({
      method: 'GET',
      url: '/thing?limit=1',
      authorization: 'Bearer pat-na1-secret',
    });
    expect(requests[1]).toMatchObject({ method: 'POST', body: '{"a":1}' });
  });

  it('is read again after 5xx and a broken connection, with growing waits', async () => {
    const { transport, time, requests } = await serve(
      json(503, {}),
      (_request, response) => response.destroy(),
      json(200, { ok: true }),
    );
    expect(await transport.send(read, ok)).toEqual({ ok: true });
    expect(requests).toHaveLength(3);
    expect(time.waited).toEqual([400, 1_200]);
  });

  it('leaves only as GET while the connection is read-only, also when it waited for its turn', async () => {
    const { requests, baseUrl } = await serve(json(200, { ok: true }));
    let because: string | null = null;
    const { transport } = connect(baseUrl, 10_000, { whyReadOnly: () => because });
    const waiting = failureOf(transport, { ...save, isWrite: false });
    because = 'This connection is read-only.';
    expect(await waiting).toMatchObject({ kind: 'read-only', message: because, answerLost: false });
    expect((await failureOf(transport, save)).kind).toBe('read-only');
    expect((await failureOf(transport, { ...save, method: 'PATCH', purpose: 'lease' })).kind).toBe(
      'read-only',
    );
    expect(await transport.send(read, ok)).toEqual({ ok: true });
    expect(requests.map((request) => request.method)).toEqual(['GET']);
  });

  it('does not leave as a write while another machine works, but reads and asks for the lease', async () => {
    const { requests, baseUrl } = await serve(json(200, { ok: true }));
    const { transport } = connect(baseUrl, 10_000, { whyNoWrite: () => 'Another machine works.' });
    expect(await failureOf(transport, save)).toMatchObject({ kind: 'stopped', answerLost: false });
    await transport.send({ ...save, isWrite: false }, ok);
    await transport.send({ ...save, purpose: 'lease' }, ok);
    expect(requests).toHaveLength(2);
  });

  it('gives up reading after four tries', async () => {
    const { transport, requests } = await serve(json(500, {}));
    expect((await failureOf(transport, read)).kind).toBe('unavailable');
    expect(requests).toHaveLength(4);
  });

  it('is never written twice, since HubSpot could have written the first one', async () => {
    const { transport, requests } = await serve(json(503, {}), json(200, { ok: true }));
    expect(await failureOf(transport, save)).toMatchObject({ kind: 'unavailable', answerLost: true });
    expect(requests).toHaveLength(1);
  });

  it('counts as lost when the connection breaks, the answer breaks off or is no JSON', async () => {
    const broken = await serve((_request, response) => response.destroy());
    expect(await failureOf(broken.transport, save)).toMatchObject({ kind: 'network', answerLost: true });
    const half = await serve((_request, response) => {
      response.writeHead(201, { 'content-length': '100' });
      response.write('{"ok":', () => response.destroy());
    });
    expect(await failureOf(half.transport, save)).toMatchObject({ kind: 'network', answerLost: true });
    const page = await serve((_request, response) => response.writeHead(200).end('<html>Sign in</html>'));
    expect(await failureOf(page.transport, save)).toMatchObject({
      kind: 'unexpected-response',
      answerLost: true,
    });
  });

  it('counts as lost when no answer comes in time', async () => {
    const { baseUrl } = await serve(() => undefined);
    const { transport } = connect(baseUrl, 30);
    expect(await failureOf(transport, save)).toMatchObject({ kind: 'network', answerLost: true });
  });

  it('has surely not been written where nobody listens', async () => {
    const { baseUrl } = await serve(json(200, { ok: true }));
    await new Promise((resolve) => server?.close(resolve));
    const error = await failureOf(connect(baseUrl).transport, save);
    expect(error).toMatchObject({ kind: 'network', answerLost: false });
    expect(error.message).toContain('ECONNREFUSED');
  });

  it('waits as long as a 429 asks before anything of that kind goes out again', async () => {
    const body = {
      policyName: 'TEN_SECONDLY_ROLLING',
      message: 'You have reached your ten_secondly_rolling limit.',
    };
    const { transport, time, requests } = await serve(
      json(429, body, { 'retry-after': '3' }),
      json(200, { ok: true }),
    );
    expect(await failureOf(transport, save)).toMatchObject({
      kind: 'rate-limited',
      retryAfter: 3_000,
      answerLost: false,
    });
    expect(await transport.send(save, ok)).toEqual({ ok: true });
    expect(time.waited).toEqual([3_000]);
    expect(requests).toHaveLength(2);
  });

  it("tells at once when the day's allowance is used up, and says until when", async () => {
    const { transport, traffic, requests } = await serve(json(429, { policyName: 'DAILY' }));
    traffic.zone = 'UTC';
    const first = await failureOf(transport, read);
    expect(first).toMatchObject({ kind: 'rate-limited', retryAfter: 12 * 3_600_000 });
    expect((await failureOf(transport, read)).message).toContain('daily limit');
    expect(requests).toHaveLength(1);
    const now = Date.UTC(2026, 10, 20, 12);
    expect(traffic.budget(now).pausedUntil).toBe(Date.UTC(2026, 10, 21));
  });

  it('keeps count of calls and of what HubSpot says is left', async () => {
    const headers = {
      'X-HubSpot-RateLimit-Max': '190',
      'X-HubSpot-RateLimit-Remaining': '187',
      'X-HubSpot-RateLimit-Interval-Milliseconds': '10000',
      'X-HubSpot-RateLimit-Daily': '625000',
      'X-HubSpot-RateLimit-Daily-Remaining': '624000',
    };
    const { transport, traffic } = await serve(json(200, { ok: true }, headers));
    await transport.send(read, ok);
    await transport.send(save, ok);
    expect(traffic.budget(0)).toEqual({
      window: { max: 190, remaining: 187, interval: 10_000 },
      day: { max: 625_000, remaining: 624_000 },
      calls: { read: 1, note: 1 },
      pausedUntil: null,
    });
  });

  it('never shows the token in an error', async () => {
    const { transport } = await serve(json(401, { category: 'INVALID_AUTHENTICATION' }));
    const error = await failureOf(transport, read);
    expect(JSON.stringify([error, error.message, error.stack, String(error.cause)])).not.toContain('secret');
  });
});
