import { CrmError } from '#core/ports/crm-error.ts';
import type { Authorisers } from '#core/ports/authoriser.ts';
import { hubSpotOAuth } from './hubspot-oauth.ts';
import { createAuthoriser, type OAuthClientOptions } from './oauth-client.ts';

/** OAuth with every provider that can be authorised. */
export function createAuthorisers(options: OAuthClientOptions): Authorisers {
  const hubSpot = createAuthoriser(hubSpotOAuth, options);
  return {
    of(provider) {
      if (provider === 'hubspot') return hubSpot;
      throw new CrmError('rejected', 'Zoho CRM cannot be authorised yet; choose HubSpot.');
    },
  };
}
