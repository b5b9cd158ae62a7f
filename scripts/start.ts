// `npm start`: the desktop app where Electron's binary and a display exist, else the hub. Electron's binary is
// never fetched from here: loading the `electron` package would do that, so only its files are looked at.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './set-up/project.mjs';
import { runToTheEnd } from './set-up/run.mjs';

const args = process.argv.slice(2);
const binary = electronBinary();
if (!hasDisplay()) {
  say('There is no display here, so the hub starts instead of the desktop app.');
  process.exitCode = await runToTheEnd(process.execPath, ['src/main/hub.ts', ...args]);
} else if (binary === null) {
  say(
    "The desktop app needs Electron's binary, which is not installed; to get it run: npx install-electron. The hub starts instead.",
  );
  process.exitCode = await runToTheEnd(process.execPath, ['src/main/hub.ts', ...args]);
} else {
  const built = await runToTheEnd(process.execPath, [
    'node_modules/electron-vite/bin/electron-vite.js',
    'build',
    '--logLevel',
    'error',
  ]);
  process.exitCode = built === 0 ? await runToTheEnd(binary, [PROJECT, ...args]) : built;
}

/** Where Electron's installer put the binary; null when it did not. */
function electronBinary(): string | null {
  const folder = join(PROJECT, 'node_modules', 'electron');
  if (!existsSync(join(folder, 'path.txt'))) return null;
  const file = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
  return existsSync(file) ? file : null;
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
