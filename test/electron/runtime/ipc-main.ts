import { EventEmitter } from 'node:events';
import type {} from 'electron';

type Handler = Parameters<Electron.IpcMain['handle']>[1];
type Parts = Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>;

/** Messages of pages to the main process. */
class StandInIpcMain extends EventEmitter implements Parts {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, handler);
  }
  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args: unknown[]) => {
      this.removeHandler(channel);
      return handler(event, ...args) as unknown;
    });
  }
  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** What a page's `invoke` gets. */
  async invoked(
    channel: string,
    event: Electron.IpcMainInvokeEvent,
    args: readonly unknown[],
  ): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return (await handler(event, ...args)) as unknown;
  }
}

export const ipcMain = new StandInIpcMain();
