import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Role } from '#contract/names.ts';
import { cookie, isSameSecret } from './security.ts';

const MINUTE = 60_000;

interface Session {
  readonly role: Role;
  /** When a person was last there, ms. */
  readonly seenAt: number;
}

/**
 * Who may talk to the hub: programs with a token of this start in a header, browsers with a session of their own
 * that they got for it. There is one token for admins and one for members. A session ends when its window is locked, or when nobody was there for too long; then the
 * token is needed again. Token and sessions are never in a URL's query or a log.
 */
export class Sessions {
  readonly token = randomBytes(32).toString('base64url');
  readonly memberToken = randomBytes(32).toString('base64url');
  readonly #cookieName: string;
  readonly #now: () => number;
  readonly #sessions = new Map<string, Session>();
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

  /** As whom a request may speak; null: it may not. */
  roleOf(request: IncomingMessage): Role | null {
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) return this.#roleFor(bearer);
    const session = this.of(request);
    return session === null ? null : (this.#sessions.get(session)?.role ?? null);
  }

  #roleFor(token: string): Role | null {
    if (isSameSecret(token, this.token)) return 'admin';
    return isSameSecret(token, this.memberToken) ? 'member' : null;
  }

  /** The session of a browser's request; null: it has none, or it has ended. */
  of(request: IncomingMessage): string | null {
    const session = cookie(request, this.#cookieName);
    if (session === null || !this.#sessions.has(session)) return null;
    if (!this.#isIdle(session)) return session;
    this.#sessions.delete(session);
    return null;
  }

  /** The cookie of a new session for a browser that showed the token; null when it is another one. */
  begin(token: string): string | null {
    const role = this.#roleFor(token);
    if (role === null) return null;
    const session = randomBytes(32).toString('base64url');
    this.#sessions.set(session, { role, seenAt: this.#now() });
    return `${this.#cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** A person is there. */
  seen(session: string): void {
    const known = this.#sessions.get(session);
    if (known !== undefined) this.#sessions.set(session, { ...known, seenAt: this.#now() });
  }

  end(session: string): void {
    this.#sessions.delete(session);
  }

  /** Ends the sessions where nobody was for too long; answers which. */
  endIdle(): readonly string[] {
    const idle = [...this.#sessions.keys()].filter((session) => this.#isIdle(session));
    for (const session of idle) this.end(session);
    return idle;
  }

  #isIdle(session: string): boolean {
    const minutes = this.#idleMinutes();
    const seenAt = this.#sessions.get(session)?.seenAt;
    return minutes > 0 && seenAt !== undefined && this.#now() - seenAt >= minutes * MINUTE;
  }
}
