import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import type Store from 'electron-store';
import { PROJECT } from '../project-folder.ts';
import { APP_ORIGIN } from './security-policy.ts';
import type { DesktopSettings } from './shell/desktop-settings.ts';
import { openingBounds, SMALLEST } from './window-bounds.ts';

/** The one window. It is made when it is first shown, and again after it was closed. */
export class MainWindow {
  readonly #settings: Store<DesktopSettings>;
  readonly #mayClose: (window: BrowserWindow) => Promise<boolean>;
  #window: BrowserWindow | null = null;
  #isAsking = false;
  #closes = false;

  /** `mayClose` is asked each time the user closes it; false: it stays. */
  constructor(settings: Store<DesktopSettings>, mayClose: (window: BrowserWindow) => Promise<boolean>) {
    this.#settings = settings;
    this.#mayClose = mayClose;
  }

  /** Brings the window to the front; at a screen such as `/leads/7` when one is given. */
  show(page: string | null = null): void {
    if (this.#window === null) {
      this.#window = this.#open(page ?? '/');
      return;
    }
    if (page !== null) load(this.#window, page);
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
  }

  /** Somebody works in it now. */
  get isInView(): boolean {
    return this.#window?.isFocused() ?? false;
  }

  /** Brings it to the front with the command palette open: the key that a person would press. */
  openPalette(): void {
    const window = this.#window;
    this.show();
    if (window === null) return;
    const modifiers: ('meta' | 'control')[] = [process.platform === 'darwin' ? 'meta' : 'control'];
    for (const type of ['keyDown', 'keyUp'] as const)
      window.webContents.sendInputEvent({ type, keyCode: 'K', modifiers });
  }

  /** The program ends: the window goes without a question, and without a `close` event. */
  letGo(): void {
    this.#closes = true;
    if (this.#window !== null) this.#remember(this.#window);
  }

  #open(page: string): BrowserWindow {
    const areas = screen.getAllDisplays().map((display) => display.workArea);
    const window = new BrowserWindow({
      ...openingBounds(this.#settings.get('bounds'), areas),
      minWidth: SMALLEST.width,
      minHeight: SMALLEST.height,
      title: 'Baton',
      icon: join(PROJECT, 'resources', 'icon.png'),
      show: false,
      autoHideMenuBar: true,
      webPreferences: {
        preload: join(PROJECT, 'out', 'preload', 'index.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
      },
    });
    window.once('ready-to-show', () => window.show());
    window.on('close', (event) => {
      this.#remember(window);
      if (this.#closes) return;
      event.preventDefault();
      this.#ask(window);
    });
    window.on('closed', () => {
      this.#window = null;
    });
    load(window, page);
    return window;
  }

  #remember(window: BrowserWindow): void {
    this.#settings.set('bounds', window.getNormalBounds());
  }

  #ask(window: BrowserWindow): void {
    if (this.#isAsking) return;
    this.#isAsking = true;
    this.#mayClose(window)
      .catch(() => true)
      .then((goes) => {
        this.#isAsking = false;
        if (goes && !window.isDestroyed()) window.destroy();
      })
      .catch(() => undefined);
  }
}

/** The page is a file of ours: a failure to show it is shown by the window itself. The query names the host. */
function load(window: BrowserWindow, page: string): void {
  window.loadURL(`${APP_ORIGIN}/?desktop#${page}`).catch(() => undefined);
}
