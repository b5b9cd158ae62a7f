import type { Instant } from './time.ts';

interface Waiting<T> {
  readonly at: Instant;
  readonly order: number;
  readonly item: T;
}

/** Items by their moment, and by the order given where that is the same: the earliest comes out first. */
export class TimeQueue<T> {
  readonly #heap: Waiting<T>[] = [];

  /** The moment of the first; null: it is empty. */
  get nextAt(): Instant | null {
    return this.#heap[0]?.at ?? null;
  }

  add(at: Instant, order: number, item: T): void {
    const heap = this.#heap;
    heap.push({ at, order, item });
    let index = heap.length - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#isBefore(index, parent)) break;
      this.#swap(index, parent);
      index = parent;
    }
  }

  take(): T | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined) return undefined;
    if (heap.length === 0) return first.item;
    heap[0] = last;
    let index = 0;
    for (;;) {
      let least = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child < heap.length && this.#isBefore(child, least)) least = child;
      }
      if (least === index) return first.item;
      this.#swap(index, least);
      index = least;
    }
  }

  #isBefore(one: number, other: number): boolean {
    const a = this.#heap[one];
    const b = this.#heap[other];
    if (a === undefined || b === undefined) return false;
    return a.at < b.at || (a.at === b.at && a.order < b.order);
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (a !== undefined && b !== undefined) [this.#heap[one], this.#heap[other]] = [b, a];
  }
}
