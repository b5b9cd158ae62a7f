import type { Route, SandboxContext, SandboxReply, SandboxRequest } from '../http/route.ts';
import type { CrmObject, ObjectType, Portal } from '../portal/model.ts';
import { deleteObject } from '../portal/erase.ts';
import { isUniqueProperty } from '../portal/portal-index.ts';
import { batchError, batchReply, missingError } from './batch-reply.ts';
import type { BatchError } from './batch-reply.ts';
import { objectCall, objectPaths, sourceOf } from './object-call.ts';
import { change, checkChange, create, findRecord, idOf, planCreation, propertiesOf } from './object-input.ts';
import type { CreationPlan } from './object-input.ts';
import { createViewer, viewObject, viewerOfWrite } from './object-view.ts';
import type { ObjectView } from './object-view.ts';
import { batchInputs, bodyRecord, invalid, notFound, optionalText, optionalTexts } from './request-body.ts';
import { ANY_TOKEN } from './scopes.ts';

const MAX_INPUTS = 100;
const MAX_INPUTS_WITH_HISTORY = 50;

/** Batch read, create, update, upsert and archive. */
export const batchRoutes: readonly Route[] = [
  route('read', batchRead),
  route('create', batchCreate),
  route('update', batchUpdate),
  route('upsert', batchUpsert),
  route('archive', batchArchive),
];

function route(verb: string, handle: Route['handle']): Route {
  const paths = objectPaths(`/:objectType/batch/${verb}`);
  return { method: 'POST', paths, scopes: ANY_TOKEN, limit: 'burst', handle };
}

function batchRead(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const type = objectCall(request, 'read');
  const { portal } = context;
  const startedAt = context.now();
  const body = bodyRecord(request.body);
  const inputs = batchInputs(body, MAX_INPUTS);
  const withHistory = optionalTexts(body, 'propertiesWithHistory') ?? [];
  if (withHistory.length > 0 && inputs.length > MAX_INPUTS_WITH_HISTORY) {
    throw invalid(
      `The maximum number of inputs supported in a batch request for property histories is ${MAX_INPUTS_WITH_HISTORY}. Please reduce the number of items and try again`,
    );
  }
  const idProperty = optionalText(body, 'idProperty') ?? null;
  const isArchived = request.query.get('archived') === 'true';
  const found = new Map<string, CrmObject>();
  const missing: string[] = [];
  for (const id of new Set(inputs.map((input) => idOf(input)))) {
    const object = isArchived
      ? archivedOnly(portal, type, id)
      : findRecord(portal, type, id, idProperty, 'exact');
    if (object === undefined) missing.push(id);
    else found.set(object.id, object);
  }
  const viewer = createViewer(portal, type, request.path, {
    properties: optionalTexts(body, 'properties') ?? [],
    withHistory,
  });
  // By id, as the store has them: callers may not count on the order of their inputs.
  const results = [...found.values()]
    .sort((a, b) => Number(a.id) - Number(b.id))
    .map((object) => viewObject(portal, object, viewer));
  const errors = missing.length === 0 ? [] : [missingError(type, missing)];
  return batchReply(200, startedAt, context.now(), results, errors);
}

function batchCreate(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const type = objectCall(request, 'write');
  const { portal } = context;
  const startedAt = context.now();
  const inputs = batchInputs(request.body, MAX_INPUTS);
  const traces = inputs.map((input) => optionalText(input, 'objectWriteTraceId'));
  const isPartial = new Set(traces.filter((trace) => trace !== undefined)).size === inputs.length;
  const taken = new Set<string>();
  const plans: (readonly [CreationPlan, string | undefined])[] = [];
  const errors: BatchError[] = [];
  inputs.forEach((input, index) => {
    const trace = traces[index];
    try {
      const plan = planCreation(portal, type, input);
      refuseTwins(portal, plan, taken);
      plans.push([plan, trace]);
    } catch (error) {
      if (!isPartial) throw error;
      errors.push(batchError(error, { objectWriteTraceId: [trace ?? ''] }));
    }
  });
  const results = plans.map(([plan, trace]) => {
    const object = create(context, plan, sourceOf(request));
    return written(request, portal, object, Object.keys(object.values), trace);
  });
  return batchReply(201, startedAt, context.now(), results, errors);
}

function batchUpdate(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const type = objectCall(request, 'write');
  const { portal } = context;
  const startedAt = context.now();
  const inputs = batchInputs(request.body, MAX_INPUTS);
  refuseRepeatedIds(inputs);
  const results: ObjectView[] = [];
  const errors: BatchError[] = [];
  const missing: string[] = [];
  for (const input of inputs) {
    const id = idOf(input);
    const trace = optionalText(input, 'objectWriteTraceId');
    const object = findRecord(portal, type, id, optionalText(input, 'idProperty') ?? null, 'exact');
    if (object === undefined) {
      if (trace === undefined) missing.push(id);
      else errors.push(batchError(notFound(), { ids: [id], objectWriteTraceId: [trace] }));
      continue;
    }
    try {
      const values = propertiesOf(input);
      change(context, object, values, sourceOf(request));
      results.push(written(request, portal, object, Object.keys(values), trace));
    } catch (error) {
      errors.push(batchError(error, { ids: [id], ...traceContext(trace) }));
    }
  }
  if (missing.length > 0) errors.push(missingError(type, missing));
  return batchReply(200, startedAt, context.now(), results, errors);
}

