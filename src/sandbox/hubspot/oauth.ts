import type { Route, SandboxContext, SandboxReply, SandboxRequest } from '../http/route.ts';
import type { AccessToken, Portal } from '../portal/model.ts';
import { DATED_VERSIONS, apiPaths } from './api-paths.ts';
import { consentRoutes, formOf } from './oauth-consent.ts';
import {
  issueAccessToken,
  issueRefreshToken,
  matchesChallenge,
  oauthState,
  uninstallApp,
} from './oauth-store.ts';
import type { OAuthApp, RefreshToken } from './oauth-store.ts';
import { invalid, notFound } from './request-body.ts';
import { ANY_TOKEN, KNOWN_SCOPES } from './scopes.ts';

export { createServiceKey, registerOAuthApp } from './oauth-store.ts';
export type { OAuthApp } from './oauth-store.ts';

const versions = (rest: string): string[] =>
  [...DATED_VERSIONS, 'v3'].map((version) => `/oauth/${version}${rest}`);

/** OAuth: consent, token, introspection, revocation, uninstall, and the v1 look-ups that end in February 2027. */
export const oauthRoutes: readonly Route[] = [
  ...consentRoutes,
  {
    method: 'POST',
    paths: [...versions('/token'), '/oauth/v1/token'],
    scopes: null,
    limit: 'none',
    handle: tokenEndpoint,
  },
  { method: 'POST', paths: versions('/token/introspect'), scopes: null, limit: 'none', handle: introspect },
  { method: 'POST', paths: versions('/token/revoke'), scopes: null, limit: 'none', handle: revoke },
  {
    method: 'DELETE',
    paths: apiPaths('appinstalls', '/external-install'),
    scopes: ANY_TOKEN,
    limit: 'burst',
    handle: uninstall,
  },
  {
    method: 'GET',
    paths: ['/oauth/v1/access-tokens/:token'],
    scopes: null,
    limit: 'none',
    handle: accessTokenInfo,
  },
  {
    method: 'GET',
    paths: ['/oauth/v1/refresh-tokens/:token'],
    scopes: null,
    limit: 'none',
    handle: refreshTokenInfo,
  },
  {
    method: 'DELETE',
    paths: ['/oauth/v1/refresh-tokens/:token'],
    scopes: null,
    limit: 'none',
    handle: deleteRefresh,
  },
];

type Form = Readonly<Record<string, string>>;

/** RFC 6749's fields beside HubSpot's own (facts: OAuth error body). */
function refuse(error: string, status: string, message: string): SandboxReply {
  return { status: 400, body: { error, error_description: message, status, message } };
}

function tokenEndpoint(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const form = formOf(request.body);
  const app = clientOf(context.portal, form);
  if (!('clientId' in app)) return app;
  switch (form['grant_type']) {
    case 'authorization_code':
      return exchangeCode(context, app, form);
    case 'refresh_token':
      return refresh(context, app, form);
    case 'client_credentials':
      return clientCredentials(context, app, form);
    default:
      return refuse('unsupported_grant_type', 'BAD_GRANT_TYPE', 'missing or unknown grant type');
  }
}

function clientOf(portal: Portal, form: Form): OAuthApp | SandboxReply {
  const app = oauthState(portal).apps.get(form['client_id'] ?? '');
  if (app === undefined) return refuse('invalid_client', 'BAD_CLIENT_ID', 'missing or unknown client id');
  if (form['client_secret'] !== app.clientSecret) {
    return refuse('invalid_client', 'BAD_CLIENT_SECRET', 'missing or invalid client secret');
  }
  return app;
}

/** A code is used up by the first attempt that names it, even one that fails. */
function exchangeCode(context: SandboxContext, app: OAuthApp, form: Form): SandboxReply {
  const { portal } = context;
  const { codes } = oauthState(portal);
  const code = codes.get(form['code'] ?? '');
  if (code === undefined || code.clientId !== app.clientId || code.expiresAt <= context.now()) {
    return refuse('invalid_grant', 'BAD_AUTH_CODE', 'missing or unknown auth code');
  }
  codes.delete(code.code);
  if (form['redirect_uri'] !== code.redirectUri) {
    return refuse('invalid_grant', 'BAD_REDIRECT_URI', 'missing or unknown redirect URI');
  }
  if (code.codeChallenge !== null && !matchesChallenge(code.codeChallenge, form['code_verifier'] ?? '')) {
    return refuse('invalid_grant', 'BAD_CODE_VERIFIER', 'missing or invalid code verifier');
  }
  const { scopes, userId } = code;
  const refreshToken = issueRefreshToken(portal, { clientId: app.clientId, scopes, userId });
  return tokenReply(context, app, refreshToken);
}

/** The refresh token stays the same, unless the app asks for another; a new access token comes with it. */
function refresh(context: SandboxContext, app: OAuthApp, form: Form): SandboxReply {
  const refreshToken = oauthState(context.portal).refreshTokens.get(form['refresh_token'] ?? '');
  if (refreshToken === undefined || refreshToken.clientId !== app.clientId) {
    return refuse('invalid_grant', 'BAD_REFRESH_TOKEN', 'refresh token is invalid, expired or revoked');
  }
  if (!app.rotatesRefreshTokens) return tokenReply(context, app, refreshToken);
  oauthState(context.portal).refreshTokens.delete(refreshToken.token);
  const { clientId, scopes, userId } = refreshToken;
  return tokenReply(context, app, issueRefreshToken(context.portal, { clientId, scopes, userId }));
}

