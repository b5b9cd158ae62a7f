import { HubSpotError } from '../http/route.ts';
import type { Route, SandboxContext, SandboxReply, SandboxRequest } from '../http/route.ts';
import type { ObjectType, Portal, PropertyGroup } from '../portal/model.ts';
import { apiPaths } from './api-paths.ts';
import { objectTypeOf } from './properties-object-type.ts';
import {
  bodyRecord,
  invalid,
  notFound,
  optionalInteger,
  optionalText,
  requireFields,
} from './request-body.ts';
import { SCHEMAS_READ, SCHEMAS_WRITE, requireScopes, schemaScopes } from './scopes.ts';

const NAME = /^[a-z][a-z0-9_]*$/;

const paths = (rest: string): string[] => apiPaths('crm/properties', `/:objectType/groups${rest}`);

/** Property groups, under the properties API. */
export const propertyGroupRoutes: readonly Route[] = [
  { method: 'GET', paths: paths(''), scopes: SCHEMAS_READ, limit: 'burst', handle: listGroups },
  { method: 'POST', paths: paths(''), scopes: SCHEMAS_WRITE, limit: 'burst', handle: createGroup },
  { method: 'GET', paths: paths('/:groupName'), scopes: SCHEMAS_READ, limit: 'burst', handle: readGroup },
  {
    method: 'PATCH',
    paths: paths('/:groupName'),
    scopes: SCHEMAS_WRITE,
    limit: 'burst',
    handle: updateGroup,
  },
  {
    method: 'DELETE',
    paths: paths('/:groupName'),
    scopes: SCHEMAS_WRITE,
    limit: 'burst',
    handle: archiveGroup,
  },
];

function typeFor(request: SandboxRequest, access: 'read' | 'write'): ObjectType {
  const type = objectTypeOf(request.params['objectType']);
  requireScopes(request.token, schemaScopes(type, access));
  return type;
}

function listGroups(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  const groups = [...portal.groups[typeFor(request, 'read')].values()].filter((group) => !group.archived);
  return { status: 200, body: { results: groups.map(groupJson) } };
}

function readGroup(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  return { status: 200, body: groupJson(activeGroup(portal, typeFor(request, 'read'), request)) };
}

function createGroup(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  const type = typeFor(request, 'write');
  const input = bodyRecord(request.body);
  requireFields(input, ['name', 'label']);
  const name = optionalText(input, 'name') ?? '';
  if (!NAME.test(name)) {
    throw invalid(
      `Property group name '${name}' is not valid: it must begin with a lower-case letter and hold only lower-case letters, digits and underscores`,
    );
  }
  if (portal.groups[type].get(name)?.archived === false) {
    throw new HubSpotError(409, 'OBJECT_ALREADY_EXISTS', `A property group named '${name}' already exists.`);
  }
  const group: PropertyGroup = {
    name,
    label: optionalText(input, 'label') ?? '',
    displayOrder: optionalInteger(input, 'displayOrder') ?? -1,
    archived: false,
  };
  portal.groups[type].set(name, group);
  return { status: 201, body: groupJson(group) };
}

function updateGroup(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  const group = activeGroup(portal, typeFor(request, 'write'), request);
  const input = bodyRecord(request.body);
  const label = optionalText(input, 'label') ?? group.label;
  const displayOrder = optionalInteger(input, 'displayOrder') ?? group.displayOrder;
  Object.assign(group, { label, displayOrder });
  return { status: 200, body: groupJson(group) };
}

function archiveGroup(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  const type = typeFor(request, 'write');
  const group = activeGroup(portal, type, request);
  const holdsProperties = [...portal.properties[type].values()].some(
    (property) => property.groupName === group.name && !property.archived,
  );
  if (holdsProperties) {
    throw invalid("Can't delete or purge a group with active properties", {
      subCategory: 'PropertyGroupError.GROUP_WITH_ACTIVE_PROPERTIES',
    });
  }
  group.archived = true;
  return { status: 204 };
}

function activeGroup(portal: Portal, type: ObjectType, request: SandboxRequest): PropertyGroup {
  const name = request.params['groupName'] ?? '';
  const group = portal.groups[type].get(name);
  if (group === undefined || group.archived)
    throw notFound(`Property group with name '${name}' does not exist`);
  return group;
}

const groupJson = ({ name, label, displayOrder, archived }: PropertyGroup): Record<string, unknown> => ({
  name,
  label,
  displayOrder,
  archived,
});
