import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { ConnectionLostError, watched } from './connection.ts';
import type { Connection, ConnectionState } from './connection.ts';

/** What the preload posts to the page, with one port: `window.postMessage('baton:port', origin, [port])`. */
const PORT_MESSAGE = 'baton:port';
/** What the preload posts when a locked window is not let in. */
const LOCKED_MESSAGE = 'baton:locked';
/** What the page posts when it is ready for the port, so that neither side has to come first. */
const READY_MESSAGE = 'baton:ready';
const LOCK_MESSAGE = 'baton:lock';
const UNLOCK_MESSAGE = 'baton:unlock';

/** The desktop's own program over a MessagePort that the preload hands over; a locked window gets a new one later. */
export function connectToDesktop(): Connection {
  const state = watched<ConnectionState>({ kind: 'connecting' });
  const say = (message: string): void => window.postMessage(message, window.location.origin);
  let rpc: RPCLink<ClientContext> | null = null;
  let closed: Promise<never>;
  let endCalls: () => void = () => undefined;
  const waiting = new Set<(letIn: boolean) => void>();

  function use(port: MessagePort): void {
    const made = new RPCLink<ClientContext>({ port });
    closed = new Promise((_, reject) => {
      port.addEventListener('close', () => {
        reject(new ConnectionLostError());
        if (rpc === made) beLocked();
      });
      endCalls = () => reject(new ConnectionLostError());
    });
    closed.catch(() => undefined);
    port.start();
    rpc = made;
    state.set({ kind: 'open' });
  }

  function beLocked(): void {
    rpc = null;
    endCalls();
    state.set({ kind: 'signed-out' });
  }

  window.addEventListener('message', (event) => {
    if (event.source !== window) return;
    const [port] = event.ports;
    const isOpen = event.data === PORT_MESSAGE && port !== undefined;
    if (isOpen) use(port);
    else if (event.data === LOCKED_MESSAGE) beLocked();
    else return;
    for (const settle of waiting) settle(isOpen);
    waiting.clear();
  });
  // Whoever opened the computer's own lock is let in without being asked again.
  window.addEventListener('focus', () => {
    if (state.get().kind === 'signed-out') say(READY_MESSAGE);
  });
  say(READY_MESSAGE);

  const untilOpen = (): Promise<void> =>
    new Promise((resolve) => {
      if (rpc !== null) return resolve();
      const stop = state.subscribe(() => {
        if (rpc === null) return;
        stop();
        resolve();
      });
    });
  const link: ClientLink<ClientContext> = {
    async call(path, input, options) {
      await untilOpen();
      if (rpc === null) throw new ConnectionLostError();
      return Promise.race([rpc.call(path, input, options), closed]);
    },
  };
  return {
    host: 'desktop',
    link,
    state: state.get,
    subscribe: state.subscribe,
    retryNow: () => undefined,
    lock: async () => say(LOCK_MESSAGE),
    unlock: () =>
      new Promise((resolve) => {
        waiting.add(resolve);
        say(UNLOCK_MESSAGE);
      }),
    // The program itself sees whether anybody touches the computer.
    seen: () => undefined,
  };
}
