import { EventEmitter } from 'node:events';
import type {} from 'electron';
import type { CDPSession, Page } from 'playwright-core';
import { toBrowser, toProgram } from './addresses.ts';
import { PreventableEvent } from './event.ts';
import { ipcMain } from './ipc-main.ts';
import { MessagePortMain } from './message-port.ts';
import { runPreload } from './preload-world.ts';
import { session } from './session.ts';
import { targetOf } from './target.ts';
import { makeWire } from './wire.ts';

const WORLD = 'Electron Isolated Context';
const wire = makeWire();
let counter = 0;

/** What a page's preload sends. */
interface FromPage {
  readonly kind: 'send' | 'invoke' | 'port-message' | 'port-closed' | 'preload-done' | 'preload-failed';
  readonly channel: string;
  readonly data: string;
  readonly ports: readonly number[];
  readonly port: number;
  readonly id: number;
  readonly because: string;
}

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];
type Parts = Pick<
  Electron.WebContents,
  'id' | 'getURL' | 'send' | 'sendInputEvent' | 'isDestroyed' | 'setWindowOpenHandler'
>;

/** The page of a window. */
export class WebContents extends EventEmitter implements Parts {
  readonly id: number;
  readonly session = session.defaultSession;
  openHandler: OpenHandler = () => ({ action: 'allow' });
  /** A load that the program itself asked for is not a navigation of the page. */
  expected: string | null = null;
  /** Chromium's own id of the page; null until there is one. */
  targetId: string | null = null;
  #page: Page | null = null;
  #cdp: CDPSession | null = null;
  #context: number | null = null;
  readonly #ports = new Map<number, MessagePortMain>();

  constructor() {
    super();
    counter += 1;
    this.id = counter;
  }

  /** Puts the preload into the page, before the page shows anything. */
  async attach(page: Page, cdp: CDPSession, preload: string | null): Promise<void> {
    this.#page = page;
    this.#cdp = cdp;
    this.targetId = await targetOf(cdp);
    await cdp.send('Page.enable');
    await cdp.send('Runtime.enable');
    await cdp.send('Runtime.addBinding', { name: 'toMain', executionContextName: WORLD });
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== 'toMain') return;
      this.#context = executionContextId;
      void this.#receive(JSON.parse(payload) as FromPage);
    });
    cdp.on('Page.windowOpen', ({ url, windowName }) => {
      const details = { url: toProgram(url), frameName: windowName, disposition: 'foreground-tab' };
      this.openHandler(details as Electron.HandlerDetails);
    });
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.emit('did-navigate', {}, this.getURL());
    });
    // A page that goes away takes its ports along.
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#context) this.#endPorts();
    });
    if (preload !== null) {
      await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
        worldName: WORLD,
        source: `(${runPreload.toString()})((${makeWire.toString()})(), function (require, module, exports) {${preload}\n})`,
      });
    }
  }

  getURL(): string {
    return this.#page === null ? '' : toProgram(this.#page.url());
  }
  isDestroyed(): boolean {
    return this.#page?.isClosed() ?? false;
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  send(channel: string, ...args: unknown[]): void {
    this.#tell({ kind: 'send', channel, data: wire.pack(args) });
  }

  /** Keys only: nothing here presses the mouse. */
  sendInputEvent(
    event: Electron.MouseInputEvent | Electron.MouseWheelInputEvent | Electron.KeyboardInputEvent,
  ): void {
    if (!('keyCode' in event)) throw new Error('The stand-in knows keys only.');
    const held: Readonly<Record<string, number>> = { alt: 1, control: 2, meta: 4, shift: 8 };
    const modifiers = (event.modifiers ?? []).reduce((sum, name) => sum + (held[name] ?? 0), 0);
    const key = event.keyCode.toLowerCase();
    const type = event.type === 'keyUp' ? 'keyUp' : 'rawKeyDown';
    const code = `Key${key.toUpperCase()}`;
    this.#cdp
      ?.send('Input.dispatchKeyEvent', {
        type,
        modifiers,
        key,
        code,
        windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0),
      })
      .catch(() => undefined);
  }

  async load(address: string): Promise<void> {
    if (this.#page === null) throw new Error('The window is not there yet.');
    this.expected = address;
    try {
      await this.#page.goto(toBrowser(address));
    } catch (error) {
      throw new Error(`ERR_FAILED (-2) loading '${address}'`, { cause: error });
    } finally {
      this.expected = null;
    }
  }
  /** The page wants to go elsewhere: whether it may. */
  mayNavigate(address: string, isMainFrame: boolean): boolean {
    if (this.expected !== null && toBrowser(this.expected).split('#')[0] === toBrowser(address)) return true;
    const asked = Object.assign(new PreventableEvent(), { url: address, isMainFrame, isSameDocument: false });
    this.emit('will-frame-navigate', asked);
    if (isMainFrame) this.emit('will-navigate', asked, address);
    return !asked.defaultPrevented;
  }
  closed(): void {
    this.#endPorts();
    this.emit('destroyed');
  }

  async #receive(message: FromPage): Promise<void> {
    switch (message.kind) {
      case 'preload-failed':
        this.emit('preload-error', {}, '', new Error(message.because));
        process.stderr.write(`Unable to load preload script: ${message.because}\n`);
        return;
      case 'preload-done':
        return;
      case 'port-message':
        this.#ports.get(message.port)?.arrived(wire.unpack(message.data));
        return;
      case 'port-closed':
        this.#ports.get(message.port)?.ended();
        this.#ports.delete(message.port);
        return;
      case 'send': {
        const ports = message.ports.map((id) => this.#port(id));
        ipcMain.emit(message.channel, this.#event(ports), ...(wire.unpack(message.data) as unknown[]));
        return;
      }
      case 'invoke': {
        const event = this.#event([]) as unknown as Electron.IpcMainInvokeEvent;
        const { id } = message;
        try {
          const args = wire.unpack(message.data) as unknown[];
          const value = await ipcMain.invoked(message.channel, event, args);
          this.#tell({ kind: 'answer', id, data: wire.pack(value) });
        } catch (error) {
          const because = `Error invoking remote method '${message.channel}': ${String(error)}`;
          this.#tell({ kind: 'answer', id, error: because });
        }
      }
    }
  }

  #event(ports: readonly MessagePortMain[]): object {
    const senderFrame = { url: this.getURL(), parent: null, origin: new URL(this.getURL()).origin };
    return Object.assign(new PreventableEvent(), {
      sender: this,
      senderFrame,
      ports,
      frameId: 1,
      processId: this.id,
    });
  }
  #port(id: number): MessagePortMain {
    const port = new MessagePortMain(
      (data) => this.#tell({ kind: 'port-message', port: id, data: wire.pack(data) }),
      () => {
        this.#ports.delete(id);
        this.#tell({ kind: 'port-closed', port: id });
      },
    );
    this.#ports.set(id, port);
    return port;
  }
  #tell(message: object): void {
    if (this.#cdp === null || this.#context === null) return;
    const expression = `fromMain(${JSON.stringify(JSON.stringify(message))})`;
    // A page that is gone meanwhile hears nothing, as in Electron.
    this.#cdp.send('Runtime.evaluate', { expression, contextId: this.#context }).catch(() => undefined);
  }
  #endPorts(): void {
    this.#context = null;
    const ports = [...this.#ports.values()];
    this.#ports.clear();
    for (const port of ports) port.ended();
  }
}
