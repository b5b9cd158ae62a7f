import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { watched } from './connection.ts';
import type { Connection, ConnectionState } from './connection.ts';

/** What the preload posts to the page, with one port: `window.postMessage('baton:port', origin, [port])`. */
const PORT_MESSAGE = 'baton:port';
/** What the page posts when it is ready for the port, so that neither side has to come first. */
const READY_MESSAGE = 'baton:ready';

/** The desktop's own program over a MessagePort that the preload hands over. */
export function connectToDesktop(): Connection {
  const state = watched<ConnectionState>({ kind: 'connecting' });
  const port = new Promise<MessagePort>((resolve) => {
    window.addEventListener('message', function receive(event) {
      const handed = event.ports[0];
      if (event.source !== window || event.data !== PORT_MESSAGE || handed === undefined) return;
      window.removeEventListener('message', receive);
      resolve(handed);
    });
    window.postMessage(READY_MESSAGE, window.location.origin);
  });
  const rpc = port.then((handed) => {
    const made = new RPCLink<ClientContext>({ port: handed });
    handed.addEventListener('close', () => state.set({ kind: 'signed-out' }));
    handed.start();
    state.set({ kind: 'open' });
    return made;
  });
  const link: ClientLink<ClientContext> = {
    async call(path, input, options) {
      return (await rpc).call(path, input, options);
    },
  };
  return { host: 'desktop', link, state: state.get, subscribe: state.subscribe, retryNow: () => undefined };
}
