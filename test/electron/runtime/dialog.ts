import type {} from 'electron';
import type { BrowserWindow } from './browser-window.ts';
import { outside } from './outside.ts';
import type { AskedDialog } from './outside.ts';

type Owner =
  BrowserWindow | Electron.MessageBoxOptions | Electron.OpenDialogOptions | Electron.SaveDialogOptions;

/** Questions wait until a test answers them. */
export const dialog = {
  showErrorBox: (title: string, content: string): void => {
    outside.errorBoxes.push({ title, content });
  },
  showMessageBox: (owner: Owner, options?: Electron.MessageBoxOptions) =>
    asked<Electron.MessageBoxReturnValue>('message', options ?? (owner as Electron.MessageBoxOptions)),
  showOpenDialog: (owner: Owner, options?: Electron.OpenDialogOptions) =>
    asked<Electron.OpenDialogReturnValue>('open', options ?? (owner as Electron.OpenDialogOptions)),
  showSaveDialog: (owner: Owner, options?: Electron.SaveDialogOptions) =>
    asked<Electron.SaveDialogReturnValue>('save', options ?? (owner as Electron.SaveDialogOptions)),
};

function asked<Answer>(kind: AskedDialog['kind'], options: AskedDialog['options']): Promise<Answer> {
  return new Promise((resolve) => {
    outside.dialogs.push({ kind, options, answer: (value) => resolve(value as Answer) });
  });
}
