import type { IdentityKind } from '#contract/names.ts';
import type { CoreContext } from '../../context.ts';
import type { Authorisation } from '../../ports/store/authorisations.ts';
import type { AttemptRequest, Granted } from './attempt.ts';
import { appSecretName, tokenName } from './secret-names.ts';

/** Keeps a key as the access of a connection. An app that it had before is forgotten here. */
export async function keepKey(core: CoreContext, connectionId: string, key: string): Promise<void> {
  await core.vault.set(tokenName(connectionId), key);
  core.granted.forget(connectionId);
  if (core.store.authorisations.of(connectionId) === null) return;
  core.store.commit({ removeAuthorisations: [connectionId] });
  await core.vault.delete(appSecretName(connectionId));
}

/** Keeps what was granted in the vault; the row that says so is part of the caller's commit. */
export async function keepGrant(
  core: CoreContext,
  connectionId: string,
  { app, returnPage }: AttemptRequest,
  { grant, ownContacts }: Granted,
  actsAs: IdentityKind,
): Promise<Authorisation> {
  await core.vault.set(appSecretName(connectionId), app.clientSecret);
  await core.vault.set(tokenName(connectionId), grant.refreshToken);
  core.granted.took(connectionId, grant);
  return {
    connectionId,
    clientId: app.clientId,
    returnPage,
    scopes: grant.scopes,
    grantedAt: core.clock.now(),
    actsAs,
    ownContacts,
  };
}

/** Deletes every secret of a connection. */
export async function deleteAccess(core: CoreContext, connectionId: string): Promise<void> {
  core.granted.forget(connectionId);
  await core.vault.delete(tokenName(connectionId));
  await core.vault.delete(appSecretName(connectionId));
}
