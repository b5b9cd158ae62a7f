import { randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { join } from 'node:path';

interface Message {
  readonly args: readonly string[];
  readonly workingDirectory: string;
}

/** One instance a user-data folder: a second start leaves its arguments for the first, and learns that it is second. */
export class InstanceLock {
  readonly #folder: string;
  readonly #file: string;
  #watcher: FSWatcher | null = null;

  constructor(userData: string) {
    this.#folder = join(userData, 'SingletonMessages');
    this.#file = join(userData, 'SingletonLock');
  }

  /** Whether this is the first; `onSecond` is told of each later start. */
  take(onSecond: (args: readonly string[], workingDirectory: string) => void): boolean {
    mkdirSync(this.#folder, { recursive: true });
    if (!this.#isFirst()) {
      this.#leave({ args: process.argv, workingDirectory: process.cwd() });
      return false;
    }
    this.#watcher = watch(this.#folder, () => {
      for (const message of this.#collect()) onSecond(message.args, message.workingDirectory);
    });
    return true;
  }

  release(): void {
    if (this.#watcher === null) return;
    this.#watcher.close();
    this.#watcher = null;
    rmSync(this.#file, { force: true });
  }

  #isFirst(): boolean {
    try {
      writeFileSync(this.#file, String(process.pid), { flag: 'wx' });
      return true;
    } catch {
      if (isAlive(Number(readFileSync(this.#file, 'utf8')))) return false;
      // Left by a process that was killed.
      rmSync(this.#file, { force: true });
      return this.#isFirst();
    }
  }

  #leave(message: Message): void {
    const name = join(this.#folder, randomUUID());
    writeFileSync(`${name}.part`, JSON.stringify(message));
    renameSync(`${name}.part`, `${name}.json`);
  }

  #collect(): readonly Message[] {
    return readdirSync(this.#folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => {
        const path = join(this.#folder, name);
        const message = JSON.parse(readFileSync(path, 'utf8')) as Message;
        unlinkSync(path);
        return message;
      });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
