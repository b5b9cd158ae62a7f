import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import Store from 'electron-store';
import { PROJECT } from '../project-folder.ts';
import { APP_ORIGIN } from './security-policy.ts';
import { openingBounds, SMALLEST } from './window-bounds.ts';

/** The one window. It is made when it is first shown, and again after it was closed. */
export class MainWindow {
  readonly #settings = new Store<{ bounds?: unknown }>({ name: 'window' });
  #window: BrowserWindow | null = null;

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

  #open(page: string): BrowserWindow {
    const areas = screen.getAllDisplays().map((display) => display.workArea);
    const window = new BrowserWindow({
      ...openingBounds(this.#settings.get('bounds'), areas),
      minWidth: SMALLEST.width,
      minHeight: SMALLEST.height,
      title: 'Baton',
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
    window.on('close', () => this.#settings.set('bounds', window.getNormalBounds()));
    window.on('closed', () => {
      this.#window = null;
    });
    load(window, page);
    return window;
  }
}

/** The page is a file of ours: a failure to show it is shown by the window itself. */
function load(window: BrowserWindow, page: string): void {
  window.loadURL(`${APP_ORIGIN}/?desktop#${page}`).catch(() => undefined);
}
