import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scopesToAsk } from '#core/domain/crm/scopes.ts';
import { oauthLoopback } from './oauth-loopback.ts';
import { PROJECT } from './project-folder.ts';

const app = JSON.parse(
  readFileSync(join(PROJECT, 'resources', 'hubspot-app', 'src', 'app', 'app-hsmeta.json'), 'utf8'),
) as {
  config: { auth: { redirectUrls: string[]; requiredScopes: string[]; optionalScopes: string[] } };
};
const { redirectUrls, requiredScopes, optionalScopes } = app.config.auth;

describe('the HubSpot app that a team uploads', () => {
  it('declares the scopes that Baton asks for, and no other', () => {
    const { required, optional } = scopesToAsk({ readOnly: false, invites: true });
    expect(requiredScopes).toEqual(required.map(({ name }) => name));
    expect(optionalScopes).toEqual(optional.map(({ name }) => name));
  });

  it('names the addresses at which Baton listens', () => {
    expect(redirectUrls).toEqual(oauthLoopback().addresses);
  });
});
