import { ipcMain, powerMonitor, systemPreferences, type IpcMainEvent } from 'electron';
import type { Core } from '#core/core.ts';
import { lockAfterMinutes } from '#core/lock.ts';
import { isTrustedSender } from './security-policy.ts';
import { WindowLock } from './window-lock.ts';

/** How often it is looked whether somebody is still there, ms. */
const LOOK_FOR_IDLE = 10_000;

/** The lock of the window: on demand, after an idle time, and together with the computer's own. */
export function guardWindow(core: Core): WindowLock {
  const lock = new WindowLock({ idleSeconds: () => powerMonitor.getSystemIdleTime(), prove: touchId() });
  powerMonitor.on('lock-screen', () => lock.screenLocked());
  powerMonitor.on('unlock-screen', () => lock.screenUnlocked());
  ipcMain.on('baton:lock', (event) => {
    if (isOurs(event)) lock.lock();
  });
  ipcMain.handle('baton:may-open', (event) => isOurs(event) && !lock.isLocked);
  ipcMain.handle('baton:unlock', (event) => isOurs(event) && lock.unlock());
  setInterval(() => lock.lookForIdle(lockAfterMinutes(core.context)), LOOK_FOR_IDLE).unref();
  return lock;
}

function isOurs({ senderFrame: frame }: Pick<IpcMainEvent, 'senderFrame'>): boolean {
  return isTrustedSender(frame === null ? null : { url: frame.url, isTop: frame.parent === null });
}

/** Only a Mac can ask who somebody is without a module of its own for each system. */
function touchId(): (() => Promise<boolean>) | null {
  if (process.platform !== 'darwin' || !systemPreferences.canPromptTouchID()) return null;
  return () =>
    systemPreferences.promptTouchID('open Baton').then(
      () => true,
      () => false,
    );
}
