import * as oauth from 'oauth4webapi';
import { retrying } from '#adapters/http/retry.ts';
import { machineTime, type MonotonicTime } from '#adapters/http/monotonic-time.ts';
import { MINUTE, SECOND, type Duration } from '#core/domain/time.ts';
import { CrmError } from '#core/ports/crm-error.ts';
import type { Authoriser, OAuthApp, TokenGrant } from '#core/ports/authoriser.ts';
import type { OAuthProvider } from './oauth-provider.ts';

export interface OAuthClientOptions {
  /** Sends a PKCE challenge. */
  readonly pkce: boolean;
  /** An answer that takes longer counts as lost; absent: 30 seconds. */
  readonly timeout?: Duration;
  /** Waits between tries; absent: the machine's. */
  readonly time?: MonotonicTime;
  /** 0 ≤ n < 1, for jitter. */
  readonly random?: () => number;
}

const ATTEMPTS = 3;
const FIRST_DELAY: Duration = 500;

/** OAuth with a provider whose apps have a secret, which goes with every request (RFC 6749, `client_secret_post`). */
export function createAuthoriser(provider: OAuthProvider, options: OAuthClientOptions): Authoriser {
  const server = (baseUrl: string | null, accountId: string | null = null): oauth.AuthorizationServer => {
    const { authorise, token, introspect, revoke } = provider.endpoints(baseUrl, accountId);
    return {
      issuer: new URL(authorise).origin,
      authorization_endpoint: authorise,
      token_endpoint: token,
      introspection_endpoint: introspect,
      revocation_endpoint: revoke,
    };
  };
  const parts = (app: OAuthApp) => ({
    as: server(app.baseUrl),
    client: { client_id: app.clientId },
    auth: oauth.ClientSecretPost(app.clientSecret),
    // Plain http is for a sandbox on this machine: the address was checked when it was entered.
    options: {
      [oauth.allowInsecureRequests]: true,
      signal: () => AbortSignal.timeout(options.timeout ?? 30 * SECOND),
    },
  });

  /** One request; what is no success is judged by the provider. */
  async function answer(request: () => Promise<Response>, doing: string): Promise<unknown> {
    let response: Response;
    let raw: string;
    try {
      response = await request();
      raw = await response.text();
    } catch (error) {
      throw unreached(provider.name, error);
    }
    const body = parsed(raw);
    if (response.ok) return body;
    throw provider.failure({ status: response.status, headers: response.headers, body }, doing);
  }

  /** Tried a few times: for what may be asked twice. */
  const asked = (request: () => Promise<Response>, doing: string): Promise<unknown> =>
    retrying(() => answer(request, doing), {
      attempts: ATTEMPTS,
      firstDelay: FIRST_DELAY,
      time: options.time ?? machineTime,
      random: options.random ?? Math.random,
      mayRetry: (error) => error instanceof CrmError && error.isPassing && (error.retryAfter ?? 0) <= MINUTE,
    });

  return {
    async newConsent(request) {
      const verifier = options.pkce ? oauth.generateRandomCodeVerifier() : null;
      const state = oauth.generateRandomState();
      const page = new URL(provider.endpoints(request.app.baseUrl, request.accountId).authorise);
      page.search = new URLSearchParams({
        client_id: request.app.clientId,
        redirect_uri: request.redirectUri,
        response_type: 'code',
        ...provider.consentParameters(request),
        state,
        ...(verifier === null
          ? {}
          : {
              code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
              code_challenge_method: 'S256',
            }),
      }).toString();
      return { url: page.href, redirectUri: request.redirectUri, state, verifier };
    },
    async exchange(app, consent, given) {
      const { as, client, auth, options: more } = parts(app);
      let checked: URLSearchParams;
      try {
        checked = oauth.validateAuthResponse(as, client, new URLSearchParams(given), consent.state);
      } catch {
        // The reason is left out: it holds the code.
        throw new CrmError('rejected', 'The answer of the consent page does not belong to this attempt.');
      }
      // Once only: a code is used up by the first request that names it.
      const body = await answer(
        () =>
          oauth.authorizationCodeGrantRequest(
            as,
            client,
            auth,
            checked,
            consent.redirectUri,
            consent.verifier ?? oauth.nopkce,
            more,
          ),
        'to give the tokens',
      );
      return provider.grantOf(body);
    },
    async refresh(app, refreshToken): Promise<TokenGrant> {
      const { as, client, auth, options: more } = parts(app);
      const body = await asked(
        () => oauth.refreshTokenGrantRequest(as, client, auth, refreshToken, more),
        'to renew the access',
      );
      return provider.grantOf(body);
    },
    async whose(app, accessToken) {
      const { as, client, auth, options: more } = parts(app);
      const body = await asked(
        () => oauth.introspectionRequest(as, client, auth, accessToken, more),
        'to say whose access it is',
      );
      return provider.userOf(body);
    },
    async uninstall(app, accessToken) {
      const { uninstall } = provider.endpoints(app.baseUrl, null);
      await asked(
        () =>
          fetch(uninstall, {
            method: 'DELETE',
            headers: { authorization: `Bearer ${accessToken}` },
            signal: AbortSignal.timeout(options.timeout ?? 30 * SECOND),
          }),
        'to uninstall the app',
      );
    },
    async revoke(app, refreshToken) {
      const { as, client, auth, options: more } = parts(app);
      await asked(
        () => oauth.revocationRequest(as, client, auth, refreshToken, more),
        'to revoke the access',
      );
    },
  };
}

function unreached(name: string, cause: unknown): CrmError {
  const isLate = cause instanceof Error && cause.name === 'TimeoutError';
  const words = isLate ? 'did not answer in time' : 'could not be reached';
  return new CrmError(
    'network',
    `${name} ${words}. Check the internet connection of this machine; Baton tries again by itself.`,
    { cause },
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
