import type {} from 'electron';
import { outside } from './outside.ts';

/** Notes what would open outside. */
export const shell: Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'> = {
  openExternal: (url) => {
    outside.opened.push(url);
    return Promise.resolve();
  },
  openPath: (path) => {
    outside.opened.push(path);
    return Promise.resolve('');
  },
  showItemInFolder: (path) => {
    outside.opened.push(path);
  },
  beep: () => undefined,
};
