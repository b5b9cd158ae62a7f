import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RPCHandler } from '@orpc/server/ws';
import sirv from 'sirv';
import { inject } from 'vitest';
import { WebSocketServer } from 'ws';
import type { FakeApi } from './fake-api.ts';

/** The security policy that the screens have to live with: nothing inline, nothing from elsewhere. */
export const SCREEN_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The built screens in a folder of one's own: the caller removes it. */
export async function buildRenderer(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-renderer-'));
  await cp(inject('screens'), folder, { recursive: true });
  return folder;
}

export interface ServedRenderer {
  /** Ends with a slash. */
  readonly url: string;
  /** Ends every open socket, and refuses new ones until `letIn`. */
  cutOff(): void;
  letIn(): void;
  close(): Promise<void>;
}

/** Serves the screens built in `folder` on loopback, with an API behind them. `port` 0: any free one. */
export async function serveRenderer(folder: string, api: FakeApi, port = 0): Promise<ServedRenderer> {
  const files = sirv(folder, {
    dev: true,
    single: true,
    setHeaders: (response) => response.setHeader('Content-Security-Policy', SCREEN_POLICY),
  });
  const server = createServer((request, response) => files(request, response));
  const sockets = new WebSocketServer({ noServer: true });
  const handler = new RPCHandler(api.router);
  let open = true;
  server.on('upgrade', (request, socket, head) => {
    if (!open || request.url !== '/rpc') {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) => void handler.upgrade(ws));
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const endAll = (): void => {
    for (const ws of sockets.clients) ws.terminate();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    cutOff() {
      open = false;
      endAll();
    },
    letIn() {
      open = true;
    },
    async close() {
      endAll();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
