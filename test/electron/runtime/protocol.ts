import type {} from 'electron';
import type { Route } from 'playwright-core';
import { app } from './app.ts';
import { toBrowser, toProgram } from './addresses.ts';
import { outside } from './outside.ts';

type Handler = Parameters<Electron.Protocol['handle']>[1];

const handlers = new Map<string, Handler>();
const privileged = new Set<string>();

/** Schemes of the program's own. */
export const protocol: Pick<
  Electron.Protocol,
  'handle' | 'unhandle' | 'isProtocolHandled' | 'registerSchemesAsPrivileged'
> = {
  registerSchemesAsPrivileged: (schemes) => {
    if (app.isReady()) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    for (const { scheme } of schemes) privileged.add(scheme);
  },
  handle: (scheme, handler) => {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    if (!privileged.has(scheme)) {
      throw new Error(`The stand-in serves privileged schemes only: ${scheme} is none.`);
    }
    handlers.set(scheme, handler);
  },
  unhandle: (scheme) => {
    handlers.delete(scheme);
  },
  isProtocolHandled: (scheme) => handlers.has(scheme),
};

/** Answers a request of a page: its scheme's handler does, and nothing ever leaves for the network. */
export async function answerRequest(route: Route): Promise<void> {
  const request = route.request();
  const address = toProgram(request.url());
  const handler = handlers.get(new URL(address).protocol.slice(0, -1));
  if (handler === undefined || toBrowser(address) === address) {
    outside.refusedRequests.push(address);
    await route.abort('blockedbyclient');
    return;
  }
  const body = request.postDataBuffer();
  const response = await handler(
    new Request(address, {
      method: request.method(),
      headers: request.headers(),
      ...(body === null ? {} : { body: new Uint8Array(body) }),
    }),
  );
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}
