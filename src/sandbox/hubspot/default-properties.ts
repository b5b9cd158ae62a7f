import type { ObjectType, Portal, PropertyDefinition, PropertyOption } from '../portal/model.ts';
import type { DefaultProperty } from './default-properties-row.ts';
import {
  ACTIVITY_GROUPS,
  CALL_PROPERTIES,
  COMMUNICATION_PROPERTIES,
  EMAIL_PROPERTIES,
  MEETING_PROPERTIES,
  NOTE_PROPERTIES,
  TASK_PROPERTIES,
} from './default-properties-activities.ts';
import { COMPANY_GROUPS, COMPANY_PROPERTIES } from './default-properties-companies.ts';
import { CONTACT_GROUPS, CONTACT_PROPERTIES } from './default-properties-contacts.ts';

interface TypeDefaults {
  readonly groups: readonly (readonly [name: string, label: string])[];
  readonly properties: readonly DefaultProperty[];
}

const DEFAULTS: Readonly<Record<ObjectType, TypeDefaults>> = {
  contacts: { groups: CONTACT_GROUPS, properties: CONTACT_PROPERTIES },
  companies: { groups: COMPANY_GROUPS, properties: COMPANY_PROPERTIES },
  notes: { groups: ACTIVITY_GROUPS, properties: NOTE_PROPERTIES },
  emails: { groups: ACTIVITY_GROUPS, properties: EMAIL_PROPERTIES },
  tasks: { groups: ACTIVITY_GROUPS, properties: TASK_PROPERTIES },
  meetings: { groups: ACTIVITY_GROUPS, properties: MEETING_PROPERTIES },
  calls: { groups: ACTIVITY_GROUPS, properties: CALL_PROPERTIES },
  communications: { groups: ACTIVITY_GROUPS, properties: COMMUNICATION_PROPERTIES },
};

/** Gives every object type the properties and groups that a new HubSpot portal has. `now` in ms. */
export function installDefaultProperties(portal: Portal, now: number): void {
  for (const type of Object.keys(DEFAULTS) as ObjectType[]) {
    const { groups, properties } = DEFAULTS[type];
    groups.forEach(([name, label], displayOrder) => {
      portal.groups[type].set(name, { name, label, displayOrder, archived: false });
    });
    const firstGroup = groups[0]?.[0] ?? '';
    properties.forEach((row, index) => {
      portal.properties[type].set(row[0], definition(row, firstGroup, index, now));
    });
  }
}

function definition(
  row: DefaultProperty,
  group: string,
  displayOrder: number,
  now: number,
): PropertyDefinition {
  const [name, label, shape, extra = {}] = row;
  const [type, fieldType] = shape.split('/') as [PropertyDefinition['type'], string];
  const flags = new Set(extra.flags ?? []);
  return {
    name,
    label,
    type,
    fieldType,
    groupName: extra.group ?? group,
    description: extra.description ?? '',
    options: (extra.options ?? (type === 'bool' ? YES_NO : [])).map((option) => ({ ...option })),
    displayOrder,
    hidden: flags.has('hidden'),
    formField: flags.has('form'),
    hasUniqueValue: flags.has('unique'),
    calculated: flags.has('calc'),
    externalOptions: flags.has('owner'),
    hubspotDefined: true,
    readOnlyValue: flags.has('ro') || flags.has('calc'),
    createdAt: now,
    updatedAt: now,
    archived: false,
    archivedAt: null,
  };
}

const YES_NO: readonly PropertyOption[] = [
  { label: 'Yes', value: 'true', displayOrder: 0, hidden: false },
  { label: 'No', value: 'false', displayOrder: 1, hidden: false },
];
