import type { MessagePortMain } from 'electron';

/** What the operating system can tell and ask. */
export interface Guard {
  /** Seconds since anybody touched the computer. */
  idleSeconds(): number;
  /** Asks the person who they are; null: this system has no way to ask. */
  readonly prove: (() => Promise<boolean>) | null;
}

const MINUTE = 60;

/**
 * Whether the window may see anything. While it is locked no port is served: the page has no data, and what it asks
 * is not answered. Who they are is asked by the operating system where it can; elsewhere the lock hides, and the
 * screen lock of the computer is what protects.
 */
export class WindowLock {
  /** Each with how its page is told that it is locked: a page may not notice that its port was closed. */
  readonly #ports = new Map<MessagePortMain, () => void>();
  readonly #guard: Guard;
  #isLocked = false;
  /** The screen of the computer is locked: nobody can be let in. */
  #isScreenLocked = false;

  constructor(guard: Guard) {
    this.#guard = guard;
  }

  get isLocked(): boolean {
    return this.#isLocked;
  }

  /** A port that is served until the window is locked: then `tell` is called. False: it is locked now. */
  admit(port: MessagePortMain, tell: () => void): boolean {
    if (this.#isLocked) {
      port.close();
      return false;
    }
    this.#ports.set(port, tell);
    port.on('close', () => this.#ports.delete(port));
    return true;
  }

  lock(): void {
    this.#isLocked = true;
    const ports = [...this.#ports];
    this.#ports.clear();
    for (const [port, tell] of ports) {
      port.close();
      tell();
    }
  }

  /** Lets the window in again; false: it stays locked. */
  async unlock(): Promise<boolean> {
    if (this.#isScreenLocked) return false;
    if (this.#isLocked && this.#guard.prove !== null && !(await this.#guard.prove())) return false;
    this.#isLocked = false;
    return true;
  }

  /** The computer's own lock locks the window, too; whoever opened that one is let in. */
  screenLocked(): void {
    this.#isScreenLocked = true;
    if (!this.#isLocked) this.lock();
  }

  screenUnlocked(): void {
    this.#isScreenLocked = false;
    this.#isLocked = false;
  }

  /** Locks when nobody touched the computer for so many minutes; 0: never. */
  lookForIdle(afterMinutes: number): void {
    if (afterMinutes > 0 && !this.#isLocked && this.#guard.idleSeconds() >= afterMinutes * MINUTE)
      this.lock();
  }
}
