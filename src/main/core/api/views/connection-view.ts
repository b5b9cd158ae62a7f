import type {
  AppView,
  BudgetView,
  ConnectionView,
  FieldsView,
  IntegrationRow,
  ScheduleSyncView,
} from '#contract/connections.ts';
import { LEAD_STATES, type FieldKey } from '#contract/names.ts';
import type { CoreContext } from '../../context.ts';
import { INTEGRATION_STATUS_TEXTS, integrationStatus } from '../../domain/crm/integration-status.ts';
import { statusRowOf } from '../../domain/crm/status-mapping.ts';
import { HUBSPOT_SCOPES } from '../../domain/crm/scopes.ts';
import type { ScheduleOptionsDiff } from '../../domain/schedules/schedule-options.ts';
import { LEASE_FIELD } from '../../domain/fields/lease-field.ts';
import { PRESETS } from '../../domain/fields/naming-presets.ts';
import type { InspectedFields } from '../../flows/field-setup/inspect-fields.ts';
import { identityView } from './identity-view.ts';
import { leaseView } from './lease-view.ts';
import { contactStatusHere } from '../../outbox/status-values.ts';
import type { CrmGateway } from '../../ports/crm-gateway.ts';
import type { Connection } from '../../ports/store/rows.ts';

/** A connection for the CRM Details page. No token is in it. */
export function connectionView(core: CoreContext, connection: Connection): ConnectionView {
  const {
    fieldNames: _names,
    contactStatusOptions: _options,
    contactStatusOverrides: _overrides,
    ...shown
  } = connection;
  const baselines = core.store.assistants.links(connection.id).flatMap((link) => link.baseline ?? []);
  const open = baselines.filter((baseline) => baseline.answer === null);
  const counted = open.length > 0 ? open : baselines;
  const [first] = counted;
  return {
    ...shown,
    baseline:
      first === undefined
        ? null
        : {
            count: counted.reduce((sum, baseline) => sum + baseline.count, 0),
            takenAt: first.takenAt,
            answer: first.answer,
          },
    tokenKept: { where: core.vault.kind, warning: core.vault.warning },
    holdOnly: [...connection.holdOnly],
    held: core.store.outbox
      .tally('held')
      .reduce((sum, { connectionId, count }) => (connectionId === connection.id ? sum + count : sum), 0),
    lease: leaseView(core, connection),
    lookThrough: core.crm.peek(connection.id)?.lookThrough() ?? null,
    writesAs: writesAsView(core, connection),
    app: appView(core, connection),
    lastSyncAt: core.lastPolls.get(connection.id) ?? null,
    rows: integrationRows(core, connection),
  };
}

/** In whose name it writes. */
function writesAsView(core: CoreContext, { id, identity }: Connection): ConnectionView['writesAs'] {
  const app = core.store.authorisations.of(id);
  const as = app?.actsAs ?? 'key';
  return { as, ...identityView(core, as, identity, app?.ownContacts ?? null) };
}

/** Through which app it has its access, and what of it is granted; null: it has a key. */
function appView(core: CoreContext, { id, readOnly }: Connection): AppView | null {
  const app = core.store.authorisations.of(id);
  if (app === null) return null;
  return {
    clientId: app.clientId,
    returnPage: app.returnPage,
    grantedAt: app.grantedAt,
    scopes: HUBSPOT_SCOPES.map(({ name, purpose, feature }) => ({
      scope: name,
      purpose,
      feature,
      isGranted: app.scopes.includes(name),
      isNeeded: feature === 'reading' || (feature === 'writing' && !readOnly),
    })),
  };
}

