import type { SandboxRequest } from '../http/route.ts';
import { OBJECT_TYPE_IDS } from '../portal/model.ts';
import type { ObjectType, WriteSource } from '../portal/model.ts';
import { DATED_VERSIONS } from './api-paths.ts';
import { objectTypeOf } from './properties-object-type.ts';
import { requireScopes } from './scopes.ts';
import type { NeededScopes } from './scopes.ts';

export type Access = 'read' | 'write';

/** All paths of one endpoint below `/crm/objects/{version}`, with its v3 twin. */
export function objectPaths(rest: string): string[] {
  return [
    ...DATED_VERSIONS.map((version) => `/crm/objects/${version}${rest}`),
    `/crm/v3/objects${rest}`,
    `/crm/objects/v3${rest}`,
  ];
}

/** The object type that the path names; throws HubSpot's 400 for an unknown one, its 403 without the scope. */
export function objectCall(request: SandboxRequest, access: Access): ObjectType {
  const type = objectTypeOf(request.params['objectType']);
  requireScopes(request.token, objectScopes(type, access));
  return type;
}

/** The scopes for the records of a type (facts: scopes). Activities go with contacts. */
export function objectScopes(type: ObjectType, access: Access): NeededScopes {
  if (type === 'companies') return [[`crm.objects.companies.${access}`]];
  if (type === 'emails' && access === 'read') return [['crm.objects.contacts.read', 'sales-email-read']];
  return [[`crm.objects.contacts.${access}`]];
}

/** What the value history shows for writes with this call's token. */
export function sourceOf(request: SandboxRequest): WriteSource {
  const { token } = request;
  return {
    sourceType: 'INTEGRATION',
    sourceId: String(token?.appId ?? 0),
    ...(token?.userId === null || token?.userId === undefined ? {} : { updatedByUserId: token.userId }),
  };
}

/** HubSpot's name of a type in messages, such as CONTACT. */
export function typeWord(type: ObjectType): string {
  return type === 'companies' ? 'COMPANY' : type.slice(0, -1).toUpperCase();
}

/** The record's page in HubSpot's screens. */
export function recordLink(uiDomain: string, portalId: number, type: ObjectType, id: string): string {
  return `https://${uiDomain}/contacts/${portalId}/record/${OBJECT_TYPE_IDS[type]}/${id}`;
}

/** Names from a query such as `properties=a,b&properties=c`. */
export function namesFrom(query: URLSearchParams, parameter: string): string[] {
  return query
    .getAll(parameter)
    .flatMap((part) => part.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
