import type { AttemptView } from '#contract/authorisation.ts';
import type { Core } from '#core/core.ts';
import { HUBSPOT_SCOPES } from '#core/domain/crm/scopes.ts';
import { clientOf } from '#hosts/demo/set-the-stage.ts';
import { registerOAuthApp, type OAuthApp } from '#sandbox/hubspot/oauth.ts';
import type { Sandbox } from '#sandbox/sandbox.ts';

export const RETURN_PAGE = 'https://team.example/baton/return.html';

/** The redirect URLs that the guide has a team register: this machine's ports and the team's page. */
const REDIRECT_URLS = [
  ...[27_431, 27_432, 27_433].map((port) => `http://localhost:${port}/oauth/return`),
  RETURN_PAGE,
];

const scopesFor = (...features: string[]): string[] =>
  HUBSPOT_SCOPES.filter(({ feature }) => features.includes(feature)).map(({ name }) => name);

/** The team's app, uploaded to the sandbox as the guide says. */
export function uploadApp(sandbox: Sandbox, changes: Partial<OAuthApp> = {}): OAuthApp {
  return registerOAuthApp(sandbox.portal, {
    name: 'Baton',
    redirectUrls: REDIRECT_URLS,
    requiredScopes: ['oauth', ...scopesFor('reading')],
    optionalScopes: scopesFor('writing', 'inviting'),
    ...changes,
  });
}

/** Begins for an account that is not connected yet. */
export function beginWith(
  core: Core,
  sandbox: Sandbox,
  app: OAuthApp,
  wishes: { readOnly?: boolean; invites?: boolean; returnPage?: string | null; clientSecret?: string } = {},
): Promise<AttemptView> {
  return clientOf(core).authorisation.begin({
    provider: 'hubspot',
    clientId: app.clientId,
    clientSecret: app.clientSecret,
    baseUrl: sandbox.url,
    returnPage: RETURN_PAGE,
    name: 'Portal',
    preset: 'Baton',
    readOnly: false,
    invites: false,
    ...wishes,
  });
}

/** A person decides on the consent page; the address at which the browser ends. */
export async function decideOn(url: string, decision: 'grant' | 'cancel' = 'grant'): Promise<string> {
  const page = new URL(url);
  const form = new URLSearchParams(page.search);
  form.set('decision', decision);
  const answer = await fetch(`${page.origin}${page.pathname}`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`The consent page refused: ${await answer.text()}`);
  return location;
}

/** Access tokens that the sandbox ever gave to apps. */
export function accessTokens(sandbox: Sandbox): string[] {
  return [...sandbox.portal.tokens.values()].filter(({ kind }) => kind === 'oauth').map(({ token }) => token);
}
