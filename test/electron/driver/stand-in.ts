import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { targetOf } from '../runtime/target.ts';
import type { DesktopApp, LaunchOptions, MainParts } from './desktop-app.ts';
import { environment } from './environment.ts';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));
const LAUNCH = fileURLToPath(new URL('../runtime/launch.ts', import.meta.url));
const MAIN = join(PROJECT, 'out', 'main', 'index.js');

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** Starts the built program in the stand-in runtime. */
export function launchStandIn(options: LaunchOptions): DesktopApp {
  const start = (args: readonly string[]): ChildProcess =>
    spawn(process.execPath, [LAUNCH, MAIN, ...args], {
      cwd: PROJECT,
      env: environment(options),
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
  return new StandIn(start, options.args ?? []);
}

class StandIn implements DesktopApp {
  readonly isReal = false;
  readonly ended: Promise<number | null>;
  readonly #start: (args: readonly string[]) => ChildProcess;
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #browser: Browser | null = null;
  #messages = '';
  #counter = 0;

  constructor(start: (args: readonly string[]) => ChildProcess, args: readonly string[]) {
    this.#start = start;
    this.#child = start(args);
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#messages += text;
    });
    this.#child.on('message', (answer: Answer) => {
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    });
    this.ended = once(this.#child, 'exit').then(([code]) => {
      for (const [id, answered] of this.#waiting)
        answered({ id, error: `The program ended. ${this.#messages}` });
      this.#waiting.clear();
      return code as number | null;
    });
  }

  async window(): Promise<Page> {
    for (;;) {
      const [endpoint, target] = await this.evaluate(({ outside, BrowserWindow }) => [
        outside.browser,
        BrowserWindow.getAllWindows().at(-1)?.webContents.targetId ?? null,
      ]);
      if (endpoint != null && target != null) {
        this.#browser ??= await chromium.connectOverCDP(endpoint);
        const page = await this.#pageOf(this.#browser, target);
        if (page !== null) return page;
      }
      await pause(20);
    }
  }

  async #pageOf(connected: Browser, target: string): Promise<Page | null> {
    for (const context of connected.contexts()) {
      for (const page of context.pages()) {
        const id = await context.newCDPSession(page).then(targetOf, () => null);
        if (id === target && page.url() !== 'about:blank') return page;
      }
    }
    return null;
  }

  async evaluate<Result, Argument = null>(
    work: (parts: MainParts, argument: Argument) => Result,
    argument?: Argument,
  ): Promise<Awaited<Result>> {
    if (this.#child.exitCode !== null) throw new Error(`The program has ended. ${this.#messages}`);
    this.#counter += 1;
    const id = this.#counter;
    const { promise, resolve } = Promise.withResolvers<Answer>();
    this.#waiting.set(id, resolve);
    this.#child.send({ id, source: work.toString(), argument: argument ?? null });
    const answer = await promise;
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value as Awaited<Result>;
  }

  async startAgain(args: readonly string[]): Promise<number | null> {
    const [code] = (await once(this.#start(args), 'exit')) as [number | null];
    return code;
  }

  messages(): string {
    return this.#messages;
  }

  async end(): Promise<void> {
    await this.#browser?.close().catch(() => undefined);
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.disconnect();
    await this.ended;
  }
}
