import { RPCHandler } from '@orpc/server/message-port';
import { ipcMain } from 'electron';
import type { ApiContext } from '#core/api/implement.ts';
import { router } from '#core/api/router.ts';
import { isTrustedSender } from './security-policy.ts';
import type { WindowLock } from './window-lock.ts';

/** Serves the contract on every port that our own page asks for while the window is not locked; others get no answer. */
export function serveContract(context: ApiContext, lock: WindowLock): void {
  const handler = new RPCHandler(router);
  ipcMain.on('baton:connect', (event) => {
    const frame = event.senderFrame;
    const [port] = event.ports;
    if (port === undefined) return;
    if (!isTrustedSender(frame === null ? null : { url: frame.url, isTop: frame.parent === null })) {
      port.close();
      return;
    }
    const tell = (): void => {
      if (!event.sender.isDestroyed()) event.sender.send('baton:locked');
    };
    if (!lock.admit(port, tell)) return;
    handler.upgrade(port, { context });
    port.start();
  });
}
