import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { ConnectionLostError, watched } from './connection.ts';
import type { Connection, ConnectionState } from './connection.ts';

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;

/** Milliseconds before try `attempt` (0 first): doubling to a cap, with jitter so that many windows spread. */
export function delayBeforeTry(attempt: number, random: () => number): number {
  const full = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
  return Math.round(full * (0.75 + random() * 0.25));
}

/**
 * The hub over one WebSocket to `url`. The session is the page's own cookie. A closed socket is opened again
 * with growing pauses; calls made meanwhile fail with ConnectionLostError.
 */
export function connectToHub(url: string): Connection {
  const state = watched<ConnectionState>({ kind: 'connecting' });
  let socket: WebSocket;
  let rpc: RPCLink<ClientContext>;
  let opened: Promise<void>;
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open(): void {
    clearTimeout(timer);
    const mine = new WebSocket(url);
    socket = mine;
    rpc = new RPCLink<ClientContext>({ websocket: mine });
    opened = new Promise((resolve, reject) => {
      mine.addEventListener('open', () => resolve(), { once: true });
      mine.addEventListener('close', () => reject(new ConnectionLostError()), { once: true });
    });
    opened.catch(() => undefined);
    let wasOpen = false;
    mine.addEventListener('open', () => {
      wasOpen = true;
      attempt = 0;
      state.set({ kind: 'open' });
    });
    mine.addEventListener('close', () => {
      if (socket !== mine || state.get().kind === 'signed-out') return;
      const delay = delayBeforeTry(attempt++, Math.random);
      state.set({ kind: 'lost', retryAt: Date.now() + delay });
      timer = setTimeout(open, delay);
      if (!wasOpen) void noticeEndedSession();
    });
  }

  // A browser hides the status of a refused socket; the page itself tells whether the session is known.
  async function noticeEndedSession(): Promise<void> {
    try {
      const answer = await fetch('/', { method: 'HEAD', cache: 'no-store' });
      if (answer.status !== 401 && answer.status !== 403) return;
      clearTimeout(timer);
      state.set({ kind: 'signed-out' });
    } catch {
      // Nobody answers at all: the next try is already planned.
    }
  }

  function retryNow(): void {
    if (state.get().kind === 'open' || socket.readyState === WebSocket.CONNECTING) return;
    state.set({ kind: 'connecting' });
    open();
  }

  open();
  window.addEventListener('online', retryNow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && state.get().kind === 'lost') retryNow();
  });

  const link: ClientLink<ClientContext> = {
    async call(path, input, options) {
      await opened;
      const used = socket;
      try {
        return await rpc.call(path, input, options);
      } catch (error) {
        if (used.readyState !== WebSocket.OPEN) throw new ConnectionLostError();
        throw error;
      }
    },
  };
  const post = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(path, { method: 'POST', headers, cache: 'no-store' });
  const way: Pick<Connection, 'lock' | 'unlock' | 'seen'> = {
    async lock() {
      await post('/session/end').catch(() => {
        throw new ConnectionLostError();
      });
      clearTimeout(timer);
      state.set({ kind: 'signed-out' });
    },
    async unlock(token) {
      const answer = await post('/session', { authorization: `Bearer ${token}` }).catch(() => {
        throw new ConnectionLostError();
      });
      if (!answer.ok) return false;
      retryNow();
      return true;
    },
    seen: () => void post('/session/seen').catch(() => undefined),
  };
  return { host: 'hub', link, state: state.get, subscribe: state.subscribe, retryNow, ...way };
}
