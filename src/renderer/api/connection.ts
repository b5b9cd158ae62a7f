import type { ClientContext, ClientLink } from '@orpc/client';

/** How the screens stand with the program behind them. */
export type ConnectionState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  /** Gone; the next try is at `retryAt` (milliseconds since the epoch, this machine's clock). */
  | { readonly kind: 'lost'; readonly retryAt: number }
  /** Locked, or the program does not know this window any more: nothing of the data may be shown. */
  | { readonly kind: 'signed-out' };

/** The one way to the program, whichever host it is. */
export interface Connection {
  readonly host: 'hub' | 'desktop';
  readonly link: ClientLink<ClientContext>;
  state(): ConnectionState;
  /** Called after each change of state; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Tries at once instead of waiting for the next turn. */
  retryNow(): void;
  /** Ends this window's session: the program answers it nothing more until it is let in again. */
  lock(): Promise<void>;
  /** Asks to be let in again; false: refused. `token`: what the hub printed; on the desktop nothing. */
  unlock(token: string): Promise<boolean>;
  /** A person is there: a session where nobody is may be ended. */
  seen(): void;
}

/** A value that can be watched. */
export interface Watched<T> {
  get(): T;
  set(value: T): void;
  subscribe(listener: () => void): () => void;
}

/** A watched value, the smallest that React's `useSyncExternalStore` needs. */
export function watched<T>(initial: T): Watched<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A call that could not be made, or whose answer was lost, because the connection is gone. */
export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError';
  constructor() {
    super('The connection to Baton is lost.');
  }
}
