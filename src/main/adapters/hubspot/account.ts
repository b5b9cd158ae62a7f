import { z } from 'zod';
import type { CrmAccount } from '#core/ports/crm-gateway.ts';
import { paths } from './paths.ts';
import type { Transport } from './transport.ts';
import { idText } from './values.ts';

const details = z.object({
  portalId: idText,
  accountType: z.string().nullish(),
  timeZone: z.string().nullish(),
  uiDomain: z.string().nullish(),
});

/** The portal that the token opens. */
export async function describeAccount(transport: Transport, token: string | null): Promise<CrmAccount> {
  const read = await transport.send(
    {
      method: 'GET',
      path: paths.accountDetails(),
      doing: 'to describe the account',
      isWrite: false,
      purpose: 'account',
      policy: 'burst',
      urgency: 'interactive',
    },
    details,
  );
  return {
    accountId: read.portalId,
    timeZone: read.timeZone ?? 'UTC',
    uiDomain: read.uiDomain ?? 'app.hubspot.com',
    kind: read.accountType ?? 'STANDARD',
    identity: identityOf(token),
  };
}

/** HubSpot does not tell whose a static key is; only the kind of the token shows. */
function identityOf(token: string | null): string {
  if (token === null) return 'The app that you brought';
  return token.startsWith('pat-') ? 'Service key or private app' : 'Access token';
}
