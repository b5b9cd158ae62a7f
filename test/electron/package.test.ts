import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { APP_ID } from '#hosts/desktop/shell/app-id.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
/** Before this many bytes of its switches every Electron binary has these. */
const FUSE_WIRE = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** In the order of the wire, as Electron names them. */
const FUSES = [
  'RunAsNode',
  'EnableCookieEncryption',
  'EnableNodeOptionsEnvironmentVariable',
  'EnableNodeCliInspectArguments',
  'EnableEmbeddedAsarIntegrityValidation',
  'OnlyLoadAppFromAsar',
  'LoadBrowserProcessSpecificV8Snapshot',
  'GrantFileProtocolExtraPrivileges',
] as const;

let result = '';
let program = '';
let packed: readonly string[] = [];
let debArguments: readonly string[] = [];

/** Packs once: with a stand-in for Electron's binary, and one for the tool that writes a deb and notes its order. */
beforeAll(async () => {
  const folder = temporaryFolder();
  const electron = join(folder, 'electron');
  mkdirSync(join(electron, 'locales'), { recursive: true });
  mkdirSync(join(electron, 'resources'));
  // As Electron ships it: everything that it can be told not to do it does.
  writeFileSync(join(electron, 'electron'), `stand-in${FUSE_WIRE}\u0001\u000810110001`, { mode: 0o755 });
  writeFileSync(join(electron, 'locales', 'en-US.pak'), '');
  writeFileSync(join(electron, 'LICENSE'), '');
  const fpm = join(folder, 'fpm');
  writeFileSync(
    fpm,
    `#!/bin/sh
printf '%s\\n' "$@" > '${folder}/arguments'
while [ $# -gt 0 ]; do
  case "$1" in
    --package) shift; touch "$1" ;;
    *=/usr/share/applications/baton.desktop) cp "\${1%%=*}" '${folder}/baton.desktop' ;;
  esac
  shift
done
`,
  );
  chmodSync(fpm, 0o755);
  const output = join(folder, 'dist');
  const made = spawn(
    process.execPath,
    [
      'scripts/package.ts',
      '--built',
      '--platform',
      'linux',
      '--target',
      'deb',
      '--electron',
      electron,
      '--output',
      output,
    ],
    { cwd: PROJECT, env: { ...process.env, CUSTOM_FPM_PATH: fpm }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  for (const stream of [made.stdout, made.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(made, 'exit')) as [number | null];
  expect(said).toContain('.deb');
  expect(code).toBe(0);
  result = folder;
  program = join(output, 'linux-unpacked');
  packed = filesOf(join(program, 'resources', 'app.asar'));
  debArguments = readFileSync(join(folder, 'arguments'), 'utf8').split('\n');
}, 180_000);

/** The names in an asar archive: its head is JSON behind four numbers. */
function filesOf(archive: string): readonly string[] {
  interface Folder {
    readonly files?: Readonly<Record<string, Folder>>;
  }
  const file = openSync(archive, 'r');
  const sizes = Buffer.alloc(16);
  readSync(file, sizes);
  const head = Buffer.alloc(sizes.readUInt32LE(12));
  readSync(file, head, 0, head.length, 16);
  closeSync(file);
  const walk = (folder: Folder, path: string): readonly string[] =>
    Object.entries(folder.files ?? {}).flatMap(([name, each]) =>
      each.files === undefined ? [`${path}${name}`] : walk(each, `${path}${name}/`),
    );
  return walk(JSON.parse(head.toString('utf8')) as Folder, '');
}

/** Whether each switch of the binary is on. */
function fusesOf(binary: string): Readonly<Record<string, boolean>> {
  const bytes = readFileSync(binary);
  const at = bytes.indexOf(FUSE_WIRE) + FUSE_WIRE.length + 2;
  return Object.fromEntries(FUSES.map((name, index) => [name, bytes[at + index] === 0x31]));
}

describe('the packed program', () => {
  it('holds what runs: the built program, its screens, its packages', () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        'package.json',
        'out/main/index.js',
        'out/main/mail-worker.js',
        'out/main/table-worker.js',
        'out/preload/index.cjs',
        'out/renderer/index.html',
        'resources/icon.png',
        'resources/tray/attention.png',
        'node_modules/better-sqlite3/lib/index.js',
        'node_modules/electron-updater/out/main.js',
      ]),
    );
  });

  it('holds nothing else: no sources, tests, sandbox, demo, build tools or type declarations', () => {
    const own = packed.filter((file) => !file.startsWith('node_modules/'));
    const expected = /^(package\.json|out\/|resources\/(icon\.png|tray\/))/;
    expect(own.filter((file) => !expected.test(file))).toEqual([]);
    expect(packed.filter((file) => /\.(ts|tsx|mts|cts|map|c|cpp|h|gyp)$/.test(file)).slice(0, 5)).toEqual([]);
    const packages = new Set(packed.map((file) => file.split('/')[1] ?? ''));
    const tools = [
      'vite',
      'vitest',
      'typescript',
      'electron',
      'electron-builder',
      'playwright-core',
      'react',
    ];
    expect(tools.filter((name) => packages.has(name))).toEqual([]);
  });

  it('brings the licences beside the binary', () => {
    const licences = ['LICENSE.baton.txt', 'NOTICE.baton.txt', 'LICENSE.electron.txt'];
    expect(licences.filter((name) => !existsSync(join(program, name)))).toEqual([]);
  });

  it('has its native modules outside of the archive, where the system can load them', () => {
    const outside = join(program, 'resources', 'app.asar.unpacked', 'node_modules');
    expect(existsSync(join(outside, 'better-sqlite3/prebuilds/linux-x64.node'))).toBe(true);
    expect(existsSync(join(outside, '@github/keytar/prebuilds/linux-x64/keytar.node'))).toBe(true);
  });

  it('is closed: its binary runs no other program, opens no debugger and takes no archive but its own', () => {
    expect(fusesOf(join(program, 'baton'))).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
    });
  });

  it('is registered for its links, with its icon, under the name that its windows have', () => {
    const entry = readFileSync(join(result, 'baton.desktop'), 'utf8');
    expect(entry).toMatch(/^MimeType=x-scheme-handler\/baton;$/m);
    expect(entry).toMatch(/^Exec=\/opt\/Baton\/baton .*%U$/m);
    expect(entry).toMatch(/^Icon=baton$/m);
    expect(entry).toMatch(/^StartupWMClass=baton$/m);
    expect(debArguments.some((each) => each.endsWith('512x512/apps/baton.png'))).toBe(true);
  });

  it('has the name by which Windows tells whose a notification is', () => {
    const settings = readFileSync(join(PROJECT, 'electron-builder.yml'), 'utf8');
    expect(settings).toContain(`\nappId: ${APP_ID}\n`);
  });

  it('needs of the system what Electron needs, and asks for a keychain', () => {
    const after = (flag: string): readonly string[] =>
      debArguments.filter((_each, index) => debArguments[index - 1] === flag);
    expect(after('-d')).toContain('libsecret-1-0');
    expect(after('--deb-recommends')).toEqual(['gnome-keyring']);
  });
});
