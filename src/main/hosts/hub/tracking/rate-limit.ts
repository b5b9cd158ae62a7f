/** So many callers are told apart; beyond that the oldest are forgotten. */
const MOST_CALLERS = 10_000;

/**
 * How often a caller may ask: so many at once, and then as many a second as `perSecond`. Mail providers fetch the
 * pictures of many people from one address, so it is generous.
 */
export class RateLimit {
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #callers = new Map<string, { left: number; at: number }>();

  constructor(burst: number, perSecond: number) {
    this.#burst = burst;
    this.#perSecond = perSecond;
  }

  /** Whether one more request may be answered. `now` in ms. */
  allows(caller: string, now: number): boolean {
    const known = this.#callers.get(caller);
    const seconds = known === undefined ? 0 : Math.max(0, now - known.at) / 1_000;
    const left = Math.min(this.#burst, (known?.left ?? this.#burst) + seconds * this.#perSecond);
    this.#callers.delete(caller);
    if (this.#callers.size >= MOST_CALLERS) this.#callers.delete([...this.#callers.keys()][0] ?? '');
    this.#callers.set(caller, { left: Math.max(0, left - 1), at: now });
    return left >= 1;
  }
}
