import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_ASSISTANTS } from '#hosts/demo/set-the-stage.ts';
import { createClock } from '#sandbox/control/clock.ts';
import { startSandbox, type Sandbox } from '#sandbox/sandbox.ts';
import { DEFAULT_MIX } from '#sandbox/world/prospects.ts';
import { accessByApp, accessByKey, keptAccess, type Access, type KeptAccess } from './access.ts';
import { Died, Refused, type CoreChild } from './core-child.ts';
import { openLedger, type OpenLedger } from './ledger.ts';
import { Misbehaved } from './finding.ts';
import type { Nursery } from './nursery.ts';
import { NO_TROUBLE, type KillPlan, type Trouble } from './protocol.ts';
import type { Tally } from './tally.ts';

export interface FaultWorldOptions {
  readonly seed: string;
  readonly startAt: number;
  readonly dailyLimit: number;
  /** Through an app of the team's own, whose tokens are renewed all the time; else with a key. */
  readonly byApp: boolean;
}

/** How the process ends within an order: at a named point, after some real milliseconds, or not at all. */
export type Ending = KillPlan | { readonly afterMs: number } | null;

/** A look that takes longer in real time never ends, ms. */
const PATIENCE = 60_000;

/** Answers come early and of every kind, so that hand-backs happen while things break. */
const MIX = { ...DEFAULT_MIX, hot: 0.18, neutral: 0.08, unsubscribe: 0.08, brochure: 0.06 };

/**
 * The sandbox in this process, the core in another one on a real data folder, and the world's time, which stands
 * until it is moved.
 */
export class FaultWorld {
  readonly sandbox: Sandbox;
  readonly directory: string;
  readonly tally: Tally;
  /** How far the machine's clock is off, ms. */
  skew = 0;
  nextWorkAt: number | null = null;
  connectionId = '';
  assistantIds: readonly string[] = [];
  /** What the rig did, line by line, for whoever looks for the cause of a finding. */
  readonly trace: string[] = [];
  /** What people did in the app. */
  readonly ledger: OpenLedger = openLedger();
  access: Access;
  readonly #nursery: Nursery;
  readonly #seed: string;
  readonly #secrets = new Map<string, string>();
  #child: CoreChild | null = null;
  #lives = 0;

  private constructor(sandbox: Sandbox, nursery: Nursery, tally: Tally, seed: string) {
    this.sandbox = sandbox;
    this.tally = tally;
    this.#nursery = nursery;
    this.#seed = seed;
    this.access = accessByKey(this);
    this.directory = mkdtempSync(join(tmpdir(), 'baton-fault-'));
  }

  static async open(nursery: Nursery, tally: Tally, options: FaultWorldOptions): Promise<FaultWorld> {
    const sandbox = await startSandbox({
      contacts: 0,
      limits: 'off',
      mix: MIX,
      seed: seedNumber(options.seed),
      clock: createClock({ startAt: options.startAt, frozen: true }),
    });
    const world = new FaultWorld(sandbox, nursery, tally, options.seed);
    await world.start();
    const { dailyLimit } = options;
    const { url, serviceKey: token } = sandbox;
    const stage = await world.child.ask({ kind: 'stage', url, token, dailyLimit });
    world.connectionId = stage.connectionId;
    world.assistantIds = stage.assistantIds;
    if (options.byApp) world.access = await accessByApp(world);
    return world;
  }

  get now(): number {
    return this.sandbox.clock.now();
  }

