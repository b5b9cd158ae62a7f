import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SignedLinks } from '#adapters/tracking/signed-links.ts';
import type { Core } from '#core/core.ts';
import { linkOfMail, mailTouched, unsubscribed } from '#core/flows/replies/public-touch.ts';
import { listen } from '../listen.ts';
import { ASK_PAGE, BUSY_PAGE, DONE_PAGE, PIXEL, PUBLIC_HEADERS, UNKNOWN_PAGE } from './pages.ts';
import { RateLimit } from './rate-limit.ts';

const PATIENCE = 10_000;
const HTML = 'text/html; charset=utf-8';

export interface TrackingServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * What the outside world may reach, on a port of its own: the picture and the links of mails, and unsubscribing. Nothing
 * of the program is behind it: no session, no screens, no contract. It listens on loopback; the team's reverse proxy,
 * which ends TLS, leads the public address here.
 */
export async function startTrackingServer(options: {
  readonly core: Core;
  readonly links: SignedLinks;
  readonly port: number;
  readonly now?: () => number;
}): Promise<TrackingServer> {
  const { links } = options;
  const now = options.now ?? Date.now;
  const limit = new RateLimit(120, 20);
  const server = createServer({ maxHeaderSize: 8_192, requestTimeout: PATIENCE, headersTimeout: PATIENCE });
  server.maxConnections = 500;

  server.on('request', (request, response) => {
    try {
      answer(request, response);
    } catch (error) {
      // It could not be kept: whoever asked may ask again.
      options.core.context.log.error('public-request-failed', error);
      if (!response.headersSent) response.writeHead(503, PUBLIC_HEADERS);
      response.end();
    }
  });

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { method = '' } = request;
    const meaning = links.read((request.url ?? '').split('?')[0] ?? '');
    // A wish to hear no more is never turned away: only who got the mail can sign it.
    const isWish = meaning?.kind === 'unsubscribe' && method === 'POST';
    if (!isWish && !limit.allows(callerOf(request), now())) {
      response.setHeader('retry-after', '60');
      return send(request, response, 429, BUSY_PAGE);
    }
    if (meaning === null) return send(request, response, 404, UNKNOWN_PAGE);
    const isRead = method === 'GET' || method === 'HEAD';
    if (!isRead && !isWish) {
      response.setHeader('allow', meaning.kind === 'unsubscribe' ? 'GET, HEAD, POST' : 'GET, HEAD');
      return send(request, response, 405, UNKNOWN_PAGE);
    }
    const { context } = options.core;
    switch (meaning.kind) {
      case 'open':
        // A HEAD shows nothing to anybody: it is no open and no click.
        if (method === 'GET') mailTouched(context, 'opened', meaning.mailId);
        return send(request, response, 200, PIXEL, 'image/gif');
      case 'click': {
        const target = linkOfMail(context, meaning.mailId, meaning.nth);
        if (target === null) return send(request, response, 404, UNKNOWN_PAGE);
        if (method === 'GET') mailTouched(context, 'clicked', meaning.mailId);
        response.setHeader('location', target);
        return send(request, response, 302, '');
      }
      case 'unsubscribe':
        if (isRead) return send(request, response, 200, ASK_PAGE);
        // The signed path says it all: the body is let go.
        request.resume();
        response.setHeader('connection', 'close');
        return unsubscribed(context, meaning.mailId)
          ? send(request, response, 200, DONE_PAGE)
          : send(request, response, 410, UNKNOWN_PAGE);
    }
  }

  await listen(server, options.port, '--public-port');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Who asks: what the proxy in front saw last, else the proxy itself. Only a proxy on this machine can connect. */
function callerOf(request: IncomingMessage): string {
  const forwarded = request.headers['x-forwarded-for'];
  const last = String(forwarded ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return last === undefined || last === '' ? (request.socket.remoteAddress ?? '') : last.slice(0, 64);
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  type = HTML,
): void {
  response.writeHead(status, {
    ...PUBLIC_HEADERS,
    'content-type': type,
    'content-length': Buffer.byteLength(body),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
