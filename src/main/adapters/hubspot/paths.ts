/**
 * HubSpot's date-based versions (`/{api}/{YYYY-MM}/{resource}`), each supported for 18 months. The only place
 * that names them: a new release is taken up here.
 */
const VERSION = '2026-09';

/** User provisioning has no 2026-09 release. */
const USERS_VERSION = '2026-03';

export type ObjectType = 'contacts' | 'notes' | 'emails' | 'tasks' | 'calls' | 'meetings' | 'communications';

const id = encodeURIComponent;

export const paths = {
  accountDetails: () => `/account-info/${VERSION}/details`,
  owners: () => `/crm/owners/${VERSION}`,
  users: () => `/settings/users/${USERS_VERSION}`,
  object: (type: ObjectType, objectId: string) => `/crm/objects/${VERSION}/${type}/${id(objectId)}`,
  objects: (type: ObjectType) => `/crm/objects/${VERSION}/${type}`,
  associationsOf: (type: ObjectType, objectId: string, to: ObjectType) =>
    `/crm/objects/${VERSION}/${type}/${id(objectId)}/associations/${to}`,
  search: (type: ObjectType) => `/crm/objects/${VERSION}/${type}/search`,
  batch: (type: ObjectType, action: 'read' | 'create' | 'update' | 'archive') =>
    `/crm/objects/${VERSION}/${type}/batch/${action}`,
  associations: (from: ObjectType, to: ObjectType) => `/crm/associations/${VERSION}/${from}/${to}/batch/read`,
  properties: (type: ObjectType) => `/crm/properties/${VERSION}/${type}`,
  property: (type: ObjectType, name: string) => `/crm/properties/${VERSION}/${type}/${id(name)}`,
  propertyGroups: (type: ObjectType) => `/crm/properties/${VERSION}/${type}/groups`,
} as const;
