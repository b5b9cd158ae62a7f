import type { PushEvent } from '#contract/system.ts';
import type { Topic } from './context.ts';

/** Above this many leads the screens just ask for everything again. */
const MOST_IDS = 200;

type Listener = (event: PushEvent) => void;

/**
 * Tells the screens what changed. Changes of one turn become one event; it carries ids, not data, so a lost one
 * is harmless.
 */
export class PushBus {
  readonly #listeners = new Set<Listener>();
  readonly #topics = new Set<Topic>();
  readonly #leadIds = new Set<string>();
  #queued = false;

  publish(topics: readonly Topic[], leadIds: readonly string[]): void {
    if (this.#listeners.size === 0) return;
    for (const topic of topics) this.#topics.add(topic);
    for (const id of leadIds) this.#leadIds.add(id);
    if (this.#queued) return;
    this.#queued = true;
    setImmediate(() => this.#flush());
  }

  /** Calls the listener with every event until the answer is called. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #flush(): void {
    this.#queued = false;
    const event: PushEvent = {
      topics: [...this.#topics],
      leadIds: this.#leadIds.size > MOST_IDS ? [] : [...this.#leadIds],
    };
    this.#topics.clear();
    this.#leadIds.clear();
    for (const listener of this.#listeners) listener(event);
  }
}