function batchUpsert(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const type = objectCall(request, 'write');
  const { portal } = context;
  const startedAt = context.now();
  const inputs = batchInputs(request.body, MAX_INPUTS);
  const idProperty = upsertProperty(portal, type, inputs);
  refuseRepeatedIds(inputs);
  // By e-mail HubSpot knows no partial success: one bad input refuses the batch before anything is written.
  if (idProperty === 'email')
    for (const input of inputs) upsert(request, context, type, idProperty, input, true);
  const results: unknown[] = [];
  const errors: BatchError[] = [];
  for (const input of inputs) {
    try {
      results.push(upsert(request, context, type, idProperty, input, false));
    } catch (error) {
      const trace = optionalText(input, 'objectWriteTraceId');
      errors.push(batchError(error, { ids: [idOf(input)], ...traceContext(trace) }));
    }
  }
  return batchReply(200, startedAt, context.now(), results, errors);
}

function batchArchive(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const type = objectCall(request, 'write');
  for (const input of batchInputs(request.body, MAX_INPUTS)) {
    const object = context.portal.objects[type].get(idOf(input));
    if (object !== undefined) deleteObject(context, object);
  }
  return { status: 204 };
}

function upsert(
  request: SandboxRequest,
  context: SandboxContext,
  type: ObjectType,
  idProperty: string,
  input: Readonly<Record<string, unknown>>,
  checkOnly: boolean,
): unknown {
  const { portal } = context;
  const id = idOf(input);
  const values = propertiesOf(input);
  const known = findRecord(portal, type, id, idProperty, 'exact');
  if (known === undefined) {
    const plan = planCreation(portal, type, { properties: { [idProperty]: id, ...values } });
    if (checkOnly) return null;
    const object = create(context, plan, sourceOf(request));
    const trace = optionalText(input, 'objectWriteTraceId');
    return { ...written(request, portal, object, Object.keys(object.values), trace), new: true };
  }
  if (checkOnly) {
    checkChange(portal, known, values);
    return null;
  }
  change(context, known, values, sourceOf(request));
  const names = [idProperty, ...Object.keys(values)];
  return { ...written(request, portal, known, names, optionalText(input, 'objectWriteTraceId')), new: false };
}

function upsertProperty(
  portal: Portal,
  type: ObjectType,
  inputs: readonly Readonly<Record<string, unknown>>[],
): string {
  const names = new Set(inputs.map((input) => optionalText(input, 'idProperty')));
  const [name] = names;
  if (names.size !== 1 || name === undefined) {
    throw invalid(
      'Every input of an upsert needs the same idProperty: email or a property with unique values.',
    );
  }
  if (!isUniqueProperty(portal, type, name)) {
    throw invalid(`${name} is not a unique identifier property.`);
  }
  return name;
}

function written(
  request: SandboxRequest,
  portal: Portal,
  object: CrmObject,
  names: readonly string[],
  trace: string | undefined,
): ObjectView {
  const view = viewObject(portal, object, viewerOfWrite(portal, object.type, request, names));
  return trace === undefined ? view : { ...view, objectWriteTraceId: trace };
}

function traceContext(trace: string | undefined): Record<string, readonly string[]> {
  return trace === undefined ? {} : { objectWriteTraceId: [trace] };
}

/** Two inputs of one batch may not claim the same unique value. */
function refuseTwins(portal: Portal, plan: CreationPlan, taken: Set<string>): void {
  for (const [name, value] of Object.entries(plan.values)) {
    if (value === '' || !isUniqueProperty(portal, plan.type, name)) continue;
    const key = `${name}\n${name === 'email' ? value.trim().toLowerCase() : value}`;
    if (taken.has(key)) throw invalid(`Duplicate IDs found in batch input: [${value}]. IDs must be unique`);
    taken.add(key);
  }
}

function refuseRepeatedIds(inputs: readonly Readonly<Record<string, unknown>>[]): void {
  const ids = inputs.map((input) => idOf(input));
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (repeated.length > 0) {
    throw invalid(`Duplicate IDs found in batch input: [${repeated.join(', ')}]. IDs must be unique`);
  }
}

function archivedOnly(portal: Portal, type: ObjectType, id: string): CrmObject | undefined {
  const object = portal.objects[type].get(id);
  return object === undefined || object.archivedAt === null ? undefined : object;
}
