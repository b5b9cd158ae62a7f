import type { Duration } from '../domain/time.ts';
import type { Provider } from './store/rows.ts';

/** The team's own app at the CRM, in whose name an account is asked for access. */
export interface OAuthApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The API's address when it is not the provider's own. */
  readonly baseUrl: string | null;
}

/** What the consent page is asked for. */
export interface ConsentRequest {
  readonly app: OAuthApp;
  readonly redirectUri: string;
  /** The page refuses an app that has not all of these. */
  readonly required: readonly string[];
  /** Left out in silence where the account cannot have them. */
  readonly optional: readonly string[];
  /** The account that is chosen beforehand; null: the person chooses. */
  readonly accountId: string | null;
}

/** One consent page, and what proves that an answer belongs to it. */
export interface Consent {
  readonly url: string;
  readonly redirectUri: string;
  readonly state: string;
  /** The PKCE verifier; null: the provider does not take one. */
  readonly verifier: string | null;
}

/** Tokens as the CRM gave them. */
export interface TokenGrant {
  readonly accessToken: string;
  /** May be the one before. */
  readonly refreshToken: string;
  readonly expiresIn: Duration;
  readonly scopes: readonly string[];
  readonly accountId: string;
}

/**
 * OAuth with one provider. Every failure is a CrmError: `unauthorized` for a grant that was revoked or an app that is
 * not accepted, `rejected` for a code that is no longer good, `network`, `unavailable` and `rate-limited` for what
 * passes by itself.
 */
export interface Authoriser {
  newConsent(request: ConsentRequest): Promise<Consent>;
  /** Exchanges the answer (the query of the address that the browser came back to) for tokens. */
  exchange(app: OAuthApp, consent: Consent, answer: string): Promise<TokenGrant>;
  refresh(app: OAuthApp, refreshToken: string): Promise<TokenGrant>;
  /** The user who gave the consent, as the CRM names them; null: it does not tell. */
  whose(app: OAuthApp, accessToken: string): Promise<string | null>;
  /** Takes the app out of the account. */
  uninstall(app: OAuthApp, accessToken: string): Promise<void>;
  /** Ends the grant; access tokens that are out live on until they expire. */
  revoke(app: OAuthApp, refreshToken: string): Promise<void>;
}

export interface Authorisers {
  /** @throws CrmError where this provider cannot be authorised yet. */
  of(provider: Provider): Authoriser;
}
