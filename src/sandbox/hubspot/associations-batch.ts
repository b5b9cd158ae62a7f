import type { Route, SandboxContext, SandboxReply, SandboxRequest } from '../http/route.ts';
import { associate, dissociate } from '../portal/associate.ts';
import { followMerges } from '../portal/write.ts';
import {
  associationPage,
  associationPaths,
  defaultKind,
  defaultViews,
  kindsFrom,
  needSide,
  pairOf,
  pairView,
} from './associations-call.ts';
import type { Pair } from './associations-call.ts';
import { batchError, batchReply } from './batch-reply.ts';
import type { BatchError } from './batch-reply.ts';
import { typeWord } from './object-call.ts';
import { idOf } from './object-input.ts';
import { batchInputs, bodyRecord, invalid, optionalText } from './request-body.ts';
import { ANY_TOKEN } from './scopes.ts';

const MAX_READS = 1_000;
const MAX_WRITES = 2_000;
const PAGE = 500;

/** The v4 and date-versioned batches of associations. */
export const associationBatchRoutes: readonly Route[] = [
  route('read', read),
  route('create', create),
  route('associate/default', associateDefault),
  route('archive', archive),
  route('labels/archive', archiveLabels),
];

function route(verb: string, handle: Route['handle']): Route {
  const paths = associationPaths(`/batch/${verb}`);
  return { method: 'POST', paths, scopes: ANY_TOKEN, limit: 'associations', handle };
}

function read(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const pair = pairOf(request, 'read');
  const { portal } = context;
  const startedAt = context.now();
  const results: unknown[] = [];
  const errors: BatchError[] = [];
  for (const input of batchInputs(request.body, MAX_READS)) {
    const id = idOf(input);
    const object = portal.objects[pair.from].get(id);
    const after = optionalText(input, 'after') ?? null;
    const page = object === undefined ? null : associationPage(portal, object, pair.to, after, PAGE);
    if (page === null || page.results.length === 0) {
      errors.push(nothingFound(pair, id));
      continue;
    }
    results.push({
      from: { id },
      to: page.results,
      ...(page.next === null ? {} : { paging: { next: { after: page.next } } }),
    });
  }
  return batchReply(200, startedAt, context.now(), results, errors);
}

function create(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const pair = pairOf(request, 'write');
  return each(request, context, 201, (input) => {
    const kinds = kindsFrom(pair, input['types']);
    const { from, to } = sides(context, pair, input);
    associate(context, from, to, kinds);
    return [pairView(from, to, kinds)];
  });
}

function associateDefault(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const pair = pairOf(request, 'write');
  const kind = defaultKind(pair);
  return each(request, context, 200, (input) => {
    const { from, to } = sides(context, pair, input);
    associate(context, from, to, [kind]);
    return defaultViews(from, to, kind);
  });
}

function archive(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const pair = pairOf(request, 'write');
  for (const input of batchInputs(request.body, MAX_WRITES)) {
    const from = followMerges(context.portal, pair.from, idOf(bodyRecord(input['from'])));
    if (!Array.isArray(input['to'])) throw invalid('Every input needs an array of records in to');
    for (const item of input['to'] as unknown[]) {
      const to = followMerges(context.portal, pair.to, idOf(bodyRecord(item)));
      if (from !== undefined && to !== undefined) dissociate(context, from, to, 'all');
    }
  }
  return { status: 204 };
}

function archiveLabels(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const pair = pairOf(request, 'write');
  for (const input of batchInputs(request.body, MAX_WRITES)) {
    const kinds = kindsFrom(pair, input['types']);
    const from = followMerges(context.portal, pair.from, idOf(bodyRecord(input['from'])));
    const to = followMerges(context.portal, pair.to, idOf(bodyRecord(input['to'])));
    if (from !== undefined && to !== undefined) dissociate(context, from, to, kinds);
  }
  return { status: 204 };
}

function each(
  request: SandboxRequest,
  context: SandboxContext,
  okStatus: 200 | 201,
  run: (input: Readonly<Record<string, unknown>>) => readonly unknown[],
): SandboxReply {
  const startedAt = context.now();
  const results: unknown[] = [];
  const errors: BatchError[] = [];
  for (const input of batchInputs(request.body, MAX_WRITES)) {
    try {
      results.push(...run(input));
    } catch (error) {
      errors.push(batchError(error, {}));
    }
  }
  return batchReply(okStatus, startedAt, context.now(), results, errors);
}

function sides(context: SandboxContext, pair: Pair, input: Readonly<Record<string, unknown>>) {
  return {
    from: needSide(context.portal, pair.from, idOf(bodyRecord(input['from']))),
    to: needSide(context.portal, pair.to, idOf(bodyRecord(input['to']))),
  };
}

function nothingFound({ from, to }: Pair, id: string): BatchError {
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: `No ${typeWord(to).toLowerCase()} is associated with ${typeWord(from).toLowerCase()} ${id}.`,
    context: { fromObjectId: [id], fromObjectType: [from], toObjectType: [to] },
    errors: [],
    links: {},
  };
}
