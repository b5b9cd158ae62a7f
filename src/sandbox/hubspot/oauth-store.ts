import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { AccessToken, Portal } from '../portal/model.ts';

/** Access tokens live 30 minutes (facts: OAuth). */
export const ACCESS_TOKEN_MS = 30 * 60_000;
/** An authorization code is good for one exchange within this time. */
export const CODE_MS = 10 * 60_000;

/** A developer project's app: what its `app-hsmeta.json` declares. */
export interface OAuthApp {
  readonly appId: number;
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Matched exactly; https, or http for localhost. */
  readonly redirectUrls: readonly string[];
  readonly requiredScopes: readonly string[];
  readonly optionalScopes: readonly string[];
  /** A refresh gives another refresh token, and the one before is no longer good. HubSpot gives the same one again. */
  readonly rotatesRefreshTokens: boolean;
}

export interface AuthorizationCode {
  readonly code: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly userId: number | null;
  readonly codeChallenge: string | null;
  /** ms, portal clock. */
  readonly expiresAt: number;
}

export interface RefreshToken {
  readonly token: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly userId: number | null;
}

export interface OAuthState {
  readonly apps: Map<string, OAuthApp>;
  readonly codes: Map<string, AuthorizationCode>;
  readonly refreshTokens: Map<string, RefreshToken>;
}

const states = new WeakMap<Portal, OAuthState>();

/** The apps, codes and refresh tokens of a portal. */
export function oauthState(portal: Portal): OAuthState {
  const state = states.get(portal) ?? { apps: new Map(), codes: new Map(), refreshTokens: new Map() };
  states.set(portal, state);
  return state;
}

const FIRST_APP_ID = 4_200_001;

/** Registers an app; ids and the secret are made up where none are given. Refuses a redirect URL that HubSpot would. */
export function registerOAuthApp(
  portal: Portal,
  app: Pick<OAuthApp, 'name' | 'redirectUrls'> & Partial<OAuthApp>,
): OAuthApp {
  for (const url of app.redirectUrls) checkRedirectUrl(url);
  const { apps } = oauthState(portal);
  const registered: OAuthApp = {
    appId: app.appId ?? FIRST_APP_ID + apps.size,
    name: app.name,
    clientId: app.clientId ?? randomUUID(),
    clientSecret: app.clientSecret ?? randomUUID(),
    redirectUrls: [...app.redirectUrls],
    requiredScopes: [...(app.requiredScopes ?? ['oauth'])],
    optionalScopes: [...(app.optionalScopes ?? [])],
    rotatesRefreshTokens: app.rotatesRefreshTokens ?? false,
  };
  apps.set(registered.clientId, registered);
  return registered;
}

function checkRedirectUrl(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const isLocal = parsed?.protocol === 'http:' && parsed.hostname === 'localhost';
  if (parsed?.protocol !== 'https:' && !isLocal) {
    throw new RangeError(`The redirect URL ${url} must use https, or http with the host localhost.`);
  }
}

const FIRST_KEY_APP_ID = 3_100_001;

/** Makes a service key (`pat-na1-…`) with these scopes, which never expires, and gives the token. */
export function createServiceKey(portal: Portal, scopes: Iterable<string>): string {
  const token = `pat-na1-${randomUUID()}`;
  portal.tokens.set(token, {
    token,
    kind: 'service-key',
    scopes: new Set(scopes),
    expiresAt: null,
    userId: null,
    appId: FIRST_KEY_APP_ID + portal.tokens.size,
    revoked: false,
  });
  return token;
}

/** A new access token of an app. `now` in ms. */
export function issueAccessToken(
  portal: Portal,
  app: OAuthApp,
  scopes: readonly string[],
  userId: number | null,
  now: number,
): AccessToken {
  const access: AccessToken = {
    // Real ones are this long: a client that keeps them in a short column should find out here.
    token: `C${randomBytes(240).toString('base64url')}`,
    kind: 'oauth',
    scopes: new Set(scopes),
    expiresAt: now + ACCESS_TOKEN_MS,
    userId,
    appId: app.appId,
    revoked: false,
  };
  portal.tokens.set(access.token, access);
  return access;
}

export function issueRefreshToken(portal: Portal, grant: Omit<RefreshToken, 'token'>): RefreshToken {
  const refresh: RefreshToken = { ...grant, token: `na1-${randomUUID()}` };
  oauthState(portal).refreshTokens.set(refresh.token, refresh);
  return refresh;
}

export function issueCode(portal: Portal, grant: Omit<AuthorizationCode, 'code'>): AuthorizationCode {
  const code: AuthorizationCode = { ...grant, code: `na1-${randomUUID()}` };
  oauthState(portal).codes.set(code.code, code);
  return code;
}

/** The portal's uninstall: the app's tokens stop working, access tokens too. */
export function uninstallApp(portal: Portal, appId: number): void {
  const { apps, codes, refreshTokens } = oauthState(portal);
  const clientIds = new Set(
    [...apps.values()].filter((app) => app.appId === appId).map((app) => app.clientId),
  );
  for (const token of portal.tokens.values()) if (token.appId === appId) token.revoked = true;
  for (const [key, code] of codes) if (clientIds.has(code.clientId)) codes.delete(key);
  for (const [key, refresh] of refreshTokens) if (clientIds.has(refresh.clientId)) refreshTokens.delete(key);
}

/** Whether a PKCE verifier belongs to the challenge (S256) that came with the authorization request. */
export function matchesChallenge(challenge: string, verifier: string): boolean {
  return createHash('sha256').update(verifier).digest('base64url') === challenge;
}
