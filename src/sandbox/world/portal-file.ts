import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { associatedIds, storeAssociation } from '../portal/associate.ts';
import type { Association, CrmObject, Portal } from '../portal/model.ts';
import { createPortalIndex } from '../portal/portal-index.ts';
import { OBJECT_TYPES } from '../portal/portal.ts';
import { reindexObject } from '../portal/write.ts';
import type { SavedMailWorld } from './mail-world.ts';

const FORMAT = 1;

/** A sandbox between two runs. The index of the portal is not in it: it is made again from the records. */
export interface SandboxFile {
  readonly format: number;
  readonly seed: number;
  readonly serviceKey: string;
  readonly controlToken: string;
  readonly mailToken: string;
  readonly portal: Portal;
  readonly mail: SavedMailWorld;
}

interface StoredFile extends SandboxFile {
  readonly associations: readonly Association[];
}

/** The file is there, but cannot be used; the message says why and what to do. */
export class UnusableSandboxFile extends Error {}

/** Writes the file anew; a crash in the middle leaves the old one. It holds tokens: only its owner can read it. */
export function saveSandboxFile(path: string, file: Omit<SandboxFile, 'format'>): void {
  const { portal } = file;
  const associations = OBJECT_TYPES.flatMap((from) =>
    [...portal.objects[from].values()].flatMap((object) => associationsOf(portal, object)),
  );
  const stored: StoredFile = { ...file, format: FORMAT, associations };
  const text = JSON.stringify({ ...stored, portal: { ...portal, index: null } }, (_key, value: unknown) => {
    if (value instanceof Map) return { $map: [...value] };
    return value instanceof Set ? { $set: [...value] } : value;
  });
  const temporary = `${path}.part`;
  writeFileSync(temporary, text, { mode: 0o600 });
  renameSync(temporary, path);
}

/** Reads a sandbox back; null: there is no such file yet. Throws `UnusableSandboxFile`. */
export function loadSandboxFile(path: string): SandboxFile | null {
  if (!existsSync(path)) return null;
  let stored: StoredFile;
  try {
    stored = JSON.parse(readFileSync(path, 'utf8'), revive) as StoredFile;
  } catch {
    throw new UnusableSandboxFile(
      `${path} is not a sandbox file; give another one, or remove it to begin anew.`,
    );
  }
  if (stored.format !== FORMAT) {
    throw new UnusableSandboxFile(
      `${path} was written by another version of the sandbox (format ${stored.format}, this one reads ${FORMAT}); give another file, or remove it to begin anew.`,
    );
  }
  const portal: Portal = { ...stored.portal, index: createPortalIndex() };
  for (const type of OBJECT_TYPES) {
    for (const object of portal.objects[type].values()) reindexObject(portal, object);
  }
  for (const association of stored.associations) storeAssociation(portal, association);
  return { ...stored, portal };
}

function associationsOf(portal: Portal, object: CrmObject): Association[] {
  return OBJECT_TYPES.flatMap((to) => associatedIds(portal, object, to).flatMap(([, found]) => found));
}

function revive(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$map' in value) return new Map(value.$map as [unknown, unknown][]);
  if ('$set' in value) return new Set(value.$set as unknown[]);
  return value;
}