function clientCredentials(context: SandboxContext, app: OAuthApp, form: Form): SandboxReply {
  const scopes = (form['scope'] ?? '').split(/\s+/).filter((scope) => scope !== '');
  const unknown = scopes.find((scope) => !KNOWN_SCOPES.has(scope));
  if (unknown !== undefined) return refuse('invalid_scope', 'BAD_SCOPES', `unknown scope: ${unknown}`);
  const access = issueAccessToken(context.portal, app, scopes, null, context.now());
  return {
    status: 200,
    body: { ...accessJson(access, context.now()), token_use: 'client_credentials' },
  };
}

function tokenReply(
  context: SandboxContext,
  app: OAuthApp,
  { token, scopes, userId }: RefreshToken,
): SandboxReply {
  const access = issueAccessToken(context.portal, app, scopes, userId, context.now());
  return {
    status: 200,
    body: {
      ...accessJson(access, context.now()),
      refresh_token: token,
      token_use: 'access_token',
      hub_id: context.portal.portalId,
      ...(userId === null ? {} : { user_id: userId }),
    },
  };
}

const accessJson = (access: AccessToken, now: number): Record<string, unknown> => ({
  token_type: 'bearer',
  access_token: access.token,
  expires_in: secondsLeft(access, now),
  scopes: [...access.scopes],
});

const secondsLeft = (access: AccessToken, now: number): number =>
  Math.max(0, Math.floor(((access.expiresAt ?? now) - now) / 1000));

/** HubSpot's guide names the field after the token's kind, its document `token`: both are taken. */
function introspect(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const { portal } = context;
  const form = formOf(request.body);
  const app = clientOf(portal, form);
  if (!('clientId' in app)) return app;
  const value = form['token'] ?? form['access_token'] ?? form['refresh_token'] ?? '';
  const access = activeAccess(portal, value, context.now());
  if (access !== null && access.appId === app.appId) {
    return { status: 200, body: accessInfo(context, app, access) };
  }
  const refreshToken = oauthState(portal).refreshTokens.get(value);
  if (refreshToken === undefined || refreshToken.clientId !== app.clientId) {
    return { status: 200, body: { active: false } };
  }
  return {
    status: 200,
    body: {
      active: true,
      token_use: 'refresh_token',
      token_type: 'refresh_token',
      token: refreshToken.token,
      client_id: app.clientId,
      app_id: app.appId,
      ...holderJson(portal, refreshToken.userId),
      scopes: [...refreshToken.scopes],
    },
  };
}

function accessInfo(context: SandboxContext, app: OAuthApp, access: AccessToken): Record<string, unknown> {
  const { portal } = context;
  return {
    active: true,
    token_use: 'access_token',
    token_type: 'access',
    token: access.token,
    client_id: app.clientId,
    app_id: app.appId,
    ...holderJson(portal, access.userId),
    scopes: [...access.scopes],
    expires_in: secondsLeft(access, context.now()),
    is_private_distribution: true,
    signed_access_token: {
      appId: app.appId,
      appInstallId: `${portal.portalId}-${app.appId}`,
      audience: '',
      expiresAt: access.expiresAt ?? 0,
      hubId: portal.portalId,
      hublet: portal.dataHostingLocation,
      installingUserId: access.userId ?? 0,
      isPrivateDistribution: true,
      isServiceAccount: false,
      isUserLevel: false,
      newSignature: '',
      scopeToScopeGroupPks: '',
      scopes: '',
      signature: '',
      trialScopeToScopeGroupPks: '',
      trialScopes: '',
      userId: access.userId ?? 0,
    },
  };
}

function holderJson(portal: Portal, userId: number | null): Record<string, unknown> {
  const user = [...portal.owners.values()].find((owner) => owner.userId === userId);
  return {
    hub_id: portal.portalId,
    hub_domain: `${portal.portalId}.example.com`,
    user_id: userId ?? 0,
    ...(user === undefined ? {} : { user: user.email }),
  };
}

/** 200 whether the token was there or not; access tokens already given out run on. */
function revoke(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  const form = formOf(request.body);
  const app = clientOf(portal, form);
  if (!('clientId' in app)) return app;
  const { refreshTokens } = oauthState(portal);
  const value = form['token'] ?? form['refresh_token'] ?? '';
  if (refreshTokens.get(value)?.clientId === app.clientId) refreshTokens.delete(value);
  return { status: 200 };
}

function uninstall(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  const { token } = request;
  if (token?.kind !== 'oauth') throw invalid('Only an app that was installed with OAuth can be uninstalled');
  uninstallApp(portal, token.appId);
  return { status: 204 };
}

function accessTokenInfo(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const access = activeAccess(context.portal, request.params['token'] ?? '', context.now());
  if (access?.kind !== 'oauth') throw notFound();
  return {
    status: 200,
    body: {
      token: access.token,
      ...holderJson(context.portal, access.userId),
      scopes: [...access.scopes],
      app_id: access.appId,
      expires_in: secondsLeft(access, context.now()),
      token_type: 'access',
    },
  };
}

function refreshTokenInfo(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  const refreshToken = oauthState(portal).refreshTokens.get(request.params['token'] ?? '');
  if (refreshToken === undefined) throw notFound();
  return {
    status: 200,
    body: {
      token: refreshToken.token,
      ...holderJson(portal, refreshToken.userId),
      scopes: [...refreshToken.scopes],
      client_id: refreshToken.clientId,
      token_type: 'refresh',
    },
  };
}

function deleteRefresh(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  oauthState(portal).refreshTokens.delete(request.params['token'] ?? '');
  return { status: 204 };
}

function activeAccess(portal: Portal, value: string, now: number): AccessToken | null {
  const access = portal.tokens.get(value);
  if (access === undefined || access.revoked) return null;
  return access.expiresAt === null || access.expiresAt > now ? access : null;
}
