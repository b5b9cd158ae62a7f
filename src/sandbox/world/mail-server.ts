import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MailRoute } from './mail-routes.ts';
import { mailRoutes } from './mail-routes.ts';
import type { MailWorld, MailWorldOptions } from './mail-world.ts';
import { createMailWorld } from './mailbox.ts';

const LARGEST_BODY = 25 * 1024 * 1024;

/** A mail world on a loopback port of its own. */
export interface RunningMailWorld {
  readonly world: MailWorld;
  /** Without a path: `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly mailToken: string;
  stop(): Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST_BODY) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

async function handle(
  routes: readonly MailRoute[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const route = routes.find((one) => one.method === request.method && one.paths.includes(url.pathname));
  const text = await readBody(request);
  if (text === null) return send(response, 413, { message: 'The mail is larger than 25 MB.' });
  if (route === undefined)
    return send(response, 404, { message: `There is nothing at ${request.method} ${url.pathname}.` });
  let body: unknown;
  try {
    body = text === '' ? undefined : JSON.parse(text);
  } catch {
    return send(response, 400, { message: 'The body is not JSON.' });
  }
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  const asked = {
    method: route.method,
    path: url.pathname,
    params: {},
    query: url.searchParams,
    body,
    headers,
    token: null,
  };
  const reply = route.handle(asked);
  send(response, reply.status, reply.body);
}

/** Starts a mail world that stands alone, beside somebody else's CRM server. Port 0 or none: a free one. */
export async function startMailWorld(
  options: MailWorldOptions & { readonly port?: number; readonly mailToken?: string },
): Promise<RunningMailWorld> {
  const world = createMailWorld(options);
  const mailToken = options.mailToken ?? `mail-${randomBytes(24).toString('base64url')}`;
  const routes = mailRoutes(world, mailToken);
  const server = createServer((request, response) => {
    handle(routes, request, response).catch((error: unknown) => {
      if (!response.headersSent)
        send(response, 500, { message: error instanceof Error ? error.message : 'Unknown error.' });
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    world,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mailToken,
    async stop() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
