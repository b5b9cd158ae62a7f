import { EventEmitter } from 'node:events';
import type {} from 'electron';
import { outside } from './outside.ts';

/** Light or dark, as the system (`outside.isDark`) or the program wants it. */
class StandInTheme
  extends EventEmitter
  implements Pick<Electron.NativeTheme, 'shouldUseDarkColors' | 'themeSource'>
{
  #source: Electron.NativeTheme['themeSource'] = 'system';

  get themeSource(): Electron.NativeTheme['themeSource'] {
    return this.#source;
  }
  set themeSource(source: Electron.NativeTheme['themeSource']) {
    this.#source = source;
    this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? outside.isDark : this.#source === 'dark';
  }
}

export const nativeTheme = new StandInTheme();
