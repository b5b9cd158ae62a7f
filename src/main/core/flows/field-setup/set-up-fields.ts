import type { CoreContext } from '../../context.ts';
import type { FieldDefinition } from '../../domain/fields/field-definition.ts';
import { withMissingOptions } from '../../domain/fields/field-status.ts';
import { PRESETS } from '../../domain/fields/naming-presets.ts';
import type { CrmGateway, PortalOption } from '../../ports/crm-gateway.ts';
import type { Connection } from '../../ports/store/rows.ts';
import {
  inspectFields,
  saveFieldNames,
  type InspectedField,
  type InspectedFields,
} from './inspect-fields.ts';
import { scheduleOptions } from './sync-schedules.ts';

/**
 * Creates what is missing, adopts what is there, adds the options that values need. Safe to repeat: cut anywhere,
 * the next run ends the same.
 * @throws CrmError
 */
export async function setUpFields(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
): Promise<InspectedFields> {
  const before = await inspectFields(core, connection, gateway);
  const { group } = PRESETS[connection.preset];
  if (before.fields.some((field) => field.status.remedy === 'create')) {
    await gateway.ensureFieldGroup(group.name, group.label);
  }
  for (const field of before.fields) await repair(core, gateway, field);
  const after = await inspectFields(core, connection, gateway);
  saveFieldNames(core, connection.id, after);
  return after;
}

async function repair(core: CoreContext, gateway: CrmGateway, field: InspectedField): Promise<void> {
  const { desired, found, status } = field;
  if (status.remedy === 'create') {
    await createOurs(core, gateway, desired);
  } else if (status.remedy === 'add-options' && found !== null) {
    await gateway.replaceOptions(found.name, withMissingOptions(found, status.missingOptions));
  }
}

/**
 * Creates a field of ours; one that was deleted comes back.
 * @throws CrmError
 */
export async function createOurs(
  core: CoreContext,
  gateway: CrmGateway,
  { key, name, label, type, fieldType, groupName, description, options: own }: FieldDefinition,
): Promise<void> {
  const options = key === 'schedule' ? scheduleOptions(core, []).options : own;
  await gateway.createField({ name, label, type, fieldType, groupName, description, options });
}

/**
 * Adds an option that the portal's contact status lacks, at its end. Only ever when the user asked for it.
 * @throws CrmError
 */
export async function addContactStatusOption(gateway: CrmGateway, value: string): Promise<void> {
  const field = (await gateway.listFields()).find((each) => each.name === gateway.contactStatusProperty);
  if (field === undefined || field.options.some((option) => option.value === value)) return;
  const option: PortalOption = { value, label: labelOf(value), hidden: false, displayOrder: 0 };
  await gateway.replaceOptions(field.name, withMissingOptions(field, [option]));
}

/** `IN_PROGRESS` → `In Progress`. */
function labelOf(value: string): string {
  return value
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join(' ');
}
