import type { FieldKey } from '#contract/names.ts';
import type { CoreContext } from '../../context.ts';
import type { FieldDefinition } from '../../domain/fields/field-definition.ts';
import { fieldSet } from '../../domain/fields/field-set.ts';
import { fieldStatus, findField, type FieldStatus } from '../../domain/fields/field-status.ts';
import type { CrmGateway, FieldNames, PortalField } from '../../ports/crm-gateway.ts';
import type { Connection } from '../../ports/store/rows.ts';
import { keepFieldWatch } from './watch-fields.ts';

/** One of our fields as this portal has it. */
export interface InspectedField {
  readonly desired: FieldDefinition;
  readonly found: PortalField | null;
  readonly status: FieldStatus;
}

export interface InspectedFields {
  readonly fields: readonly InspectedField[];
  /** Which property serves each of our fields; null where none fits. */
  readonly names: FieldNames;
  readonly contactStatus: PortalField | null;
  readonly contactStatusProperty: string;
  /** Every contact property. */
  readonly portal: readonly PortalField[];
}

/** Compares the connection's fields with the portal's. Assignment by property needs one field more. */
export async function inspectFields(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
): Promise<InspectedFields> {
  const portal = await gateway.listFields();
  const assistants = core.store.assistants.all().map((assistant) => assistant.name);
  const fields = fieldSet(connection.preset, assistants)
    .filter((desired) => desired.key !== 'assistant' || connection.assignment === 'property')
    .map((desired): InspectedField => {
      const found = findField(desired, portal);
      return {
        desired,
        found: portal.find((field) => field.name === found?.name) ?? null,
        status: fieldStatus(desired, found),
      };
    });
  const { watched } = core.store.health.fieldWatch(connection.id);
  const nameOf = (key: FieldKey): string | null => {
    const field = fields.find((each) => each.desired.key === key);
    const usable = field?.status.status === 'present' || field?.status.remedy === 'add-options';
    if (usable) return field.status.name;
    // One that was used and is gone for now keeps its place: its writes wait for it.
    const name = connection.fieldNames[key];
    return watched.some((each) => each.key === key && each.name === name) ? name : null;
  };
  return {
    fields,
    names: {
      context: nameOf('context'),
      schedule: nameOf('schedule'),
      connectionStatus: nameOf('connectionStatus'),
      assistant: nameOf('assistant'),
    },
    contactStatus: portal.find((field) => field.name === gateway.contactStatusProperty) ?? null,
    contactStatusProperty: gateway.contactStatusProperty,
    portal,
  };
}

/** Keeps what was found, so that flows use the right properties. */
export function saveFieldNames(core: CoreContext, connectionId: string, inspected: InspectedFields): void {
  const connection = core.store.connections.byId(connectionId);
  if (connection === null) return;
  const options = inspected.contactStatus?.options.map((option) => option.value) ?? null;
  const next = { ...connection, fieldNames: inspected.names, contactStatusOptions: options };
  if (JSON.stringify(next) !== JSON.stringify(connection)) {
    core.store.commit({ connections: [next] });
    core.push(['connections', 'attention']);
  }
  keepFieldWatch(core, connectionId, inspected.contactStatusProperty, inspected.portal);
}
