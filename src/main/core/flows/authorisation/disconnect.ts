import type { CoreContext } from '../../context.ts';
import { CrmError } from '../../ports/crm-error.ts';
import type { Connection } from '../../ports/store/rows.ts';
import { closed } from '../health/fail-connection.ts';
import { deleteAccess } from './keep-access.ts';
import { tokenName } from './secret-names.ts';

/** `remark`: what the CRM could not be told, and what is to be done there; null: nothing is left to do. */
export interface Disconnected {
  readonly done: true;
  readonly remark: string | null;
}

/**
 * Ends a connection: from the first commit on nothing of it runs and nothing is read or written. An app is uninstalled
 * and its access revoked at the CRM; whatever comes of that, the secrets are deleted here.
 */
export async function disconnect(core: CoreContext, connection: Connection): Promise<Disconnected> {
  core.store.commit({
    connections: [{ ...connection, status: 'Inactive', failure: null }],
    incidents: closed(core, connection.id),
  });
  core.crm.forget(connection.id);
  core.leases.forget(connection.id);
  core.push(['connections', 'attention']);
  const remark = await toldToCrm(core, connection);
  await deleteAccess(core, connection.id);
  core.push(['connections', 'attention']);
  return { done: true, remark };
}

async function toldToCrm(core: CoreContext, connection: Connection): Promise<string | null> {
  if (core.store.authorisations.of(connection.id) === null) {
    return 'The key still exists in HubSpot: delete it there under Development → Keys → Service keys if nothing else uses it.';
  }
  const stopped = core.halt.whyNot();
  try {
    if (stopped !== null) throw new CrmError('stopped', stopped);
    const app = await core.granted.app(connection);
    const refreshToken = await core.vault.get(tokenName(connection.id));
    if (app === null || refreshToken === null) return null;
    const authoriser = core.authorisers.of(connection.provider);
    // The app goes while its access is still good; the grant is revoked whatever came of that.
    try {
      await authoriser.uninstall(app, await core.granted.of(connection).current());
    } finally {
      await authoriser.revoke(app, refreshToken);
    }
    return null;
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    // A grant that is revoked already is what was wanted.
    if (error.kind === 'unauthorized') return null;
    core.log.warn('not-uninstalled', { connectionId: connection.id, sentence: error.message });
    return `HubSpot could not be told: ${error.message} Uninstall the app there under Settings → Integrations → Connected Apps.`;
  }
}
