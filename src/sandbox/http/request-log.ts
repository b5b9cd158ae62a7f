/** One call as the sandbox saw it. */
export interface LoggedRequest {
  /** ms, portal clock. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** 0: the connection was broken without an answer. */
  readonly status: number;
  /** Real ms from the first byte to the end of the answer. */
  readonly ms: number;
  /** The armed fault that happened to it. */
  readonly fault: string | null;
}

/** Which calls to count: all that fit what is given. */
export interface CallFilter {
  readonly method?: string;
  /** Text that the path contains, or a pattern that it matches. */
  readonly path?: string | RegExp;
  readonly status?: number;
  /** ms, portal clock. */
  readonly since?: number;
}

export interface RequestLog {
  add(entry: LoggedRequest): void;
  /** The latest calls, oldest first. */
  list(limit?: number): readonly LoggedRequest[];
  /** All calls since the start or the last reset by `METHOD /path`, with ids as `:id`. Never forgets. */
  counters(): Readonly<Record<string, number>>;
  /** All calls, or those that fit; with `path` as text or pattern, `status` or `since` among the kept ones. */
  countCalls(filter?: CallFilter): number;
  reset(): void;
}

/** Keeps the last `capacity` calls and counters of all. */
export function createRequestLog(capacity = 50_000): RequestLog {
  let entries: LoggedRequest[] = [];
  let oldest = 0;
  let total = 0;
  const counters = new Map<string, number>();
  const inOrder = (): LoggedRequest[] => [...entries.slice(oldest), ...entries.slice(0, oldest)];
  return {
    add(entry) {
      total += 1;
      const key = `${entry.method} ${withoutIds(entry.path)}`;
      counters.set(key, (counters.get(key) ?? 0) + 1);
      if (entries.length < capacity) entries.push(entry);
      else {
        entries[oldest] = entry;
        oldest = (oldest + 1) % capacity;
      }
    },
    list: (limit = capacity) => inOrder().slice(-limit),
    counters: () => Object.fromEntries([...counters].sort(([a], [b]) => a.localeCompare(b))),
    countCalls: (filter) =>
      filter === undefined ? total : entries.filter((entry) => fits(entry, filter)).length,
    reset() {
      entries = [];
      oldest = 0;
      total = 0;
      counters.clear();
    },
  };
}

function fits(entry: LoggedRequest, filter: CallFilter): boolean {
  const { method, path, status, since } = filter;
  if (method !== undefined && entry.method !== method.toUpperCase()) return false;
  if (typeof path === 'string' && !entry.path.includes(path)) return false;
  if (path instanceof RegExp && !path.test(entry.path)) return false;
  if (status !== undefined && entry.status !== status) return false;
  return since === undefined || entry.at >= since;
}

function withoutIds(path: string): string {
  return path.replace(/\/\d+(?=\/|$)/g, '/:id');
}
