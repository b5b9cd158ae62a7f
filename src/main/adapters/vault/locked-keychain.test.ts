import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const NEEDED = ['dbus-daemon', 'gnome-keyring-daemon', 'gdbus'];
const hasAll =
  process.platform === 'linux' && NEEDED.every((name) => spawnSync(name, ['--version']).error === undefined);

const VAULT = new URL('./keychain-vault.ts', import.meta.url).href;
/** Puts a secret in or reads it, in a process of its own: the library keeps to the first bus that it sees. */
const ASK = `
  const { keychainVault } = await import(${JSON.stringify(VAULT)});
  const [what] = process.argv.slice(1);
  try {
    if (what === 'put') await keychainVault().set('connection/1', 'a secret');
    console.log(JSON.stringify(await keychainVault().get(what === 'other' ? 'connection/2' : 'connection/1')));
  } catch (error) {
    console.log(error.constructor.name + ': ' + error.message);
  }
`;

/** A person logs in: a bus and their keyring, opened; both end with the test, or when they log out. */
async function session(home: string) {
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HOME: home,
    XDG_RUNTIME_DIR: join(home, 'run'),
    XDG_DATA_HOME: join(home, 'data'),
  };
  for (const folder of ['run', 'data']) mkdirSync(join(home, folder), { mode: 0o700, recursive: true });
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void bus.kill());
  const [address] = (await once(createInterface({ input: bus.stdout }), 'line')) as [string];
  env['DBUS_SESSION_BUS_ADDRESS'] = address;
  spawnSync('gnome-keyring-daemon', ['--unlock', '--components=secrets'], {
    env,
    input: '\n',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const service = ['--dest', 'org.freedesktop.secrets', '--object-path', '/org/freedesktop/secrets'];
  const login = "['/org/freedesktop/secrets/collection/login']";
  return {
    lock: (): number | null =>
      spawnSync(
        'gdbus',
        ['call', '--session', ...service, '--method', 'org.freedesktop.Secret.Service.Lock', login],
        {
          env,
        },
      ).status,
    ask: (what: 'put' | 'get' | 'other'): string =>
      spawnSync(process.execPath, ['--input-type=module', '--eval', ASK, what], {
        env,
        encoding: 'utf8',
      }).stdout.trim(),
    async logOut(): Promise<void> {
      const ended = once(bus, 'exit');
      bus.kill();
      await ended;
    },
  };
}

describe.skipIf(!hasAll)('a keyring that is locked', () => {
  it('is said to be locked, never taken for one without the secret, and gives it once it is open again', async () => {
    const home = temporaryFolder();
    const { lock, ask, logOut } = await session(home);
    expect(ask('put')).toBe('"a secret"');
    expect(ask('other')).toBe('null');
    expect(lock()).toBe(0);
    const sentence =
      'VaultUnavailable: The keychain of this computer is locked or absent. Unlock it, then try again.';
    expect([ask('get'), ask('other')]).toEqual([sentence, sentence]);
    await logOut();
    expect((await session(home)).ask('get')).toBe('"a secret"');
  });
});
