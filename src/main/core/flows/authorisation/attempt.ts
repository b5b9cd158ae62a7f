import type { NamingPreset, Connection } from '../../ports/store/rows.ts';
import type { Consent, OAuthApp, TokenGrant } from '../../ports/authoriser.ts';
import type { CrmAccount } from '../../ports/crm-gateway.ts';
import type { Scope } from '../../domain/crm/scopes.ts';
import { MINUTE, type Duration, type Instant } from '../../domain/time.ts';

/** From the consent page's address to the confirmation. */
export const LIFETIME: Duration = 10 * MINUTE;

/** What is wanted of an authorisation. */
export interface AttemptRequest {
  readonly provider: Connection['provider'];
  /** `new`: an account that is not connected yet; else for the connection: access again, or more of it. */
  readonly purpose: { readonly kind: 'new' } | { readonly kind: 'again'; readonly connectionId: string };
  readonly app: OAuthApp;
  /** The team's own page that leads back into the program; null: an address on this machine. */
  readonly returnPage: string | null;
  readonly readOnly: boolean;
  readonly invites: boolean;
  /** Of the connection, where it becomes one. */
  readonly name: string;
  readonly preset: NamingPreset;
}

/** What came back, before anything of it is kept. */
export interface Granted {
  readonly grant: TokenGrant;
  readonly account: CrmAccount;
  /** Contacts that the user who allowed it owns; null: not known. */
  readonly ownContacts: number | null;
}

export type Stage =
  /** `remark`: something came back that does not belong here; the attempt goes on. */
  | { readonly kind: 'waiting'; readonly remark: string | null }
  | { readonly kind: 'exchanging' }
  | { readonly kind: 'confirm'; readonly granted: Granted }
  | { readonly kind: 'refused'; readonly sentence: string };

/** One try to be let into an account. There is one at a time, in memory only: it ends with the program. */
export interface Attempt {
  readonly request: AttemptRequest;
  readonly consent: Consent;
  readonly asked: readonly Scope[];
  readonly expiresAt: Instant;
  /** null: the team's page leads back, or no port was free; then the address is pasted. */
  readonly listener: { close(): void } | null;
  readonly stage: Stage;
}

/** What an address that a browser came back to says. */
export type ReturnRead =
  | { readonly kind: 'answer'; readonly state: string; readonly query: URLSearchParams }
  | { readonly kind: 'unreadable' };

const LONGEST = 4_096;
const VALUE = /^[\w.~%+/=:-]{1,2048}$/;

/** Reads the address a browser came back to. Exactly one state, and one code or one error; anything else is none. */
export function readReturn(address: string): ReturnRead {
  const text = address.trim();
  const query = text.length > LONGEST || !text.includes('?') ? null : text.slice(text.indexOf('?') + 1);
  if (query === null) return { kind: 'unreadable' };
  const params = new URLSearchParams(query.split('#')[0]);
  const one = (name: string): string | null => {
    const values = params.getAll(name);
    return values.length === 1 && values[0] !== undefined && VALUE.test(values[0]) ? values[0] : null;
  };
  const [state, code, error] = [one('state'), one('code'), one('error')];
  if (state === null || (code === null) === (error === null)) return { kind: 'unreadable' };
  return {
    kind: 'answer',
    state,
    query: new URLSearchParams(code === null ? { state, error: error ?? '' } : { state, code }),
  };
}
