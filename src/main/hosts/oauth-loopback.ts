import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { OpenReturn, ReturnAnswer, ReturnListener } from '#core/ports/return-listener.ts';

/** Below the ports that systems give out by themselves; three, so that one is free. */
const PORTS = [27_431, 27_432, 27_433] as const;
const PATH = '/oauth/return';
/** Both, because a browser may take `localhost` for either. */
const ADDRESSES = ['127.0.0.1', '::1'] as const;
const LONGEST_ADDRESS = 8_192;

const addressOf = (port: number): string => `http://localhost:${port}${PATH}`;

/** `http://localhost:<port>/oauth/return`, open for one answer. `ports`: other ones, for tests beside each other. */
export function oauthLoopback(ports: readonly number[] = PORTS): ReturnListener {
  return {
    addresses: ports.map(addressOf),
    async open(lifetime, take) {
      for (const port of ports) {
        const opened = await openAt(port, take);
        if (opened === null) continue;
        const timer = setTimeout(opened.close, lifetime).unref();
        return {
          address: opened.address,
          close: () => {
            clearTimeout(timer);
            opened.close();
          },
        };
      }
      return null;
    },
  };
}

async function openAt(
  port: number,
  take: (address: string) => Promise<ReturnAnswer>,
): Promise<OpenReturn | null> {
  const servers: Server[] = [];
  const close = (): void => {
    for (const server of servers) server.close();
    // An answer that is on its way may still end.
    for (const server of servers) server.closeIdleConnections();
  };
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response, port, take)
      .then((isTaken) => {
        if (isTaken) close();
      })
      .catch(() => say(response, 500, 'Something went wrong. Go back to Baton and begin again.'));
  };
  for (const address of ADDRESSES) {
    const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 10_000 }, onRequest);
    const outcome = await listening(server, port, address);
    if (outcome === 'here') servers.push(server);
    if (outcome === 'in-use') {
      close();
      return null;
    }
  }
  return servers.length === 0 ? null : { address: addressOf(port), close };
}

/** `absent`: this machine has no such address, as where IPv6 is off. */
function listening(server: Server, port: number, address: string): Promise<'here' | 'in-use' | 'absent'> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT' ? 'absent' : 'in-use'),
    );
    server.listen({ port, host: address, ipv6Only: address.includes(':') }, () => resolve('here'));
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  take: (address: string) => Promise<ReturnAnswer>,
): Promise<boolean> {
  const text = request.url ?? '';
  // Any page can call this address by another name (DNS rebinding), and pages come with other methods.
  const isOurs =
    request.method === 'GET' &&
    request.headers.host === `localhost:${port}` &&
    (text === PATH || text.startsWith(`${PATH}?`)) &&
    text.length <= LONGEST_ADDRESS;
  if (!isOurs) {
    say(response, 404, 'There is nothing here.');
    return false;
  }
  const { isTaken, sentence } = await take(`http://localhost:${port}${text}`);
  say(response, isTaken ? 200 : 400, sentence);
  return isTaken;
}

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;display:grid;place-items:center;min-height:90vh;margin:1rem;color-scheme:light dark}main{max-width:34rem}h1{font-size:1.4rem}';
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** A page with one sentence; nothing of the address is in it. */
function say(response: ServerResponse, status: number, sentence: string): void {
  if (response.headersSent) return;
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      connection: 'close',
    })
    .end(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Baton</title><link rel="icon" href="data:,"><style>${STYLE}</style></head><body><main><h1>Baton</h1><p>${escaped(sentence)}</p></main></body></html>`,
    );
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}
