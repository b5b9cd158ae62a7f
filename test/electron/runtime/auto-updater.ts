import { EventEmitter } from 'node:events';
import type {} from 'electron';

type Parts = Pick<Electron.AutoUpdater, 'setFeedURL' | 'getFeedURL' | 'checkForUpdates' | 'quitAndInstall'>;

/** Electron's own updater knows macOS and Windows alone; on Linux it only tells that the program ends for a newer one. */
class StandInUpdater extends EventEmitter implements Parts {
  setFeedURL(): void {
    throw new Error('Electron updates nothing on Linux.');
  }
  getFeedURL(): string {
    return '';
  }
  checkForUpdates(): void {
    this.setFeedURL();
  }
  quitAndInstall(): void {
    this.setFeedURL();
  }
}

export const autoUpdater = new StandInUpdater();
