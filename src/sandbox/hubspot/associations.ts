import type { Route, SandboxContext, SandboxReply, SandboxRequest } from '../http/route.ts';
import { associate, dissociate } from '../portal/associate.ts';
import { kindsBetween } from '../portal/association-types.ts';
import { followMerges } from '../portal/write.ts';
import { associationBatchRoutes } from './associations-batch.ts';
import {
  associationPage,
  associationPaths,
  defaultKind,
  defaultViews,
  kindsFrom,
  labelView,
  needSide,
  pairOf,
  pairView,
} from './associations-call.ts';
import { associationV3Routes } from './associations-v3.ts';
import { batchReply } from './batch-reply.ts';
import { objectPaths } from './object-call.ts';
import { needRecord } from './object-input.ts';
import { pageLimit, pageLink } from './request-body.ts';
import { ANY_TOKEN } from './scopes.ts';

const MAX_PAGE = 500;
const SIDE = '/:objectType/:objectId/associations';

/** Associations: v4 and date-versioned, single, batch and labels, with the v3 batches. */
export const associationRoutes: readonly Route[] = [
  route('GET', sidePaths(`${SIDE}/:toObjectType`), list),
  route('PUT', sidePaths(`${SIDE}/default/:toObjectType/:toObjectId`), putDefault),
  route('PUT', sidePaths(`${SIDE}/:toObjectType/:toObjectId`), put),
  route('DELETE', sidePaths(`${SIDE}/:toObjectType/:toObjectId`), remove),
  route('GET', associationPaths('/labels'), labels, 'associations'),
  ...associationBatchRoutes,
  ...associationV3Routes,
];

/** Associations below a record count as object calls; only those below `/associations` have their own budget. */
function route(
  method: Route['method'],
  paths: string[],
  handle: Route['handle'],
  limit: Route['limit'] = 'burst',
): Route {
  return { method, paths, scopes: ANY_TOKEN, limit, handle };
}

/** The date-versioned paths and the v4 twin; v3 has other shapes and is not served here. */
function sidePaths(rest: string): string[] {
  return [...objectPaths(rest).filter((path) => !path.includes('/v3/')), `/crm/v4/objects${rest}`];
}

function list(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const { from, to } = pairOf(request, 'read');
  const { portal } = context;
  const object = needRecord(portal, from, request.params['objectId'] ?? '', null);
  const limit = pageLimit(request.query, MAX_PAGE, MAX_PAGE);
  const { results, next } = associationPage(portal, object, to, request.query.get('after'), limit);
  if (next === null) return { status: 200, body: { results } };
  const link = pageLink(request.path, request.query, { after: next });
  return { status: 200, body: { results, paging: { next: { after: next, link } } } };
}

function put(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const pair = pairOf(request, 'write');
  const kinds = kindsFrom(pair, request.body);
  const from = needRecord(context.portal, pair.from, request.params['objectId'] ?? '', null);
  const to = needSide(context.portal, pair.to, request.params['toObjectId'] ?? '');
  associate(context, from, to, kinds);
  return { status: 201, body: pairView(from, to, kinds) };
}

function putDefault(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const pair = pairOf(request, 'write');
  const startedAt = context.now();
  const kind = defaultKind(pair);
  const from = needRecord(context.portal, pair.from, request.params['objectId'] ?? '', null);
  const to = needSide(context.portal, pair.to, request.params['toObjectId'] ?? '');
  associate(context, from, to, [kind]);
  return batchReply(200, startedAt, context.now(), defaultViews(from, to, kind));
}

function remove(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const pair = pairOf(request, 'write');
  const from = needRecord(context.portal, pair.from, request.params['objectId'] ?? '', null);
  const to = followMerges(context.portal, pair.to, request.params['toObjectId'] ?? '');
  if (to !== undefined) dissociate(context, from, to, 'all');
  return { status: 204 };
}

function labels(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const { from, to } = pairOf(request, 'read');
  const results = kindsBetween(from, to).map((kind) => labelView(context.portal, kind));
  return { status: 200, body: { results } };
}
