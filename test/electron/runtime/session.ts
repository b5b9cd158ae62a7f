import { EventEmitter } from 'node:events';
import type {} from 'electron';

type Handlers = Pick<
  Electron.Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>;

/** Permissions: headless Chromium refuses what nobody grants, and a window grants what the check handler allows. */
class StandInSession extends EventEmitter implements Handlers {
  requestHandler: Parameters<Electron.Session['setPermissionRequestHandler']>[0] = null;
  checkHandler: Parameters<Electron.Session['setPermissionCheckHandler']>[0] = null;
  deviceHandler: Parameters<Electron.Session['setDevicePermissionHandler']>[0] = null;

  setPermissionRequestHandler(handler: StandInSession['requestHandler']): void {
    this.requestHandler = handler;
  }
  setPermissionCheckHandler(handler: StandInSession['checkHandler']): void {
    this.checkHandler = handler;
  }
  setDevicePermissionHandler(handler: StandInSession['deviceHandler']): void {
    this.deviceHandler = handler;
  }
}

const defaultSession = new StandInSession();

/** Others than the default one hold nothing that the program reads. */
export const session = { defaultSession, fromPartition: (): StandInSession => new StandInSession() };
