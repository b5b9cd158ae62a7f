import { app } from 'electron';
import type { AppUpdater, ProgressInfo, UpdateInfo } from 'electron-updater';
import type { Log } from '#core/ports/log.ts';
import type { Updates, UpdateState } from '#core/ports/updates.ts';

interface UpdatesParts {
  readonly now: () => number;
  /** `state` is another one. */
  readonly changed: () => void;
  readonly log: () => Pick<Log, 'info' | 'warn'>;
  /** Ends what runs and closes the database; the program is still there. */
  readonly close: () => Promise<void>;
}

/** Progress is told in whole steps of so many per cent. */
const STEP = 5;

/** Newer versions of the installed program: looked for, brought and begun only when a person says so. */
export class DesktopUpdates implements Updates {
  readonly #parts: UpdatesParts;
  #updater: Promise<AppUpdater> | null = null;
  #state: UpdateState = { kind: 'unknown' };

  constructor(parts: UpdatesParts) {
    this.#parts = parts;
  }

  get state(): UpdateState {
    return this.#state;
  }

  get impossible(): string | null {
    if (!app.isPackaged) return 'This is not an installed program: bring its folder up to date instead.';
    if (process.platform === 'linux' && process.env['APPIMAGE'] === undefined)
      return 'On Linux only the AppImage updates itself. A package is updated the way it was installed.';
    return null;
  }

  async check(feedUrl: string): Promise<void> {
    this.#be({ kind: 'checking' });
    await this.#failing('looked for', async () => {
      const updater = await this.#ready();
      updater.setFeedURL({ provider: 'generic', url: feedUrl });
      const found = await updater.checkForUpdates();
      this.#be(
        found?.isUpdateAvailable === true
          ? { kind: 'available', version: found.updateInfo.version }
          : { kind: 'current', at: this.#parts.now() },
      );
    });
  }

  async download(): Promise<void> {
    if (this.#state.kind !== 'available') return;
    const { version } = this.#state;
    this.#be({ kind: 'downloading', version, percent: 0 });
    await this.#failing('downloaded', async () => {
      await (await this.#ready()).downloadUpdate();
      this.#be({ kind: 'ready', version });
    });
  }

  restart(): void {
    // The answer to whoever pressed it leaves first.
    setTimeout(() => void this.#failing('begun', () => this.#begin()), 200);
  }

  async #begin(): Promise<void> {
    const updater = await this.#ready();
    await this.#parts.close();
    // The newer one begins before this one has ended, and must not take it for a second start.
    app.releaseSingleInstanceLock();
    // What is closed cannot go on: where the newer one cannot begin, this one begins again.
    updater.once('error', () => {
      app.relaunch();
      app.exit(0);
    });
    updater.quitAndInstall(false, true);
  }

  /** Its code is read when it is first needed: most installations never do. */
  #ready(): Promise<AppUpdater> {
    this.#updater ??= import('electron-updater').then(({ default: { autoUpdater: updater } }) => {
      updater.autoDownload = false;
      updater.autoInstallOnAppQuit = false;
      updater.allowDowngrade = false;
      updater.disableWebInstaller = true;
      updater.logger = null;
      updater.on('download-progress', ({ percent }: ProgressInfo) => this.#progressed(percent));
      updater.on('update-downloaded', ({ version }: UpdateInfo) =>
        this.#parts.log().info('update-ready', { version }),
      );
      // Each failure also rejects its call; without a listener it would end the program.
      updater.on('error', () => undefined);
      return updater;
    });
    return this.#updater;
  }

  #progressed(percent: number): void {
    if (this.#state.kind !== 'downloading') return;
    const step = Math.floor(percent / STEP) * STEP;
    if (step > this.#state.percent) this.#be({ ...this.#state, percent: step });
  }

  async #failing(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const because =
        (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 200) ?? '';
      this.#parts.log().warn('update-failed', { what, because });
      this.#be({ kind: 'failed', sentence: `A newer version could not be ${what}: ${because}` });
    }
  }

  #be(state: UpdateState): void {
    this.#state = state;
    this.#parts.changed();
  }
}
