import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext } from 'playwright-core';
import { outside } from './outside.ts';

interface Running {
  readonly process: ChildProcess;
  readonly context: BrowserContext;
}

let running: Promise<Running> | null = null;

/** The one browser of this program, started with the first window; its profile lies in the given folder. */
export function browser(folder: string): Promise<Running> {
  running ??= start(join(folder, 'Chromium'));
  return running;
}

export async function closeBrowser(): Promise<void> {
  if (running === null) return;
  const { process: child } = await running;
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}

async function start(profile: string): Promise<Running> {
  mkdirSync(profile, { recursive: true });
  // Left by a browser that was killed with its program.
  rmSync(join(profile, 'SingletonLock'), { force: true });
  const child = spawn(
    process.env['BATON_CHROMIUM'] ?? '/usr/bin/chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  process.on('exit', () => child.kill('SIGKILL'));
  const endpoint = await devToolsAddress(child);
  outside.browser = endpoint;
  const connected = await chromium.connectOverCDP(endpoint);
  const [context] = connected.contexts();
  if (context === undefined) throw new Error('Chromium has no context.');
  return { process: child, context };
}

async function devToolsAddress(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error('Chromium has no standard error.');
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address !== undefined) {
      child.stderr.resume();
      return address;
    }
  }
  throw new Error('Chromium ended before its windows could be reached.');
}
