import { HUBSPOT_SCOPES, OAUTH_SCOPE } from './scopes.ts';

/** What is done at the CRM, as far as rights go: each step takes rights of its own. */
export type CrmStep =
  'account' | 'users' | 'inviting' | 'fields' | 'field-setup' | 'contacts' | 'contact-writing';

/** What a step takes at HubSpot: a scope of the key or app, and a permission of the user behind it. */
export interface CrmRight {
  readonly scope: string;
  /** As HubSpot calls it. */
  readonly permission: string;
  /** Where it is on the page of the user's permissions. */
  readonly at: string;
}

/** HubSpot's names. The least that will do, also where HubSpot takes one of several scopes. */
export const HUBSPOT_RIGHTS: Readonly<Record<CrmStep, CrmRight>> = {
  account: { scope: 'oauth', permission: 'App Marketplace access', at: 'Account' },
  users: { scope: 'crm.objects.owners.read', permission: 'View contacts', at: 'CRM → Contacts' },
  inviting: { scope: 'settings.users.write', permission: 'Add and edit users', at: 'Account' },
  fields: { scope: 'crm.schemas.contacts.read', permission: 'View contacts', at: 'CRM → Contacts' },
  'field-setup': {
    scope: 'crm.schemas.contacts.write',
    permission: 'Edit property settings',
    at: 'Account → Settings access',
  },
  contacts: {
    scope: 'crm.objects.contacts.read',
    permission: 'View all contacts',
    at: 'CRM → Contacts',
  },
  'contact-writing': {
    scope: 'crm.objects.contacts.write',
    permission: 'Edit all contacts',
    at: 'CRM → Contacts',
  },
};

/** What the user gave us: a key, or access through an app of theirs. */
export type Credential = 'key' | 'app';

const KEY_PLACE = 'in HubSpot under Development → Keys → Service keys';

/**
 * Of the scopes that a refusal names, those to ask for: HubSpot lists every one that would do, and the step needs the
 * one that the set-up asks for anyway.
 */
export function scopesToAdd(step: CrmStep, named: readonly string[]): readonly string[] {
  const { scope } = HUBSPOT_RIGHTS[step];
  if (named.includes(scope)) return [scope];
  const ours = named.filter((each) => HUBSPOT_SCOPES.some(({ name }) => name === each));
  return ours.length > 0 ? ours : named;
}

/**
 * What is missing for a step that was refused, and where in HubSpot it is given: sentences.
 * @param scopes of `scopesToAdd`; none: HubSpot named none, so that it is the user who may not.
 */
export function missingRight(step: CrmStep, scopes: readonly string[], credential: Credential): string {
  const [scope] = scopes;
  if (scope === undefined) return missingPermission(step, credential);
  const lacks =
    scopes.length === 1
      ? `The ${credential} lacks the permission ${scope}.`
      : `The ${credential} needs one of the permissions ${scopes.join(', ')}.`;
  const next =
    credential === 'key'
      ? `Add it to the key ${KEY_PLACE}, then press Verify Again.`
      : 'Press Grant in Settings → CRM Details; the user who allows it needs the permission, too.';
  return `${lacks} ${next}`;
}

function missingPermission(step: CrmStep, credential: Credential): string {
  const { scope, permission, at } = HUBSPOT_RIGHTS[step];
  const who = credential === 'key' ? 'the user who made the key' : 'the user who allowed the app';
  const scopeToo =
    scope === OAUTH_SCOPE.name
      ? ''
      : credential === 'key'
        ? ` Look also whether the key has ${scope}, ${KEY_PLACE}.`
        : ` Look also whether the app has ${scope}: on CRM Details, Permissions.`;
  return `It takes the permission "${permission}" of ${who}. Have a super admin give it in HubSpot under Settings → Users & Teams → the user → Permissions → ${at}, then press Verify Again.${scopeToo}`;
}
