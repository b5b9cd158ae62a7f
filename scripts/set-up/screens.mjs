import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, PINNED_NODE, PROJECT, say } from './project.mjs';

const PAGE = join(PROJECT, 'out', 'renderer', 'index.html');
const STAMP = join(CACHE, 'screens-hash');

/** Builds the screens, unless out/renderer is of these very sources. */
export function buildScreens() {
  const hash = hashOfSources();
  if (existsSync(PAGE) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
  say('Building the screens (vite build) …');
  const vite = spawnSync(
    PINNED_NODE,
    ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.renderer.config.ts', '--logLevel', 'warn'],
    { cwd: PROJECT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  if (vite.error !== undefined || vite.status !== 0) {
    const why = vite.error?.message ?? `${vite.stdout}${vite.stderr}`.trim();
    throw new Error(`The screens could not be built. vite said:\n${why}`);
  }
  remember(hash);
}

/** Notes that out/renderer was just built from the sources as they are. */
export function rememberScreens() {
  remember(hashOfSources());
}

/** @param {string} hash */
function remember(hash) {
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(STAMP, hash);
}

function hashOfSources() {
  const hash = createHash('sha256');
  const files = [
    'package-lock.json',
    'vite.renderer.config.ts',
    ...filesIn('src/contract'),
    ...filesIn('src/renderer'),
  ];
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(PROJECT, file)))
      .update('\0');
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesIn(folder) {
  return readdirSync(join(PROJECT, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesIn(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    )
    .filter((file) => !/\.test\.tsx?$/.test(file));
}
