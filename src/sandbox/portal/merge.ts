import { LIFECYCLE_STAGES } from '../hubspot/default-properties-options.ts';
import type { SandboxContext } from '../http/route.ts';
import { moveAssociations } from './associate.ts';
import type { CrmObject, PropertyVersion, WriteSource } from './model.ts';
import { createdStampOf, modifiedStampOf } from './write-effects.ts';
import { adoptObject, removeObject, valueOf } from './write.ts';

/**
 * Merges two records into a new one with a new id, as HubSpot does since 2025: the values of the primary
 * win, the other record fills the gaps, histories, associations and list memberships go over, and both old
 * ids lead to the new record.
 */
export function mergeObjects(
  context: SandboxContext,
  primary: CrmObject,
  secondary: CrmObject,
  source: WriteSource,
): CrmObject {
  const { portal } = context;
  const now = context.now();
  const id = context.nextId();
  const createdAt = Math.min(primary.createdAt, secondary.createdAt);
  const values = mergedValues(primary, secondary, id, createdAt, now);
  const mergeSource: WriteSource = { ...source, sourceType: 'MERGE_OBJECTS' };
  const merged: CrmObject = {
    id,
    type: primary.type,
    createdAt,
    updatedAt: now,
    archivedAt: null,
    values,
    history: mergedHistory(primary, secondary, values, mergeSource, now),
    indexedAt: now,
    indexed: null,
    pendingIndex: [],
  };
  for (const old of [primary, secondary]) {
    moveAssociations(portal, old, merged, new Set([primary.id, secondary.id]));
    removeObject(context, old, id);
    portal.merged[old.type].set(old.id, id);
  }
  adoptObject(context, merged);
  return merged;
}

function mergedValues(
  primary: CrmObject,
  secondary: CrmObject,
  id: string,
  createdAt: number,
  now: number,
): Record<string, string> {
  const { type } = primary;
  const values: Record<string, string> = {
    ...secondary.values,
    ...primary.values,
    hs_object_id: id,
    [createdStampOf(type)]: new Date(createdAt).toISOString(),
    [modifiedStampOf(type)]: new Date(now).toISOString(),
    hs_merged_object_ids: [primary, secondary]
      .flatMap((old) => [...listOf(old, 'hs_merged_object_ids'), old.id])
      .join(';'),
  };
  if (type !== 'contacts') return values;
  const email = valueOf(primary, 'email') || valueOf(secondary, 'email');
  const addresses = [primary, secondary].flatMap((old) => [
    valueOf(old, 'email'),
    ...listOf(old, 'hs_additional_emails'),
  ]);
  const further = [...new Set(addresses)].filter((address) => address !== '' && address !== email);
  if (further.length > 0) values['hs_additional_emails'] = further.join(';');
  values['lifecyclestage'] = furtherStage(
    valueOf(primary, 'lifecyclestage'),
    valueOf(secondary, 'lifecyclestage'),
  );
  for (const counter of ['num_notes', 'num_contacted_notes']) {
    const sum = Number(valueOf(primary, counter)) + Number(valueOf(secondary, counter));
    if (sum > 0) values[counter] = String(sum);
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

function mergedHistory(
  primary: CrmObject,
  secondary: CrmObject,
  values: Readonly<Record<string, string>>,
  source: WriteSource,
  now: number,
): Map<string, PropertyVersion[]> {
  const history = new Map<string, PropertyVersion[]>();
  const names = new Set([...primary.history.keys(), ...secondary.history.keys(), ...Object.keys(values)]);
  for (const name of names) {
    const versions = [...(primary.history.get(name) ?? []), ...(secondary.history.get(name) ?? [])];
    versions.sort((a, b) => b.timestamp - a.timestamp);
    const current = values[name] ?? '';
    // The merge shows as a change only where the latest value of the two is not the one that stays.
    if ((versions[0]?.value ?? '') !== current) versions.unshift({ value: current, timestamp: now, source });
    history.set(name, versions);
  }
  return history;
}

function listOf(object: CrmObject, property: string): string[] {
  return valueOf(object, property)
    .split(';')
    .filter((part) => part !== '');
}

function furtherStage(one: string, other: string): string {
  const order = LIFECYCLE_STAGES.map((stage) => stage.value);
  return order.indexOf(one) >= order.indexOf(other) ? one : other;
}
