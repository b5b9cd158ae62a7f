import { app, dialog, Menu, powerMonitor } from 'electron';
import type Store from 'electron-store';
import { machineClock } from '#adapters/system/machine-clock.ts';
import type { Core } from '#core/core.ts';
import { openCore } from '../core-world.ts';
import { defaultDataDirectory } from '../data-directory.ts';
import { RENDERER } from '../project-folder.ts';
import { VERSION } from '../version.ts';
import { declareAppScheme, serveScreens } from './app-protocol.ts';
import { serveContract } from './bridge.ts';
import { askedByArguments, askedByLink, leadLink, LINK_SCHEME, type Asked } from './deep-link.ts';
import { lockDown } from './lock-down.ts';
import { guardWindow } from './lock-guard.ts';
import { MainWindow } from './main-window.ts';
import { APP_ID } from './shell/app-id.ts';
import { appMenu } from './shell/app-menu.ts';
import { AppTray } from './shell/app-tray.ts';
import { keepsWorking } from './shell/background.ts';
import { openLinks } from './shell/link-handler.ts';
import { openDesktopSettings, type DesktopSettings } from './shell/desktop-settings.ts';
import { NativeNotifications } from './shell/notifications.ts';
import { Rest } from './shell/rest.ts';
import { DesktopUpdates } from './shell/desktop-updates.ts';
import { HIDDEN, startAtLogin } from './shell/start-at-login.ts';

/**
 * The desktop host: the core in Electron's main process, its screens in one window. It returns at once, because
 * Electron is not ready before its entry module has ended.
 */
export function runDesktop(): void {
  // Before anything opens the database: a second start only brings the first one's window to the front.
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.enableSandbox();
  declareAppScheme();
  // A link may come before the window can be made.
  const first: { asked: Asked | null } = { asked: askedByArguments(process.argv) };
  app.on('open-url', (event, link) => {
    event.preventDefault();
    first.asked = askedByLink(link);
  });
  app
    .whenReady()
    .then(() => start(first.asked))
    .catch((error: unknown) => {
      dialog.showErrorBox('Baton cannot start', error instanceof Error ? error.message : String(error));
      app.exit(1);
    });
}

async function start(first: Asked | null): Promise<void> {
  app.setAppUserModelId(APP_ID);
  openLinks(LINK_SCHEME);
  lockDown();
  serveScreens(RENDERER);
  const settings = openDesktopSettings();
  const window = new MainWindow(settings, async (closing) => {
    if (await keepsWorking(settings, closing)) return true;
    app.quit();
    return false;
  });
  const notifications = new NativeNotifications({
    show: (page) => window.show(page),
    isWanted: () => settings.get('notifications') ?? true,
    isInView: () => window.isInView,
    isLocked: () => lock.isLocked,
  });
  const updates = new DesktopUpdates({
    now: () => machineClock.now(),
    changed: () => running.core.context.push(['system']),
    log: () => running.core.context.log,
    close: () => close(),
  });
  const running = await openCore({
    dataDirectory: defaultDataDirectory(),
    clock: machineClock,
    notifier: notifications,
    updates,
    power: {
      get isOnBattery() {
        return powerMonitor.isOnBatteryPower();
      },
    },
    host: { kind: 'desktop', version: VERSION, leadUrl: leadLink, demo: null },
  });
  const lock = guardWindow(running.core);
  serveContract({ core: running.core }, lock);
  app.on('second-instance', (_event, args) => {
    if (!args.includes(HIDDEN)) follow(running.core, window, askedByArguments(args));
  });
  app.on('open-url', (_event, link) => follow(running.core, window, askedByLink(link)));
  app.on('activate', () => window.show());
  // The program goes on without a window; the tray brings it back.
  app.on('window-all-closed', () => undefined);
  const tray = startShell(running.core, window, settings);
  const close = closeBeforeQuit(window, async () => {
    tray.remove();
    await running.close();
  });
  running.core.start();
  if (first !== null || !process.argv.includes(HIDDEN)) follow(running.core, window, first);
}

/** Does what a link asks for; without one it only brings the window to the front. */
function follow(core: Core, window: MainWindow, asked: Asked | null): void {
  if (asked?.kind !== 'return') {
    window.show(asked?.screen ?? null);
    return;
  }
  const { authorisations, log } = core.context;
  const purpose = authorisations.attempt?.request.purpose ?? null;
  // One that waits shows on its page what came; without one the page says that nothing waits.
  const at =
    purpose === null ? '?said=not-ours' : purpose.kind === 'again' ? `/${purpose.connectionId}` : '/new';
  window.show(`/crm-details${at}`);
  authorisations
    .takeReturn(asked.address)
    .catch((error: unknown) => log.error('authorisation-return', error));
}

/** Tray, menu, and rest while the machine sleeps. */
function startShell(core: Core, window: MainWindow, settings: Store<DesktopSettings>): AppTray {
  const { clock, halt } = core.context;
  const rest = new Rest(core, () => tray.lookSoon());
  const show = (screen: string | null): void => window.show(screen);
  const quit = (): void => app.quit();
  const stopEverything = (): void => {
    halt.stop(clock.now());
    core.context.push(['system', 'attention']);
  };
  const tray = new AppTray(core, rest, {
    show,
    stopEverything,
    pause: () => rest.pause(clock.now()),
    goOn: () => rest.goOn(),
    startAtLogin: (on) => {
      startAtLogin(on);
      tray.lookSoon();
    },
    notifies: () => settings.get('notifications') ?? true,
    notifications: (on) => {
      settings.set('notifications', on);
      tray.lookSoon();
    },
    quit,
  });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      appMenu({ show, openPalette: () => window.openPalette(), stopEverything, quit }, process.platform),
    ),
  );
  powerMonitor.on('suspend', () => rest.sleeps());
  powerMonitor.on('resume', () => rest.woke(clock.now()));
  powerMonitor.on('on-ac', () => core.context.wake());
  return tray;
}

/** Lets the program end only after the database is closed. The answer closes it before. */
function closeBeforeQuit(window: MainWindow, close: () => Promise<void>): () => Promise<void> {
  let ending: Promise<void> | null = null;
  const end = (): Promise<void> => {
    window.letGo();
    ending ??= close();
    return ending;
  };
  app.on('before-quit', (event) => {
    event.preventDefault();
    end().then(
      () => app.exit(0),
      () => app.exit(1),
    );
  });
  return end;
}
