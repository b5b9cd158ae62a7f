/** What goes wrong: each is something that happens to a real integration. */
export type FaultKind =
  /** The call is carried out, then the connection breaks without an answer. */
  | { readonly kind: 'drop-after-write' }
  /** The connection breaks before anything happened. */
  | { readonly kind: 'reset-before' }
  /** Silence for so long, then the connection breaks; nothing happened. */
  | { readonly kind: 'hang'; readonly ms: number }
  /** The call is carried out, the answer stops in the middle of its body. */
  | { readonly kind: 'half-body' }
  /** An error answer; with `afterWrite` the call was carried out all the same. */
  | {
      readonly kind: 'status';
      readonly status: number;
      /** Seconds, sent as Retry-After. */
      readonly retryAfter?: number;
      /** Of a 429: TEN_SECONDLY_ROLLING (the default), SECONDLY or DAILY. */
      readonly policy?: string;
      readonly afterWrite?: boolean;
    }
  /** The answer comes later. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** All OAuth access tokens expire; this call is the first to notice. */
  | { readonly kind: 'expire-tokens' };

export type Fault = FaultKind & {
  /** HTTP method; any when absent. */
  readonly method?: string;
  /** Regular expression on the path; any when absent. */
  readonly path?: string;
  /** How often it happens; 1 when absent, null: until it is cleared. */
  readonly times?: number | null;
  /** 0 to 1 for every matching call; 1 when absent. */
  readonly probability?: number;
  /** Matching calls that go well before the first one that does not. */
  readonly skip?: number;
};

/** A fault that waits for its call. */
export interface ArmedFault {
  readonly id: string;
  readonly fault: Fault;
  readonly happened: number;
}

export interface FaultBoard {
  /** Returns the id of the armed fault. */
  arm(fault: Fault): string;
  /** One fault, or all of them. */
  clear(id?: string): void;
  list(): readonly ArmedFault[];
  /** The fault that happens to this call, if any; counts it. */
  take(method: string, path: string): FaultKind | null;
}

interface Entry {
  readonly id: string;
  readonly fault: Fault;
  readonly pattern: RegExp | null;
  happened: number;
  skipped: number;
}

/** `random` gives 0 ≤ n < 1 for faults with a probability. */
export function createFaultBoard(random: () => number): FaultBoard {
  let entries: Entry[] = [];
  let armed = 0;
  return {
    arm(fault) {
      armed += 1;
      const pattern = fault.path === undefined ? null : new RegExp(fault.path);
      entries.push({ id: `fault-${armed}`, fault, pattern, happened: 0, skipped: 0 });
      return `fault-${armed}`;
    },
    clear(id) {
      entries = id === undefined ? [] : entries.filter((entry) => entry.id !== id);
    },
    list: () => entries.map(({ id, fault, happened }) => ({ id, fault, happened })),
    take(method, path) {
      for (const entry of entries) {
        const { fault, pattern } = entry;
        if (fault.method !== undefined && fault.method.toUpperCase() !== method) continue;
        if (pattern !== null && !pattern.test(path)) continue;
        const times = fault.times === undefined ? 1 : (fault.times ?? Infinity);
        if (entry.happened >= times) continue;
        if (entry.skipped < (fault.skip ?? 0)) {
          entry.skipped += 1;
          continue;
        }
        if (fault.probability !== undefined && random() >= fault.probability) continue;
        entry.happened += 1;
        return fault;
      }
      return null;
    },
  };
}
