import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { cookie, isSameSecret } from './security.ts';

/**
 * Who may talk to the hub: programs with the token of this start in a header, browsers with a session cookie that
 * they got for it. Both are new at every start and are never in a URL's query or a log.
 */
export class Sessions {
  readonly token = randomBytes(32).toString('base64url');
  readonly #session = randomBytes(32).toString('base64url');
  readonly #cookieName: string;

  /** Cookies don't know ports: the name keeps two hubs on one machine apart. */
  constructor(port: number) {
    this.#cookieName = `baton-${port}`;
  }

  isAllowed(request: IncomingMessage): boolean {
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) return isSameSecret(bearer, this.token);
    const session = cookie(request, this.#cookieName);
    return session !== null && isSameSecret(session, this.#session);
  }

  /** The cookie for a browser that showed the token; null when it is another one. */
  cookieFor(token: string): string | null {
    if (!isSameSecret(token, this.token)) return null;
    return `${this.#cookieName}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`;
  }
}
