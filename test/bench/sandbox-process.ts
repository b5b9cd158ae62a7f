import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const CLI = join(import.meta.dirname, '../../src/sandbox/cli.ts');

const ready = z.object({
  url: z.string(),
  hubspotToken: z.string(),
  controlToken: z.string(),
  mailUrl: z.string(),
  mailToken: z.string(),
});
const counted = z.object({ counters: z.record(z.string(), z.number()) });

export interface SandboxOptions {
  readonly contacts: number;
  /** `hubspot`: the limits of a Professional account; `off`: none. */
  readonly limits: 'hubspot' | 'off';
  /** How long search lags behind writes, in ms, as `shortest-longest`; absent: not at all. */
  readonly lag?: string;
}

/** The sandbox in a process of its own: it does not share the event loop of what is measured. */
export interface SandboxProcess extends z.infer<typeof ready> {
  /** Calls of HubSpot's API since the last reset, by `METHOD /path`. */
  calls(): Promise<Readonly<Record<string, number>>>;
  resetCalls(): Promise<void>;
  /** What the control surface answers; see `src/sandbox/control/control-routes.ts`. */
  control(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/** Starts the sandbox program and waits until it is ready. */
export async function startSandboxProcess(options: SandboxOptions): Promise<SandboxProcess> {
  const { contacts, limits, lag = '0-0' } = options;
  const args = ['--seed', '1', '--contacts', String(contacts), '--limits', limits, '--lag', lag];
  const child = spawn(process.execPath, [CLI, '--json', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then(() => Promise.reject(new Error('The sandbox ended before it was ready.'))),
  ])) as [string];
  const at = ready.parse(JSON.parse(line));

  const control: SandboxProcess['control'] = async (method, path, body) => {
    const response = await fetch(`${at.url}/__sandbox${path}`, {
      method,
      headers: { 'x-sandbox-control': at.controlToken, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.ok) return response.json();
    throw new Error(`The sandbox answered ${response.status} to ${method} ${path}: ${await response.text()}`);
  };

  return {
    ...at,
    control,
    async calls() {
      const { counters } = counted.parse(await control('GET', '/requests/counters'));
      return Object.fromEntries(Object.entries(counters).filter(([route]) => !route.includes('/__sandbox')));
    },
    async resetCalls() {
      await control('DELETE', '/requests');
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
