import type { Core } from '#core/core.ts';
import type { Instant } from '#core/domain/time.ts';

const PAUSE_MS = 60 * 60_000;

/**
 * Why the core stands still although nobody stopped it: the user paused from the tray, or the machine sleeps. It
 * runs while there is no reason left. Both end by themselves and neither survives a restart.
 */
export class Rest {
  readonly #core: Core;
  readonly #changed: () => void;
  #isAsleep = false;
  #pausedUntil: Instant | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(core: Core, changed: () => void) {
    this.#core = core;
    this.#changed = changed;
  }

  get pausedUntil(): Instant | null {
    return this.#pausedUntil;
  }

  pause(now: Instant): void {
    this.#pausedUntil = now + PAUSE_MS;
    this.#settle();
    this.#wait(now);
  }

  goOn(): void {
    this.#pausedUntil = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#settle();
  }

  /** What runs is ended quietly; nothing new begins until `woke`. */
  sleeps(): void {
    this.#isAsleep = true;
    this.#settle();
  }

  /** A pause that ended while the machine slept is over. */
  woke(now: Instant): void {
    this.#isAsleep = false;
    if (this.#pausedUntil !== null && this.#pausedUntil <= now) this.#pausedUntil = null;
    this.#settle();
    this.#wait(now);
  }

  #wait(now: Instant): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#pausedUntil === null) return;
    this.#timer = setTimeout(() => this.goOn(), this.#pausedUntil - now);
  }

  #settle(): void {
    if (this.#isAsleep || this.#pausedUntil !== null) this.#core.stop().catch(() => undefined);
    else this.#core.start();
    this.#changed();
  }
}
