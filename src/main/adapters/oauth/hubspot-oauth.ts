import { z } from 'zod';
import { MINUTE, SECOND, type Duration } from '#core/domain/time.ts';
import { CrmError } from '#core/ports/crm-error.ts';
import type { FailedAnswer, OAuthProvider } from './oauth-provider.ts';

/** HubSpot's date-based version of OAuth; the v1 end points stop in February 2027. */
const VERSION = '2026-09';
const API = 'https://api.hubapi.com';
const PAGES = 'https://app.hubspot.com';

const id = z.union([z.number(), z.string()]).transform(String);

const tokens = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.number().positive(),
  hub_id: id,
  scopes: z.array(z.string()).default([]),
});

const introspection = z.object({ user: z.string().nullish() });

const text = z.string().nullish().catch(undefined);
const errorBody = z.object({ status: text, error: text, message: text });

/**
 * HubSpot's OAuth: parameters in the body, the client secret always, `optional_scope` beside `scope`, the account as
 * `hub_id` and the scopes as a list.
 */
export const hubSpotOAuth: OAuthProvider = {
  name: 'HubSpot',
  endpoints(baseUrl, accountId) {
    const own = baseUrl === null || baseUrl.startsWith(API);
    const api = own ? API : baseUrl.replace(/\/+$/, '');
    const account = accountId === null ? '' : `/${encodeURIComponent(accountId)}`;
    return {
      authorise: `${own ? PAGES : api}/oauth${account}/authorize`,
      token: `${api}/oauth/${VERSION}/token`,
      introspect: `${api}/oauth/${VERSION}/token/introspect`,
      revoke: `${api}/oauth/${VERSION}/token/revoke`,
      uninstall: `${api}/appinstalls/${VERSION}/external-install`,
    };
  },
  consentParameters: ({ required, optional }) => ({
    scope: required.join(' '),
    ...(optional.length === 0 ? {} : { optional_scope: optional.join(' ') }),
  }),
  grantOf(body) {
    const read = tokens.safeParse(body);
    if (!read.success) {
      throw new CrmError(
        'unexpected-response',
        'HubSpot sent tokens that Baton does not understand. Check the address and look for an update of Baton.',
      );
    }
    const { access_token, refresh_token, expires_in, hub_id, scopes } = read.data;
    return {
      accessToken: access_token,
      refreshToken: refresh_token,
      expiresIn: expires_in * SECOND,
      scopes,
      accountId: hub_id,
    };
  },
  userOf(body) {
    const read = introspection.safeParse(body);
    return read.success ? (read.data.user ?? null) : null;
  },
  failure(answer, doing) {
    const parsed = errorBody.safeParse(answer.body);
    const body = parsed.success ? parsed.data : {};
    const sentence = WHY[body.status ?? ''];
    if (answer.status < 500 && sentence !== undefined) {
      return new CrmError(sentence.kind, sentence.words);
    }
    return passing(answer) ?? new CrmError('unauthorized', unknownRefusal(answer.status, body, doing));
  },
};

/** HubSpot's `status` of a refusal: what is wrong, and what to do. */
const WHY: Readonly<Record<string, { kind: 'unauthorized' | 'rejected'; words: string }>> = {
  BAD_REFRESH_TOKEN: {
    kind: 'unauthorized',
    words:
      'The access to this HubSpot account was revoked, or the app was uninstalled there. Press Reconnect and allow it again.',
  },
  BAD_HUB: {
    kind: 'unauthorized',
    words:
      'HubSpot does not let this app into the account any more. Press Reconnect and allow it again as a super admin.',
  },
  BAD_AUTH_CODE: {
    kind: 'rejected',
    words: 'HubSpot says that the answer of the consent page is used up or too old. Begin again.',
  },
  BAD_CODE_VERIFIER: {
    kind: 'rejected',
    words: 'HubSpot did not accept the proof of this attempt (PKCE). Begin again.',
  },
  BAD_CLIENT_ID: {
    kind: 'unauthorized',
    words: "Client ID: HubSpot does not know it. Copy it from the app's Auth page in HubSpot.",
  },
  BAD_CLIENT_SECRET: {
    kind: 'unauthorized',
    words: "Client secret: HubSpot does not accept it. Copy it from the app's Auth page in HubSpot.",
  },
  BAD_REDIRECT_URI: {
    kind: 'unauthorized',
    words:
      "Redirect URL: it is not among those of the app. Add it to redirectUrls in the app's app-hsmeta.json and upload the app again.",
  },
  BAD_SCOPES: {
    kind: 'unauthorized',
    words:
      'Scopes: HubSpot does not accept those of the app. Upload the app again with the scopes that Baton lists.',
  },
};

/** 423 lasts two seconds; 477 (the account moves to another data centre) up to a day. */
function passing({ status, headers }: FailedAnswer): CrmError | null {
  if (status === 429 || status === 423 || status === 477) {
    const asked = Number(headers.get('retry-after') ?? Number.NaN);
    const usual: Duration = status === 477 ? MINUTE : 2 * SECOND;
    return new CrmError('rate-limited', 'HubSpot asked to wait. Baton goes on by itself.', {
      retryAfter: Number.isFinite(asked) ? asked * SECOND : usual,
    });
  }
  if (status < 500 && status !== 408) return null;
  return new CrmError(
    'unavailable',
    `HubSpot has a problem of its own (status ${status}) and could not renew the access. Baton tries again by itself.`,
  );
}

function unknownRefusal(status: number, body: z.infer<typeof errorBody>, doing: string): string {
  const name = /^[\w-]{1,60}$/.exec(body.status ?? body.error ?? '')?.[0];
  return `HubSpot refused ${doing} (${name ?? `status ${status}`}). Check the app's client ID, client secret and redirect URLs in HubSpot, then press Reconnect.`;
}
