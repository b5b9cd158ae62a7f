import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PROJECT } from '#hosts/project-folder.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const UNIT = join(PROJECT, 'resources', 'systemd', 'baton-hub.service');
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

/** The unit with its program where this one lies, as `systemd-analyze` needs it to be there. */
function unitHere(): string {
  const file = join(temporaryFolder(), 'baton-hub.service');
  writeFileSync(file, readFileSync(UNIT, 'utf8').replaceAll('/opt/baton', PROJECT));
  return file;
}

interface Service {
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly printed: () => string;
}

/** Starts the command of the unit with the folders and the credential that systemd would give it. */
async function startService(folders: {
  state: string;
  runtime: string;
  credentials: string;
}): Promise<Service> {
  const line = /^ExecStart=(.+)$/m.exec(readFileSync(UNIT, 'utf8'))?.[1] ?? '';
  const [node = '', ...args] = line
    .replaceAll('/opt/baton', PROJECT)
    .replaceAll('${STATE_DIRECTORY}', folders.state)
    .replaceAll('${RUNTIME_DIRECTORY}', folders.runtime)
    .replace('--port 4780', '--port 0')
    .split(' ');
  const child = spawn(node, args, {
    cwd: PROJECT,
    env: {
      PATH: process.env['PATH'],
      HOME: '/nonexistent',
      NODE_ENV: 'production',
      CREDENTIALS_DIRECTORY: folders.credentials,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then((code) => Promise.reject(new Error(`It ended with ${String(code)}.`))),
  ]);
  return { process: child, ended, printed: () => printed };
}

describe('the hub as a service', () => {
  it('keeps its token out of the journal, ends in order with SIGTERM, and begins again on the same data', async () => {
    const runtime = temporaryFolder();
    const folders = {
      state: temporaryFolder(),
      runtime,
      credentials: temporaryFolder({ 'vault-passphrase': 'open sesame\n' }),
    };
    const address = join(runtime, 'address');
    const memberAddress = join(runtime, 'member-address');
    for (let start = 1; start <= 2; start += 1) {
      const service = await startService(folders);
      const openUrl = readFileSync(address, 'utf8').trim();
      expect(statSync(address).mode & 0o777).toBe(0o600);
      const token = openUrl.split('#')[1] ?? '';
      expect(token.length).toBeGreaterThan(20);
      const memberUrl = readFileSync(memberAddress, 'utf8').trim();
      expect(statSync(memberAddress).mode & 0o777).toBe(0o600);
      expect(memberUrl.split('#')[0]).toBe(openUrl.split('#')[0]);
      expect(memberUrl).not.toBe(openUrl);
      const answer = await fetch(openUrl);
      expect(answer.status).toBe(200);
      service.process.kill('SIGTERM');
      expect(await service.ended).toBe(0);
      expect(service.printed()).toContain(address);
      expect(service.printed()).not.toContain(token);
      expect([existsSync(address), existsSync(memberAddress)]).toEqual([false, false]);
      // What SQLite keeps beside a database that is open.
      expect(existsSync(join(folders.state, 'baton.db-wal'))).toBe(false);
    }
    expect(readFileSync(join(folders.state, 'vault-kind'), 'utf8')).toBe('encrypted-file\n');
    expect(existsSync(join(folders.state, 'vault.key'))).toBe(false);
  });

  it.skipIf(!hasSystemd)('has a unit that systemd understands and finds well guarded', () => {
    const unit = unitHere();
    const verified = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' });
    expect([verified.status, verified.stderr]).toEqual([0, '']);
    // Of 100; an ordinary service has more than 90.
    const guarded = spawnSync(
      'systemd-analyze',
      ['security', '--offline=true', '--no-pager', '--threshold=20', unit],
      { encoding: 'utf8' },
    );
    expect(guarded.status).toBe(0);
    expect(guarded.stdout).toMatch(/Overall exposure level for baton-hub.service: [01]\.\d OK/);
  });
});
