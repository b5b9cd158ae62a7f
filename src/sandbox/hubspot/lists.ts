import type { Route, SandboxContext, SandboxReply, SandboxRequest } from '../http/route.ts';
import { OBJECT_TYPE_IDS } from '../portal/model.ts';
import type { ContactList, Portal } from '../portal/model.ts';
import { apiPaths, isDated } from './api-paths.ts';
import { membershipRoutes } from './lists-memberships.ts';
import { createList, deleteList, listOf, liveMemberships, renameList, restoreList } from './lists-store.ts';
import {
  bodyRecord,
  invalid,
  notFound,
  optionalInteger,
  optionalText,
  optionalTexts,
} from './request-body.ts';
import { requireFields, texts } from './request-body.ts';
import { LISTS_CREATE, LISTS_READ, LISTS_WRITE } from './scopes.ts';

const DEFAULT_COUNT = 20;
const MAX_COUNT = 500;
const MAX_MAPPINGS = 10_000;

const paths = (rest = ''): string[] => apiPaths('crm/lists', rest);

/** Lists, which HubSpot's screens call segments: `/crm/lists/{version}` and the v3 twins. */
export const listRoutes: readonly Route[] = [
  { method: 'GET', paths: paths(), scopes: LISTS_READ, limit: 'burst', handle: listsByIds },
  { method: 'POST', paths: paths(), scopes: LISTS_CREATE, limit: 'burst', handle: create },
  { method: 'POST', paths: paths('/search'), scopes: LISTS_READ, limit: 'burst', handle: search },
  { method: 'GET', paths: paths('/idmapping'), scopes: LISTS_READ, limit: 'burst', handle: mapOneId },
  { method: 'POST', paths: paths('/idmapping'), scopes: LISTS_READ, limit: 'burst', handle: mapIds },
  {
    method: 'GET',
    paths: paths('/object-type-id/:objectTypeId/name/:listName'),
    scopes: LISTS_READ,
    limit: 'burst',
    handle: listByName,
  },
  ...membershipRoutes,
  { method: 'GET', paths: paths('/:listId'), scopes: LISTS_READ, limit: 'burst', handle: listById },
  { method: 'DELETE', paths: paths('/:listId'), scopes: LISTS_WRITE, limit: 'burst', handle: remove },
  { method: 'PUT', paths: paths('/:listId/restore'), scopes: LISTS_WRITE, limit: 'burst', handle: restore },
  {
    method: 'PUT',
    paths: paths('/:listId/update-list-name'),
    scopes: LISTS_WRITE,
    limit: 'burst',
    handle: rename,
  },
];

function listsByIds(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  const lists = request.query.getAll('listIds').flatMap((id) => portal.lists.get(id) ?? []);
  return { status: 200, body: { lists: lists.map((list) => listJson(portal, list)) } };
}

function listById(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  return { status: 200, body: { list: listJson(portal, listOf(portal, request.params['listId'] ?? '')) } };
}

function listByName(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  const { objectTypeId, listName } = request.params;
  const list = [...portal.lists.values()].find(
    (item) => item.objectTypeId === objectTypeId && item.name === listName,
  );
  if (list === undefined) throw notFound(`List does not exist with name ${listName ?? ''}.`);
  return { status: 200, body: { list: listJson(portal, list) } };
}

/** Makes a list that is filled by hand; a list that follows filters is made in the portal's screens. */
function create(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const input = bodyRecord(request.body);
  requireFields(input, ['name', 'objectTypeId', 'processingType']);
  const name = optionalText(input, 'name') ?? '';
  const objectTypeId = optionalText(input, 'objectTypeId') ?? '';
  const processingType = optionalText(input, 'processingType');
  if (name.trim() === '') throw invalid('List name must not be empty');
  if (!Object.values(OBJECT_TYPE_IDS).includes(objectTypeId)) {
    throw invalid(`Object type ${objectTypeId} does not exist`);
  }
  if (processingType !== 'MANUAL') {
    throw invalid(
      `processingType '${processingType ?? ''}' is not supported here: only MANUAL lists can be created`,
    );
  }
  const list = createList(context.portal, { name, objectTypeId, processingType }, context.now());
  return { status: 200, body: { list: listJson(context.portal, list) } };
}

function remove(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  deleteList(portal, listOf(portal, request.params['listId'] ?? ''));
  return { status: 204 };
}

function restore(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  restoreList(portal, request.params['listId'] ?? '');
  return { status: 204 };
}

