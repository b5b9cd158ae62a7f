import { z } from 'zod';
import { CrmError } from '#core/ports/crm-error.ts';
import type { NewField, PortalField, PortalOption } from '#core/ports/crm-gateway.ts';
import { paths } from './paths.ts';
import type { HubSpotCall, Transport } from './transport.ts';

const option = z.object({
  value: z.string(),
  label: z.string().nullish(),
  hidden: z.boolean().nullish(),
  displayOrder: z.number().nullish(),
});
const property = z.object({
  name: z.string(),
  label: z.string().nullish(),
  type: z.string(),
  fieldType: z.string().nullish(),
  groupName: z.string().nullish(),
  options: z.array(option).nullish(),
  archived: z.boolean().nullish(),
});
const propertyList = z.object({ results: z.array(property) });

const COMMON = { purpose: 'fields', policy: 'burst', urgency: 'interactive' } as const;

/** All contact properties of the portal. */
export async function listFields(transport: Transport): Promise<PortalField[]> {
  const call: HubSpotCall = {
    ...COMMON,
    method: 'GET',
    path: paths.properties('contacts'),
    doing: 'to list the contact properties',
    isWrite: false,
  };
  return (await transport.send(call, propertyList)).results.map(fieldOf);
}

/** Creates the property group; one of that name that is there already will do. */
export async function ensureFieldGroup(transport: Transport, name: string, label: string): Promise<void> {
  const call: HubSpotCall = {
    ...COMMON,
    method: 'POST',
    path: paths.propertyGroups('contacts'),
    body: { name, label },
    doing: `to create the property group "${label}"`,
    isWrite: true,
  };
  try {
    await transport.send(call, z.unknown());
  } catch (error) {
    if (!isConflict(error)) throw error;
  }
}

/**
 * Creates the property. One of that name that is there already is taken over if it holds the same type of
 * value; else CrmError `conflict`.
 */
export async function createField(transport: Transport, field: NewField): Promise<PortalField> {
  const call: HubSpotCall = {
    ...COMMON,
    method: 'POST',
    path: paths.properties('contacts'),
    body: field,
    doing: `to create the property "${field.label}"`,
    isWrite: true,
  };
  try {
    return fieldOf(await transport.send(call, property));
  } catch (error) {
    if (!isConflict(error)) throw error;
    return takeOver(transport, field);
  }
}

async function takeOver(transport: Transport, wanted: NewField): Promise<PortalField> {
  const call: HubSpotCall = {
    ...COMMON,
    method: 'GET',
    path: paths.property('contacts', wanted.name),
    doing: `to read the property "${wanted.name}"`,
    isWrite: false,
  };
  const present = fieldOf(await transport.send(call, property));
  if (present.type === wanted.type) return present;
  throw new CrmError(
    'conflict',
    `The portal already has a property "${wanted.name}" of type ${present.type}, but Baton needs ${wanted.type}. Rename or delete it in HubSpot under Settings → Properties, or choose another naming preset, then set the fields up again.`,
    { property: wanted.name },
  );
}

/** Changes the label or the group of a property, and nothing else of it. */
export async function changeField(
  transport: Transport,
  name: string,
  change: { readonly label: string } | { readonly groupName: string },
): Promise<void> {
  const call: HubSpotCall = {
    ...COMMON,
    method: 'PATCH',
    path: paths.property('contacts', name),
    body: change,
    doing: `to change the property "${name}"`,
    isWrite: true,
  };
  await transport.send(call, z.unknown());
}

/** Replaces the whole list of options of an enumeration. */
export async function replaceOptions(
  transport: Transport,
  name: string,
  options: readonly PortalOption[],
): Promise<void> {
  const call: HubSpotCall = {
    ...COMMON,
    method: 'PATCH',
    path: paths.property('contacts', name),
    body: { options },
    doing: `to change the options of "${name}"`,
    isWrite: true,
  };
  await transport.send(call, z.unknown());
}

function fieldOf(read: z.output<typeof property>): PortalField {
  return {
    name: read.name,
    label: read.label ?? read.name,
    type: read.type,
    fieldType: read.fieldType ?? '',
    groupName: read.groupName ?? '',
    options: (read.options ?? []).map((each, index) => ({
      value: each.value,
      label: each.label ?? each.value,
      hidden: each.hidden ?? false,
      // -1 means "no order of its own": the order of the list holds.
      displayOrder:
        each.displayOrder !== undefined && each.displayOrder !== null && each.displayOrder >= 0
          ? each.displayOrder
          : index,
    })),
    archived: read.archived ?? false,
  };
}

function isConflict(error: unknown): boolean {
  return error instanceof CrmError && error.kind === 'conflict';
}
