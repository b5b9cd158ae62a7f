import type { Route, SandboxContext, SandboxReply, SandboxRequest } from '../http/route.ts';
import { OBJECT_TYPE_IDS } from '../portal/model.ts';
import type { ContactList, ObjectType, Portal } from '../portal/model.ts';
import { apiPaths } from './api-paths.ts';
import { listOf, liveMemberships } from './lists-store.ts';
import { BY_JOIN_TIME, BY_RECORD_ID, memberPage } from './lists-paging.ts';
import { batchInputs, bodyRecord, invalid, optionalText, requireFields, texts } from './request-body.ts';
import { LISTS_READ, LISTS_WRITE } from './scopes.ts';

const MAX_CHANGES = 100_000;
const MAX_BATCH = 1000;

const paths = (rest: string): string[] => apiPaths('crm/lists', rest);

/** Who is in a list, and in which lists a record is. */
export const membershipRoutes: readonly Route[] = [
  {
    method: 'GET',
    paths: paths('/:listId/memberships'),
    scopes: LISTS_READ,
    limit: 'burst',
    handle: (request, context) => memberPage(request, context, BY_RECORD_ID),
  },
  {
    method: 'GET',
    paths: paths('/:listId/memberships/join-order'),
    scopes: LISTS_READ,
    limit: 'burst',
    handle: (request, context) => memberPage(request, context, BY_JOIN_TIME),
  },
  {
    method: 'PUT',
    paths: paths('/:listId/memberships/add'),
    scopes: LISTS_WRITE,
    limit: 'burst',
    handle: add,
  },
  {
    method: 'PUT',
    paths: paths('/:listId/memberships/remove'),
    scopes: LISTS_WRITE,
    limit: 'burst',
    handle: remove,
  },
  {
    method: 'PUT',
    paths: paths('/:listId/memberships/add-and-remove'),
    scopes: LISTS_WRITE,
    limit: 'burst',
    handle: addAndRemove,
  },
  {
    method: 'PUT',
    paths: paths('/:listId/memberships/add-from/:sourceListId'),
    scopes: LISTS_WRITE,
    limit: 'burst',
    handle: addFrom,
  },
  {
    method: 'DELETE',
    paths: paths('/:listId/memberships'),
    scopes: LISTS_WRITE,
    limit: 'burst',
    handle: removeAll,
  },
  {
    method: 'GET',
    paths: paths('/records/:objectTypeId/:recordId/memberships'),
    scopes: LISTS_READ,
    limit: 'burst',
    handle: listsOfRecord,
  },
  {
    method: 'POST',
    paths: paths('/records/memberships/batch/read'),
    scopes: LISTS_READ,
    limit: 'burst',
    handle: listsOfRecords,
  },
];

function add(request: SandboxRequest, context: SandboxContext): SandboxReply {
  return change(request, context, texts(request.body, 'the body'), []);
}

function remove(request: SandboxRequest, context: SandboxContext): SandboxReply {
  return change(request, context, [], texts(request.body, 'the body'));
}

function addAndRemove(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const input = bodyRecord(request.body);
  requireFields(input, ['recordIdsToAdd', 'recordIdsToRemove']);
  const toAdd = texts(input['recordIdsToAdd'], 'recordIdsToAdd');
  return change(request, context, toAdd, texts(input['recordIdsToRemove'], 'recordIdsToRemove'));
}

function addFrom(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const source = listOf(context.portal, request.params['sourceListId'] ?? '');
  const recordIds = liveMemberships(context.portal, source).map((member) => member.recordId);
  change(request, context, recordIds, []);
  return { status: 204 };
}

function removeAll(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const list = listOf(context.portal, request.params['listId'] ?? '');
  change(
    request,
    context,
    [],
    list.memberships.map((member) => member.recordId),
  );
  return { status: 204 };
}