function rename(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const list = listOf(context.portal, request.params['listId'] ?? '');
  const name = request.query.get('listName') ?? '';
  if (name.trim() === '') throw invalid('listName must not be empty');
  renameList(context.portal, list, name, context.now());
  return { status: 200, body: { updatedList: listJson(context.portal, list) } };
}

/** Lists whose name holds the query, by offset. The stamps in `additionalProperties` tell cheaply what changed. */
function search(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  const input = bodyRecord(request.body);
  if (isDated(request.path))
    requireFields(input, ['additionalProperties', 'listIds', 'offset', 'processingTypes']);
  const extra = optionalTexts(input, 'additionalProperties') ?? [];
  const offset = optionalInteger(input, 'offset') ?? 0;
  const count = optionalInteger(input, 'count') ?? DEFAULT_COUNT;
  if (offset < 0) throw invalid('offset must be 0 or more');
  if (count < 1 || count > MAX_COUNT) throw invalid(`count must be from 1 to ${MAX_COUNT}`);
  const matches = [...portal.lists.values()].filter(filterOf(input));
  const lists = matches.slice(offset, offset + count).map((list) => searchJson(portal, list, extra));
  return {
    status: 200,
    body: {
      offset: offset + lists.length,
      hasMore: offset + lists.length < matches.length,
      lists,
      total: matches.length,
    },
  };
}

function filterOf(input: Readonly<Record<string, unknown>>): (list: ContactList) => boolean {
  const ids = new Set(optionalTexts(input, 'listIds') ?? []);
  const types = new Set(optionalTexts(input, 'processingTypes') ?? []);
  const query = (optionalText(input, 'query') ?? '').toLowerCase();
  const objectTypeId = optionalText(input, 'objectTypeId');
  return (list) =>
    (ids.size === 0 || ids.has(list.listId)) &&
    (types.size === 0 || types.has(list.processingType)) &&
    (objectTypeId === undefined || list.objectTypeId === objectTypeId) &&
    list.name.toLowerCase().includes(query);
}

/** The sandbox has no lists from before 2020: the old number of a list is its number. */
function mapOneId(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  const legacyListId = request.query.get('legacyListId') ?? '';
  return { status: 200, body: { listId: listOf(portal, legacyListId).listId, legacyListId } };
}

function mapIds(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  const ids = texts(request.body, 'the body');
  if (ids.length > MAX_MAPPINGS) throw invalid(`At most ${MAX_MAPPINGS} ids can be mapped in one call`);
  return {
    status: 200,
    body: {
      legacyListIdsToIdsMapping: ids
        .filter((id) => portal.lists.has(id))
        .map((id) => ({ listId: id, legacyListId: id })),
      missingLegacyListIds: ids.filter((id) => !portal.lists.has(id)),
    },
  };
}

const headJson = (list: ContactList): Record<string, unknown> => ({
  listId: list.listId,
  listVersion: list.listVersion,
  name: list.name,
  objectTypeId: list.objectTypeId,
  processingType: list.processingType,
  processingStatus: list.processingStatus,
  createdAt: new Date(list.createdAt).toISOString(),
  updatedAt: new Date(list.updatedAt).toISOString(),
});

function listJson(portal: Portal, list: ContactList): Record<string, unknown> {
  return { ...headJson(list), size: liveMemberships(portal, list).length };
}

function searchJson(portal: Portal, list: ContactList, extra: readonly string[]): Record<string, unknown> {
  const known: Readonly<Record<string, string | null>> = {
    hs_list_size: String(liveMemberships(portal, list).length),
    hs_last_record_added_at: textOf(list.lastRecordAddedAt),
    hs_last_record_removed_at: textOf(list.lastRecordRemovedAt),
    hs_folder_name: null,
    hs_list_reference_count: '0',
    hs_list_name: list.name,
    hs_list_id: list.listId,
    hs_object_type_id: list.objectTypeId,
  };
  const names = new Set([...SHOWN_ALWAYS, ...extra]);
  const additionalProperties = Object.fromEntries(
    Object.entries(known).filter(([name, value]) => names.has(name) && value !== null),
  );
  return { ...headJson(list), additionalProperties };
}

const SHOWN_ALWAYS = [
  'hs_list_size',
  'hs_last_record_added_at',
  'hs_last_record_removed_at',
  'hs_folder_name',
  'hs_list_reference_count',
];

const textOf = (time: number | null): string | null => (time === null ? null : String(time));
