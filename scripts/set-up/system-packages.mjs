import { spawnSync } from 'node:child_process';
import { say } from './project.mjs';

/** What the tests need beside npm's packages: a browser with fonts, a keychain with its bus, and a mail server. */
const DEBIAN_PACKAGES = [
  'chromium',
  'dbus',
  'dovecot-imapd',
  'fonts-dejavu-core',
  'fonts-liberation',
  'gnome-keyring',
  'libsecret-1-0',
];

/** On Debian as root, installs the system packages that are missing; elsewhere says what to install. */
export function installSystemPackages() {
  const missing = missingPackages();
  if (missing === null) {
    say(
      'Some tests need Chromium and, on Linux, gnome-keyring, D-Bus, libsecret and Dovecot: install what they miss.',
    );
    return;
  }
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    say(`The tests need more system packages. Run: sudo apt-get install ${missing.join(' ')}`);
    return;
  }
  say(`Installing system packages for the tests (apt-get): ${missing.join(', ')} …`);
  apt(['update', '-qq']);
  apt(['install', '-y', '-qq', '--no-install-recommends', ...missing]);
}

/** Names of what is missing; null where packages are not Debian's. */
function missingPackages() {
  const query = spawnSync(
    'dpkg-query',
    ['-W', '-f', '${Package} ${db:Status-Status}\n', ...DEBIAN_PACKAGES],
    {
      encoding: 'utf8',
    },
  );
  if (query.error !== undefined) return null;
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
