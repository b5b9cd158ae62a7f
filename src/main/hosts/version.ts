import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './project-folder.ts';

/** The program's version, from package.json. */
export const VERSION: string = (
  JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { version: string }
).version;
