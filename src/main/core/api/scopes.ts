import type { z } from 'zod';
import type { scopeView } from '#contract/connections.ts';

/** The scopes a service key needs, each with the feature that uses it. None is asked for that no feature uses. */
export const SCOPES: readonly z.infer<typeof scopeView>[] = [
  {
    scope: 'crm.objects.contacts.read',
    purpose: 'Read the contacts assigned to an assistant, with their owner history.',
    needed: true,
  },
  {
    scope: 'crm.objects.contacts.write',
    purpose: 'Write the status, leave notes and tasks, log e-mails, hand the contact back.',
    needed: true,
  },
  {
    scope: 'crm.objects.owners.read',
    purpose: 'Find the assistants and the previous owners among the users.',
    needed: true,
  },
  { scope: 'crm.schemas.contacts.read', purpose: 'See which of our fields the portal has.', needed: true },
  {
    scope: 'crm.schemas.contacts.write',
    purpose: 'Create the fields Context, Schedule and Lead Connection Status, and note which machine works.',
    needed: true,
  },
  {
    scope: 'sales-email-read',
    purpose: 'Read back logged e-mails, so that none is logged twice.',
    needed: true,
  },
  {
    scope: 'settings.users.write',
    purpose: 'Invite an assistant as a user from here. Without it you invite her in HubSpot.',
    needed: false,
  },
];
