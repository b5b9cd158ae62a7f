import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say } from './project.mjs';

/** What the tests need beside npm's packages: a browser with fonts, and a keychain with its bus. */
const DEBIAN_PACKAGES = [
  'chromium',
  'dbus',
  'fonts-dejavu-core',
  'fonts-liberation',
  'gnome-keyring',
  'libsecret-1-0',
];

/** On Debian as root, installs the system packages that are missing; elsewhere says what to install. */
export function installSystemPackages() {
  if (!existsSync('/usr/bin/dpkg-query') || !existsSync('/usr/bin/apt-get')) {
    if (process.platform === 'linux') {
      say(
        'The tests need Chromium, gnome-keyring, D-Bus and libsecret: install them if tests say they miss them.',
      );
    }
    return;
  }
  const missing = missingPackages();
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    say(`The tests need more system packages. Run: sudo apt-get install ${missing.join(' ')}`);
    return;
  }
  say(`Installing system packages for the tests (apt-get): ${missing.join(', ')} …`);
  apt(['update', '-qq']);
  apt(['install', '-y', '-qq', '--no-install-recommends', ...missing]);
}

function missingPackages() {
  const query = spawnSync(
    'dpkg-query',
    ['-W', '-f', '${Package} ${db:Status-Status}\n', ...DEBIAN_PACKAGES],
    {
      encoding: 'utf8',
    },
  );
  const present = new Set(
    query.stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return DEBIAN_PACKAGES.filter((name) => !present.has(name));
}

/** @param {string[]} args */
function apt(args) {
  const run = spawnSync('apt-get', args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (run.error === undefined && run.status === 0) return;
  const why = run.error?.message ?? `${run.stdout}${run.stderr}`.trim();
  throw new Error(`apt-get ${args[0]} failed, so the tests cannot have what they need. It said:\n${why}`);
}
