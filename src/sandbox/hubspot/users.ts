import { HubSpotError } from '../http/route.ts';
import type { Route, SandboxContext, SandboxReply, SandboxRequest } from '../http/route.ts';
import type { Owner, Portal } from '../portal/model.ts';
import { apiPaths, isDated } from './api-paths.ts';
import { addOwner, archiveOwner } from './owners.ts';
import { bodyRecord, invalid, notFound, optionalFlag, optionalText, optionalTexts } from './request-body.ts';
import { pageLimit, pageLink, requireFields } from './request-body.ts';
import { TEAMS_READ, USERS_READ, USERS_WRITE } from './scopes.ts';

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 100;
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;

const paths = (rest = ''): string[] => apiPaths('settings/users', rest);

/**
 * User provisioning. A user and her owner are one here: the user id is the owner's `userId`, and a
 * user who was just invited is an owner at once, which real portals do when she accepts.
 */
export const userRoutes: readonly Route[] = [
  { method: 'GET', paths: paths(), scopes: USERS_READ, limit: 'burst', handle: listUsers },
  { method: 'POST', paths: paths(), scopes: USERS_WRITE, limit: 'burst', handle: createUser },
  { method: 'GET', paths: paths('/roles'), scopes: USERS_READ, limit: 'burst', handle: listRoles },
  { method: 'GET', paths: paths('/teams'), scopes: TEAMS_READ, limit: 'burst', handle: listTeams },
  { method: 'GET', paths: paths('/:userId'), scopes: USERS_READ, limit: 'burst', handle: readUser },
  { method: 'PUT', paths: paths('/:userId'), scopes: USERS_WRITE, limit: 'burst', handle: updateUser },
  { method: 'DELETE', paths: paths('/:userId'), scopes: USERS_WRITE, limit: 'burst', handle: deleteUser },
];

const ROLES = [
  { id: '1001', name: 'Sales', requiresBillingWrite: false },
  { id: '1002', name: 'Marketing', requiresBillingWrite: false },
  { id: '1003', name: 'Billing administrator', requiresBillingWrite: true },
] as const;

interface UserSettings {
  readonly roleId?: string;
  readonly primaryTeamId?: string;
  readonly secondaryTeamIds?: readonly string[];
}

const settingsOfUsers = new WeakMap<Owner, UserSettings>();

function listUsers(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  const limit = pageLimit(request.query, DEFAULT_LIMIT, MAX_LIMIT);
  const after = request.query.get('after') ?? '';
  if (after !== '' && !/^\d+$/.test(after))
    throw invalid(`after must be a value of paging.next.after, not '${after}'`);
  const users = activeUsers(portal)
    .filter((user) => user.userId > Number(after === '' ? -1 : after))
    .sort((a, b) => a.userId - b.userId);
  const page = users.slice(0, limit);
  const last = String(page.at(-1)?.userId ?? '');
  const more = users.length > limit;
  const paging = { next: { after: last, link: pageLink(request.path, request.query, { after: last }) } };
  return { status: 200, body: { results: page.map((user) => userJson(user)), ...(more ? { paging } : {}) } };
}

function createUser(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const input = bodyRecord(request.body);
  requireFields(input, isDated(request.path) ? ['email', 'sendWelcomeEmail'] : ['email']);
  const email = (optionalText(input, 'email') ?? '').toLowerCase();
  if (!EMAIL.test(email)) throw invalid(`Email address ${email} is invalid`);
  if (activeUsers(context.portal).some((user) => user.email === email)) {
    throw new HubSpotError(409, 'CONFLICT', `User already exists: ${email}`);
  }
  const settings = settingsFrom(input);
  const firstName = optionalText(input, 'firstName');
  const lastName = optionalText(input, 'lastName');
  const user = addOwner(context, {
    email,
    ...(firstName === undefined ? {} : { firstName }),
    ...(lastName === undefined ? {} : { lastName }),
  });
  settingsOfUsers.set(user, settings);
  return { status: 201, body: userJson(user, optionalFlag(input, 'sendWelcomeEmail') ?? false) };
}

function readUser(request: SandboxRequest, { portal }: SandboxContext): SandboxReply {
  return { status: 200, body: userJson(userOf(request, portal)) };
}

function updateUser(request: SandboxRequest, context: SandboxContext): SandboxReply {
  const user = userOf(request, context.portal);
  const input = bodyRecord(request.body);
  settingsOfUsers.set(user, { ...settingsOfUsers.get(user), ...settingsFrom(input) });
  Object.assign(user, {
    firstName: optionalText(input, 'firstName') ?? user.firstName,
    lastName: optionalText(input, 'lastName') ?? user.lastName,
    updatedAt: context.now(),
  });
  return { status: 200, body: userJson(user) };
}

function deleteUser(request: SandboxRequest, context: SandboxContext): SandboxReply {
  archiveOwner(userOf(request, context.portal), context.now());
  return { status: 204 };
}

function listRoles(): SandboxReply {
  return { status: 200, body: { results: ROLES } };
}

function listTeams(): SandboxReply {
  return { status: 200, body: { results: [] } };
}

function settingsFrom(input: Readonly<Record<string, unknown>>): UserSettings {
  const roleId = optionalText(input, 'roleId');
  const primaryTeamId = optionalText(input, 'primaryTeamId');
  const secondaryTeamIds = optionalTexts(input, 'secondaryTeamIds');
  if (roleId !== undefined && !ROLES.some((role) => role.id === roleId)) {
    throw invalid(`Role ${roleId} does not exist in this account`);
  }
  return {
    ...(roleId === undefined ? {} : { roleId }),
    ...(primaryTeamId === undefined ? {} : { primaryTeamId }),
    ...(secondaryTeamIds === undefined ? {} : { secondaryTeamIds }),
  };
}

const activeUsers = (portal: Portal): Owner[] =>
  [...portal.owners.values()].filter((owner) => !owner.archived && owner.type === 'PERSON');

function userOf(request: SandboxRequest, portal: Portal): Owner {
  const idProperty = request.query.get('idProperty') ?? 'USER_ID';
  if (idProperty !== 'USER_ID' && idProperty !== 'EMAIL') {
    throw invalid(`idProperty must be USER_ID or EMAIL, not '${idProperty}'`);
  }
  const id = (request.params['userId'] ?? '').toLowerCase();
  const user = activeUsers(portal).find((owner) =>
    idProperty === 'EMAIL' ? owner.email === id : String(owner.userId) === id,
  );
  if (user === undefined) throw notFound();
  return user;
}

/** `sendWelcomeEmail` is true only in the answer to the call that sent one. */
function userJson(user: Owner, sendWelcomeEmail = false): Record<string, unknown> {
  const settings = settingsOfUsers.get(user) ?? {};
  return {
    id: String(user.userId),
    email: user.email,
    firstName: user.firstName,
    lastName: user.lastName,
    roleIds: settings.roleId === undefined ? [] : [settings.roleId],
    superAdmin: false,
    sendWelcomeEmail,
    ...settings,
  };
}
