import type { ScopeFeature } from '#contract/names.ts';

/** A permission at the CRM, with the feature that uses it. */
export interface Scope {
  readonly name: string;
  readonly feature: ScopeFeature;
  /** One line for the person who grants it. */
  readonly purpose: string;
}

/** Every scope that some feature uses (HubSpot's names). None is asked for that no switched-on feature uses. */
export const HUBSPOT_SCOPES: readonly Scope[] = [
  {
    name: 'crm.objects.contacts.read',
    feature: 'reading',
    purpose: 'Read the contacts assigned to an assistant, with their owner history.',
  },
  {
    name: 'crm.objects.contacts.write',
    feature: 'writing',
    purpose: 'Write the status, leave notes and tasks, log e-mails, hand the contact back.',
  },
  {
    name: 'crm.objects.owners.read',
    feature: 'reading',
    purpose: 'Find the assistants and the previous owners among the users.',
  },
  {
    name: 'crm.schemas.contacts.read',
    feature: 'reading',
    purpose: 'See which of our fields the portal has.',
  },
  {
    name: 'crm.schemas.contacts.write',
    feature: 'writing',
    purpose: 'Create the fields Context, Schedule and Lead Connection Status, and note which machine works.',
  },
  {
    name: 'sales-email-read',
    feature: 'reading',
    purpose: 'Read back logged e-mails, so that none is logged twice.',
  },
  {
    name: 'settings.users.write',
    feature: 'inviting',
    purpose: 'Invite an assistant as a user from here. Without it you invite her in HubSpot.',
  },
];

/** An app asks for it whatever it does: it says which account it is. */
export const OAUTH_SCOPE: Scope = {
  name: 'oauth',
  feature: 'reading',
  purpose: 'Tell Baton which account it is.',
};

/** Which features are switched on. */
export interface ScopeWishes {
  readonly readOnly: boolean;
  readonly invites: boolean;
}

/** The scopes that an app asks for: HubSpot shows no consent page without the required ones. */
export function scopesToAsk(wishes: ScopeWishes): {
  readonly required: readonly Scope[];
  readonly optional: readonly Scope[];
} {
  return {
    required: [OAUTH_SCOPE, ...HUBSPOT_SCOPES.filter(({ feature }) => feature === 'reading')],
    optional: HUBSPOT_SCOPES.filter(
      ({ feature }) =>
        (feature === 'writing' && !wishes.readOnly) || (feature === 'inviting' && wishes.invites),
    ),
  };
}

/** Of what the assistants need to work, the scopes that were not granted; inviting is never among them. */
export function missingToWork(granted: readonly string[], readOnly: boolean): readonly Scope[] {
  const { required, optional } = scopesToAsk({ readOnly, invites: false });
  return [...required, ...optional].filter(
    ({ name }) => name !== OAUTH_SCOPE.name && !granted.includes(name),
  );
}
