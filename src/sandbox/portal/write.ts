import { normaliseProperties } from '../hubspot/property-validation.ts';
import type { SandboxContext } from '../http/route.ts';
import type { CrmObject, ObjectType, Portal, PropertyVersion, WriteSource } from './model.ts';
import { findByUnique, indexOwner, isUniqueProperty, reindexUnique } from './portal-index.ts';
import { derivedValues, systemValuesAtCreation, modifiedStampOf } from './write-effects.ts';

export interface WriteOptions {
  /** When the write happened, ms; the portal's now when absent. Seeds write the past with it. */
  readonly at?: number;
  /** Search shows the write at once, whatever the index lag. */
  readonly indexedAtOnce?: boolean;
}

/** How many versions HubSpot keeps of a property (contacts 45, other objects 20). */
const KEPT_VERSIONS: Readonly<Record<'contacts' | 'others', number>> = { contacts: 45, others: 20 };

/** A value that must be unique belongs to another object already. */
export class UniqueValueTaken extends Error {
  readonly property: string;
  readonly value: string;
  readonly existingId: string;

  constructor(property: string, value: string, existingId: string) {
    super(`The value '${value}' of '${property}' belongs to the object ${existingId} already.`);
    this.property = property;
    this.value = value;
    this.existingId = existingId;
  }
}

/** The live or archived object of this id; merged ids are not followed. */
export function objectById(portal: Portal, type: ObjectType, id: string): CrmObject | undefined {
  return portal.objects[type].get(id);
}

/** The object of this id, or the one it was merged into. */
export function followMerges(portal: Portal, type: ObjectType, id: string): CrmObject | undefined {
  let current = id;
  while (portal.merged[type].has(current)) current = portal.merged[type].get(current) ?? current;
  return portal.objects[type].get(current);
}

/** The current value; '' when there is none. */
export function valueOf(object: CrmObject, property: string): string {
  return object.values[property] ?? '';
}

/** Throws `UniqueValueTaken` when one of the values names another object. */
export function refuseTakenValues(
  portal: Portal,
  type: ObjectType,
  values: Readonly<Record<string, string>>,
  ownId: string | null,
): void {
  for (const [property, value] of Object.entries(values)) {
    if (value === '' || !isUniqueProperty(portal, type, property)) continue;
    for (const part of property === 'hs_additional_emails' ? value.split(';') : [value]) {
      const existing = findByUnique(portal, type, property, part);
      if (existing !== null && existing !== ownId) throw new UniqueValueTaken(property, part, existing);
    }
  }
}

/**
 * Creates an object with everything that HubSpot fills in by itself. Values are taken as valid
 * (`validateProperties` is the caller's affair); a taken unique value throws `UniqueValueTaken`.
 */
export function createObject(
  context: SandboxContext,
  type: ObjectType,
  values: Readonly<Record<string, string>>,
  source: WriteSource,
  options: WriteOptions = {},
): CrmObject {
  const { portal } = context;
  const at = options.at ?? context.now();
  const given = normaliseProperties(portal, type, values, () => '');
  refuseTakenValues(portal, type, given, null);
  const object: CrmObject = {
    id: context.nextId(),
    type,
    createdAt: at,
    updatedAt: at,
    archivedAt: null,
    values: {},
    history: new Map(),
    indexedAt: at,
    indexed: null,
    pendingIndex: [],
  };
  portal.objects[type].set(object.id, object);
  applyValues(portal, object, { ...given, ...systemValuesAtCreation(object, source) }, source, at);
  publishToIndex(context, object, options);
  return object;
}

/**
 * Changes an object; values equal to the current ones change nothing, not even the modified stamp.
 * Returns the names of the properties that changed.
 */
export function updateObject(
  context: SandboxContext,
  object: CrmObject,
  values: Readonly<Record<string, string>>,
  source: WriteSource,
  options: WriteOptions = {},
): readonly string[] {
  const { portal } = context;
  const next = normaliseProperties(portal, object.type, values, (name) => valueOf(object, name));
  refuseTakenValues(portal, object.type, next, object.id);
  return writeInternally(context, object, next, source, options);
}

/** `updateObject` for values that HubSpot itself computes: read-only properties too, nothing normalised. */
export function writeInternally(
  context: SandboxContext,
  object: CrmObject,
  values: Readonly<Record<string, string>>,
  source: WriteSource,
  options: WriteOptions = {},
): readonly string[] {
  const changed = applyValues(context.portal, object, values, source, options.at ?? context.now());
  if (changed.length > 0) publishToIndex(context, object, options);
  return changed;
}

/** Puts an object into the recycle bin: out of search, lists and unique values; its id answers 404. */
export function archiveObject(context: SandboxContext, object: CrmObject): void {
  if (object.archivedAt !== null) return;
  const { portal } = context;
  object.archivedAt = context.now();
  object.updatedAt = object.archivedAt;
  releaseUniqueValues(portal, object);
  replaceInLists(context, object, null);
}

