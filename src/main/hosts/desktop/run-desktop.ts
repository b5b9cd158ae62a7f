import { app, dialog, Notification } from 'electron';
import { machineClock } from '#adapters/system/machine-clock.ts';
import type { Notifier } from '#core/ports/notifier.ts';
import { openCore } from '../core-world.ts';
import { defaultDataDirectory } from '../data-directory.ts';
import { RENDERER } from '../project-folder.ts';
import { VERSION } from '../version.ts';
import { declareAppScheme, serveScreens } from './app-protocol.ts';
import { serveContract } from './bridge.ts';
import { leadLink, LINK_SCHEME, screenOfArguments, screenOfLink } from './deep-link.ts';
import { lockDown } from './lock-down.ts';
import { MainWindow } from './main-window.ts';

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
  const window = new MainWindow();
  const running = await openCore({
    dataDirectory: defaultDataDirectory(),
    clock: machineClock,
    // Until an assistant's own mail server is set, mail waits.
    mailboxes: { of: () => null, measuresEngagement: false },
    notifier: nativeNotifier(window),
    host: { kind: 'desktop', version: VERSION, leadUrl: leadLink, demo: null },
  });
  serveContract({ core: running.core });
  app.on('second-instance', (_event, args) => window.show(screenOfArguments(args)));
  app.on('open-url', (_event, link) => window.show(screenOfLink(link)));
  app.on('activate', () => window.show());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  closeBeforeQuit(() => running.close());
  running.core.start();
  window.show(screen);
}

/** Lets the program end only after the database is closed. */
function closeBeforeQuit(close: () => Promise<void>): void {
  let ending: Promise<void> | null = null;
  app.on('before-quit', (event) => {
    event.preventDefault();
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
