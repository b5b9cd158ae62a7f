import type { CrmError } from '#core/ports/crm-error.ts';
import type { ConsentRequest, TokenGrant } from '#core/ports/authoriser.ts';

/** Where a provider's OAuth lives; all of it depends on the address of the API, or on the data centre. */
export interface OAuthEndpoints {
  readonly authorise: string;
  readonly token: string;
  readonly introspect: string;
  readonly revoke: string;
  /** Called with DELETE and the access token. */
  readonly uninstall: string;
}

/** An answer of a provider's OAuth that is no success. */
export interface FailedAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** undefined: not JSON. */
  readonly body: unknown;
}

/** What differs from provider to provider; the rest is `oauth-client.ts`. */
export interface OAuthProvider {
  /** For sentences. */
  readonly name: string;
  endpoints(baseUrl: string | null, accountId: string | null): OAuthEndpoints;
  /** The consent page's parameters beside those of the standard. */
  consentParameters(request: ConsentRequest): Readonly<Record<string, string>>;
  /** Reads the body of a token answer. @throws CrmError where it is none. */
  grantOf(body: unknown): TokenGrant;
  /** The user in the body of an introspection; null: it names none. */
  userOf(body: unknown): string | null;
  /** What a failed answer means; `doing` as in "could not be asked to renew the access". */
  failure(answer: FailedAnswer, doing: string): CrmError;
}
