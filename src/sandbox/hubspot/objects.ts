import type { Route, SandboxContext, SandboxReply, SandboxRequest } from '../http/route.ts';
import { deleteObject, eraseContact } from '../portal/erase.ts';
import { mergeObjects } from '../portal/merge.ts';
import type { CrmObject } from '../portal/model.ts';
import { followMerges } from '../portal/write.ts';
import { batchRoutes } from './batch.ts';
import { namesFrom, objectCall, objectPaths, sourceOf } from './object-call.ts';
import { change, create, findRecord, idOf, needRecord, planCreation, propertiesOf } from './object-input.ts';
import { createViewer, viewObject, viewerOfWrite } from './object-view.ts';
import type { ViewWish } from './object-view.ts';
import { bodyRecord, invalid, notFound, optionalText, pageLimit, pageLink } from './request-body.ts';
import { ANY_TOKEN } from './scopes.ts';

const ONE = '/:objectType/:objectId';
const ALL = '/:objectType';
const MAX_PAGE = 100;
const MAX_PAGE_WITH_HISTORY = 50;

/** Create, read, list, change, archive, batches, merge and GDPR delete of all object types. */
export const objectRoutes: readonly Route[] = [
  route('POST', ALL, createOne),
  route('GET', ALL, list),
  route('GET', ONE, readOne),
  route('PATCH', ONE, changeOne),
  route('DELETE', ONE, archiveOne),
  route('POST', '/:objectType/merge', merge),
  route('POST', '/:objectType/gdpr-delete', gdprDelete),
  ...batchRoutes,
];

function route(method: Route['method'], rest: string, handle: Route['handle']): Route {
  return { method, paths: objectPaths(rest), scopes: ANY_TOKEN, limit: 'burst', handle };
}

function createOne(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const type = objectCall(request, 'write');
  const plan = planCreation(context.portal, type, bodyRecord(request.body));
  const object = create(context, plan, sourceOf(request));
  const viewer = viewerOfWrite(context.portal, type, request, Object.keys(object.values));
  return { status: 201, body: viewObject(context.portal, object, viewer) };
}

function readOne(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const type = objectCall(request, 'read');
  const { portal } = context;
  const id = request.params['objectId'] ?? '';
  const idProperty = request.query.get('idProperty');
  const object = wantsArchived(request)
    ? archived(followMerges(portal, type, id))
    : needRecord(portal, type, id, idProperty);
  return {
    status: 200,
    body: viewObject(portal, object, createViewer(portal, type, request.path, wish(request))),
  };
}

function list(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const type = objectCall(request, 'read');
  const { portal } = context;
  const wanted = wish(request);
  const withHistory = (wanted.withHistory ?? []).length > 0;
  const limit = pageLimit(request.query, 10, withHistory ? MAX_PAGE_WITH_HISTORY : MAX_PAGE);
  const after = cursorOf(request.query.get('after'));
  const isArchived = wantsArchived(request);
  const page: CrmObject[] = [];
  for (const object of portal.objects[type].values()) {
    if ((object.archivedAt !== null) !== isArchived || Number(object.id) <= after) continue;
    page.push(object);
    if (page.length > limit) break;
  }
  const hasMore = page.length > limit;
  const shown = page.slice(0, limit);
  const next = shown.at(-1)?.id ?? '';
  const viewer = createViewer(portal, type, request.path, wanted);
  return {
    status: 200,
    body: {
      results: shown.map((object) => viewObject(portal, object, viewer)),
      ...(hasMore
        ? { paging: { next: { after: next, link: pageLink(request.path, request.query, { after: next }) } } }
        : {}),
    },
  };
}

function changeOne(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const type = objectCall(request, 'write');
  const { portal } = context;
  const values = propertiesOf(bodyRecord(request.body));
  const id = request.params['objectId'] ?? '';
  const object = needRecord(portal, type, id, request.query.get('idProperty'));
  change(context, object, values, sourceOf(request));
  const viewer = viewerOfWrite(portal, type, request, Object.keys(values));
  return { status: 200, body: viewObject(portal, object, viewer) };
}

function archiveOne(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const type = objectCall(request, 'write');
  const object = followMerges(context.portal, type, request.params['objectId'] ?? '');
  if (object === undefined) throw notFound();
  deleteObject(context, object);
  return { status: 204 };
}

function merge(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const type = objectCall(request, 'write');
  const { portal } = context;
  if (type !== 'contacts' && type !== 'companies') throw invalid(`Merging ${type} is not supported.`);
  const input = bodyRecord(request.body);
  const primary = needRecord(portal, type, idOf(input, 'primaryObjectId'), null);
  const secondary = needRecord(portal, type, idOf(input, 'objectIdToMerge'), null);
  if (primary === secondary) throw invalid('primaryObjectId and objectIdToMerge are the same record.');
  const merged = mergeObjects(context, primary, secondary, sourceOf(request));
  const viewer = viewerOfWrite(portal, type, request, Object.keys(merged.values));
  return { status: 200, body: viewObject(portal, merged, viewer) };
}

function gdprDelete(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const type = objectCall(request, 'write');
  const { portal } = context;
  if (type !== 'contacts') throw invalid(`A GDPR delete of ${type} is not supported.`);
  const input = bodyRecord(request.body);
  const id = idOf(input, 'objectId');
  const idProperty = optionalText(input, 'idProperty') ?? null;
  const contact = findRecord(portal, type, id, idProperty, 'follow-merges');
  if (contact !== undefined) eraseContact(context, contact);
  else if (idProperty === 'email') portal.gdprBlocked.add(id.trim().toLowerCase());
  else throw notFound();
  return { status: 204 };
}

function wish(request: SandboxRequest): ViewWish {
  return {
    properties: namesFrom(request.query, 'properties'),
    withHistory: namesFrom(request.query, 'propertiesWithHistory'),
    associations: namesFrom(request.query, 'associations'),
  };
}

function wantsArchived(request: SandboxRequest): boolean {
  return request.query.get('archived') === 'true';
}

function archived(object: CrmObject | undefined): CrmObject {
  if (object === undefined || object.archivedAt === null) throw notFound();
  return object;
}

function cursorOf(after: string | null): number {
  if (after === null || after === '') return 0;
  const cursor = Number(after);
  if (Number.isInteger(cursor) && cursor >= 0) return cursor;
  throw invalid(`after must be a cursor from paging.next.after, not '${after}'`);
}
