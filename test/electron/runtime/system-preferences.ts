import type {} from 'electron';

type Parts = Pick<Electron.SystemPreferences, 'canPromptTouchID' | 'promptTouchID'>;

/** A system that cannot ask a person who they are. */
class StandInSystemPreferences implements Parts {
  canPromptTouchID(): boolean {
    return false;
  }
  promptTouchID(): Promise<void> {
    return Promise.reject(new Error('There is no reader on this system.'));
  }
}

export const systemPreferences = new StandInSystemPreferences();
