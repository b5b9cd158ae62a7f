import type { Instant } from './domain/time.ts';
import { MailProblem } from './ports/mailbox-problem.ts';

/** What a mailbox is used for; each can fail while the other works. */
type Way = 'reading' | 'sending';

/** A mailbox cannot be used: since when, and why. */
export interface MailboxTrouble {
  readonly since: Instant;
  readonly way: Way;
  readonly problem: MailProblem;
}

interface Known {
  lookedAt: Instant | null;
  readonly troubles: Map<Way, MailboxTrouble>;
}

/** How the mailboxes stand, since the program began; and which of them told of news. */
export class MailboxHealth {
  readonly #known = new Map<string, Known>();
  readonly #news = new Set<string>();

  /** It worked. True: it did not before, or was not known to. */
  worked(assistantId: string, way: Way, at: Instant): boolean {
    const known = this.#of(assistantId);
    const isNew = known.troubles.delete(way) || (way === 'reading' && known.lookedAt === null);
    if (way === 'reading') known.lookedAt = at;
    return isNew;
  }

  /** It did not; only problems of mail servers are kept. True: that is new. */
  failed(assistantId: string, way: Way, error: unknown, at: Instant): boolean {
    if (!(error instanceof MailProblem)) return false;
    const { troubles } = this.#of(assistantId);
    const before = troubles.get(way);
    troubles.set(way, { way, problem: error, since: before?.since ?? at });
    return before?.problem.message !== error.message;
  }

  /** What is wrong, reading first; null: nothing that is known. */
  trouble(assistantId: string): MailboxTrouble | null {
    const { troubles } = this.#of(assistantId);
    return troubles.get('reading') ?? troubles.get('sending') ?? null;
  }

  /** When it was last read without a failure; null: not since the program began. */
  lookedAt(assistantId: string): Instant | null {
    return this.#of(assistantId).lookedAt;
  }

  /** The account changed or is gone. */
  forget(assistantId: string): void {
    this.#known.delete(assistantId);
    this.#news.delete(assistantId);
  }

  tell(assistantId: string): void {
    this.#news.add(assistantId);
  }

  get hasNews(): boolean {
    return this.#news.size > 0;
  }

  /** The mailboxes that told of news since the last call. */
  takeNews(): readonly string[] {
    const ids = [...this.#news];
    this.#news.clear();
    return ids;
  }

  #of(assistantId: string): Known {
    const known = this.#known.get(assistantId) ?? { lookedAt: null, troubles: new Map() };
    this.#known.set(assistantId, known);
    return known;
  }
}
