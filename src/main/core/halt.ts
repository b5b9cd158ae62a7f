import type { Instant } from './domain/time.ts';
import type { Mailbox } from './ports/mailbox.ts';
import type { Mailboxes } from './ports/mailboxes.ts';
import type { Assistant, MailboxSettings } from './ports/store/rows.ts';
import type { Store } from './ports/store/store.ts';

const KEY = 'halted-since';

/** What a caller is told while everything is stopped. */
export const STOPPED = 'Everything is stopped: nothing is read or sent until you press Resume.';

/**
 * *Stop everything*: while it holds, no job begins, no call to a CRM leaves and no mail. Kept in the database, so
 * that it outlasts a restart.
 */
export class Halt {
  readonly #store: Store;
  #since: Instant | null;

  constructor(store: Store) {
    this.#store = store;
    const kept = store.cursor(KEY) ?? '';
    this.#since = kept === '' ? null : Number(kept);
  }

  /** When everything was stopped; null: it goes on. */
  get since(): Instant | null {
    return this.#since;
  }

  /** Holds at once, before it is written: a full disk must not keep anything going. */
  stop(now: Instant): void {
    if (this.#since !== null) return;
    this.#since = now;
    this.#store.commit({ cursors: { [KEY]: String(now) } });
  }

  lift(): void {
    this.#store.commit({ cursors: { [KEY]: '' } });
    this.#since = null;
  }

  /** Why nothing may leave now; null: it may. */
  readonly whyNot = (): string | null => (this.#since === null ? null : STOPPED);
}

/** A mailbox was to be used while everything is stopped. */
export class Stopped extends Error {
  constructor() {
    super(STOPPED);
  }
}

/** The mailboxes as the flows use them: each assistant's, with her settings. */
export interface AssistantMailboxes extends Omit<Mailboxes, 'of'> {
  of(assistant: Assistant): Mailbox | null;
}

/** The mailboxes of the host, which nobody gets past while everything is stopped. */
export function haltableMailboxes(
  mailboxes: Mailboxes,
  halt: Halt,
  settingsOf: (assistantId: string) => MailboxSettings | null,
): AssistantMailboxes {
  const reading = <T>(read: () => Promise<T>): Promise<T> =>
    halt.since === null ? read() : Promise.reject(new Stopped());
  const guarded = (mailbox: Mailbox): Mailbox => ({
    send: (mail) =>
      halt.since === null
        ? mailbox.send(mail)
        : Promise.resolve({ kind: 'retry', because: STOPPED, after: null }),
    wasSent: (messageId) => reading(() => mailbox.wasSent(messageId)),
    fetchSince: (cursor) => reading(() => mailbox.fetchSince(cursor)),
    engagementSince: (cursor) => reading(() => mailbox.engagementSince(cursor)),
    watch: (onNews) => mailbox.watch?.(onNews),
    get isWatching() {
      return mailbox.isWatching ?? false;
    },
  });
  return {
    of: (assistant) => {
      const mailbox = mailboxes.of(assistant, settingsOf(assistant.id));
      return mailbox === null ? null : guarded(mailbox);
    },
    get measuresEngagement() {
      return mailboxes.measuresEngagement;
    },
    get setup() {
      return mailboxes.setup;
    },
  };
}
