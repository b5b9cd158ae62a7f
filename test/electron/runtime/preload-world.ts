/** What the page's world has of a browser, as far as this file uses it. */
declare const window: { readonly top: unknown };
declare const location: { readonly hostname: string };

/** A port as a page has it. */
interface PagePort {
  postMessage(message: unknown): void;
  addEventListener(type: string, listener: (event: { readonly data: unknown }) => void): void;
  start(): void;
  close(): void;
}

/**
 * Runs in the page before anything of it, in a world of its own: it sees the page's DOM and messages, and the page
 * sees nothing of it. It gives the preload the `require` of a sandboxed one. Stands in the page as source.
 */
export function runPreload(
  wire: { pack(value: unknown): string; unpack(text: string): unknown },
  preload: (require: (name: string) => unknown, module: object, exports: object) => void,
): void {
  // A frame inside of the page gets no preload.
  if (window.top !== window || !location.hostname.endsWith('.scheme.invalid')) return;
  const world = globalThis as unknown as {
    toMain(text: string): void;
    fromMain(text: string): void;
  };
  const send = (message: object): void => world.toMain(JSON.stringify(message));
  const listeners = new Map<string, Set<(event: object, ...args: unknown[]) => void>>();
  const ports = new Map<number, PagePort>();
  const answers = new Map<number, { done(value: unknown): void; failed(error: Error): void }>();
  let counter = 0;

  const handOver = (port: PagePort): number => {
    counter += 1;
    const id = counter;
    ports.set(id, port);
    port.addEventListener('message', ({ data }) => {
      send({ kind: 'port-message', port: id, data: wire.pack(data) });
    });
    port.addEventListener('close', () => {
      if (ports.delete(id)) send({ kind: 'port-closed', port: id });
    });
    port.start();
    return id;
  };
  const on = (channel: string, listener: (event: object, ...args: unknown[]) => void): unknown => {
    listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
    return ipcRenderer;
  };
  const off = (channel: string, listener: (event: object, ...args: unknown[]) => void): unknown => {
    listeners.get(channel)?.delete(listener);
    return ipcRenderer;
  };
  const ipcRenderer = {
    on,
    addListener: on,
    off,
    removeListener: off,
    once: (channel: string, listener: (event: object, ...args: unknown[]) => void) => {
      const once = (event: object, ...args: unknown[]): void => {
        off(channel, once);
        listener(event, ...args);
      };
      return on(channel, once);
    },
    send: (channel: string, ...args: unknown[]) => {
      send({ kind: 'send', channel, data: wire.pack(args), ports: [] });
    },
    postMessage: (channel: string, message: unknown, transfer: readonly PagePort[] = []) => {
      send({ kind: 'send', channel, data: wire.pack([message]), ports: transfer.map(handOver) });
    },
    invoke: (channel: string, ...args: unknown[]) => {
      const data = wire.pack(args);
      counter += 1;
      const id = counter;
      return new Promise((done, failed) => {
        answers.set(id, { done, failed });
        send({ kind: 'invoke', channel, id, data });
      });
    },
  };

  type FromMain = { kind: string; port: number; id: number; channel: string; data: string; error?: string };
  world.fromMain = (text) => {
    const message = JSON.parse(text) as FromMain;
    if (message.kind === 'port-message') ports.get(message.port)?.postMessage(wire.unpack(message.data));
    if (message.kind === 'port-closed') {
      ports.get(message.port)?.close();
      ports.delete(message.port);
    }
    if (message.kind === 'answer') {
      const waiting = answers.get(message.id);
      answers.delete(message.id);
      if (message.error === undefined) waiting?.done(wire.unpack(message.data));
      else waiting?.failed(new Error(message.error));
    }
    if (message.kind === 'send') {
      const args = wire.unpack(message.data) as unknown[];
      for (const listener of listeners.get(message.channel) ?? []) listener({ sender: ipcRenderer }, ...args);
    }
  };

  const electron = { ipcRenderer };
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`module not found: ${name}`);
  };
  try {
    preload(require, { exports: {} }, {});
    send({ kind: 'preload-done' });
  } catch (error) {
    send({ kind: 'preload-failed', because: error instanceof Error ? error.message : String(error) });
  }
}
