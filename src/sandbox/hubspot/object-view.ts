import type { SandboxRequest } from '../http/route.ts';
import { associatedIds } from '../portal/associate.ts';
import { ASSOCIATION_KINDS } from '../portal/association-types.ts';
import { OBJECT_TYPE_IDS } from '../portal/model.ts';
import type { CrmObject, ObjectType, Portal, PropertyVersion } from '../portal/model.ts';
import { createdStampOf, modifiedStampOf } from '../portal/write-effects.ts';
import { isDated } from './api-paths.ts';
import { recordLink } from './object-call.ts';

/** A record as HubSpot prints it. */
export interface ObjectView {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | null>>;
  readonly propertiesWithHistory?: Readonly<Record<string, readonly HistoryView[]>>;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archived: boolean;
  readonly archivedAt?: string;
  readonly url?: string;
  readonly associations?: Readonly<Record<string, { results: { id: string; type: string }[] }>>;
  readonly objectWriteTraceId?: string;
}

interface HistoryView {
  readonly value: string;
  readonly timestamp: string;
  readonly sourceType: string;
  readonly sourceId: string;
  readonly sourceLabel?: string;
  readonly updatedByUserId?: number;
}

/** What an answer shows of each record; made once for a call. */
export interface Viewer {
  readonly names: readonly string[];
  readonly historyNames: readonly string[];
  readonly associations: readonly ObjectType[];
  readonly nulls: boolean;
  readonly withUrl: boolean;
}

export interface ViewWish {
  /** Empty: the type's default set. */
  readonly properties?: readonly string[];
  readonly withHistory?: readonly string[];
  readonly associations?: readonly string[];
}

/** Shown when no properties were asked for. */
const DEFAULT_PROPERTIES: Readonly<Record<ObjectType, readonly string[]>> = {
  contacts: ['email', 'firstname', 'lastname'],
  companies: ['domain', 'name'],
  notes: [],
  emails: [],
  tasks: [],
  meetings: [],
  calls: [],
  communications: [],
};

/** Works out what a call wants to see; unknown properties are ignored as HubSpot does. */
export function createViewer(portal: Portal, type: ObjectType, path: string, wish: ViewWish): Viewer {
  const isKnown = (name: string): boolean => portal.properties[type].get(name)?.archived === false;
  const wanted = wish.properties ?? [];
  const historyNames = [...new Set(wish.withHistory ?? [])].filter(isKnown);
  const names = new Set([
    createdStampOf(type),
    modifiedStampOf(type),
    'hs_object_id',
    ...(wanted.length > 0 ? wanted : DEFAULT_PROPERTIES[type]).filter(isKnown),
    ...historyNames,
  ]);
  return {
    names: [...names].sort(),
    historyNames,
    associations: (Object.keys(OBJECT_TYPE_IDS) as ObjectType[]).filter((other) =>
      (wish.associations ?? []).some((name) => isTypeName(name, other)),
    ),
    nulls: portal.settings.nullsOnEveryPath || !isDated(path),
    withUrl: isDated(path),
  };
}

/** A viewer for the answer to a write: the given values and what HubSpot always adds. */
export function viewerOfWrite(
  portal: Portal,
  type: ObjectType,
  request: SandboxRequest,
  names: readonly string[],
): Viewer {
  const viewer = createViewer(portal, type, request.path, { properties: ['hs_object_id', ...names] });
  return { ...viewer, nulls: false };
}

/** Prints a record; `values` are those of the search index where they are given. */
export function viewObject(
  portal: Portal,
  object: CrmObject,
  viewer: Viewer,
  values: Readonly<Record<string, string>> = object.values,
): ObjectView {
  const properties: Record<string, string | null> = {};
  for (const name of viewer.names) {
    const value = values[name];
    if (value !== undefined) properties[name] = value;
    else if (viewer.nulls) properties[name] = null;
  }
  return {
    id: object.id,
    properties,
    ...(viewer.historyNames.length === 0
      ? {}
      : { propertiesWithHistory: historiesOf(object, viewer.historyNames) }),
    createdAt: new Date(object.createdAt).toISOString(),
    updatedAt: values[modifiedStampOf(object.type)] ?? new Date(object.updatedAt).toISOString(),
    archived: object.archivedAt !== null,
    ...(object.archivedAt === null ? {} : { archivedAt: new Date(object.archivedAt).toISOString() }),
    ...(viewer.withUrl ? { url: recordLink(portal.uiDomain, portal.portalId, object.type, object.id) } : {}),
    ...(viewer.associations.length === 0 ? {} : associationsOf(portal, object, viewer.associations)),
  };
}

function historiesOf(object: CrmObject, names: readonly string[]): Record<string, HistoryView[]> {
  return Object.fromEntries(
    names.map((name) => [name, (object.history.get(name) ?? []).map((version) => viewVersion(version))]),
  );
}

function viewVersion({ value, timestamp, source }: PropertyVersion): HistoryView {
  return {
    value,
    timestamp: new Date(timestamp).toISOString(),
    sourceType: source.sourceType,
    sourceId: source.sourceId,
    ...(source.sourceLabel === undefined ? {} : { sourceLabel: source.sourceLabel }),
    ...(source.updatedByUserId === undefined ? {} : { updatedByUserId: source.updatedByUserId }),
  };
}

function associationsOf(
  portal: Portal,
  object: CrmObject,
  types: readonly ObjectType[],
): Pick<ObjectView, 'associations'> {
  const associations: Record<string, { results: { id: string; type: string }[] }> = {};
  for (const type of types) {
    const results = associatedIds(portal, object, type).flatMap(([id, entries]) =>
      entries.map((entry) => ({ id, type: KIND_NAMES.get(entry.typeId) ?? '' })),
    );
    if (results.length > 0) associations[type] = { results };
  }
  return Object.keys(associations).length === 0 ? {} : { associations };
}

const KIND_NAMES: ReadonlyMap<number, string> = new Map(
  ASSOCIATION_KINDS.map((kind) => [kind.typeId, kind.name]),
);

function isTypeName(name: string, type: ObjectType): boolean {
  const lower = name.toLowerCase();
  const singular = type === 'companies' ? 'company' : type.slice(0, -1);
  return lower === type || lower === singular || lower === OBJECT_TYPE_IDS[type];
}
