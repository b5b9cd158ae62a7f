import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the data lives unless `--data` says otherwise: XDG on Linux, the usual places elsewhere. */
export function defaultDataDirectory(
  environment: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Baton');
  if (platform === 'win32')
    return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Baton');
  return join(environment['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'baton');
}
