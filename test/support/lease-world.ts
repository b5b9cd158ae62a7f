import { Leases } from '#core/leases.ts';
import type { CrmAccess } from '#core/crm-access.ts';
import type { CrmGateway } from '#core/ports/crm-gateway.ts';
import type { Store } from '#core/ports/store/store.ts';

const SECOND = 1_000;
const CHECK = 60 * SECOND;
const CONNECTION = 'c1';
/** An answer takes at most this long. */
const SLOWEST = 25 * SECOND;

/** One of the machines: its clocks, and when it sleeps. */
interface Machine {
  readonly leases: Leases;
  wall: number;
  steady: number;
  asleepUntil: number;
  nextLookAt: number;
}

interface Due {
  readonly at: number;
  readonly nth: number;
  readonly machine: Machine | null;
  readonly happen: () => void;
}

/**
 * Several machines with one CRM account, in made-up time: calls take a while, machines sleep, clocks are set. Only
 * what the leases need of a CRM is there: the words of one property.
 */
export class LeaseWorld {
  readonly #random: () => number;
  readonly #machines: Machine[] = [];
  #queue: Due[] = [];
  #nth = 0;
  #words: string | null = null;
  #now = 0;
  /** The most machines that could work at one moment. */
  mostAtOnce = 0;
  /** When one could work last. */
  workedAt = 0;

  constructor(machines: number, seed: number) {
    this.#random = randomFrom(seed);
    for (let nth = 0; nth < machines; nth += 1) this.#machines.push(this.#machine(`m${nth}`));
  }

  get now(): number {
    return this.#now;
  }

  get working(): number {
    return this.#machines.filter(
      (machine) => machine.asleepUntil <= this.#now && machine.leases.whyNoWrite(CONNECTION) === null,
    ).length;
  }

  sleep(nth: number, ms: number): void {
    const machine = this.#machines[nth];
    if (machine !== undefined) machine.asleepUntil = this.#now + ms;
  }

  setClock(nth: number, by: number): void {
    const machine = this.#machines[nth];
    if (machine !== undefined && machine.asleepUntil <= this.#now) machine.wall += by;
  }

  takeOver(nth: number): void {
    const machine = this.#machines[nth];
    if (machine !== undefined && machine.asleepUntil <= this.#now) void machine.leases.takeOver(CONNECTION);
  }

  deleteProperty(): void {
    this.#words = null;
  }

  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      const looks = this.#machines.map((machine) => ({
        at: Math.max(machine.nextLookAt, machine.asleepUntil),
        nth: 0,
        machine,
        happen: () => {
          machine.nextLookAt = this.#now + CHECK;
          void machine.leases.look(CONNECTION);
        },
      }));
      const awake = this.#queue.map((due) => ({
        ...due,
        at: Math.max(due.at, due.machine?.asleepUntil ?? 0),
      }));
      const [next] = [...awake, ...looks].toSorted((a, b) => a.at - b.at || a.nth - b.nth);
      if (next === undefined || next.at > end) break;
      this.#queue = this.#queue.filter((due) => due.nth !== next.nth);
      this.#advanceTo(next.at);
      next.happen();
      await new Promise(setImmediate);
      this.#watch();
    }
    this.#advanceTo(end);
    this.#watch();
  }

  #watch(): void {
    const { working } = this;
    this.mostAtOnce = Math.max(this.mostAtOnce, working);
    if (working > 0) this.workedAt = this.#now;
  }

  #advanceTo(at: number): void {
    for (const machine of this.#machines) {
      const awakeSince = Math.min(at, Math.max(this.#now, machine.asleepUntil));
      machine.steady += at - awakeSince;
      machine.wall += at - this.#now;
    }
    this.#now = at;
  }

  #machine(name: string): Machine {
    const clocks = { wall: Math.floor(this.#random() * 1e9), steady: 0 };
    const machine: Machine = Object.assign(clocks, {
      leases: new Leases({
        store: { connections: { byId: () => ({ readOnly: false }) } } as unknown as Store,
        clock: { now: () => clocks.wall, steady: () => clocks.steady, after: () => () => undefined },
        ids: { next: () => `${name}-${(this.#nth += 1)}` },
        log: { info: () => undefined, warn: () => undefined, error: () => undefined },
        me: { id: name, name },
        crm: () => ({ gateway: () => Promise.resolve(gateway) }) as unknown as CrmAccess,
        check: CHECK,
        onChange: () => undefined,
      }),
      asleepUntil: 0,
      nextLookAt: Math.floor(this.#random() * CHECK),
    });
    const gateway = {
      readFieldNote: () => this.#call(machine, () => this.#words),
      createNotedField: ({ description }: { description: string }) =>
        this.#call(machine, () => {
          if (this.#words !== null) return false;
          this.#words = description;
          return true;
        }),
      writeFieldNote: (_name: string, words: string) =>
        this.#call(machine, () => {
          this.#words = words;
        }),
    } as unknown as CrmGateway;
    return machine;
  }

  /** It takes effect after a while, and its answer comes a while after that, or when the machine wakes. */
  #call<T>(machine: Machine, effect: () => T): Promise<T> {
    return new Promise((resolve) => {
      const total = this.#random() ** 3 * SLOWEST;
      const out = this.#now + total * this.#random();
      this.#later(out, null, () => {
        const answer = effect();
        this.#later(this.#now + total / 2, machine, () => resolve(answer));
      });
    });
  }

  #later(at: number, machine: Machine | null, happen: () => void): void {
    this.#queue.push({ at, nth: (this.#nth += 1), machine, happen });
  }
}

function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
