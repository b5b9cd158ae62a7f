import { fork, type ChildProcess } from 'node:child_process';
import { spawnSync } from 'node:child_process';
import type { Answers, FromChild, Order, OrderKind, ToChild } from './protocol.ts';

/** The process ended before it answered. */
export class Died extends Error {
  readonly signal: string | null;

  constructor(code: number | null, signal: string | null) {
    super(`The process ended with ${signal ?? `code ${code}`}.`);
    this.signal = signal;
  }
}

/** The core said why it cannot do what it was asked for. */
export class Refused extends Error {
  override readonly name: string;

  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** One process with a core in it. */
export class CoreChild {
  readonly ready: Promise<void>;
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  readonly #keepSecret: (name: string, secret: string | null) => void;
  #lastId = 0;
  #ended: Died | null = null;
  #stderr = '';

  constructor(
    start: { readonly entry: string; readonly cache: string; readonly userId?: number },
    keepSecret: (name: string, secret: string | null) => void,
  ) {
    this.#keepSecret = keepSecret;
    this.#process = fork(start.entry, [], {
      execArgv: ['--no-warnings'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { ...process.env, NODE_COMPILE_CACHE: start.cache },
      ...(start.userId === undefined ? {} : { uid: start.userId, gid: start.userId }),
    });
    this.#process.stderr?.on('data', (chunk: Buffer) => {
      this.#stderr = `${this.#stderr}${chunk.toString()}`.slice(-4_000);
    });
    this.ready = new Promise((resolve, reject) => {
      this.#waiting.set(0, { resolve: () => resolve(), reject });
    });
    // Whoever waits for it hears of its end; a spare that nobody waits for may end unheard.
    this.ready.catch(() => undefined);
    this.#process.on('message', (message) => this.#hear(message as FromChild));
    this.#process.on('exit', (code, signal) => this.#end(new Died(code, signal)));
    this.#process.on('error', (error) => this.#end(error));
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  get isAlive(): boolean {
    return this.#ended === null;
  }

  /** What it printed before it ended by itself; empty as it should be. */
  get lastWords(): string {
    return this.#stderr;
  }

  /**
   * Asks for something.
   * @throws Died, Refused
   */
  ask<Kind extends OrderKind>(order: Extract<Order, { kind: Kind }>): Promise<Answers[Kind]> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: (value) => resolve(value as Answers[Kind]), reject });
      const message: ToChild = { id, order };
      this.#process.send(message, (error) => {
        if (error !== null && this.#ended === null) this.#end(new Died(null, 'SIGKILL'));
      });
    });
  }

  /** Takes its power away. Resolves when it is gone. */
  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => this.#process.once('exit', () => resolve()));
    this.#process.kill('SIGKILL');
    await gone;
  }

  /** No file may grow beyond so many bytes, as on a full disk; null: none is limited. False: not on this system. */
  limitFiles(bytes: number | null): boolean {
    const limit = `--fsize=${bytes ?? 'unlimited'}:unlimited`;
    return spawnSync('prlimit', ['--pid', String(this.pid), limit], { stdio: 'ignore' }).status === 0;
  }

  #hear(message: FromChild): void {
    switch (message.kind) {
      case 'ready':
        return this.#settle(0, (waiting) => waiting.resolve(undefined));
      case 'secret':
        return this.#keepSecret(message.name, message.secret);
      case 'answer':
        return this.#settle(message.id, (waiting) => waiting.resolve(message.value));
      case 'failed':
        return this.#settle(message.id, (waiting) =>
          waiting.reject(new Refused(message.name, message.message)),
        );
    }
  }

  #settle(id: number, end: (waiting: Waiting) => void): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (waiting !== undefined) end(waiting);
  }

  #end(error: Error): void {
    this.#ended ??= error instanceof Died ? error : new Died(null, error.message);
    const ended = this.#ended;
    for (const { reject } of this.#waiting.values()) reject(ended);
    this.#waiting.clear();
  }
}
