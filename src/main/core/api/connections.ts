import type { CoreContext } from '../context.ts';
import { disconnect } from '../flows/authorisation/disconnect.ts';
import { keepKey } from '../flows/authorisation/keep-access.ts';
import { addContactStatusOption, setUpFields } from '../flows/field-setup/set-up-fields.ts';
import { inspectFields, saveFieldNames } from '../flows/field-setup/inspect-fields.ts';
import { previewScheduleSync, syncSchedules } from '../flows/field-setup/sync-schedules.ts';
import { reconnect } from '../flows/health/reconnect.ts';
import { refreshConnection, watchConnection } from '../flows/health/refresh-connection.ts';
import { answerBaseline, beginIntakeAnew } from '../flows/intake/baseline.ts';
import { endReadOnly, setReadOnly } from '../flows/read-only/switch-read-only.ts';
import { approveHeld } from '../outbox/held.ts';
import { CrmError } from '../ports/crm-error.ts';
import type { CrmAccount } from '../ports/crm-gateway.ts';
import { whyReadOnly } from '../read-only.ts';
import { beginConnection, isCrmAddress, newConnection } from './begin-connection.ts';
import { auditConnection } from '../setting-audit.ts';
import { CHANGED_MEANWHILE, invalid, notFound, refused, refuseProblems } from './failures.ts';
import { api } from './implement.ts';
import { knownConnection as known, openConnection as open, openToWrite } from './open-connection.ts';
import { requireScopes } from './require-scopes.ts';
import { SCOPES } from './scopes.ts';
import { budgetView, connectionView, fieldsView, scheduleSyncView } from './views/connection-view.ts';

const KEY_REFUSED =
  'Service key: HubSpot does not accept it. Copy the whole key, or make a new one in HubSpot under Development → Keys → Service keys.';

/** Lines of the audit of switches that are shown. */
const MOST_CHANGES = 50;

