import type {} from 'electron';
import type { Notification } from './notification.ts';
import type { Tray } from './tray.ts';

/** A question of the program to the user that nobody has answered yet. */
export interface AskedDialog {
  readonly kind: 'message' | 'open' | 'save';
  readonly options: Electron.MessageBoxOptions | Electron.OpenDialogOptions | Electron.SaveDialogOptions;
  readonly answer: (value: unknown) => void;
}

/** What lies outside of the program in a real system, and here in this process: tests look at it and act on it. */
export const outside = {
  /** Addresses that went to the system's browser or mail program. */
  opened: [] as string[],
  protocolClients: new Set<string>(),
  loginItem: null as Electron.Settings | null,
  trays: [] as Tray[],
  notifications: [] as Notification[],
  errorBoxes: [] as { readonly title: string; readonly content: string }[],
  dialogs: [] as AskedDialog[],
  /** How often the program asked to be started again after its end. */
  relaunches: 0,
  isDark: false,
  isOnBattery: false,
  /** Since anybody touched the computer. */
  idleSeconds: 0,
  /** Where a test reaches the windows' pages; null before the first window. */
  browser: null as string | null,
  /** Requests of pages that were no page of the program: none of them leaves. */
  refusedRequests: [] as string[],
};
