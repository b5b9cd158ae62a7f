import type { Change } from '#core/ports/store/change.ts';

/**
 * Settings as last read: few rows, asked for with every decision and rarely changed. Right because one process
 * owns the file and every change goes through its commit.
 */
export class Remembered {
  readonly #values = new Map<string, unknown>();

  /** The value of the key, read when it is not known. */
  of<T>(key: string, read: () => T): T {
    if (!this.#values.has(key)) this.#values.set(key, read());
    return this.#values.get(key) as T;
  }

  /** Forgets all when the change touches settings; called after it, whether it went through or not. */
  after(change: Change): void {
    const touched = [
      change.connections,
      change.removeConnections,
      change.assistants,
      change.removeAssistants,
      change.mailboxes,
      change.removeMailboxes,
      change.links,
      change.schedules,
      change.fieldWatch,
      change.fieldRules,
      change.ownersAway,
      change.removeOwnersAway,
      change.writingRules,
    ];
    if (touched.some((rows) => rows !== undefined && rows.length > 0)) this.#values.clear();
  }
}
