import { EventEmitter } from 'node:events';
import type {} from 'electron';
import type { Menu } from './menu.ts';
import type { NativeImage } from './native-image.ts';
import { outside } from './outside.ts';

type Parts = Pick<Electron.Tray, 'setToolTip' | 'setTitle' | 'destroy' | 'isDestroyed'>;

/** An icon in the notification area. */
export class Tray extends EventEmitter implements Parts {
  image: NativeImage | string;
  toolTip = '';
  title = '';
  menu: Menu | null = null;
  #destroyed = false;

  constructor(image: NativeImage | string) {
    super();
    this.image = image;
    outside.trays.push(this);
  }
  setImage(image: NativeImage | string): void {
    this.image = image;
  }
  setToolTip(toolTip: string): void {
    this.toolTip = toolTip;
  }
  setTitle(title: string): void {
    this.title = title;
  }
  setContextMenu(menu: Menu | null): void {
    this.menu = menu;
  }
  destroy(): void {
    this.#destroyed = true;
    outside.trays.splice(outside.trays.indexOf(this), 1);
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
}
