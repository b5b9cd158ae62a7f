import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import type {} from 'electron';
import type { Page, Route } from 'playwright-core';
import { toProgram } from './addresses.ts';
import { app } from './app.ts';
import { browser } from './chromium.ts';
import { PreventableEvent } from './event.ts';
import { nativeTheme } from './native-theme.ts';
import { outside } from './outside.ts';
import { answerRequest } from './protocol.ts';
import { WebContents } from './web-contents.ts';
import { addWindow, allWindows, removeWindow } from './windows.ts';

type Parts = Pick<
  Electron.BrowserWindow,
  | 'loadURL'
  | 'show'
  | 'hide'
  | 'focus'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'isVisible'
  | 'isMinimized'
  | 'minimize'
  | 'restore'
  | 'isFocused'
  | 'getBounds'
  | 'getNormalBounds'
  | 'setBounds'
  | 'getTitle'
  | 'setTitle'
>;

const routed = new WeakSet<object>();

/** A window: a real page of Chromium. What the window manager would keep (bounds, visibility) is kept here. */
export class BrowserWindow extends EventEmitter implements Parts {
  readonly webContents = new WebContents();
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly #page: Promise<Page>;
  #open: Page | null = null;
  #destroyed = false;
  #minimized = false;
  #visible: boolean;
  #focused = false;
  #bounds: Electron.Rectangle;
  #title: string;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    this.options = options;
    this.#title = options.title ?? app.getName();
    this.#visible = options.show ?? true;
    this.#bounds = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    addWindow(this);
    app.emit('web-contents-created', new PreventableEvent(), this.webContents);
    app.emit('browser-window-created', new PreventableEvent(), this);
    this.#page = this.#make();
    this.#page.catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  }
  static getAllWindows(): BrowserWindow[] {
    return [...allWindows()];
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return allWindows().find((window) => window.webContents === contents) ?? null;
  }
  static getFocusedWindow(): BrowserWindow | null {
    return allWindows().find((window) => window.isFocused()) ?? null;
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#page;
    const isFirst = page.url() === 'about:blank';
    await this.webContents.load(url);
    this.webContents.emit('did-finish-load');
    if (isFirst && !this.#destroyed) this.emit('ready-to-show');
  }

  show(): void {
    this.#visible = true;
    this.emit('show');
    this.focus();
  }
  hide(): void {
    this.#visible = false;
    this.#focused = false;
    this.emit('hide');
  }
  focus(): void {
    for (const other of allWindows()) if (other !== this) other.#focused = false;
    this.#focused = this.#visible;
    this.emit('focus');
  }
  minimize(): void {
    this.#minimized = true;
    this.emit('minimize');
  }
  restore(): void {
    this.#minimized = false;
    this.emit('restore');
  }
  /** As the user's ✕ does: the program may prevent it. */
  close(): void {
    if (this.#destroyed) return;
    const asked = new PreventableEvent();
    this.emit('close', asked);
    if (!asked.defaultPrevented) this.destroy();
  }
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    removeWindow(this);
    this.#page.then((page) => page.close()).catch(() => undefined);
    this.webContents.closed();
    this.emit('closed');
    if (allWindows().length > 0) return;
    // A program that says nothing of it ends with its last window.
    if (!app.emit('window-all-closed')) app.quit();
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }
  isVisible(): boolean {
    return this.#visible;
  }
  isMinimized(): boolean {
    return this.#minimized;
  }
  isFocused(): boolean {
    return this.#focused;
  }
  getBounds(): Electron.Rectangle {
    return this.#bounds;
  }
  getNormalBounds(): Electron.Rectangle {
    return this.#bounds;
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    const { width, height } = this.#bounds;
    this.#open?.setViewportSize({ width, height }).catch(() => undefined);
    this.emit('resize');
  }
  getTitle(): string {
    return this.#title;
  }
  setTitle(title: string): void {
    this.#title = title;
  }

  async #make(): Promise<Page> {
    const { webPreferences } = this.options;
    const { context } = await browser(app.getPath('sessionData'));
    if (!routed.has(context)) {
      routed.add(context);
      await context.route('**/*', route);
      context.on('page', (page) => {
        if (!expected) void closePopup(page);
      });
    }
    expected = true;
    const page = await context.newPage();
    expected = false;
    pages.set(page, this);
    this.#open = page;
    await page.setViewportSize({ width: this.#bounds.width, height: this.#bounds.height });
    const theme = (): void => {
      const colorScheme = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
      page.emulateMedia({ colorScheme }).catch(() => undefined);
    };
    theme();
    nativeTheme.on('updated', theme);
    page.on('close', () => {
      nativeTheme.off('updated', theme);
      this.destroy();
    });
    const preload = preloadOf(webPreferences);
    await this.webContents.attach(page, await context.newCDPSession(page), preload);
    return page;
  }
}

const pages = new WeakMap<Page, BrowserWindow>();
/** A page of the program's own is being made. */
let expected = false;

/** What Electron refuses of a preload: a sandboxed page loads one CommonJS file. */
function preloadOf(preferences: Electron.WebPreferences | undefined): string | null {
  const path = preferences?.preload;
  if (path === undefined) return null;
  if (preferences?.contextIsolation === false || preferences?.nodeIntegration === true) {
    throw new Error('The stand-in knows isolated worlds only: contextIsolation on, nodeIntegration off.');
  }
  if (path.endsWith('.mjs') && preferences?.sandbox !== false) {
    process.stderr.write(`Unable to load preload script: ${path} (an ES module in a sandboxed window)\n`);
    return null;
  }
  const source = readFileSync(path, 'utf8');
  try {
    // A sandboxed preload is wrapped as a CommonJS module, so an `import` in it is a syntax error.
    new Script(`(function (require, module, exports) {${source}\n})`);
    return source;
  } catch (error) {
    process.stderr.write(`Unable to load preload script: ${path} (${String(error)})\n`);
    return null;
  }
}

async function route(asked: Route): Promise<void> {
  const request = asked.request();
  if (request.isNavigationRequest()) {
    const window = windowOf(asked);
    const address = toProgram(request.url());
    if (window === null) {
      // A popup's first page: nothing of it loads.
      outside.refusedRequests.push(address);
      await asked.abort('blockedbyclient');
      return;
    }
    const frame = request.frame();
    if (!window.webContents.mayNavigate(address, frame.parentFrame() === null)) {
      await asked.abort('aborted');
      return;
    }
  }
  await answerRequest(asked);
}

function windowOf(asked: Route): BrowserWindow | null {
  try {
    return pages.get(asked.request().frame().page()) ?? null;
  } catch {
    // The request of a page that is only being made.
    return null;
  }
}

/** The stand-in opens no second page, whatever the handler says: it was asked when the page wanted the window. */
async function closePopup(page: Page): Promise<void> {
  const opener = await page.opener().catch(() => null);
  if (opener !== null && pages.get(page) === undefined) await page.close().catch(() => undefined);
}
