import type { Route, SandboxContext, SandboxReply, SandboxRequest } from '../http/route.ts';
import type { Owner, Portal } from '../portal/model.ts';
import { apiPaths, isDated } from './api-paths.ts';
import { invalid, notFound, pageLimit, pageLink } from './request-body.ts';
import { OWNERS_READ } from './scopes.ts';

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 500;
/** Owner and user ids are 32-bit numbers in HubSpot's documents, unlike record ids. */
const FIRST_OWNER_ID = 412_000_001;
const FIRST_USER_ID = 61_000_001;

/** The owners API, read-only: owners appear when a user is added to the portal. */
export const ownerRoutes: readonly Route[] = [
  { method: 'GET', paths: apiPaths('crm/owners'), scopes: OWNERS_READ, limit: 'burst', handle: listOwners },
  {
    method: 'GET',
    paths: apiPaths('crm/owners', '/:ownerId'),
    scopes: OWNERS_READ,
    limit: 'burst',
    handle: readOwner,
  },
];

/** Who a new user of this portal is, apart from the ids that the caller gives. */
export interface NewOwner {
  readonly email: string;
  readonly firstName?: string;
  readonly lastName?: string;
}

/**
 * Makes the owner of a user; an owner who was archived under the same address comes back with the
 * same ids, as HubSpot does when a user is added again.
 */
export function addOwner(context: SandboxContext, { email, firstName = '', lastName = '' }: NewOwner): Owner {
  const { portal } = context;
  const address = email.toLowerCase();
  const owners = [...portal.owners.values()];
  const before = owners.find((owner) => owner.email === address);
  const owner: Owner = {
    id:
      before?.id ??
      String(
        nextNumber(
          FIRST_OWNER_ID,
          owners.map((owner) => Number(owner.id)),
        ),
      ),
    email: address,
    type: 'PERSON',
    firstName: firstName === '' ? (before?.firstName ?? '') : firstName,
    lastName: lastName === '' ? (before?.lastName ?? '') : lastName,
    userId:
      before?.userId ??
      nextNumber(
        FIRST_USER_ID,
        owners.map((owner) => owner.userId),
      ),
    createdAt: before?.createdAt ?? context.now(),
    updatedAt: context.now(),
    archived: false,
  };
  portal.owners.set(owner.id, owner);
  return owner;
}

/** Takes the user away: her records keep their owner id, which can no longer be assigned. */
export function archiveOwner(owner: Owner, now: number): void {
  Object.assign(owner, { archived: true, updatedAt: now });
}

/** Owners are never taken out of the portal, so a number above all of them is a new one. */
const nextNumber = (first: number, taken: readonly number[]): number => Math.max(first - 1, ...taken) + 1;

function listOwners(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  const { query } = request;
  const limit = pageLimit(query, DEFAULT_LIMIT, MAX_LIMIT);
  const email = query.get('email')?.toLowerCase();
  const after = afterId(query.get('after'));
  const owners = [...portal.owners.values()]
    .filter((owner) => owner.archived === (query.get('archived') === 'true'))
    .filter((owner) => email === undefined || email === '' || owner.email === email)
    .filter((owner) => Number(owner.id) > after)
    .sort((a, b) => Number(a.id) - Number(b.id));
  const page = owners.slice(0, limit);
  const last = page.at(-1);
  const paging =
    last === undefined || owners.length <= limit
      ? {}
      : { paging: { next: { after: last.id, link: pageLink(request.path, query, { after: last.id }) } } };
  return {
    status: 200,
    body: { results: page.map((owner) => ownerJson(request, portal, owner)), ...paging },
  };
}

function readOwner(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  const idProperty = request.query.get('idProperty') ?? 'id';
  if (idProperty !== 'id' && idProperty !== 'userId') {
    throw invalid(`idProperty must be id or userId, not '${idProperty}'`);
  }
  const owner = findOwner(portal, request.params['ownerId'] ?? '', idProperty);
  if (owner === undefined || owner.archived !== (request.query.get('archived') === 'true')) throw notFound();
  return { status: 200, body: ownerJson(request, portal, owner) };
}

function findOwner(portal: Portal, id: string, idProperty: 'id' | 'userId'): Owner | undefined {
  if (idProperty === 'id') return portal.owners.get(id);
  return [...portal.owners.values()].find((owner) => String(owner.userId) === id);
}

function afterId(after: string | null): number {
  if (after === null || after === '') return -1;
  const id = Number(after);
  if (!Number.isInteger(id)) throw invalid(`after must be a value of paging.next.after, not '${after}'`);
  return id;
}

/**
 * An archived owner has no `userId` any more, only `userIdIncludingInactive` (facts: owners): null on
 * v3 paths, left out on date-versioned ones, whose published schema knows no null.
 */
function ownerJson(request: SandboxRequest, portal: Portal, owner: Owner): Record<string, unknown> {
  const noUser = portal.settings.nullsOnEveryPath || !isDated(request.path) ? { userId: null } : {};
  return {
    id: owner.id,
    email: owner.email,
    type: owner.type,
    firstName: owner.firstName,
    lastName: owner.lastName,
    ...(owner.archived ? noUser : { userId: owner.userId }),
    userIdIncludingInactive: owner.userId,
    createdAt: new Date(owner.createdAt).toISOString(),
    updatedAt: new Date(owner.updatedAt).toISOString(),
    archived: owner.archived,
  };
}
