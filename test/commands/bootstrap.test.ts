import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const SCRIPTS = join(import.meta.dirname, '../../scripts');
const LOCK = { packages: { '': {}, 'node_modules/one': { version: '1.0.0' } } };

let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'baton-clone-'));
  cpSync(join(SCRIPTS, 'bootstrap.mjs'), join(clone, 'scripts/bootstrap.mjs'));
  cpSync(join(SCRIPTS, 'set-up'), join(clone, 'scripts/set-up'), { recursive: true });
  put('package.json', JSON.stringify({ name: 'clone', type: 'module' }));
  put('package-lock.json', JSON.stringify(LOCK));
  put('src/sandbox/cli.ts', 'console.log(JSON.stringify(process.argv.slice(2)));\nprocess.exit(7);\n');
});

afterEach(() => rmSync(clone, { recursive: true }));

function put(path: string, content: string): void {
  mkdirSync(dirname(join(clone, path)), { recursive: true });
  writeFileSync(join(clone, path), content);
}

/** A program of the machine, replaced by a few lines of shell. */
function replaceProgram(name: string, script: string): void {
  put(`bin/${name}`, `#!/bin/sh\n${script}\n`);
  chmodSync(join(clone, 'bin', name), 0o755);
}

/** npm that installs what there is to install here: the pinned Node. */
function replaceNpm(): void {
  const bin = 'node_modules/node/bin';
  replaceProgram(
    'npm',
    `echo "npm $*" >> npm-calls\nmkdir -p ${bin}\nln -sf '${process.execPath}' ${bin}/node`,
  );
}

/** As after `npm ci`, with its own note of what it installed. */
function installed(version = '1.0.0'): void {
  mkdirSync(join(clone, 'node_modules/node/bin'), { recursive: true });
  symlinkSync(process.execPath, join(clone, 'node_modules/node/bin/node'));
  const packages = { 'node_modules/one': { version } };
  put('node_modules/.package-lock.json', JSON.stringify({ packages }));
}

