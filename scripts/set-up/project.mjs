import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with package.json. */
export const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The Node that the lock file pins; everything but the bootstrap runs on it. */
export const PINNED_NODE = join(
  PROJECT,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Folder for what the set-up remembers; not in the repository. */
export const CACHE = join(PROJECT, '.cache');

/**
 * Says one line about the set-up, where it does not mix with a task's output.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
