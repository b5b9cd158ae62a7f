import type { CoreContext } from '../../context.ts';
import { CrmError } from '../../ports/crm-error.ts';
import type { CrmGateway } from '../../ports/crm-gateway.ts';

/**
 * How many contacts the user with this address owns in the CRM: whether it is somebody's own account. null: the CRM
 * did not say, which keeps nothing from going on.
 */
export async function countOwnContacts(
  core: Pick<CoreContext, 'log'>,
  gateway: CrmGateway,
  address: string,
): Promise<number | null> {
  try {
    const users = await gateway.listUsers();
    const user = users.find(({ email, active }) => active && email.toLowerCase() === address.toLowerCase());
    if (user === undefined) return 0;
    const ownerIds = [user.id];
    const query = { kind: 'since', ownerIds, since: null, order: 'newest-first', offset: 0 } as const;
    const owned = await gateway.findAssigned(query);
    return owned.isWhole ? owned.total : null;
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    core.log.warn('own-contacts-not-counted', { kind: error.kind });
    return null;
  }
}
