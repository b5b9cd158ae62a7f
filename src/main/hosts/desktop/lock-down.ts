import { app, session, shell } from 'electron';
import { externalAddress, isOwnPage, isPermitted } from './security-policy.ts';

/** Keeps every page of the program inside `security-policy.ts`. Runs when the app is ready, before a window opens. */
export function lockDown(): void {
  const pages = session.defaultSession;
  pages.setPermissionRequestHandler((contents, permission, answer) => {
    answer(isPermitted(permission, contents.getURL()));
  });
  pages.setPermissionCheckHandler((contents, permission, origin) =>
    isPermitted(permission, contents?.getURL() ?? origin),
  );
  pages.setDevicePermissionHandler(() => false);
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      // What our page itself puts into a frame, such as the text of a mail.
      if (!isOwnPage(event.url) && event.url !== 'about:srcdoc') event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      const address = externalAddress(url);
      // A system without a program for the address says so itself.
      if (address !== null) shell.openExternal(address).catch(() => undefined);
      return { action: 'deny' };
    });
  });
}
