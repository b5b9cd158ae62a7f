import type { PortalIndex } from './portal-index.ts';

/** The data a HubSpot portal holds, as the sandbox keeps it. Nothing here knows HTTP. */

export type ObjectType =
  'contacts' | 'companies' | 'notes' | 'emails' | 'tasks' | 'meetings' | 'calls' | 'communications';

export const OBJECT_TYPE_IDS: Readonly<Record<ObjectType, string>> = {
  contacts: '0-1',
  companies: '0-2',
  notes: '0-46',
  emails: '0-49',
  tasks: '0-27',
  meetings: '0-47',
  calls: '0-48',
  communications: '0-18',
};

/** Who made a write: shown in `propertiesWithHistory` and used by "recognise our own writes". */
export interface WriteSource {
  readonly sourceType:
    'CRM_UI' | 'INTEGRATION' | 'CALCULATED' | 'IMPORT' | 'MERGE_OBJECTS' | 'API' | 'CRM_UI_BULK_ACTION';
  readonly sourceId: string;
  readonly sourceLabel?: string;
  readonly updatedByUserId?: number;
}

export interface PropertyVersion {
  readonly value: string;
  /** Milliseconds since the epoch, portal clock. */
  readonly timestamp: number;
  readonly source: WriteSource;
}

export interface CrmObject {
  readonly id: string;
  readonly type: ObjectType;
  /** Milliseconds. */
  readonly createdAt: number;
  updatedAt: number;
  archivedAt: number | null;
  /** The current values, without the empty ones. Replaced as a whole by every write, never changed in place. */
  values: Readonly<Record<string, string>>;
  /** Newest first for every property; the first entry is the current value. */
  readonly history: Map<string, PropertyVersion[]>;
  /** When the search index will show the last change (portal clock, ms). Older answers come before. */
  indexedAt: number;
  /** The values that search shows now; null: the object is not in the index yet. */
  indexed: Readonly<Record<string, string>> | null;
  /** Writes that search will show later, oldest first (`visibleValues` moves them into `indexed`). */
  readonly pendingIndex: IndexEntry[];
}

/** The state of an object after one write, and when search begins to show it (ms, portal clock). */
export interface IndexEntry {
  readonly visibleAt: number;
  readonly values: Readonly<Record<string, string>>;
}

export interface PropertyOption {
  label: string;
  value: string;
  displayOrder: number;
  hidden: boolean;
  description?: string;
}

export interface PropertyDefinition {
  name: string;
  label: string;
  type: 'string' | 'number' | 'bool' | 'enumeration' | 'date' | 'datetime';
  fieldType: string;
  groupName: string;
  description: string;
  options: PropertyOption[];
  displayOrder: number;
  hidden: boolean;
  formField: boolean;
  hasUniqueValue: boolean;
  calculated: boolean;
  externalOptions: boolean;
  hubspotDefined: boolean;
  /** Refused in writes with READ_ONLY_VALUE. */
  readOnlyValue: boolean;
  createdAt: number;
  updatedAt: number;
  archived: boolean;
  archivedAt: number | null;
}

export interface PropertyGroup {
  name: string;
  label: string;
  displayOrder: number;
  archived: boolean;
}

export interface Owner {
  id: string;
  email: string;
  type: 'PERSON' | 'QUEUE';
  firstName: string;
  lastName: string;
  userId: number;
  createdAt: number;
  updatedAt: number;
  archived: boolean;
}

export interface Association {
  readonly fromType: ObjectType;
  readonly fromId: string;
  readonly toType: ObjectType;
  readonly toId: string;
  readonly category: 'HUBSPOT_DEFINED' | 'USER_DEFINED';
  readonly typeId: number;
  readonly label: string | null;
}

export interface ContactList {
  listId: string;
  name: string;
  objectTypeId: string;
  processingType: 'MANUAL' | 'DYNAMIC' | 'SNAPSHOT';
  processingStatus: 'COMPLETE' | 'PROCESSING';
  listVersion: number;
  createdAt: number;
  updatedAt: number;
  /** In join order; `at` in ms. */
  memberships: { recordId: string; at: number }[];
  lastRecordAddedAt: number | null;
  lastRecordRemovedAt: number | null;
}

export interface AccessToken {
  readonly token: string;
  readonly kind: 'service-key' | 'oauth';
  scopes: Set<string>;
  /** ms, portal clock; null: never. */
  expiresAt: number | null;
  readonly userId: number | null;
  readonly appId: number;
  revoked: boolean;
}

/** How long search lags behind a write: uniformly between the two, in ms of the portal clock. */
export interface IndexLag {
  readonly minMs: number;
  readonly maxMs: number;
}

export interface PortalSettings {
  indexLag: IndexLag;
  /**
   * A requested property without a value is sent as `null` on every path. Off: `null` on v3 paths, left out
   * on date-versioned ones, because their published schema does not allow it.
   */
  nullsOnEveryPath: boolean;
}

export interface Portal {
  readonly portalId: number;
  accountType: 'STANDARD' | 'DEVELOPER_TEST' | 'SANDBOX';
  timeZone: string;
  uiDomain: string;
  dataHostingLocation: string;
  companyCurrency: string;
  readonly objects: Record<ObjectType, Map<string, CrmObject>>;
  readonly properties: Record<ObjectType, Map<string, PropertyDefinition>>;
  readonly groups: Record<ObjectType, Map<string, PropertyGroup>>;
  readonly owners: Map<string, Owner>;
  readonly lists: Map<string, ContactList>;
  readonly tokens: Map<string, AccessToken>;
  /** Absorbed id → surviving id, contacts and companies. */
  readonly merged: Record<ObjectType, Map<string, string>>;
  /** Addresses that a GDPR delete block-listed. */
  readonly gdprBlocked: Set<string>;
  readonly index: PortalIndex;
  readonly settings: PortalSettings;
  /** The last id that was given out; ids grow and are never reused. */
  lastId: number;
}