/** *User · Assistant · Status*, a row an assistant; without any, one row that says so. */
function integrationRows(core: CoreContext, connection: Connection): IntegrationRow[] {
  const links = core.store.assistants.links(connection.id);
  const assistants = core.store.assistants.all();
  if (assistants.length === 0) {
    const status = integrationStatus({ assistantCreated: false, user: null, worksOnALead: false });
    const none = { assistantId: null, assistantName: null, assistantEmail: null, checkedAt: null };
    return [{ userName: '', ...none, status, ...INTEGRATION_STATUS_TEXTS[status] }];
  }
  return assistants.map((assistant) => {
    const link = links.find((each) => each.assistantId === assistant.id);
    const ownerId = link?.ownerId ?? null;
    const user = ownerId === null ? null : core.store.users.byId(connection.id, ownerId);
    const status = integrationStatus({
      assistantCreated: true,
      user,
      worksOnALead: link?.hasWorked ?? false,
    });
    return {
      userName: assistant.userName,
      assistantId: assistant.id,
      assistantName: assistant.name,
      assistantEmail: assistant.email,
      status,
      ...INTEGRATION_STATUS_TEXTS[status],
      checkedAt: link?.checkedAt ?? null,
    };
  });
}

const DIRECTIONS: Readonly<Record<FieldKey, 'crm-to-app' | 'app-to-crm'>> = {
  context: 'crm-to-app',
  schedule: 'crm-to-app',
  connectionStatus: 'app-to-crm',
  assistant: 'crm-to-app',
};

/** Our fields and the status table as this portal has them. */
export function fieldsView(
  connection: Connection,
  gateway: CrmGateway,
  inspected: InspectedFields,
): FieldsView {
  const mapping = LEAD_STATES.map((state) => {
    const wanted = statusRowOf(state).contactStatus;
    const here = contactStatusHere(connection, state);
    const written = 'value' in here ? here.value : null;
    const isOther = written !== null && written.toLowerCase() !== wanted.toLowerCase();
    const remark =
      'notWritten' in here ? here.notWritten : isOther ? `Your own choice instead of ${wanted}.` : '';
    return { state, wanted, written, remark };
  });
  const options = inspected.contactStatus?.options ?? [];
  const known = new Set(options.map((option) => option.value.toLowerCase()));
  const missing = LEAD_STATES.map((state) => statusRowOf(state).contactStatus).filter(
    (wanted) => !known.has(wanted.toLowerCase()) && !(wanted in connection.contactStatusOverrides),
  );
  return {
    lease: { internalName: LEASE_FIELD.name },
    groupName: PRESETS[connection.preset].group.label,
    fields: inspected.fields.map(({ desired, status }) => ({
      key: desired.key,
      label: desired.label,
      internalName: status.name,
      type: desired.type,
      direction: DIRECTIONS[desired.key],
      state: status.status,
      remark: status.status === 'present' && !status.adopted ? '' : status.message,
    })),
    contactStatusProperty: gateway.contactStatusProperty,
    contactStatusOptions: options.map(({ value, label }) => ({ value, label })),
    mapping,
    missingOptions: [...new Set(missing)],
  };
}

/** What Sync schedules changes, in words for the list. */
export function scheduleSyncView(syncedAt: number | null, diff: ScheduleOptionsDiff): ScheduleSyncView {
  const labels = new Map(diff.options.map((option) => [option.value, option.label]));
  return {
    syncedAt,
    changes: [
      ...diff.add.map(({ value, label }) => ({ kind: 'add' as const, value, label })),
      ...diff.show.map(({ value, label }) => ({ kind: 'add' as const, value, label })),
      ...diff.relabel.map(({ value, from, to }) => ({
        kind: 'rename' as const,
        value,
        label: `${from} → ${to}`,
      })),
      ...diff.hide.map(({ value, label }) => ({ kind: 'hide' as const, value, label })),
      ...diff.unchanged.map((value) => ({
        kind: 'unchanged' as const,
        value,
        label: labels.get(value) ?? value,
      })),
    ],
  };
}

/** The API budget as the CRM's last answers told it, with calls a minute for the chart. */
export function budgetView(core: CoreContext, connectionId: string): BudgetView {
  const gateway = core.crm.peek(connectionId);
  const perMinute = core.crm.callsPerMinute(connectionId);
  if (gateway === null) return { window: null, day: null, calls: [], perMinute, pausedUntil: null };
  const { window, day, calls, pausedUntil } = gateway.budget();
  return {
    window:
      window === null ? null : { max: window.max, remaining: window.remaining, intervalMs: window.interval },
    day,
    calls: Object.entries(calls).map(([purpose, count]) => ({ purpose, count })),
    perMinute,
    pausedUntil,
  };
}
