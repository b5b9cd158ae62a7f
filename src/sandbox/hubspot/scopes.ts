import type { AccessToken, ObjectType } from '../portal/model.ts';
import { HubSpotError } from '../http/route.ts';

/** Any one scope of each inner list is needed, all of the outer: the shape of `Route.scopes`. */
export type NeededScopes = readonly (readonly string[])[];

/** A token is needed, but no scope: `account-info/details` and the uninstall (facts: "oauth is enough"). */
export const ANY_TOKEN: NeededScopes = [];

export const OWNERS_READ: NeededScopes = [['crm.objects.owners.read', 'automation']];
export const USERS_READ: NeededScopes = [['settings.users.read', 'crm.objects.users.read']];
export const USERS_WRITE: NeededScopes = [['settings.users.write', 'crm.objects.users.write']];
export const TEAMS_READ: NeededScopes = [['settings.users.teams.read']];
export const LISTS_READ: NeededScopes = [['crm.lists.read', 'crm.segments.read']];
export const LISTS_CREATE: NeededScopes = [
  ['crm.lists.write', 'crm.segments.write', 'cms.membership.access_groups.write'],
];
export const LISTS_WRITE: NeededScopes = [...LISTS_READ, ...LISTS_CREATE];

/** Notes, e-mails, tasks, meetings, calls and messages have no object scopes of their own: they go with contacts. */
const READS_OF_TYPE: Readonly<Record<ObjectType, readonly string[]>> = {
  contacts: ['crm.schemas.contacts.read', 'crm.objects.contacts.read', 'crm.objects.contacts.write'],
  companies: ['crm.schemas.companies.read', 'crm.objects.companies.read', 'crm.objects.companies.write'],
  notes: [
    'crm.schemas.notes.read',
    'crm.objects.notes.read',
    'crm.schemas.contacts.read',
    'crm.objects.contacts.read',
  ],
  emails: [
    'crm.schemas.emails.read',
    'crm.objects.emails.read',
    'crm.schemas.contacts.read',
    'crm.objects.contacts.read',
  ],
  tasks: [
    'crm.schemas.tasks.read',
    'crm.objects.tasks.read',
    'crm.schemas.contacts.read',
    'crm.objects.contacts.read',
  ],
  meetings: [
    'crm.schemas.meetings.read',
    'crm.objects.meetings.read',
    'crm.schemas.contacts.read',
    'crm.objects.contacts.read',
  ],
  calls: [
    'crm.schemas.calls.read',
    'crm.objects.calls.read',
    'crm.schemas.contacts.read',
    'crm.objects.contacts.read',
  ],
  communications: [
    'crm.schemas.communications.read',
    'crm.objects.communications.read',
    'crm.schemas.contacts.read',
    'crm.objects.contacts.read',
  ],
};

const WRITES_OF_TYPE: Readonly<Record<ObjectType, readonly string[]>> = {
  contacts: ['crm.schemas.contacts.write'],
  companies: ['crm.schemas.companies.write'],
  notes: ['crm.schemas.notes.write', 'crm.schemas.contacts.write'],
  emails: ['crm.schemas.emails.write', 'crm.schemas.contacts.write'],
  tasks: ['crm.schemas.tasks.write', 'crm.schemas.contacts.write'],
  meetings: ['crm.schemas.meetings.write', 'crm.schemas.contacts.write'],
  calls: ['crm.schemas.calls.write', 'crm.schemas.contacts.write'],
  communications: ['crm.schemas.communications.write', 'crm.schemas.contacts.write'],
};

const unique = (names: readonly string[]): string[] => [...new Set(names)];

/** What the router can check before it knows the object type; the handler narrows with `schemaScopes`. */
export const SCHEMAS_READ: NeededScopes = [unique(Object.values(READS_OF_TYPE).flat())];
export const SCHEMAS_WRITE: NeededScopes = [unique(Object.values(WRITES_OF_TYPE).flat())];

/** The scopes that let a token read or change the properties of one object type. */
export function schemaScopes(type: ObjectType, access: 'read' | 'write'): NeededScopes {
  return [access === 'read' ? READS_OF_TYPE[type] : WRITES_OF_TYPE[type]];
}

/** HubSpot's 403 for a call that the token's scopes do not cover (facts: errors). */
export function missingScopes(needed: readonly string[]): HubSpotError {
  return new HubSpotError(
    403,
    'MISSING_SCOPES',
    "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
    {
      errors: [
        {
          message: 'One or more of the following scopes are required.',
          context: { requiredGranularScopes: [...needed] },
        },
      ],
      links: { scopes: 'https://developers.hubspot.com/scopes' },
    },
  );
}

/** Throws HubSpot's 403 when the token lacks one of the needed lists. */
export function requireScopes(token: AccessToken | null, needed: NeededScopes): void {
  for (const alternatives of needed) {
    if (!alternatives.some((scope) => token?.scopes.has(scope))) throw missingScopes(alternatives);
  }
}

/** What a service key for the whole product carries: the README's table "which scopes, why each". */
export const SERVICE_KEY_SCOPES: readonly string[] = [
  'crm.objects.contacts.read',
  'crm.objects.contacts.write',
  'crm.objects.companies.read',
  'crm.objects.owners.read',
  'crm.schemas.contacts.read',
  'crm.schemas.contacts.write',
  'crm.lists.read',
  'sales-email-read',
  'settings.users.read',
  'settings.users.write',
];

/** All scopes that the portal knows: what a consent page may ask for. */
export const KNOWN_SCOPES: ReadonlySet<string> = new Set([
  'oauth',
  ...SERVICE_KEY_SCOPES,
  ...[OWNERS_READ, USERS_READ, USERS_WRITE, TEAMS_READ, LISTS_WRITE, SCHEMAS_READ, SCHEMAS_WRITE].flat(2),
  'crm.objects.custom.read',
  'crm.objects.custom.write',
  'crm.objects.deals.read',
  'crm.objects.deals.write',
  'crm.schemas.custom.read',
  'crm.schemas.deals.read',
  'crm.export',
  'crm.import',
  'tickets',
  'timeline',
  'analytics.behavioral_events.send',
  'behavioral_events.event_definitions.read_write',
  'developer.webhooks_journal.read',
  'developer.webhooks_journal.subscriptions.read',
  'developer.webhooks_journal.subscriptions.write',
]);
