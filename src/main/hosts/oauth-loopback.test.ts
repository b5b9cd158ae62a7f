import { createServer } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { OpenReturn, ReturnAnswer } from '#core/ports/return-listener.ts';
import { oauthLoopback } from './oauth-loopback.ts';

/** Not the program's own: suites run beside each other. */
const PORTS = [27_531, 27_532, 27_533];
const listener = oauthLoopback(PORTS);
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) each.close();
  await new Promise((resolve) => setImmediate(resolve));
});

/** What came, and the answer to it: an address with `good` is taken. */
async function listening(): Promise<{ door: OpenReturn; came: string[] }> {
  const came: string[] = [];
  const door = await listener.open(60_000, (address): Promise<ReturnAnswer> => {
    came.push(address);
    const isTaken = address.includes('good');
    return Promise.resolve({ isTaken, sentence: isTaken ? 'Taken <once>.' : 'Not ours.' });
  });
  if (door === null) throw new Error('No port was free.');
  open.push(door);
  return { door, came };
}

/** A request as a program can make it, with any host; the status line, or why there was none. */
function request(port: number, host: string, line: string, address = '127.0.0.1'): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, address, () =>
      socket.write(`${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    );
    let text = '';
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
    socket.on('close', () => resolve(text));
  });
}

describe('the return on this machine', () => {
  it('takes one answer and is closed then', async () => {
    const { door, came } = await listening();
    const address = `${door.address}?code=good&state=s`;
    const answer = await fetch(address);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    const page = await answer.text();
    expect(page).toContain('Taken &lt;once&gt;.');
    expect(page).not.toContain('good');
    expect(came).toEqual([address]);
    await expect(fetch(address)).rejects.toThrow('fetch failed');
  });

  it('goes on listening after an answer that is not ours', async () => {
    const { door, came } = await listening();
    expect((await fetch(`${door.address}?code=bad&state=s`)).status).toBe(400);
    expect((await fetch(`${door.address}?code=good&state=s`)).status).toBe(200);
    expect(came).toHaveLength(2);
  });

  it('hears nothing but a GET of its own path under its own name', async () => {
    const { door, came } = await listening();
    const { port, host } = new URL(door.address);
    const lines = [
      ['POST /oauth/return?good', host],
      ['GET /oauth/return/..?good', host],
      ['GET /?good', host],
      ['GET /oauth/return?good', `evil.example:${port}`],
      ['GET /oauth/return?good', `127.0.0.1:${port}`],
      [`GET /oauth/return?good=${'a'.repeat(9_000)}`, host],
    ] as const;
    for (const [line, name] of lines) {
      expect(await request(Number(port), name, line)).toMatch(/^HTTP\/1\.1 404/);
    }
    expect(came).toEqual([]);
  });

  it('listens on nothing but loopback, by both of its numbers', async () => {
    const { door } = await listening();
    const { port, host } = new URL(door.address);
    expect(await request(Number(port), host, 'GET /oauth/return?x', '127.0.0.1')).toMatch(/^HTTP\/1\.1 400/);
    const six = await request(Number(port), host, 'GET /oauth/return?x', '::1');
    expect(six).toMatch(/^HTTP\/1\.1 400|EADDRNOTAVAIL|EAFNOSUPPORT/);
  });

  it('takes the next port where one is in use, and says so where none is free', async () => {
    const others = await Promise.all(
      PORTS.map((port) => {
        const server = createServer();
        return new Promise<typeof server>((resolve) =>
          server.listen(port, '127.0.0.1', () => resolve(server)),
        );
      }),
    );
    open.push(...others);
    expect(await listener.open(60_000, () => Promise.reject(new Error('nothing comes')))).toBeNull();
    const [first, second] = others;
    await new Promise((resolve) => second?.close(resolve));
    const { door } = await listening();
    expect(door.address).toBe(`http://localhost:${PORTS[1]}/oauth/return`);
    expect(first?.listening).toBe(true);
  });
});