/** Takes an object out of the recycle bin. */
export function restoreObject(context: SandboxContext, object: CrmObject): void {
  if (object.archivedAt === null) return;
  refuseTakenValues(context.portal, object.type, object.values, object.id);
  object.archivedAt = null;
  object.updatedAt = context.now();
  for (const [property, value] of Object.entries(object.values)) {
    if (isUniqueProperty(context.portal, object.type, property)) {
      reindexUnique(context.portal, object.type, property, object.id, '', value);
    }
  }
  publishToIndex(context, object, {});
}

/** Removes every trace but what the caller keeps: for a merge and for a GDPR delete. */
export function removeObject(context: SandboxContext, object: CrmObject, replacedBy: string | null): void {
  releaseUniqueValues(context.portal, object);
  replaceInLists(context, object, replacedBy);
  context.portal.objects[object.type].delete(object.id);
}

/** What search shows of an object at this moment; null: nothing yet. */
export function visibleValues(object: CrmObject, now: number): Readonly<Record<string, string>> | null {
  const { pendingIndex } = object;
  while (pendingIndex.length > 0 && (pendingIndex[0]?.visibleAt ?? Infinity) <= now) {
    object.indexed = pendingIndex.shift()?.values ?? object.indexed;
  }
  return object.indexed;
}

/** Gives an object that was just assembled (by a merge or a loaded file) to the indexes. */
export function adoptObject(context: SandboxContext, object: CrmObject): void {
  context.portal.objects[object.type].set(object.id, object);
  reindexObject(context.portal, object);
  publishToIndex(context, object, {});
}

/** Fills the look-ups from the object's values. */
export function reindexObject(portal: Portal, object: CrmObject): void {
  const owners = [valueOf(object, 'hubspot_owner_id'), object.indexed?.['hubspot_owner_id'] ?? ''];
  for (const owner of owners) if (owner !== '') indexOwner(portal, object.type, owner, object.id);
  if (object.archivedAt !== null) return;
  for (const [property, value] of Object.entries(object.values)) {
    if (!isUniqueProperty(portal, object.type, property)) continue;
    reindexUnique(portal, object.type, property, object.id, '', value);
  }
}

function applyValues(
  portal: Portal,
  object: CrmObject,
  values: Readonly<Record<string, string>>,
  source: WriteSource,
  at: number,
): readonly string[] {
  const next: Record<string, string> = { ...object.values };
  const changed = setAll(portal, object, next, values, source, at);
  if (changed.length === 0) return changed;
  setAll(portal, object, next, derivedValues(object, next, changed, at), source, at);
  setAll(portal, object, next, { [modifiedStampOf(object.type)]: new Date(at).toISOString() }, source, at);
  object.values = next;
  object.updatedAt = Math.max(object.updatedAt, at);
  return changed;
}

function setAll(
  portal: Portal,
  object: CrmObject,
  next: Record<string, string>,
  values: Readonly<Record<string, string>>,
  source: WriteSource,
  at: number,
): string[] {
  const changed: string[] = [];
  for (const [property, value] of Object.entries(values)) {
    const before = next[property] ?? '';
    if (before === value) continue;
    changed.push(property);
    if (value === '') delete next[property];
    else next[property] = value;
    record(object, property, { value, timestamp: at, source });
    if (isUniqueProperty(portal, object.type, property)) {
      reindexUnique(portal, object.type, property, object.id, before, value);
    }
    if (property === 'hubspot_owner_id' && value !== '') indexOwner(portal, object.type, value, object.id);
  }
  return changed;
}

function record(object: CrmObject, property: string, version: PropertyVersion): void {
  const versions = object.history.get(property);
  if (versions === undefined || property === modifiedStampOf(object.type)) {
    object.history.set(property, [version]);
    return;
  }
  versions.unshift(version);
  versions.length = Math.min(
    versions.length,
    KEPT_VERSIONS[object.type === 'contacts' ? 'contacts' : 'others'],
  );
}

function publishToIndex(context: SandboxContext, object: CrmObject, options: WriteOptions): void {
  const now = context.now();
  const { minMs, maxMs } = context.portal.settings.indexLag;
  const lag = options.indexedAtOnce === true || maxMs <= 0 ? 0 : minMs + context.random() * (maxMs - minMs);
  visibleValues(object, now);
  // A later write never becomes visible before an earlier one.
  const visibleAt = Math.max(object.pendingIndex.at(-1)?.visibleAt ?? now, Math.ceil(now + lag));
  object.indexedAt = visibleAt;
  if (visibleAt <= now) object.indexed = object.values;
  else object.pendingIndex.push({ visibleAt, values: object.values });
}

function releaseUniqueValues(portal: Portal, object: CrmObject): void {
  for (const [property, value] of Object.entries(object.values)) {
    if (isUniqueProperty(portal, object.type, property)) {
      reindexUnique(portal, object.type, property, object.id, value, '');
    }
  }
}

function replaceInLists(context: SandboxContext, object: CrmObject, replacement: string | null): void {
  const now = context.now();
  for (const list of context.portal.lists.values()) {
    const position = list.memberships.findIndex((member) => member.recordId === object.id);
    if (position < 0) continue;
    list.memberships.splice(position, 1);
    list.lastRecordRemovedAt = now;
    if (replacement === null || list.memberships.some((member) => member.recordId === replacement)) continue;
    list.memberships.push({ recordId: replacement, at: now });
    list.lastRecordAddedAt = now;
  }
}
