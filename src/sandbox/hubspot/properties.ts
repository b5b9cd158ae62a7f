import { HubSpotError } from '../http/route.ts';
import type { Route, SandboxContext, SandboxReply, SandboxRequest } from '../http/route.ts';
import { OBJECT_TYPE_IDS } from '../portal/model.ts';
import type { ObjectType, Portal, PropertyDefinition } from '../portal/model.ts';
import { apiPaths, isDated } from './api-paths.ts';
import { newProperty, propertyExists, propertyJson, updateProperty } from './properties-definition.ts';
import { objectTypeOf } from './properties-object-type.ts';
import { propertyGroupRoutes } from './property-groups.ts';
import {
  batchInputs,
  bodyRecord,
  invalid,
  notFound,
  optionalFlag,
  optionalText,
  requireFields,
} from './request-body.ts';
import { SCHEMAS_READ, SCHEMAS_WRITE, requireScopes, schemaScopes } from './scopes.ts';

const BATCH_MAX = 100;

const usedIn = new WeakMap<PropertyDefinition, number>();

/** Says that workflows, lists or formulas of the portal use a property: HubSpot then refuses to delete it. */
export function setPropertyUses(portal: Portal, type: ObjectType, name: string, places: number): void {
  const property = portal.properties[type].get(name);
  if (property !== undefined) usedIn.set(property, places);
}

const paths = (rest: string): string[] => apiPaths('crm/properties', `/:objectType${rest}`);

/** The properties API with its groups: `/crm/properties/{version}/{objectType}` and the v3 twins. */
export const propertyRoutes: readonly Route[] = [
  ...propertyGroupRoutes,
  { method: 'GET', paths: paths(''), scopes: SCHEMAS_READ, limit: 'burst', handle: listProperties },
  { method: 'POST', paths: paths(''), scopes: SCHEMAS_WRITE, limit: 'burst', handle: createOne },
  {
    method: 'POST',
    paths: paths('/batch/create'),
    scopes: SCHEMAS_WRITE,
    limit: 'burst',
    handle: createBatch,
  },
  { method: 'POST', paths: paths('/batch/read'), scopes: SCHEMAS_READ, limit: 'burst', handle: readBatch },
  {
    method: 'POST',
    paths: paths('/batch/archive'),
    scopes: SCHEMAS_WRITE,
    limit: 'burst',
    handle: archiveBatch,
  },
  { method: 'GET', paths: paths('/:propertyName'), scopes: SCHEMAS_READ, limit: 'burst', handle: readOne },
  {
    method: 'PATCH',
    paths: paths('/:propertyName'),
    scopes: SCHEMAS_WRITE,
    limit: 'burst',
    handle: updateOne,
  },
  {
    method: 'DELETE',
    paths: paths('/:propertyName'),
    scopes: SCHEMAS_WRITE,
    limit: 'burst',
    handle: archiveOne,
  },
];

function typeFor(request: SandboxRequest, access: 'read' | 'write'): ObjectType {
  const type = objectTypeOf(request.params['objectType']);
  requireScopes(request.token, schemaScopes(type, access));
  return type;
}

function listProperties(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  const type = typeFor(request, 'read');
  const archived = request.query.get('archived') === 'true';
  const sensitivity = request.query.get('dataSensitivity') ?? 'non_sensitive';
  const results = [...portal.properties[type].values()].filter(
    (property) => property.archived === archived && sensitivity === 'non_sensitive',
  );
  return { status: 200, body: { results: results.map(propertyJson) } };
}

function readOne(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  const type = typeFor(request, 'read');
  const name = request.params['propertyName'] ?? '';
  const property = portal.properties[type].get(name);
  if (property === undefined || property.archived !== (request.query.get('archived') === 'true')) {
    throw noSuchProperty(name);
  }
  return { status: 200, body: propertyJson(property) };
}

function createOne(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const type = typeFor(request, 'write');
  const property = create(context, type, request.body, isDated(request.path));
  return { status: 201, body: propertyJson(property) };
}

/** An archived property of the same name comes back, as old as it was, with the definition now given. */
function create(
  context: SandboxContext,
  type: ObjectType,
  body: unknown,
  dated: boolean,
): PropertyDefinition {
  const { portal } = context;
  const name = optionalText(bodyRecord(body), 'name') ?? '';
  const existing = portal.properties[type].get(name);
  if (existing !== undefined && !existing.archived) throw propertyExists(name);
  const property = newProperty(portal, type, body, dated, context.now());
  if (existing !== undefined) property.createdAt = existing.createdAt;
  portal.properties[type].set(name, property);
  return property;
}