export const connectionProcedures = {
  list: api.connections.list.handler(({ context: { core } }) =>
    core.context.store.connections.all().map((connection) => connectionView(core.context, connection)),
  ),
  scopes: api.connections.scopes.handler(() => [...SCOPES]),
  test: api.connections.test.handler(async ({ context: { core }, input }) => {
    const { accountId, identity, timeZone, kind } = await whose(core.context, input);
    return { accountId, identity, timeZone, kind };
  }),
  connect: api.connections.connect.handler(async ({ context: { core }, input }) => {
    const account = await whose(core.context, input);
    const same = core.context.store.connections.all().find((each) => each.accountId === account.accountId);
    if (same !== undefined) {
      throw refused(
        `This CRM account is already connected as "${same.name}". Use Reconnect there to give it a new token.`,
      );
    }
    const connection = newConnection(core.context, account, input);
    await keepKey(core.context, connection.id, input.token.trim());
    core.context.store.commit({ connections: [connection] });
    return beginConnection(core.context, connection.id);
  }),
  renewToken: api.connections.renewToken.handler(async ({ context: { core }, input }) => {
    const connection = known(core.context, input.id);
    const { provider, baseUrl } = connection;
    const account = await whose(core.context, { provider, baseUrl, token: input.token });
    if (account.accountId !== connection.accountId) {
      throw refused(
        `This token belongs to another CRM account (${account.accountId}, not ${connection.accountId}). Connect that one as a new connection.`,
      );
    }
    await keepKey(core.context, connection.id, input.token.trim());
    core.context.crm.forget(connection.id);
    core.context.leases.forget(connection.id);
    reconnect(core.context, connection.id, account);
    return beginConnection(core.context, connection.id);
  }),
  disconnect: api.connections.disconnect.handler(({ context: { core }, input }) =>
    disconnect(core.context, known(core.context, input.id)),
  ),
  update: api.connections.update.handler(async ({ context: { core, role = 'admin' }, input }) => {
    const { id, version, ...changes } = input;
    const connection = known(core.context, id);
    if (changes.name.trim() === '')
      throw invalid([{ field: 'name', sentence: 'Name: enter a name for this connection.' }]);
    const next = { ...connection, ...changes, name: changes.name.trim(), version };
    const settingChanges = auditConnection(core.context, connection, next, role);
    if (!core.context.store.commit({ connections: [next], settingChanges }).ok)
      throw refused(CHANGED_MEANWHILE);
    if (changes.assignment !== connection.assignment) {
      beginIntakeAnew(core.context, id);
      await watchConnection(core.context, id);
    }
    core.context.push(['connections']);
    core.context.wake();
    return connectionView(core.context, known(core.context, id));
  }),
  setHold: api.connections.setHold.handler(async ({ context: { core, role = 'admin' }, input }) => {
    const connection = known(core.context, input.id);
    const because = input.held === 'release' ? whyReadOnly(connection) : null;
    if (because !== null) throw refused(because);
    const next = { ...connection, holdWrites: input.hold, holdOnly: input.only };
    const settingChanges = auditConnection(core.context, connection, next, role);
    core.context.store.commit({ connections: [next], settingChanges });
    if (!input.hold && input.held === 'release') {
      await approveHeld(core.context, {
        kind: 'all',
        connectionId: connection.id,
        only: [],
        upTo: Number.MAX_SAFE_INTEGER,
      });
    }
    core.context.push(['connections']);
    return connectionView(core.context, known(core.context, input.id));
  }),
  setReadOnly: api.connections.setReadOnly.handler(async ({ context: { core, role = 'admin' }, input }) => {
    const connection = known(core.context, input.id);
    if (!input.readOnly) requireScopes(core.context, connection, 'writing', 'Writing to this CRM');
    if (input.readOnly) setReadOnly(core.context, connection.id, role);
    else endReadOnly(core.context, connection.id, role, input.listed);
    return connectionView(core.context, known(core.context, input.id));
  }),
  takeOver: api.connections.takeOver.handler(async ({ context: { core }, input }) => {
    const { connection } = await open(core.context, input.id);
    if (connection.readOnly) throw refused(whyReadOnly(connection) ?? '');
    await core.context.leases.takeOver(connection.id);
    return connectionView(core.context, known(core.context, input.id));
  }),
  refresh: api.connections.refresh.handler(async ({ context: { core }, input }) => {
    const { gateway } = await open(core.context, input.id);
    await refreshConnection(core.context, input.id, gateway);
    return connectionView(core.context, known(core.context, input.id));
  }),
  answerBaseline: api.connections.answerBaseline.handler(({ context: { core }, input }) => {
    known(core.context, input.id);
    answerBaseline(core.context, input.id, input.answer);
    return connectionView(core.context, known(core.context, input.id));
  }),
  changes: api.connections.changes.handler(({ context: { core }, input }) => {
    const { store } = core.context;
    const { id } = known(core.context, input.id);
    return store.audit
      .settingChanges(id, MOST_CHANGES)
      .map(({ connectionId: _connection, assistantId, ...change }) => ({
        ...change,
        assistantName: assistantId === null ? null : (store.assistants.byId(assistantId)?.name ?? null),
      }));
  }),
  users: api.connections.users.handler(({ context: { core }, input }) =>
    core.context.store.users
      .ofConnection(known(core.context, input.id).id)
      .map(({ id, name, email, active }) => ({ id, name, email, active })),
  ),
  inviteAssistant: api.connections.inviteAssistant.handler(async ({ context: { core }, input }) => {
    requireScopes(core.context, known(core.context, input.id), 'inviting', 'Inviting an assistant from here');
    const { gateway } = await openToWrite(core.context, input.id);
    const assistant = core.context.store.assistants.byId(input.assistantId);
    if (assistant === null) throw notFound('This assistant was removed.');
    await gateway.inviteUser(assistant.email, assistant.name);
    await refreshConnection(core.context, input.id, gateway);
    return connectionView(core.context, known(core.context, input.id));
  }),
  fields: api.connections.fields.handler(({ context: { core }, input }) =>
    showFields(core.context, input.id),
  ),
  setUpFields: api.connections.setUpFields.handler(async ({ context: { core }, input }) => {
    const { connection, gateway } = await openToWrite(core.context, input.id);
    const inspected = await setUpFields(core.context, connection, gateway);
    // With its field there, an assignment by property can be watched.
    if (connection.assignment === 'property') await refreshConnection(core.context, input.id, gateway);
    return fieldsView(known(core.context, input.id), gateway, inspected);
  }),
  mapContactStatus: api.connections.mapContactStatus.handler(async ({ context: { core }, input }) => {
    const adds = input.choice.kind === 'add-option';
    const { connection, gateway } = await (adds ? openToWrite : open)(core.context, input.id);
    const { [input.wanted]: _dropped, ...overrides } = connection.contactStatusOverrides;
    const { choice } = input;
    if (choice.kind === 'add-option') await addContactStatusOption(gateway, input.wanted);
    const written = choice.kind === 'write-other' ? choice.value : null;
    const next = choice.kind === 'add-option' ? overrides : { ...overrides, [input.wanted]: written };
    core.context.store.commit({ connections: [{ ...connection, contactStatusOverrides: next }] });
    return showFields(core.context, input.id);
  }),
  previewSchedules: api.connections.previewSchedules.handler(async ({ context: { core }, input }) => {
    const { connection, gateway } = await open(core.context, input.id);
    return scheduleSyncView(
      connection.schedulesSyncedAt,
      await previewScheduleSync(core.context, connection, gateway),
    );
  }),
  syncSchedules: api.connections.syncSchedules.handler(async ({ context: { core }, input }) => {
    const { connection, gateway } = await openToWrite(core.context, input.id);
    const diff = await syncSchedules(core.context, connection, gateway);
    return scheduleSyncView(known(core.context, input.id).schedulesSyncedAt, diff);
  }),
  budget: api.connections.budget.handler(({ context: { core }, input }) =>
    budgetView(core.context, known(core.context, input.id).id),
  ),
};

interface Credential {
  readonly provider: 'hubspot' | 'zoho';
  readonly token: string;
  readonly baseUrl: string | null;
}

async function whose(core: CoreContext, credential: Credential): Promise<CrmAccount> {
  const token = credential.token.trim();
  refuseProblems([
    ...(token === '' ? [{ field: 'token', sentence: 'Service key: paste it from HubSpot.' }] : []),
    ...(/\s/.test(token)
      ? [{ field: 'token', sentence: 'Service key: there is a space or line break in it; paste it again.' }]
      : []),
    ...(credential.baseUrl !== null && !isCrmAddress(credential.baseUrl)
      ? [
          {
            field: 'baseUrl',
            sentence: 'Address: enter a full address such as https://api.hubapi.com, or leave it empty.',
          },
        ]
      : []),
  ]);
  try {
    return await core.crm.tryOut({ ...credential, token }).describeAccount();
  } catch (error) {
    // Here it is no connection's key yet, and whoever typed it looks at its field.
    if (error instanceof CrmError && error.kind === 'unauthorized')
      throw invalid([{ field: 'token', sentence: KEY_REFUSED }]);
    throw error;
  }
}

async function showFields(core: CoreContext, id: string) {
  const { connection, gateway } = await open(core, id);
  const inspected = await inspectFields(core, connection, gateway);
  saveFieldNames(core, id, inspected);
  return fieldsView(known(core, id), gateway, inspected);
}
