import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with package.json, from the sources as from the built files. */
export const PROJECT: string = find(dirname(fileURLToPath(import.meta.url)));

/** The built screens. */
export const RENDERER = join(PROJECT, 'out', 'renderer');

function find(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The installation is incomplete: package.json is missing.');
  return find(parent);
}
