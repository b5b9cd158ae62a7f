import { requireScopes } from '../hubspot/scopes.ts';
import type { AccessToken } from '../portal/model.ts';
import { HubSpotError } from './route.ts';
import type { Route, SandboxContext } from './route.ts';

const OAUTH_PAGE = 'https://developers.hubspot.com/docs/methods/auth/oauth-overview';

/** The token of a call, or HubSpot's 401 (facts: errors). Routes that need none get null. */
export function authorise(route: Route, authorization: string, context: SandboxContext): AccessToken | null {
  if (route.scopes === null) return null;
  const text = /^bearer\s+(\S+)$/i.exec(authorization)?.[1];
  if (text === undefined) throw notAuthenticated();
  const token = context.portal.tokens.get(text);
  if (token === undefined || token.revoked) throw notAuthenticated();
  const now = context.now();
  if (token.expiresAt !== null && token.expiresAt <= now) {
    const seconds = Math.floor((now - token.expiresAt) / 1000);
    throw new HubSpotError(
      401,
      'EXPIRED_AUTHENTICATION',
      `The OAuth token used to make this call expired ${seconds} second(s) ago.`,
      { context: { 'expire time': [new Date(token.expiresAt).toISOString()] } },
    );
  }
  return token;
}

/** HubSpot's 403 when the token lacks a scope of the route. */
export function checkScopes(route: Route, token: AccessToken | null): void {
  if (route.scopes !== null) requireScopes(token, route.scopes);
}

function notAuthenticated(): HubSpotError {
  return new HubSpotError(
    401,
    'INVALID_AUTHENTICATION',
    `Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at ${OAUTH_PAGE}`,
  );
}