const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${join(clone, 'bin')}:${process.env['PATH']}`,
});

function bootstrap(...args: string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, ['scripts/bootstrap.mjs', ...args], {
    cwd: clone,
    encoding: 'utf8',
    env: environment(),
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

function npmCalls(): string[] {
  const file = join(clone, 'npm-calls');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

describe('a command on a fresh clone', () => {
  it('installs the packages and says so in one line, then runs with its arguments and its exit code', () => {
    replaceNpm();
    const { code, out, err } = bootstrap('sandbox', '--port', '0', 'two words');
    expect(err.trim().split('\n')).toEqual([expect.stringContaining('npm ci')]);
    expect(out).toBe('["--port","0","two words"]\n');
    expect(code).toBe(7);
    expect(npmCalls()).toEqual([expect.stringContaining('npm ci')]);
  });

  it('installs nothing and says nothing the second time, and installs again when the lock file changed', () => {
    replaceNpm();
    bootstrap('sandbox');
    expect(bootstrap('sandbox')).toMatchObject({ code: 7, err: '' });
    expect(npmCalls()).toHaveLength(1);
    put('package-lock.json', JSON.stringify({ packages: { 'node_modules/one': { version: '2.0.0' } } }));
    expect(bootstrap('sandbox').err).toContain('npm ci');
    expect(npmCalls()).toHaveLength(2);
  });

  it('leaves alone what somebody installed with npm ci', () => {
    replaceNpm();
    installed();
    expect(bootstrap('sandbox')).toMatchObject({ code: 7, err: '' });
    expect(npmCalls()).toEqual([]);
  });

  it('installs when what is there is older than the lock file', () => {
    replaceNpm();
    installed('0.9.0');
    bootstrap('sandbox');
    expect(npmCalls()).toHaveLength(1);
  });

  it("ends with npm's own words when the packages cannot be installed", () => {
    replaceProgram('npm', 'echo "the registry does not answer" >&2\nexit 1');
    const { code, out, err } = bootstrap('sandbox');
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('The packages could not be installed. npm ci said:\nthe registry does not answer');
  });

  it('does not wait for a set-up that was cut off', () => {
    installed();
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    put('.cache/set-up.lock', String(gone));
    expect(bootstrap('sandbox').code).toBe(7);
    expect(existsSync(join(clone, '.cache/set-up.lock'))).toBe(false);
  });
});

describe('the tests on a machine of', () => {
  beforeEach(() => {
    installed();
    put('scripts/test.ts', '');
    put('out/renderer/index.html', '');
    put('vite.renderer.config.ts', '');
    put('src/contract/one.ts', '');
    put('src/renderer/one.ts', '');
    // Stands in for vite: the screens themselves are built elsewhere.
    put('node_modules/vite/bin/vite.js', '');
    replaceProgram('apt-get', 'echo "$*" >> apt-calls');
  });

  it.runIf(process.getuid?.() === 0)('Debian install the system packages that are missing, as root', () => {
    replaceProgram('dpkg-query', 'echo "chromium installed"; echo "dbus config-files"; exit 1');
    const { code, err } = bootstrap('test');
    expect(code).toBe(0);
    expect(err).toContain(
      'Installing system packages for the tests (apt-get): dbus, dovecot-imapd, fonts-dejavu-core',
    );
    expect(err).not.toContain('chromium');
    const calls = readFileSync(join(clone, 'apt-calls'), 'utf8').trim().split('\n');
    expect(calls).toEqual(['update -qq', expect.stringMatching(/^install -y .* dbus .*gnome-keyring/)]);
  });

  it('Debian ask for nothing when nothing is missing', () => {
    replaceProgram('dpkg-query', 'shift 3; for name in "$@"; do echo "$name installed"; done');
    bootstrap('test');
    expect(bootstrap('test')).toEqual({ code: 0, out: '', err: '' });
    expect(existsSync(join(clone, 'apt-calls'))).toBe(false);
  });

  it('another kind say what to install', () => {
    rmSync(join(clone, 'bin'), { recursive: true });
    mkdirSync(join(clone, 'bin'));
    const run = spawnSync(process.execPath, ['scripts/bootstrap.mjs', 'test'], {
      cwd: clone,
      encoding: 'utf8',
      env: { ...process.env, PATH: join(clone, 'bin') },
    });
    expect(run.status).toBe(0);
    expect(run.stderr).toContain('Some tests need Chromium');
  });
});

describe('a command that runs', () => {
  beforeEach(() => {
    installed();
    put(
      'src/sandbox/cli.ts',
      `process.once('SIGTERM', () => { console.log('closed'); process.exit(0); });\nsetInterval(() => undefined, 1000);\nconsole.log('ready ' + process.version);\n`,
    );
  });

  it('uses the pinned Node, and ends cleanly on SIGTERM', async () => {
    const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'sandbox'], {
      cwd: clone,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    const lines: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      lines.push(line);
      if (line.startsWith('ready')) child.kill('SIGTERM');
    }
    expect(lines).toEqual([`ready ${process.version}`, 'closed']);
    expect(await ended).toEqual([0, null]);
  });

  it('ends with the shell through which npm started it', async () => {
    const npm = spawn('sh', ['-c', `'${process.execPath}' scripts/bootstrap.mjs sandbox; exit $?`], {
      cwd: clone,
      env: { ...environment(), npm_lifecycle_event: 'sandbox' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    for await (const line of createInterface({ input: npm.stdout })) {
      lines.push(line);
      if (line.startsWith('ready')) npm.kill('SIGTERM');
    }
    expect(lines).toEqual([`ready ${process.version}`, 'closed']);
  });
});

describe('a task that does not exist', () => {
  it('ends with one sentence that names those that do, and exit code 2', () => {
    const { code, out, err } = bootstrap('deploy');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^There is no task "deploy"\. Choose one of: demo, .*\.\n$/);
  });
});
