import type { Route, SandboxContext, SandboxReply, SandboxRequest } from '../http/route.ts';
import { OBJECT_TYPE_IDS } from '../portal/model.ts';
import type { ContactList, ObjectType, Portal } from '../portal/model.ts';
import { apiPaths } from './api-paths.ts';
import { listOf, liveMemberships } from './lists-store.ts';
import type { Membership } from './lists-store.ts';
import {
  batchInputs,
  bodyRecord,
  invalid,
  optionalText,
  pageLimit,
  pageLink,
  requireFields,
  texts,
} from './request-body.ts';
import { LISTS_READ, LISTS_WRITE } from './scopes.ts';

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 250;
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

/** An order of members, with the cursor that names a place in it even when that member has left. */
interface MemberOrder {
  compare(a: Membership, b: Membership): number;
  token(member: Membership): string;
  place(token: string): Membership | null;
}

const byId = (a: Membership, b: Membership): number =>
  a.recordId.length - b.recordId.length || (a.recordId < b.recordId ? -1 : Number(a.recordId > b.recordId));

const BY_RECORD_ID: MemberOrder = {
  compare: byId,
  token: (member) => encode(member.recordId),
  place: (token) => {
    const recordId = decode(token);
    return /^\d+$/.test(recordId) ? { recordId, at: 0 } : null;
  },
};

const BY_JOIN_TIME: MemberOrder = {
  compare: (a, b) => a.at - b.at || byId(a, b),
  token: (member) => encode(`${member.at}|${member.recordId}`),
  place: (token) => {
    const [, at, recordId] = /^(\d+)\|(\d+)$/.exec(decode(token)) ?? [];
    return at === undefined || recordId === undefined ? null : { recordId, at: Number(at) };
  },
};

const encode = (text: string): string => Buffer.from(text).toString('base64url');
const decode = (token: string): string => Buffer.from(token, 'base64url').toString();

/**
 * One page of members: ascending after `after` or from the start; descending only when `before`
 * alone is given; `after` wins over `before` (facts: lists).
 */
function memberPage(request: SandboxRequest, { portal }: SandboxContext, order: MemberOrder): SandboxReply {
  const list = listOf(portal, request.params['listId'] ?? '');
  const { query } = request;
  const limit = pageLimit(query, DEFAULT_LIMIT, MAX_LIMIT);
  const members = liveMemberships(portal, list).sort((a, b) => order.compare(a, b));
  const after = placeOf(query.get('after'), 'after', order);
  const before = after === null ? placeOf(query.get('before'), 'before', order) : null;
  const rest =
    before === null
      ? members.filter((member) => after === null || order.compare(member, after) > 0)
      : members.filter((member) => order.compare(member, before) < 0).reverse();
  const page = rest.slice(0, limit);
  const paging = pagingOf(request, page, rest.length > limit, before !== null, after !== null, order);
  return {
    status: 200,
    body: { results: page.map(memberJson), total: members.length, ...paging },
  };
}

function pagingOf(
  request: SandboxRequest,
  page: readonly Membership[],
  more: boolean,
  descending: boolean,
  fromCursor: boolean,
  order: MemberOrder,
): Record<string, unknown> {
  const first = page[0];
  const last = page.at(-1);
  if (first === undefined || last === undefined) return {};
  const link = (cursor: Record<string, string>): string => pageLink(request.path, request.query, cursor);
  const forward = descending ? first : last;
  const back = descending ? last : first;
  const next =
    descending || more
      ? { next: { after: order.token(forward), link: link({ after: order.token(forward) }) } }
      : {};
  const hasPrevious = descending ? more : fromCursor;
  const prev = hasPrevious
    ? { prev: { before: order.token(back), link: link({ before: order.token(back) }) } }
    : {};
  return { paging: { ...next, ...prev } };
}

function placeOf(token: string | null, name: string, order: MemberOrder): Membership | null {
  if (token === null || token === '') return null;
  const place = order.place(token);
  if (place === null) throw invalid(`${name} must be a paging token of this list, not '${token}'`);
  return place;
}

const memberJson = (member: Membership): Record<string, unknown> => ({
  recordId: member.recordId,
  membershipTimestamp: new Date(member.at).toISOString(),
});

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
