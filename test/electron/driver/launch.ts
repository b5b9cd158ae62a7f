import type { DesktopApp, LaunchOptions } from './desktop-app.ts';
import { electronBinary, launchElectron } from './real-electron.ts';
import { launchStandIn } from './stand-in.ts';

/** Starts the program: in Electron when `BATON_REAL_ELECTRON` asks for it, else in the stand-in. */
export async function launchDesktop(options: LaunchOptions): Promise<DesktopApp> {
  if (process.env['BATON_REAL_ELECTRON'] === undefined) return launchStandIn(options);
  const binary = electronBinary();
  if (binary === null)
    throw new Error('There is no Electron binary beside its package: run `npm rebuild electron`.');
  return launchElectron(binary, options);
}
