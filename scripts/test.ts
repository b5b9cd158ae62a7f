// All tests, with a home of their own and, where the machine has the programs for it, a real keychain: a bus and
// an unlocked gnome-keyring that live as long as the tests. Arguments go to vitest.
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { runToTheEnd } from './set-up/run.mjs';

interface Bus {
  readonly process: ChildProcess;
  readonly address: string;
}

const home = mkdtempSync(join(tmpdir(), 'baton-test-'));
process.env['HOME'] = home;
for (const name of ['data', 'config', 'cache', 'state', 'runtime']) {
  const folder = join(home, name);
  mkdirSync(folder, { mode: 0o700 });
  process.env[name === 'runtime' ? 'XDG_RUNTIME_DIR' : `XDG_${name.toUpperCase()}_HOME`] = folder;
}
delete process.env['DBUS_SESSION_BUS_ADDRESS'];

const bus = process.platform === 'linux' ? await startBus() : null;
if (bus !== null) {
  process.env['DBUS_SESSION_BUS_ADDRESS'] = bus.address;
  unlockKeychain();
}
try {
  process.exitCode = await runToTheEnd(process.execPath, [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...process.argv.slice(2),
  ]);
} finally {
  bus?.process.kill();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}

/** A session bus of our own; null where there is no dbus-daemon. */
async function startBus(): Promise<Bus | null> {
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const line = once(createInterface({ input: daemon.stdout }), 'line').then(([text]) => String(text));
  const ended = once(daemon, 'exit').then(() => null);
  const address = await Promise.race([line, ended]).catch(() => null);
  return address === null ? null : { process: daemon, address };
}

/** Starts gnome-keyring with its login keyring open; it ends with the bus. Without it there is no keychain to test. */
function unlockKeychain(): void {
  const args = ['--unlock', '--components=secrets'];
  const run = spawnSync('gnome-keyring-daemon', args, { input: '\n', stdio: ['pipe', 'ignore', 'ignore'] });
  if (run.status !== 0) process.stderr.write('There is no gnome-keyring: tests run without a keychain.\n');
}
