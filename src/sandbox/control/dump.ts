import type { Association, CrmObject, ObjectType, Portal, PropertyVersion } from '../portal/model.ts';
import { OBJECT_TYPES } from '../portal/portal.ts';

/** An object as a checker reads it: plain data, times in ms. */
export interface DumpedObject {
  readonly id: string;
  readonly type: ObjectType;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly archivedAt: number | null;
  readonly values: Readonly<Record<string, string>>;
  /** Newest first. */
  readonly history: Readonly<Record<string, readonly PropertyVersion[]>>;
  readonly associations: readonly Association[];
}

export interface PortalDump {
  readonly objects: Readonly<Record<ObjectType, readonly DumpedObject[]>>;
  /** Absorbed id → surviving id. */
  readonly merged: Readonly<Record<ObjectType, Readonly<Record<string, string>>>>;
}

/** Everything that the portal holds about its records, archived ones included. */
export function dumpPortal(portal: Portal): PortalDump {
  const objects = {} as Record<ObjectType, readonly DumpedObject[]>;
  const merged = {} as Record<ObjectType, Readonly<Record<string, string>>>;
  for (const type of OBJECT_TYPES) {
    objects[type] = [...portal.objects[type].values()].map((object) => dumpObject(portal, object));
    merged[type] = Object.fromEntries(portal.merged[type]);
  }
  return { objects, merged };
}

function dumpObject(portal: Portal, object: CrmObject): DumpedObject {
  const links = portal.index.links.get(`${object.type}/${object.id}`);
  return {
    id: object.id,
    type: object.type,
    createdAt: object.createdAt,
    updatedAt: object.updatedAt,
    archivedAt: object.archivedAt,
    values: object.values,
    history: Object.fromEntries(object.history),
    associations: [...(links?.values() ?? [])].flatMap((byId) => [...byId.values()].flat()),
  };
}