function change(
  request: SandboxRequest,
  context: SandboxContext,
  toAdd: readonly string[],
  toRemove: readonly string[],
): SandboxReply {
  const list = listOf(context.portal, request.params['listId'] ?? '');
  if (list.processingType === 'DYNAMIC') {
    throw invalid(
      `List ${list.listId} is DYNAMIC: its members follow its filters and cannot be added or removed`,
    );
  }
  if (toAdd.length + toRemove.length > MAX_CHANGES) {
    throw invalid(`At most ${MAX_CHANGES} records can be added or removed in one call`);
  }
  const removed = removeMembers(list, toRemove, context.now());
  const { added, missing } = addMembers(context.portal, list, toAdd, context.now());
  return {
    status: 200,
    body: { recordsIdsAdded: added, recordIdsRemoved: removed, recordIdsMissing: missing },
  };
}

/** Puts records into a list, those that are there already left alone. `now` in ms. */
export function addMembers(
  portal: Portal,
  list: ContactList,
  recordIds: readonly string[],
  now: number,
): { readonly added: string[]; readonly missing: string[] } {
  const members = new Set(list.memberships.map((member) => member.recordId));
  const added: string[] = [];
  const missing: string[] = [];
  for (const recordId of new Set(recordIds)) {
    if (!isLive(portal, list.objectTypeId, recordId)) missing.push(recordId);
    else if (!members.has(recordId)) added.push(recordId);
  }
  list.memberships.push(...added.map((recordId) => ({ recordId, at: now })));
  if (added.length > 0) list.lastRecordAddedAt = now;
  return { added, missing };
}

/** Takes records out of a list; gives those that were in it. `now` in ms. */
export function removeMembers(list: ContactList, recordIds: readonly string[], now: number): string[] {
  const leaving = new Set(recordIds);
  const removed = list.memberships
    .map((member) => member.recordId)
    .filter((recordId) => leaving.has(recordId));
  list.memberships = list.memberships.filter((member) => !leaving.has(member.recordId));
  if (removed.length > 0) list.lastRecordRemovedAt = now;
  return removed;
}

function isLive(portal: Portal, objectTypeId: string, recordId: string): boolean {
  const type = (Object.keys(OBJECT_TYPE_IDS) as ObjectType[]).find(
    (name) => OBJECT_TYPE_IDS[name] === objectTypeId,
  );
  return type !== undefined && portal.objects[type].get(recordId)?.archivedAt === null;
}

function listsOfRecord(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  const results = membershipsOf(
    portal,
    request.params['objectTypeId'] ?? '',
    request.params['recordId'] ?? '',
  );
  return { status: 200, body: { results, total: results.length } };
}

function listsOfRecords(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const startedAt = context.now();
  const results = batchInputs(request.body, MAX_BATCH).map((input) => {
    requireFields(input, ['objectTypeId', 'recordId']);
    const objectTypeId = optionalText(input, 'objectTypeId') ?? '';
    const recordId = optionalText(input, 'recordId') ?? '';
    return {
      objectTypeId,
      recordId,
      recordListMemberships: membershipsOf(context.portal, objectTypeId, recordId),
    };
  });
  return {
    status: 200,
    body: {
      status: 'COMPLETE',
      results,
      startedAt: new Date(startedAt).toISOString(),
      completedAt: new Date(context.now()).toISOString(),
    },
  };
}

function membershipsOf(portal: Portal, objectTypeId: string, recordId: string): Record<string, unknown>[] {
  return [...portal.lists.values()].flatMap((list) => {
    if (list.objectTypeId !== objectTypeId) return [];
    const member = liveMemberships(portal, list).find((item) => item.recordId === recordId);
    if (member === undefined) return [];
    const addedAt = new Date(member.at).toISOString();
    return [
      {
        listId: list.listId,
        listVersion: list.listVersion,
        firstAddedTimestamp: addedAt,
        lastAddedTimestamp: addedAt,
      },
    ];
  });
}
