import { z } from 'zod';
import { CrmError } from '#core/ports/crm-error.ts';
import type { NewField } from '#core/ports/crm-gateway.ts';
import { paths } from './paths.ts';
import type { HubSpotCall, Transport } from './transport.ts';

/**
 * A few words kept in the description of a contact property: a place in the portal that every machine with the
 * account can read, and that shows on no record.
 */

const described = z.object({ description: z.string().nullish() });

const COMMON = { purpose: 'lease', policy: 'burst', urgency: 'interactive' } as const;

export async function readFieldNote(transport: Transport, name: string): Promise<string | null> {
  const call: HubSpotCall = {
    ...COMMON,
    method: 'GET',
    path: paths.property('contacts', name),
    doing: `to read the property "${name}"`,
    isWrite: false,
  };
  try {
    return (await transport.send(call, described)).description ?? '';
  } catch (error) {
    if (error instanceof CrmError && error.kind === 'not-found') return null;
    throw error;
  }
}

/** HubSpot lets one caller create a name and refuses every other: whoever gets true was the first. */
export async function createNotedField(
  transport: Transport,
  field: NewField,
  group: { readonly name: string; readonly label: string },
): Promise<boolean> {
  const groupCall: HubSpotCall = {
    ...COMMON,
    method: 'POST',
    path: paths.propertyGroups('contacts'),
    body: group,
    doing: `to create the property group "${group.label}"`,
    isWrite: true,
  };
  await unlessThere(() => transport.send(groupCall, z.unknown()));
  const call: HubSpotCall = {
    ...COMMON,
    method: 'POST',
    path: paths.properties('contacts'),
    body: { ...field, hidden: true, formField: false },
    doing: `to create the property "${field.label}"`,
    isWrite: true,
  };
  return unlessThere(() => transport.send(call, z.unknown()));
}

async function unlessThere(create: () => Promise<unknown>): Promise<boolean> {
  try {
    await create();
    return true;
  } catch (error) {
    if (error instanceof CrmError && error.kind === 'conflict') return false;
    throw error;
  }
}

export async function writeFieldNote(transport: Transport, name: string, words: string): Promise<void> {
  const call: HubSpotCall = {
    ...COMMON,
    method: 'PATCH',
    path: paths.property('contacts', name),
    body: { description: words },
    doing: `to write the property "${name}"`,
    isWrite: true,
  };
  await transport.send(call, z.unknown());
}
