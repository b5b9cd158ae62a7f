import { OBJECT_TYPE_IDS } from '../portal/model.ts';
import type { ContactList, ObjectType, Portal } from '../portal/model.ts';
import { invalid, notFound } from './request-body.ts';

export type Membership = ContactList['memberships'][number];

const deletedLists = new WeakMap<Portal, Map<string, ContactList>>();

/** The list of this id, or HubSpot's 404. */
export function listOf(portal: Portal, listId: string): ContactList {
  const list = portal.lists.get(listId);
  if (list === undefined) throw notFound(`List does not exist with ID ${listId}.`);
  return list;
}

/** The members whose records are still there: a deleted or merged record has left its lists. */
export function liveMemberships(portal: Portal, list: ContactList): Membership[] {
  const type = (Object.keys(OBJECT_TYPE_IDS) as ObjectType[]).find(
    (name) => OBJECT_TYPE_IDS[name] === list.objectTypeId,
  );
  if (type === undefined) return [];
  const records = portal.objects[type];
  return list.memberships.filter((member) => records.get(member.recordId)?.archivedAt === null);
}

/** A list without members. Names are unique within an object type. `now` in ms. */
export function createList(
  portal: Portal,
  input: Pick<ContactList, 'name' | 'objectTypeId' | 'processingType'>,
  now: number,
): ContactList {
  refuseTakenName(portal, input.objectTypeId, input.name);
  const taken = [...portal.lists.keys(), ...deletedOf(portal).keys()].map(Number);
  const list: ContactList = {
    ...input,
    listId: String(Math.max(0, ...taken) + 1),
    processingStatus: 'COMPLETE',
    listVersion: 1,
    createdAt: now,
    updatedAt: now,
    memberships: [],
    lastRecordAddedAt: null,
    lastRecordRemovedAt: null,
  };
  portal.lists.set(list.listId, list);
  return list;
}

export function renameList(portal: Portal, list: ContactList, name: string, now: number): void {
  if (name !== list.name) refuseTakenName(portal, list.objectTypeId, name);
  Object.assign(list, { name, updatedAt: now, listVersion: list.listVersion + 1 });
}

export function deleteList(portal: Portal, list: ContactList): void {
  portal.lists.delete(list.listId);
  deletedOf(portal).set(list.listId, list);
}

/** Brings a deleted list back with its members, or HubSpot's 404. */
export function restoreList(portal: Portal, listId: string): void {
  const list = deletedOf(portal).get(listId);
  if (list === undefined) throw notFound(`List does not exist with ID ${listId}.`);
  deletedOf(portal).delete(listId);
  portal.lists.set(listId, list);
}

function refuseTakenName(portal: Portal, objectTypeId: string, name: string): void {
  const taken = [...portal.lists.values()].some(
    (list) => list.objectTypeId === objectTypeId && list.name === name,
  );
  if (taken)
    throw invalid(`A list named '${name}' already exists: list names must be unique`, {
      subCategory: 'ILS.DUPLICATE_LIST_NAMES',
    });
}

function deletedOf(portal: Portal): Map<string, ContactList> {
  const lists = deletedLists.get(portal) ?? new Map<string, ContactList>();
  deletedLists.set(portal, lists);
  return lists;
}
