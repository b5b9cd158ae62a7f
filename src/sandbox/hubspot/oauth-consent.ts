import type { Route, SandboxContext, SandboxReply, SandboxRequest } from '../http/route.ts';
import type { Portal } from '../portal/model.ts';
import { CODE_MS, issueCode, oauthState } from './oauth-store.ts';
import type { OAuthApp } from './oauth-store.ts';
import { KNOWN_SCOPES } from './scopes.ts';

const PATHS = ['/oauth/authorize', '/oauth/:hubId/authorize'] as const;

/** The page on which a portal's admin grants an app access, as a plain form. */
export const consentRoutes: readonly Route[] = [
  { method: 'GET', paths: PATHS, scopes: null, limit: 'none', handle: showConsent },
  { method: 'POST', paths: PATHS, scopes: null, limit: 'none', handle: decide },
];

interface ConsentRequest {
  readonly app: OAuthApp;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
}

const FIELDS = [
  'client_id',
  'redirect_uri',
  'scope',
  'optional_scope',
  'state',
  'code_challenge',
  'code_challenge_method',
];

function showConsent(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  const consent = readConsent(portal, request, Object.fromEntries(request.query));
  if (typeof consent === 'string') return refusal(consent);
  const hidden = Object.entries(consent.fields)
    .map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`)
    .join('');
  const scopes = consent.scopes.map((scope) => `<li>${escape(scope)}</li>`).join('');
  const body =
    `<h1>Connect ${escape(consent.app.name)} to HubSpot</h1>` +
    `<p>Account ${portal.portalId}. The app asks for:</p><ul>${scopes}</ul>` +
    `<form method="post" action="/oauth/authorize">${hidden}` +
    '<button name="decision" value="grant">Connect app</button> ' +
    '<button name="decision" value="cancel">Cancel</button></form>';
  return page(200, body, new URL(consent.redirectUri).origin);
}

function decide(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const form = formOf(request.body);
  const consent = readConsent(context.portal, request, form);
  if (typeof consent === 'string') return refusal(consent);
  const target = new URL(consent.redirectUri);
  if (form['decision'] === 'grant') {
    const code = issueCode(context.portal, {
      clientId: consent.app.clientId,
      redirectUri: consent.redirectUri,
      scopes: consent.scopes,
      userId: installingUser(context.portal),
      codeChallenge: consent.fields['code_challenge'] ?? null,
      expiresAt: context.now() + CODE_MS,
    });
    target.searchParams.set('code', code.code);
  } else {
    target.searchParams.set('error', 'access_denied');
    target.searchParams.set('error_description', 'the user cancelled the authorization');
  }
  if (consent.fields['state'] !== undefined) target.searchParams.set('state', consent.fields['state']);
  return { status: 302, headers: { location: target.toString() } };
}

/** The request if HubSpot would show its consent page for it, else the sentence that it shows instead. */
function readConsent(
  portal: Portal,
  request: SandboxRequest,
  input: Readonly<Record<string, string>>,
): ConsentRequest | string {
  const app = oauthState(portal).apps.get(input['client_id'] ?? '');
  if (app === undefined) return 'The client id is missing or unknown.';
  const redirectUri = input['redirect_uri'] ?? '';
  if (!app.redirectUrls.includes(redirectUri)) {
    return `The redirect URL '${redirectUri}' doesn't match the app's registered redirect URL.`;
  }
  const hubId = request.params['hubId'];
  if (hubId !== undefined && hubId !== String(portal.portalId))
    return `You have no access to account ${hubId}.`;
  const required = split(input['scope']);
  const optional = split(input['optional_scope']);
  const unknown = required.find((scope) => !KNOWN_SCOPES.has(scope));
  if (unknown !== undefined) return `The scope '${unknown}' does not exist.`;
  const left = app.requiredScopes.filter((scope) => !required.includes(scope));
  if (left.length > 0) return `The authorization URL lacks scopes that the app requires: ${left.join(', ')}.`;
  const declared = new Set([...app.requiredScopes, ...app.optionalScopes]);
  const undeclared = required.find((scope) => !declared.has(scope));
  if (undeclared !== undefined) return `The scope '${undeclared}' is not among the scopes of the app.`;
  const method = input['code_challenge_method'];
  if (input['code_challenge'] !== undefined && method !== 'S256')
    return 'The code challenge method must be S256.';
  const granted = [
    ...required,
    ...optional.filter((scope) => KNOWN_SCOPES.has(scope) && declared.has(scope)),
  ];
  const fields = Object.fromEntries(
    FIELDS.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])),
  );
  return { app, redirectUri, scopes: [...new Set(['oauth', ...granted])], fields };
}

const split = (scopes: string | undefined): string[] =>
  (scopes ?? '').split(/[\s,]+/).filter((scope) => scope !== '');

function installingUser(portal: Portal): number | null {
  const active = [...portal.owners.values()].filter((owner) => !owner.archived && owner.type === 'PERSON');
  return active[0]?.userId ?? null;
}

/** A form body as the server hands it over. */
export function formOf(body: unknown): Record<string, string> {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

const refusal = (sentence: string): SandboxReply =>
  page(400, `<h1>Authorization failed</h1><p>${escape(sentence)}</p>`, null);

/** `form-action` must name the app's origin too: browsers apply it to the redirect after the form. */
function page(status: number, body: string, formTarget: string | null): SandboxReply {
  const formAction = formTarget === null ? "'none'" : `'self' ${formTarget}`;
  return {
    status,
    contentType: 'text/html; charset=utf-8',
    headers: {
      'content-security-policy': `default-src 'none'; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>HubSpot sandbox</title><body>${body}</body></html>`,
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
