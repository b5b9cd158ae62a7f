import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright-core';
import type { DesktopApp, LaunchOptions } from './desktop-app.ts';
import { environment } from './environment.ts';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

/** The Electron binary that `npm` put beside its package; null where it was never downloaded. Nothing is fetched. */
export function electronBinary(): string | null {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const pointer = join(folder, 'path.txt');
  if (!existsSync(pointer)) return null;
  const path = join(folder, 'dist', readFileSync(pointer, 'utf8').trim());
  return existsSync(path) ? path : null;
}

/** Starts the built program in Electron itself. */
export async function launchElectron(binary: string, options: LaunchOptions): Promise<DesktopApp> {
  const env = environment(options);
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), PROJECT, ...(options.args ?? [])];
  const app = await _electron.launch({ executablePath: binary, args, env, cwd: PROJECT });
  let messages = '';
  app.process().stderr?.on('data', (text) => {
    messages += String(text);
  });
  return {
    isReal: true,
    window: () => app.firstWindow(),
    evaluate: (work, argument) => app.evaluate(work as never, argument as never),
    startAgain: async (more) => {
      const again = spawn(binary, [...args.slice(0, -1), PROJECT, ...more], {
        env,
        cwd: PROJECT,
        stdio: 'ignore',
      });
      const [code] = (await once(again, 'exit')) as [number | null];
      return code;
    },
    ended: once(app.process(), 'exit').then(([code]) => code as number | null),
    messages: () => messages,
    end: () => app.close(),
  };
}
