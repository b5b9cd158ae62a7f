import type { Association, ObjectType, Portal } from './model.ts';

/** What makes look-ups fast; derived from the objects, kept by the write functions alone. */
export interface PortalIndex {
  /** `contacts.email` → value → object id; every property with unique values, and all addresses of contacts. */
  readonly unique: Map<string, Map<string, string>>;
  /** `contacts/123` → type of the other side → id of the other side → all associations between the two. */
  readonly links: Map<string, Map<ObjectType, Map<string, Association[]>>>;
  /** `contacts/ownerId` → ids that have this owner now or had it when search last saw them. */
  readonly owned: Map<string, Set<string>>;
}

export function createPortalIndex(): PortalIndex {
  return { unique: new Map(), links: new Map(), owned: new Map() };
}

/** Whether values of the property name one object: contacts' e-mail and custom properties made unique. */
export function isUniqueProperty(portal: Portal, type: ObjectType, property: string): boolean {
  if (type === 'contacts' && (property === 'email' || property === 'hs_additional_emails')) return true;
  return portal.properties[type].get(property)?.hasUniqueValue === true;
}

/** The id of the object that has this unique value, archived ones not counted. */
export function findByUnique(
  portal: Portal,
  type: ObjectType,
  property: string,
  value: string,
): string | null {
  return portal.index.unique.get(bucketOf(type, property))?.get(keyOf(property, value)) ?? null;
}

/** Makes the index say that `id` has `value` and no longer `before`; empty values are none. */
export function reindexUnique(
  portal: Portal,
  type: ObjectType,
  property: string,
  id: string,
  before: string,
  value: string,
): void {
  const bucket = bucketOf(type, property);
  const entries = portal.index.unique.get(bucket) ?? new Map<string, string>();
  portal.index.unique.set(bucket, entries);
  for (const old of valuesOf(property, before)) if (entries.get(old) === id) entries.delete(old);
  for (const next of valuesOf(property, value)) entries.set(next, id);
}

/** Remembers that search may have to look at `id` for this owner. */
export function indexOwner(portal: Portal, type: ObjectType, ownerId: string, id: string): void {
  const key = `${type}/${ownerId}`;
  const ids = portal.index.owned.get(key);
  if (ids === undefined) portal.index.owned.set(key, new Set([id]));
  else ids.add(id);
}

/** First and further addresses of a contact share one index: an address names one contact. */
function bucketOf(type: ObjectType, property: string): string {
  return `${type}.${property === 'hs_additional_emails' ? 'email' : property}`;
}

function keyOf(property: string, value: string): string {
  return property === 'email' || property === 'hs_additional_emails' ? value.trim().toLowerCase() : value;
}

function valuesOf(property: string, value: string): string[] {
  const parts = property === 'hs_additional_emails' ? value.split(';') : [value];
  return parts.map((part) => keyOf(property, part)).filter((part) => part !== '');
}
