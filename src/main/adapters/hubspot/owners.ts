import { z } from 'zod';
import type { CrmUser } from '#core/domain/leads/facts.ts';
import { CrmError } from '#core/ports/crm-error.ts';
import { paths } from './paths.ts';
import type { Transport } from './transport.ts';
import { idText, paging } from './values.ts';

const ownersPage = z.object({
  results: z.array(
    z.object({
      id: idText,
      email: z.string().nullish(),
      firstName: z.string().nullish(),
      lastName: z.string().nullish(),
      archived: z.boolean().nullish(),
    }),
  ),
  paging,
});
type Owner = z.output<typeof ownersPage>['results'][number];

const PAGE_SIZE = '100';

/** Everybody who can own records, deactivated users too. `id` is the owner id, which owner fields hold. */
export async function listUsers(transport: Transport): Promise<readonly CrmUser[]> {
  const active = await listOwners(transport, false);
  const archived = await listOwners(transport, true);
  const users = new Map<string, CrmUser>();
  for (const owner of archived) users.set(owner.id, userOf(owner, false));
  for (const owner of active) users.set(owner.id, userOf(owner, owner.archived !== true));
  return [...users.values()];
}

async function listOwners(transport: Transport, archived: boolean): Promise<Owner[]> {
  const owners: Owner[] = [];
  let after: string | undefined;
  do {
    const page = await transport.send(
      {
        method: 'GET',
        path: paths.owners(),
        query: [
          ['limit', PAGE_SIZE],
          ['archived', String(archived)],
          ...(after === undefined ? [] : [['after', after] as const]),
        ],
        doing: 'to list the users',
        isWrite: false,
        purpose: 'users',
        policy: 'burst',
        urgency: 'interactive',
      },
      ownersPage,
    );
    owners.push(...page.results);
    after = page.paging?.next?.after;
  } while (after !== undefined);
  return owners;
}

function userOf(owner: Owner, active: boolean): CrmUser {
  const name = [owner.firstName, owner.lastName].filter(Boolean).join(' ');
  const email = owner.email ?? '';
  return { id: owner.id, email, name: name || email || owner.id, active };
}

/** Invites an address as a user of the portal; a user who is there already is as good as invited. */
export async function inviteUser(transport: Transport, email: string, name: string): Promise<void> {
  const [firstName, ...rest] = name.trim().split(/\s+/);
  try {
    await transport.send(
      {
        method: 'POST',
        path: paths.users(),
        body: { email, firstName, lastName: rest.join(' ') || undefined, sendWelcomeEmail: true },
        doing: 'to invite a user',
        isWrite: true,
        purpose: 'users',
        policy: 'burst',
        urgency: 'interactive',
      },
      z.unknown(),
    );
  } catch (error) {
    if (error instanceof CrmError && error.kind === 'conflict') return;
    throw error instanceof CrmError && error.kind === 'forbidden' ? mayNotInvite(email, error) : error;
  }
}

function mayNotInvite(email: string, cause: CrmError): CrmError {
  return new CrmError(
    'forbidden',
    `${cause.message} Or invite ${email} yourself in HubSpot under Settings → Users & Teams, and press Refresh.`,
    { missingScopes: cause.missingScopes, cause },
  );
}
