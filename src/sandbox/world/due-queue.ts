/** Things that happen at a moment, earliest first; of the same moment, in the order they were put in. */
export interface DueQueue<T> {
  /** `at` in ms. */
  put(at: number, thing: T): void;
  /** Takes the earliest out if it is due at `now`; null: nothing is. */
  takeDue(now: number): { readonly at: number; readonly thing: T } | null;
  /** The moment of the earliest; null: empty. */
  nextAt(): number | null;
  /** All that waits, earliest first, without taking it out. */
  waiting(): { readonly at: number; readonly thing: T }[];
}

interface Entry<T> {
  readonly at: number;
  readonly order: number;
  readonly thing: T;
}

const isBefore = (one: Entry<unknown>, other: Entry<unknown>): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

/** A binary heap: hundreds of thousands of waiting answers cost nothing to look at. */
export function createDueQueue<T>(): DueQueue<T> {
  const heap: Entry<T>[] = [];
  let order = 0;

  const swap = (a: number, b: number): void => {
    const held = heap[a] as Entry<T>;
    heap[a] = heap[b] as Entry<T>;
    heap[b] = held;
  };
  const rise = (start: number): void => {
    let at = start;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(heap[at] as Entry<T>, heap[parent] as Entry<T>)) return;
      swap(at, parent);
      at = parent;
    }
  };
  const sink = (): void => {
    let at = 0;
    for (;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        const entry = heap[child];
        if (entry !== undefined && isBefore(entry, heap[least] as Entry<T>)) least = child;
      }
      if (least === at) return;
      swap(at, least);
      at = least;
    }
  };

  return {
    put(at, thing) {
      heap.push({ at, order, thing });
      order += 1;
      rise(heap.length - 1);
    },
    takeDue(now) {
      const first = heap[0];
      if (first === undefined || first.at > now) return null;
      swap(0, heap.length - 1);
      heap.pop();
      sink();
      return { at: first.at, thing: first.thing };
    },
    nextAt: () => heap[0]?.at ?? null,
    waiting: () =>
      heap.toSorted((one, other) => (isBefore(one, other) ? -1 : 1)).map(({ at, thing }) => ({ at, thing })),
  };
}
