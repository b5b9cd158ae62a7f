import type { Instant } from './domain/time.ts';

const KEPT = 60;

/** Calls between one reading of a counter and the next, the last hour of them: for the chart. */
export class CallMeter {
  readonly #readings: { at: Instant; count: number }[] = [];
  #total = 0;

  /** Takes the counters as they are now; a counter that began anew counts from nought. */
  read(at: Instant, calls: Readonly<Record<string, number>>): void {
    const total = Object.values(calls).reduce((sum, count) => sum + count, 0);
    this.#readings.push({ at, count: total >= this.#total ? total - this.#total : total });
    this.#total = total;
    if (this.#readings.length > KEPT) this.#readings.shift();
  }

  perMinute(): { at: Instant; count: number }[] {
    return [...this.#readings];
  }
}
