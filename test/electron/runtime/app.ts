import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type {} from 'electron';
import { closeBrowser } from './chromium.ts';
import { PreventableEvent } from './event.ts';
import { InstanceLock } from './instance-lock.ts';
import { outside } from './outside.ts';
import { allWindows } from './windows.ts';

type PathName = Parameters<Electron.App['getPath']>[0];

type Parts = Pick<
  Electron.App,
  | 'getName'
  | 'setName'
  | 'getVersion'
  | 'getPath'
  | 'setPath'
  | 'getAppPath'
  | 'getLocale'
  | 'isPackaged'
  | 'isReady'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'relaunch'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'setAsDefaultProtocolClient'
  | 'removeAsDefaultProtocolClient'
  | 'isDefaultProtocolClient'
  | 'setLoginItemSettings'
  | 'getLoginItemSettings'
  | 'setBadgeCount'
  | 'getBadgeCount'
  | 'setAppUserModelId'
  | 'setAboutPanelOptions'
  | 'showAboutPanel'
>;

/** The program's life: ready, second instances, closing windows, quitting. */
class StandInApp extends EventEmitter implements Parts {
  /** As if it were installed: `STAND_IN_RESOURCES` is then the folder beside its archive. */
  readonly isPackaged = process.env['STAND_IN_RESOURCES'] !== undefined;
  readonly commandLine = { appendSwitch: (): void => undefined, hasSwitch: (): boolean => false };
  readonly #package: { readonly name: string; readonly version: string };
  readonly #paths = new Map<string, string>();
  #name: string;
  #ready = false;
  #quitting = false;
  #badge = 0;
  #lock: InstanceLock | null = null;

  constructor() {
    super();
    const file = join(this.getAppPath(), 'package.json');
    this.#package = JSON.parse(readFileSync(file, 'utf8')) as { name: string; version: string };
    this.#name = this.#package.name;
  }

  getName(): string {
    return this.#name;
  }
  setName(name: string): void {
    this.#name = name;
  }
  getVersion(): string {
    return this.#package.version;
  }
  /** The folder of the program: two above `out/main/index.js`, as `electron .` has it. */
  getAppPath(): string {
    return dirname(dirname(dirname(process.argv[1] ?? '')));
  }
  getLocale(): string {
    return 'en-US';
  }
  getPath(name: PathName): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    const home = process.env['HOME'] ?? homedir();
    if (name === 'home') return home;
    if (name === 'appData') return process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
    if (name === 'userData' || name === 'sessionData') return join(this.getPath('appData'), this.#name);
    if (name === 'temp') return tmpdir();
    if (name === 'exe' || name === 'module') return process.execPath;
    if (name === 'logs') return join(this.getPath('userData'), 'logs');
    if (name === 'crashDumps') return join(this.getPath('userData'), 'Crashpad');
    return join(home, name);
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  isReady(): boolean {
    return this.#ready;
  }
  whenReady(): Promise<void> {
    if (this.#ready) return Promise.resolve();
    return new Promise((resolve) => {
      this.once('ready', () => resolve());
    });
  }
  /** The launcher calls it once the entry module has ended. */
  becomeReady(): void {
    if (this.#quitting) return;
    this.#ready = true;
    this.emit('will-finish-launching');
    this.emit('ready', new PreventableEvent(), {});
  }

  /** Asks everybody: `before-quit`, each window's `close`, `will-quit`. Any of them may prevent it. */
  quit(): void {
    if (!this.#ready) {
      this.exit(0);
      return;
    }
    const asked = new PreventableEvent();
    this.emit('before-quit', asked);
    if (asked.defaultPrevented) return;
    for (const window of allWindows()) {
      window.close();
      if (!window.isDestroyed()) return;
    }
    const willQuit = new PreventableEvent();
    this.emit('will-quit', willQuit);
    if (!willQuit.defaultPrevented) this.exit(0);
  }
  /** Ends at once and asks nobody. */
  exit(code = 0): void {
    if (this.#quitting) return;
    this.#quitting = true;
    this.emit('quit', new PreventableEvent(), code);
    this.#lock?.release();
    void closeBrowser().finally(() => process.exit(code));
  }

  relaunch(): void {
    outside.relaunches += 1;
  }

  enableSandbox(): void {
    if (this.#ready) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  requestSingleInstanceLock(): boolean {
    const lock = new InstanceLock(this.getPath('userData'));
    const isFirst = lock.take((args, workingDirectory) =>
      this.emit('second-instance', new PreventableEvent(), [...args], workingDirectory, {}),
    );
    if (isFirst) this.#lock = lock;
    return isFirst;
  }
  hasSingleInstanceLock(): boolean {
    return this.#lock !== null;
  }
  releaseSingleInstanceLock(): void {
    this.#lock?.release();
    this.#lock = null;
  }

  setAsDefaultProtocolClient(scheme: string): boolean {
    outside.protocolClients.add(scheme);
    return true;
  }
  removeAsDefaultProtocolClient(scheme: string): boolean {
    return outside.protocolClients.delete(scheme);
  }
  isDefaultProtocolClient(scheme: string): boolean {
    return outside.protocolClients.has(scheme);
  }
  setLoginItemSettings(settings: Electron.Settings): void {
    outside.loginItem = settings;
  }
  getLoginItemSettings(): Electron.LoginItemSettings {
    const openAtLogin = outside.loginItem?.openAtLogin ?? false;
    return {
      openAtLogin,
      wasOpenedAtLogin: false,
      status: openAtLogin ? 'enabled' : 'not-registered',
      executableWillLaunchAtLogin: openAtLogin,
      launchItems: [],
    };
  }
  setBadgeCount(count = 0): boolean {
    this.#badge = count;
    return true;
  }
  getBadgeCount(): number {
    return this.#badge;
  }
  setAppUserModelId(): void {
    // Windows only.
  }
  setAboutPanelOptions(): void {
    // Nothing of it shows here.
  }
  showAboutPanel(): void {
    // Nothing of it shows here.
  }
}

export const app = new StandInApp();
