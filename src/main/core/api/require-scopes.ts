import type { ScopeFeature } from '#contract/names.ts';
import type { CoreContext } from '../context.ts';
import { HUBSPOT_SCOPES } from '../domain/crm/scopes.ts';
import { CrmError } from '../ports/crm-error.ts';
import type { Connection } from '../ports/store/rows.ts';

/**
 * Blocks a feature whose scopes were not granted to the connection's app, before any call; the others go on. What a key
 * may do only the CRM knows.
 * @throws CrmError
 */
export function requireScopes(
  core: CoreContext,
  connection: Connection,
  feature: ScopeFeature,
  doing: string,
): void {
  const app = core.store.authorisations.of(connection.id);
  if (app === null) return;
  const missing = HUBSPOT_SCOPES.filter(
    (scope) => scope.feature === feature && !app.scopes.includes(scope.name),
  ).map(({ name }) => name);
  if (missing.length === 0) return;
  throw new CrmError(
    'forbidden',
    `${doing} needs ${missing.join(', ')}, which HubSpot has not granted to your app yet. Press Grant on CRM Details, Permissions.`,
    { missingScopes: missing },
  );
}
