import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient, onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Contract } from '#contract/contract.ts';
import { ConnectionLostError } from './connection.ts';
import type { Connection, ConnectionState } from './connection.ts';
import { connectToDesktop } from './desktop-port.ts';
import { connectToHub } from './hub-socket.ts';

function connect(): Connection {
  const { protocol, host, search } = window.location;
  // The desktop's window says so when it loads the page.
  if (new URLSearchParams(search).has('desktop')) return connectToDesktop();
  return connectToHub(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}/rpc`);
}

/** The way to the program, chosen at start: the hub's socket in a browser, a port on the desktop. */
export const connection: Connection = connect();

/** The contract as plain async functions. */
export const client: ContractRouterClient<Contract> = createORPCClient(connection.link);

/** The contract as TanStack Query options: `useQuery(api.leads.get.queryOptions({ input: { id } }))`. */
export const api = createTanstackQueryUtils(client);

// Queries wait while the connection is gone and go on when it is back.
onlineManager.setEventListener((setOnline) => {
  const tell = (): void => setOnline(connection.state().kind !== 'lost');
  tell();
  return connection.subscribe(tell);
});

/** Live events say when something changed, so nothing is asked again by time or focus. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      refetchOnReconnect: true,
      retry: (failures, error) => error instanceof ConnectionLostError && failures < 5,
      retryDelay: 200,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** The state of the connection, kept current. */
export function useConnectionState(): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.state);
}
