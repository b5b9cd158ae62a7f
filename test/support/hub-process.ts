import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { PROJECT } from '#hosts/project-folder.ts';

/** A hub as a user starts it: its own process on its own data folder. */
export interface HubProcess {
  readonly url: string;
  readonly openUrl: string;
  readonly token: string;
  readonly pid: number;
  /** Ends it with SIGTERM; resolves with its exit code. */
  stop(): Promise<number | null>;
}

/** Starts `hub --json` and waits for its line. */
export async function startHub(options: {
  readonly data: string;
  readonly mailUrl: string;
  readonly mailToken: string;
}): Promise<HubProcess> {
  const args = [
    'src/main/hub.ts',
    '--json',
    '--port',
    '0',
    '--data',
    options.data,
    '--sandbox-mail',
    options.mailUrl,
  ];
  const child = spawn(process.execPath, args, {
    cwd: PROJECT,
    env: { ...process.env, BATON_SANDBOX_MAIL_TOKEN: options.mailToken },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = exitOf(child);
  const line = await firstLine(child);
  return {
    ...(JSON.parse(line) as Omit<HubProcess, 'stop'>),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error('The hub has no output.');
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) =>
      reject(new Error(`The hub ended with ${String(code)} before it was ready.`)),
    );
  });
}
