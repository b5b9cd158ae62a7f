import { EventEmitter } from 'node:events';
import type {} from 'electron';

const area = { x: 0, y: 0, width: 1920, height: 1080 };
const display = { id: 1, bounds: area, workArea: area, size: area, workAreaSize: area, scaleFactor: 1 };

/** One display of 1920×1080. */
class StandInScreen
  extends EventEmitter
  implements Pick<Electron.Screen, 'getAllDisplays' | 'getPrimaryDisplay'>
{
  getAllDisplays(): Electron.Display[] {
    return [this.getPrimaryDisplay()];
  }
  getPrimaryDisplay(): Electron.Display {
    return display as unknown as Electron.Display;
  }
}

export const screen = new StandInScreen();
