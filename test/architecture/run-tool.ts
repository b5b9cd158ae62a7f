import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The project under test. */
export const PROJECT = join(import.meta.dirname, '../..');

const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Runs a program of node_modules as `npm run check` does, in `folder`. */
export function runTool(
  program: string,
  args: readonly string[],
  folder: string,
): { code: number | null; output: string } {
  const run = spawnSync(process.execPath, [join(PROJECT, 'node_modules', program), ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT_BYTES,
  });
  return { code: run.status, output: run.stdout === '' ? run.stderr : run.stdout };
}

/** A folder with these files (path → content), for as long as `work` runs. */
export function withFolder<T>(files: Readonly<Record<string, string>>, work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'baton-architecture-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
