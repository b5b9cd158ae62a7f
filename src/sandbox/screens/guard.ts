import { timingSafeEqual } from 'node:crypto';
import type { SandboxReply, SandboxRequest } from '../http/route.ts';

/** Who may see the screens: whoever opened the link of this start, from a page of this server. */
export interface Guard {
  /** Why this request gets no page; null: it may pass. */
  problemOf(request: SandboxRequest): GuardProblem | null;
  /** The `Set-Cookie` value for whoever comes with the right key; null for any other. */
  cookieFor(request: SandboxRequest, key: string): string | null;
  /** Whether the request is for this server by its own name: another name that leads here is a trap. */
  isOurHost(request: SandboxRequest): boolean;
}

export type GuardProblem = 'host' | 'key' | 'origin';

/** `port` of the server, `key` of this start. */
export function createGuard(port: number, key: string): Guard {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  // Cookies are shared by all ports of a machine, so that two sandboxes need two names.
  const cookieName = `sandbox_crm_${port}`;
  const isOurHost = (request: SandboxRequest): boolean => hosts.includes(hostOf(request));
  return {
    isOurHost,
    cookieFor(request, given) {
      if (!isOurHost(request) || !equal(given, key)) return null;
      return `${cookieName}=${key}; Path=/; HttpOnly; SameSite=Strict`;
    },
    problemOf(request) {
      if (!isOurHost(request)) return 'host';
      if (!equal(cookieOf(request, cookieName), key)) return 'key';
      // Another port of this machine is the same site to a browser: only the origin tells it apart.
      const isOwn = request.headers['origin'] === `http://${hostOf(request)}`;
      return request.method === 'GET' || isOwn ? null : 'origin';
    },
  };
}

/** What every page of the screens is sent with. */
export const PAGE_HEADERS: NonNullable<SandboxReply['headers']> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  // `no-referrer` would take the origin from our own forms, too.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

const hostOf = (request: SandboxRequest): string => (request.headers['host'] ?? '').toLowerCase();

function cookieOf(request: SandboxRequest, name: string): string {
  const pairs = (request.headers['cookie'] ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

function equal(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
