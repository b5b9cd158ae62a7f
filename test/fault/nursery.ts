import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { CoreChild } from './core-child.ts';

const PROJECT = join(import.meta.dirname, '../..');
/** Inside the project, so that the packages it leaves out are found. */
const FOLDER = join(PROJECT, 'node_modules/.cache');

/**
 * Starts processes with a core in them. They start often, so their code is bundled into one file with its compiled
 * form beside it, and one is always ready before it is needed.
 */
export class Nursery {
  readonly #folder: string;
  readonly #secrets = new Map<CoreChild, (name: string, secret: string | null) => void>();
  #spare: CoreChild | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(): Promise<Nursery> {
    mkdirSync(FOLDER, { recursive: true });
    const folder = mkdtempSync(join(FOLDER, 'fault-'));
    // Also for a process that runs as another user.
    chmodSync(folder, 0o755);
    await build({
      root: PROJECT,
      configFile: false,
      logLevel: 'silent',
      ssr: { noExternal: true, external: ['better-sqlite3', '@github/keytar', 'pino'] },
      build: {
        ssr: join(import.meta.dirname, 'core-process.ts'),
        outDir: folder,
        emptyOutDir: false,
        minify: false,
        target: 'node24',
        rolldownOptions: { output: { entryFileNames: 'core-process.js', format: 'es' } },
      },
    });
    const nursery = new Nursery(folder);
    nursery.#spare = nursery.#make();
    return nursery;
  }

  /** A process that is ready for its first order. `onSecret` hears what its vault is given. */
  async take(onSecret: (name: string, secret: string | null) => void): Promise<CoreChild> {
    const child = this.#spare ?? this.#make();
    this.#spare = this.#make();
    this.#secrets.set(child, onSecret);
    await child.ready;
    return child;
  }

  /** One that runs as another user of the machine. */
  async takeAs(userId: number): Promise<CoreChild> {
    const child = this.#make(userId);
    await child.ready;
    return child;
  }

  async close(): Promise<void> {
    await this.#spare?.kill();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #make(userId?: number): CoreChild {
    const child: CoreChild = new CoreChild(
      {
        entry: join(this.#folder, 'core-process.js'),
        cache: join(this.#folder, 'compiled'),
        ...(userId === undefined ? {} : { userId }),
      },
      (name, secret) => this.#secrets.get(child)?.(name, secret),
    );
    return child;
  }
}
