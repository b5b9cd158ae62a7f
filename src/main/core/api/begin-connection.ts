import type { ConnectionView } from '#contract/connections.ts';
import type { CoreContext } from '../context.ts';
import { inspectFields, saveFieldNames } from '../flows/field-setup/inspect-fields.ts';
import { refreshConnection } from '../flows/health/refresh-connection.ts';
import type { CrmAccount } from '../ports/crm-gateway.ts';
import type { Connection } from '../ports/store/rows.ts';
import { knownConnection, openConnection } from './open-connection.ts';
import { connectionView } from './views/connection-view.ts';

/** What the user says of an account when it is connected. */
export interface ConnectionWishes {
  readonly provider: Connection['provider'];
  /** Empty: HubSpot and the number of the account. */
  readonly name: string;
  readonly baseUrl: string | null;
  readonly preset: Connection['preset'];
  readonly readOnly: boolean;
}

/** A connection that was never there before. */
export function newConnection(core: CoreContext, account: CrmAccount, wishes: ConnectionWishes): Connection {
  return {
    id: core.ids.next(),
    provider: wishes.provider,
    name: wishes.name.trim() === '' ? `HubSpot ${account.accountId}` : wishes.name.trim(),
    accountId: account.accountId,
    baseUrl: wishes.baseUrl,
    uiDomain: account.uiDomain,
    timeZone: account.timeZone,
    identity: account.identity,
    status: 'Active',
    failure: null,
    preset: wishes.preset,
    fieldNames: { context: null, schedule: null, connectionStatus: null, assistant: null },
    contactStatusOptions: null,
    contactStatusOverrides: {},
    assignment: 'owner',
    guardOn: true,
    taskOnHot: true,
    fallbackOwnerId: null,
    longTermScheduleId: null,
    handBackRule: { kind: 'fixed' },
    schedulesSyncedAt: null,
    createdAt: core.clock.now(),
    version: 0,
    holdWrites: false,
    holdOnly: [],
    readOnly: wishes.readOnly,
    stopCompany: false,
  };
}

/** Looks at the CRM's users and fields (existing ones are adopted, none is created), then the flows go on. */
export async function beginConnection(core: CoreContext, connectionId: string): Promise<ConnectionView> {
  const { connection, gateway } = await openConnection(core, connectionId);
  await core.leases.look(connectionId);
  saveFieldNames(core, connectionId, await inspectFields(core, connection, gateway));
  await refreshConnection(core, connectionId, gateway);
  return connectionView(core, knownConnection(core, connectionId));
}

/** Whether it is an address at which a CRM can be: https, or http on this machine. */
export function isCrmAddress(text: string): boolean {
  const url = URL.parse(text);
  return (
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname))
  );
}
