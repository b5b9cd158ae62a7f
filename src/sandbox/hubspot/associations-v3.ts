import type { Route, SandboxContext, SandboxReply, SandboxRequest } from '../http/route.ts';
import { associate, associatedIds, dissociate } from '../portal/associate.ts';
import { kindsBetween } from '../portal/association-types.ts';
import type { AssociationKind } from '../portal/association-types.ts';
import { followMerges } from '../portal/write.ts';
import { needSide, pairOf } from './associations-call.ts';
import type { Pair } from './associations-call.ts';
import { batchError, batchReply, missingError } from './batch-reply.ts';
import type { BatchError } from './batch-reply.ts';
import { idOf } from './object-input.ts';
import { batchInputs, bodyRecord, invalid, optionalText } from './request-body.ts';
import { ANY_TOKEN } from './scopes.ts';

const MAX_READS = 1_000;
const MAX_WRITES = 2_000;

/** The v3 batches of associations, where a type goes by its name. */
export const associationV3Routes: readonly Route[] = [
  route('POST', '/batch/read', read),
  route('POST', '/batch/create', create),
  route('POST', '/batch/archive', archive),
  route('GET', '/types', types),
];

function route(method: Route['method'], rest: string, handle: Route['handle']): Route {
  const pair = `/:objectType/:toObjectType${rest}`;
  const paths = [`/crm/v3/associations${pair}`, `/crm/associations/v3${pair}`];
  return { method, paths, scopes: ANY_TOKEN, limit: 'associations', handle };
}

function read(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const { from, to } = pairOf(request, 'read');
  const { portal } = context;
  const startedAt = context.now();
  const names = new Map(kindsBetween(from, to).map((kind) => [kind.typeId, kind.name]));
  const results: unknown[] = [];
  const missing: string[] = [];
  for (const input of batchInputs(request.body, MAX_READS)) {
    const id = idOf(input);
    const object = portal.objects[from].get(id);
    if (object === undefined) {
      missing.push(id);
      continue;
    }
    const sides = associatedIds(portal, object, to).flatMap(([toId, entries]) =>
      entries.map((entry) => ({ id: toId, type: names.get(entry.typeId) ?? '' })),
    );
    if (sides.length > 0) results.push({ from: { id }, to: sides });
  }
  const errors = missing.length === 0 ? [] : [missingError(from, missing)];
  return batchReply(200, startedAt, context.now(), results, errors);
}

function create(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const pair = pairOf(request, 'write');
  const { portal } = context;
  const startedAt = context.now();
  const results: unknown[] = [];
  const errors: BatchError[] = [];
  for (const input of batchInputs(request.body, MAX_WRITES)) {
    try {
      const kind = kindNamed(pair, optionalText(input, 'type') ?? '');
      const from = needSide(portal, pair.from, idOf(bodyRecord(input['from'])));
      const to = needSide(portal, pair.to, idOf(bodyRecord(input['to'])));
      associate(context, from, to, [kind]);
      results.push({ from: { id: from.id }, to: { id: to.id }, type: kind.name });
    } catch (error) {
      errors.push(batchError(error, {}));
    }
  }
  return batchReply(201, startedAt, context.now(), results, errors);
}

function archive(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const pair = pairOf(request, 'write');
  for (const input of batchInputs(request.body, MAX_WRITES)) {
    const kind = kindNamed(pair, optionalText(input, 'type') ?? '');
    const from = followMerges(context.portal, pair.from, idOf(bodyRecord(input['from'])));
    const to = followMerges(context.portal, pair.to, idOf(bodyRecord(input['to'])));
    if (from !== undefined && to !== undefined) dissociate(context, from, to, [kind]);
  }
  return { status: 204 };
}

function types(request: SandboxRequest): SandboxReply {
  const { from, to } = pairOf(request, 'read');
  const results = kindsBetween(from, to).map((kind) => ({ id: String(kind.typeId), name: kind.name }));
  return { status: 200, body: { results } };
}

function kindNamed({ from, to }: Pair, name: string): AssociationKind {
  const kind = kindsBetween(from, to).find((one) => one.name === name || String(one.typeId) === name);
  if (kind === undefined) throw invalid(`${name} is not an association type from ${from} to ${to}`);
  return kind;
}
