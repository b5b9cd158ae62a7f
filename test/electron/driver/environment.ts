import { join } from 'node:path';
import type { LaunchOptions } from './desktop-app.ts';

/** A home of its own for the program; the session bus, and with it the keychain, is the test run's. */
export function environment({ home, env }: LaunchOptions): Record<string, string> {
  const kept = ['PATH', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR', 'DISPLAY', 'WAYLAND_DISPLAY', 'LANG'];
  return {
    ...Object.fromEntries(
      kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
    ),
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_STATE_HOME: join(home, 'state'),
    XDG_CACHE_HOME: join(home, 'cache'),
    ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
    ...env,
  };
}