  get child(): CoreChild {
    if (this.#child === null) throw new Error('The program is not running.');
    return this.#child;
  }

  get isRunning(): boolean {
    return this.#child?.isAlive === true;
  }

  note(line: string): void {
    this.trace.push(`${new Date(this.now).toISOString()} ${line}`);
  }

  /** Time passes for everybody, ms. */
  pass(ms: number): void {
    this.sandbox.clock.advance(ms);
    this.sandbox.mail.advanceTo(this.now);
  }

  /** Starts the program on its data folder; false: it was killed while it started. */
  async start(kill: KillPlan | null = null): Promise<boolean> {
    if (this.isRunning) return true;
    this.#lives += 1;
    this.tally.lives += 1;
    const child = await this.#nursery.take((name, secret) => {
      if (secret === null) this.#secrets.delete(name);
      else this.#secrets.set(name, secret);
    });
    this.#child = child;
    return this.#survives(
      child.ask({
        kind: 'open',
        directory: this.directory,
        sandbox: { mailUrl: this.sandbox.mailUrl, mailToken: this.sandbox.mailToken },
        secrets: Object.fromEntries(this.#secrets),
        times: { now: this.now, skew: this.skew },
        seed: `${this.#seed}/${this.#lives}`,
        kill,
      }),
      kill,
    );
  }

  /** The program looks at everything and does what is due. False: it was killed meanwhile. */
  async look(ending: Ending = null, trouble: Trouble = NO_TROUBLE): Promise<boolean> {
    if (!(await this.start())) return false;
    this.tally.looks += 1;
    this.note(`look ${JSON.stringify({ ending, trouble, skew: this.skew })}`);
    const kill = ending !== null && 'point' in ending ? ending : null;
    const times = { now: this.now, skew: this.skew };
    const answer = this.child.ask({ kind: 'look', times, kill, trouble });
    return this.#survives(
      answer.then(({ nextWorkAt }) => {
        this.nextWorkAt = nextWorkAt === null ? null : nextWorkAt - this.skew;
      }),
      ending,
    );
  }

  /** Somebody presses a button. null: the program refused, or was killed. */
  async press(procedure: string, input: unknown, kill: KillPlan | null = null): Promise<unknown> {
    if (!(await this.start())) return null;
    let value: unknown = null;
    this.note(`press ${procedure} ${JSON.stringify(input)}`);
    const answer = this.child.ask({ kind: 'call', procedure, input, kill }).then(
      (result) => {
        value = result;
      },
      (error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        this.note(`refused: ${error.message}`);
      },
    );
    await this.#survives(answer, kill);
    return value;
  }

  /** Ends it as a power cut does, idle. */
  async cutPower(): Promise<void> {
    if (!this.isRunning) return;
    this.tally.kill('idle');
    this.note('killed: idle');
    await this.child.kill();
  }

  /** Ends it in order. */
  async quit(): Promise<void> {
    if (!this.isRunning) return;
    await this.child.ask({ kind: 'close' });
    await this.child.kill();
  }

  /** The list of leads. */
  async leads(): Promise<readonly { readonly id: string }[]> {
    const sort = { by: 'created', descending: false };
    const page = await this.press('leads.page', { filter: {}, sort, offset: 0, limit: 200 });
    return (page as { rows: readonly { id: string }[] } | null)?.rows ?? [];
  }

  /** The address of an assistant, by her place. */
  mailboxOf(nth: number): string {
    return DEMO_ASSISTANTS[nth]?.email ?? '';
  }

  keptAccess(): KeptAccess {
    return keptAccess(this.sandbox, this.connectionId, this.access.byApp, (name) => this.#secrets.get(name));
  }

  async close(): Promise<void> {
    await this.#child?.kill();
    await this.sandbox.stop();
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 5 });
  }

  async #survives(work: Promise<unknown>, ending: Ending): Promise<boolean> {
    const { child } = this;
    let cut: NodeJS.Timeout | undefined;
    let late = false;
    let isCut = false;
    if (ending !== null && 'afterMs' in ending) {
      cut = setTimeout(() => {
        isCut = true;
        void child.kill();
      }, ending.afterMs);
    }
    const watch = setTimeout(() => {
      late = true;
      void child.kill();
    }, PATIENCE);
    try {
      await work;
      if (!isCut) return child.isAlive;
      // It answered with its last breath.
      await child.kill();
      return this.#killed('any moment');
    } catch (error) {
      if (late) throw new Misbehaved(`The program did not come to rest within ${PATIENCE / 1000} seconds.`);
      if (!(error instanceof Died)) throw error;
      if (error.signal !== 'SIGKILL' || ending === null) {
        throw new Misbehaved(`The program ended by itself (${error.message}): ${child.lastWords}`);
      }
      await child.kill();
      return this.#killed('point' in ending ? ending.point : 'any moment');
    } finally {
      clearTimeout(cut);
      clearTimeout(watch);
    }
  }

  #killed(how: string): false {
    this.tally.kill(how);
    this.note(`killed: ${how}`);
    return false;
  }
}

function seedNumber(seed: string): number {
  return Array.from(seed, (letter) => letter.charCodeAt(0)).reduce(
    (sum, code) => (sum * 31 + code) % 1_000_003,
    7,
  );
}
