import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RPCHandler } from '@orpc/server/node';
import { RPCHandler as SocketHandler } from '@orpc/server/ws';
import sirv from 'sirv';
import { WebSocketServer, type WebSocket } from 'ws';
import type { ApiContext } from '#core/api/implement.ts';
import { router } from '#core/api/router.ts';
import { lockAfterMinutes } from '#core/lock.ts';
import { listen } from './listen.ts';
import { LOGIN_PAGE, LOGIN_SCRIPT, LOGIN_STYLE } from './login-page.ts';
import { isOwnHost, isOwnOrigin, SECURITY_HEADERS } from './security.ts';
import { Sessions } from './session.ts';

/** How often it is looked whether somebody is still there, ms. */
const LOOK_FOR_IDLE = 10_000;
const LARGEST_MESSAGE = 4 * 1024 * 1024;

export interface HubServer {
  readonly port: number;
  /** Opens the screens in a browser; the token is in its fragment. */
  readonly openUrl: string;
  readonly url: string;
  readonly token: string;
  /** The same for members, who may not connect or set up. */
  readonly memberUrl: string;
  /** Ends the sessions where nobody was for too long; runs by itself. */
  endIdle(): void;
  close(): Promise<void>;
}

/** Serves the screens and the contract on loopback, to those who have the token of this start. */
export async function startHubServer(options: {
  readonly context: ApiContext;
  readonly port: number;
  /** The folder of the built screens. */
  readonly rendererDirectory: string;
  /** Absent: the clock of the machine, ms. */
  readonly now?: () => number;
}): Promise<HubServer> {
  const server = createServer();
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  const { core } = options.context;
  const sessions = new Sessions(port, () => lockAfterMinutes(core.context), options.now ?? Date.now);
  const socketsOf = new Map<string, Set<WebSocket>>();
  const files = sirv(options.rendererDirectory, { single: false, etag: true, dev: false });
  const rpc = new RPCHandler(router);
  const socketRpc = new SocketHandler(router);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });

  server.on('request', (request, response) => {
    void answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    if (!isOwnHost(request.headers.host, port) || !isOwnOrigin(request.headers.origin, port)) {
      return end(response, 403, 'This address is not served here.');
    }
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const open = OPEN_PAGES[path];
    if (open !== undefined && request.method === 'GET') return end(response, 200, open.body, open.type);
    if (path === '/favicon.ico') return end(response, 404, '');
    if (path === '/session' && request.method === 'POST') return startSession(request, response);
    if (path === '/session/seen' && request.method === 'POST') return seen(request, response);
    if (path === '/session/end' && request.method === 'POST') return endSession(request, response);
    const role = sessions.roleOf(request);
    if (role === null) {
      if (path === '/' && request.method === 'GET') {
        response.writeHead(303, { location: '/login' }).end();
        return;
      }
      return end(response, 401, 'Open the address that the hub printed when it started.');
    }
    if (path.startsWith('/rpc/')) {
      const { matched } = await rpc.handle(request, response, {
        prefix: '/rpc',
        context: { ...options.context, role },
      });
      if (!matched) end(response, 404, 'There is no such procedure.');
      return;
    }
    response.setHeader(
      'cache-control',
      path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache',
    );
    files(request, response, () => end(response, 404, 'There is no such page.'));
  }

  function startSession(request: IncomingMessage, response: ServerResponse): void {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const cookie = sessions.begin(token);
    if (cookie === null) return end(response, 401, 'This token is from an earlier start.');
    response.setHeader('set-cookie', cookie);
    return end(response, 204, '');
  }

  function seen(request: IncomingMessage, response: ServerResponse): void {
    const session = sessions.of(request);
    if (session === null) return end(response, 401, 'This session has ended.');
    sessions.seen(session);
    return end(response, 204, '');
  }

  function endSession(request: IncomingMessage, response: ServerResponse): void {
    const session = sessions.of(request);
    if (session !== null) {
      sessions.end(session);
      hangUp(session);
    }
    return end(response, 204, '');
  }

  /** Nothing more is said to a session that has ended, nor what it is subscribed to. */
  function hangUp(session: string): void {
    for (const socket of socketsOf.get(session) ?? []) socket.terminate();
    socketsOf.delete(session);
  }

  const endIdle = (): void => {
    for (const session of sessions.endIdle()) hangUp(session);
  };
  const looking = setInterval(endIdle, LOOK_FOR_IDLE).unref();

  server.on('upgrade', (request, socket, head) => {
    const isRight =
      request.url === '/rpc' &&
      isOwnHost(request.headers.host, port) &&
      isOwnOrigin(request.headers.origin, port);
    const role = isRight ? sessions.roleOf(request) : null;
    if (role === null) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const session = sessions.of(request);
      if (session !== null) {
        const mine = socketsOf.get(session) ?? new Set();
        socketsOf.set(session, mine.add(webSocket));
        webSocket.once('close', () => mine.delete(webSocket));
      }
      void socketRpc.upgrade(webSocket, { context: { ...options.context, role } });
    });
  });

  const url = `http://127.0.0.1:${port}`;
  return {
    port,
    url,
    token: sessions.token,
    openUrl: `${url}/login#${sessions.token}`,
    memberUrl: `${url}/login#${sessions.memberToken}`,
    endIdle,
    close: async () => {
      clearInterval(looking);
      for (const client of sockets.clients) client.terminate();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

const OPEN_PAGES: Readonly<Record<string, { readonly body: string; readonly type: string }>> = {
  '/login': { body: LOGIN_PAGE, type: 'text/html; charset=utf-8' },
  '/login.js': { body: LOGIN_SCRIPT, type: 'text/javascript; charset=utf-8' },
  '/login.css': { body: LOGIN_STYLE, type: 'text/css; charset=utf-8' },
};

function end(
  response: ServerResponse,
  status: number,
  body: string,
  type = 'text/plain; charset=utf-8',
): void {
  response.setHeader('cache-control', 'no-store');
  response.writeHead(status, { 'content-type': type }).end(body);
}
