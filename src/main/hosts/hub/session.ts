import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { cookie, isSameSecret } from './security.ts';

const MINUTE = 60_000;

/**
 * Who may talk to the hub: programs with the token of this start in a header, browsers with a session of their own
 * that they got for it. A session ends when its window is locked, or when nobody was there for too long; then the
 * token is needed again. Token and sessions are never in a URL's query or a log.
 */
export class Sessions {
  readonly token = randomBytes(32).toString('base64url');
  readonly #cookieName: string;
  readonly #now: () => number;
  /** Session → when a person was last there, ms. */
  readonly #seenAt = new Map<string, number>();
  readonly #idleMinutes: () => number;

  /**
   * Cookies don't know ports: the name keeps two hubs on one machine apart. `idleMinutes`: how long nobody may be
   * there; 0: as long as they like.
   */
  constructor(port: number, idleMinutes: () => number, now: () => number) {
    this.#cookieName = `baton-${port}`;
    this.#idleMinutes = idleMinutes;
    this.#now = now;
  }

  isAllowed(request: IncomingMessage): boolean {
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) return isSameSecret(bearer, this.token);
    return this.of(request) !== null;
  }

  /** The session of a browser's request; null: it has none, or it has ended. */
  of(request: IncomingMessage): string | null {
    const session = cookie(request, this.#cookieName);
    if (session === null || !this.#seenAt.has(session)) return null;
    if (!this.#isIdle(session)) return session;
    this.#seenAt.delete(session);
    return null;
  }

  /** The cookie of a new session for a browser that showed the token; null when it is another one. */
  begin(token: string): string | null {
    if (!isSameSecret(token, this.token)) return null;
    const session = randomBytes(32).toString('base64url');
    this.#seenAt.set(session, this.#now());
    return `${this.#cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** A person is there. */
  seen(session: string): void {
    this.#seenAt.set(session, this.#now());
  }

  end(session: string): void {
    this.#seenAt.delete(session);
  }

  /** Ends the sessions where nobody was for too long; answers which. */
  endIdle(): readonly string[] {
    const idle = [...this.#seenAt.keys()].filter((session) => this.#isIdle(session));
    for (const session of idle) this.end(session);
    return idle;
  }

  #isIdle(session: string): boolean {
    const minutes = this.#idleMinutes();
    const seenAt = this.#seenAt.get(session);
    return minutes > 0 && seenAt !== undefined && this.#now() - seenAt >= minutes * MINUTE;
  }
}
