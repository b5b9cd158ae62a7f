import type { CrmObject, Owner, Portal, PropertyDefinition, PropertyVersion } from '../portal/model.ts';

/** The people whom records can be given to, by name. */
export function activeOwners(portal: Portal): readonly Owner[] {
  return [...portal.owners.values()]
    .filter((owner) => !owner.archived)
    .sort((a, b) => ownerLabel(a).localeCompare(ownerLabel(b), 'en'));
}

/** Name or, without one, address; says so when the user has left. */
export function ownerLabel(owner: Owner): string {
  const name = `${owner.firstName} ${owner.lastName}`.trim() || owner.email;
  return owner.archived ? `${name} (deactivated)` : name;
}

/** The owner of an id as text; '' is nobody. */
export function ownerName(portal: Portal, ownerId: string): string {
  if (ownerId === '') return 'Nobody';
  const owner = portal.owners.get(ownerId);
  return owner === undefined ? `Owner ${ownerId}` : ownerLabel(owner);
}

/** First and last name, else address, else number. */
export function contactName({ id, values }: CrmObject): string {
  const name = `${values['firstname'] ?? ''} ${values['lastname'] ?? ''}`.trim();
  return name || values['email'] || `Contact ${id}`;
}

/** The path of a contact's page, as HubSpot's own links have it. */
export function recordPath(portal: Portal, contactId: string): string {
  return `/contacts/${portal.portalId}/record/0-1/${contactId}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment (ms) in the portal's time zone. */
export function timeText(portal: Portal, at: number): string {
  const { timeZone } = portal;
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  formats.set(timeZone, format);
  return Number.isFinite(at) ? format.format(at) : '';
}

/** A value as people read it: labels for options, names for owners, times in the portal's zone. */
export function valueText(portal: Portal, property: PropertyDefinition | undefined, value: string): string {
  if (property?.name === 'hubspot_owner_id') return ownerName(portal, value);
  if (value === '') return '(empty)';
  if (property?.type === 'datetime') return timeText(portal, Date.parse(value)) || value;
  if (property === undefined || property.options.length === 0) return value;
  const labels = new Map(property.options.map((each) => [each.value, each.label]));
  return value
    .split(';')
    .map((part) => labels.get(part) ?? part)
    .join(', ');
}

const SOURCES: Readonly<Record<PropertyVersion['source']['sourceType'], string>> = {
  CRM_UI: 'a person in the CRM',
  CRM_UI_BULK_ACTION: 'a person in the CRM, in bulk',
  INTEGRATION: 'an integration',
  API: 'the API',
  IMPORT: 'an import',
  CALCULATED: 'the CRM itself',
  MERGE_OBJECTS: 'a merge',
};

/** Who made a version, as text. */
export function byWhom(portal: Portal, { source }: PropertyVersion): string {
  const user = [...portal.owners.values()].find((owner) => owner.userId === source.updatedByUserId);
  const what = source.sourceLabel ?? SOURCES[source.sourceType];
  return user === undefined || ownerLabel(user) === what ? what : `${ownerLabel(user)}, ${what}`;
}
