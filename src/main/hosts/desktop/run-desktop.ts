import { app, dialog, Menu, Notification, powerMonitor } from 'electron';
import { machineClock } from '#adapters/system/machine-clock.ts';
import type { Core } from '#core/core.ts';
import type { Notifier } from '#core/ports/notifier.ts';
import { openCore } from '../core-world.ts';
import { defaultDataDirectory } from '../data-directory.ts';
import { RENDERER } from '../project-folder.ts';
import { VERSION } from '../version.ts';
import { declareAppScheme, serveScreens } from './app-protocol.ts';
import { serveContract } from './bridge.ts';
import { leadLink, LINK_SCHEME, screenOfArguments, screenOfLink } from './deep-link.ts';
import { lockDown } from './lock-down.ts';
import { guardWindow } from './lock-guard.ts';
import { MainWindow } from './main-window.ts';
import { appMenu } from './shell/app-menu.ts';
import { AppTray } from './shell/app-tray.ts';
import { keepsWorking } from './shell/background.ts';
import { openDesktopSettings } from './shell/desktop-settings.ts';
import { Rest } from './shell/rest.ts';
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
  const asked: { screen: string | null } = { screen: screenOfArguments(process.argv) };
  app.on('open-url', (event, link) => {
    event.preventDefault();
    asked.screen = screenOfLink(link);
  });
  app
    .whenReady()
    .then(() => start(asked.screen))
    .catch((error: unknown) => {
      dialog.showErrorBox('Baton cannot start', error instanceof Error ? error.message : String(error));
      app.exit(1);
    });
}

async function start(screen: string | null): Promise<void> {
  app.setAsDefaultProtocolClient(LINK_SCHEME);
  lockDown();
  serveScreens(RENDERER);
  const settings = openDesktopSettings();
  const window = new MainWindow(settings, async (closing) => {
    if (await keepsWorking(settings, closing)) return true;
    app.quit();
    return false;
  });
  const running = await openCore({
    dataDirectory: defaultDataDirectory(),
    clock: machineClock,
    notifier: nativeNotifier(window),
    host: { kind: 'desktop', version: VERSION, leadUrl: leadLink, demo: null },
  });
  serveContract({ core: running.core }, guardWindow(running.core));
  app.on('second-instance', (_event, args) => {
    if (!args.includes(HIDDEN)) window.show(screenOfArguments(args));
  });
  app.on('open-url', (_event, link) => window.show(screenOfLink(link)));
  app.on('activate', () => window.show());
  // The program goes on without a window; the tray brings it back.
  app.on('window-all-closed', () => undefined);
  const tray = startShell(running.core, window);
  closeBeforeQuit(window, async () => {
    tray.remove();
    await running.close();
  });
  running.core.start();
  if (!process.argv.includes(HIDDEN)) window.show(screen);
}

/** Tray, menu, and rest while the machine sleeps. */
function startShell(core: Core, window: MainWindow): AppTray {
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
    quit,
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(appMenu({ show, stopEverything, quit }, process.platform)));
  powerMonitor.on('suspend', () => rest.sleeps());
  powerMonitor.on('resume', () => rest.woke(clock.now()));
  return tray;
}

/** Lets the program end only after the database is closed. */
function closeBeforeQuit(window: MainWindow, close: () => Promise<void>): void {
  let ending: Promise<void> | null = null;
  app.on('before-quit', (event) => {
    event.preventDefault();
    window.letGo();
    ending ??= close().then(
      () => app.exit(0),
      () => app.exit(1),
    );
  });
}

function nativeNotifier(window: MainWindow): Notifier {
  return {
    notify: ({ text, leadId }) => {
      if (!Notification.isSupported()) return;
      const notification = new Notification({ title: 'Baton', body: text });
      notification.on('click', () => window.show(leadId === null ? null : `/leads/${leadId}`));
      notification.show();
    },
  };
}
