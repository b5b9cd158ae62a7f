import type { CoreContext } from '../context.ts';
import type { CrmGateway } from '../ports/crm-gateway.ts';
import type { Connection } from '../ports/store/rows.ts';
import { whyReadOnly } from '../read-only.ts';
import { notFound, refused } from './failures.ts';

/** @throws what the contract calls NOT_FOUND */
export function knownConnection(core: CoreContext, id: string): Connection {
  const connection = core.store.connections.byId(id);
  if (connection === null) throw notFound('This connection was removed.');
  return connection;
}

/** An Active connection with its gateway. */
export async function openConnection(
  core: CoreContext,
  id: string,
): Promise<{ connection: Connection; gateway: CrmGateway }> {
  const connection = knownConnection(core, id);
  const gateway = await core.crm.gateway(id);
  if (gateway === null)
    throw refused(`${connection.name} is not active. ${connection.failure ?? 'Reconnect it first.'}`);
  return { connection, gateway };
}

/** The same, where it may be written to: it is not read-only, and no other machine works on it. */
export async function openToWrite(core: CoreContext, id: string): ReturnType<typeof openConnection> {
  const opened = await openConnection(core, id);
  const because =
    whyReadOnly(opened.connection) ?? ((await core.leases.holds(id)) ? null : core.leases.whyNoWrite(id));
  if (because !== null) throw refused(because);
  return opened;
}