function updateOne(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const type = typeFor(request, 'write');
  const property = activeProperty(context.portal, type, request.params['propertyName'] ?? '');
  updateProperty(context.portal, type, property, request.body, isDated(request.path), context.now());
  return { status: 200, body: propertyJson(property) };
}

function archiveOne(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const type = typeFor(request, 'write');
  archive(type, activeProperty(context.portal, type, request.params['propertyName'] ?? ''), context.now());
  return { status: 204 };
}

function archive(type: ObjectType, property: PropertyDefinition, now: number): void {
  const places = usedIn.get(property) ?? 0;
  if (places > 0) {
    throw invalid(
      `Property: ${property.name} of object type ${OBJECT_TYPE_IDS[type]} is currently used in ${places} places and cannot be deleted`,
      { subCategory: 'PropertyValidationError.CANNOT_DELETE_PROPERTY_IN_USE' },
    );
  }
  if (property.hubspotDefined)
    throw invalid(`Property ${property.name} is defined by HubSpot and cannot be deleted`);
  Object.assign(property, { archived: true, archivedAt: now, updatedAt: now });
}

/** 201 when all were made; 207 with one error each for those that were not. */
function createBatch(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const type = typeFor(request, 'write');
  const startedAt = context.now();
  const results: unknown[] = [];
  const errors: unknown[] = [];
  for (const input of batchInputs(request.body, BATCH_MAX)) {
    try {
      results.push(propertyJson(create(context, type, input, isDated(request.path))));
    } catch (error) {
      if (!(error instanceof HubSpotError)) throw error;
      errors.push(batchError(error, optionalText(input, 'name') ?? ''));
    }
  }
  return {
    status: errors.length === 0 ? 201 : 207,
    body: batchJson(results, errors, startedAt, context.now()),
  };
}

/** Names that are not there are told as one OBJECT_NOT_FOUND error in a 207. */
function readBatch(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const type = typeFor(request, 'read');
  const body = bodyRecord(request.body);
  requireFields(body, isDated(request.path) ? ['archived', 'inputs'] : ['inputs']);
  const archived = optionalFlag(body, 'archived') ?? false;
  const names = batchInputs(body, BATCH_MAX).map(nameOf);
  const found = names.map((name) => context.portal.properties[type].get(name));
  const results = found.filter((property) => property !== undefined && property.archived === archived);
  const missing = names.filter((_, index) => found[index]?.archived !== archived);
  const errors = missing.map((name) => batchError(noSuchProperty(name), name));
  const json = results.map((property) => propertyJson(property as PropertyDefinition));
  return {
    status: errors.length === 0 ? 200 : 207,
    body: batchJson(json, errors, context.now(), context.now()),
  };
}

/** 204 whatever the state of the properties was, unless one may not be deleted at all. */
function archiveBatch(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const type = typeFor(request, 'write');
  for (const input of batchInputs(request.body, BATCH_MAX)) {
    const property = context.portal.properties[type].get(nameOf(input));
    if (property !== undefined && !property.archived) archive(type, property, context.now());
  }
  return { status: 204 };
}

function nameOf(input: Readonly<Record<string, unknown>>): string {
  requireFields(input, ['name']);
  return optionalText(input, 'name') ?? '';
}

function activeProperty(portal: Portal, type: ObjectType, name: string): PropertyDefinition {
  const property = portal.properties[type].get(name);
  if (property === undefined || property.archived) throw noSuchProperty(name);
  return property;
}

const noSuchProperty = (name: string): HubSpotError =>
  notFound(`Property with name '${name}' does not exist`);

function batchError(error: HubSpotError, name: string): Record<string, unknown> {
  return {
    status: 'error',
    category: error.category,
    message: error.message,
    context: { name: [name] },
    errors: [],
    links: {},
  };
}

function batchJson(results: unknown[], errors: unknown[], startedAt: number, completedAt: number): unknown {
  return {
    status: 'COMPLETE',
    results,
    ...(errors.length === 0 ? {} : { numErrors: errors.length, errors }),
    startedAt: new Date(startedAt).toISOString(),
    completedAt: new Date(completedAt).toISOString(),
  };
}
