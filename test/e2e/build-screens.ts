import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with the built screens. */
    readonly screens: string;
  }
}

const CONFIG = fileURLToPath(new URL('../../vite.renderer.config.ts', import.meta.url));

/**
 * Before the suite: builds the screens once, as they are shipped (the test runner's own NODE_ENV would give
 * React's slow development build). After it: takes them away.
 */
export default async function buildScreens({ provide }: TestProject): Promise<() => Promise<void>> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  const folder = await mkdtemp(join(tmpdir(), 'baton-screens-'));
  try {
    await build({ configFile: CONFIG, logLevel: 'error', build: { outDir: folder } });
  } finally {
    process.env['NODE_ENV'] = before;
  }
  provide('screens', folder);
  return () => rm(folder, { recursive: true, force: true });
}
