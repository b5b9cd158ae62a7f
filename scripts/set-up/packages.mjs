import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PINNED_NODE, PROJECT, say } from './project.mjs';

const LOCK_FILE = join(PROJECT, 'package-lock.json');
const INSTALLED = join(PROJECT, 'node_modules', '.package-lock.json');
const STAMP = join(PROJECT, 'node_modules', '.baton-lock-hash');

/** Brings node_modules to what the lock file says, unless it is there already. */
export function installPackages() {
  const lock = readFileSync(LOCK_FILE);
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(PINNED_NODE)) {
    if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
    if (existsSync(INSTALLED) && isInstalled(JSON.parse(lock.toString()))) {
      writeFileSync(STAMP, hash);
      return;
    }
  }
  say('Installing the packages of package-lock.json, with the pinned Node (npm ci) …');
  const npm = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: PROJECT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (npm.error !== undefined || npm.status !== 0) {
    const why = npm.error?.message ?? `${npm.stdout}${npm.stderr}`.trim();
    throw new Error(`The packages could not be installed. npm ci said:\n${why}`);
  }
  if (!existsSync(PINNED_NODE)) {
    throw new Error(
      'npm did not install the pinned Node: its install script was not run. Run: npm rebuild node',
    );
  }
  writeFileSync(STAMP, hash);
}

/**
 * Whether somebody's own `npm ci` brought every package of the lock file that every machine gets.
 * @param {{ packages: Record<string, { version: string, optional?: boolean }> }} lock
 */
function isInstalled(lock) {
  const installed = JSON.parse(readFileSync(INSTALLED, 'utf8')).packages;
  return Object.entries(lock.packages).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  );
}
