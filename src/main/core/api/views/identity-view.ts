import type { CoreContext } from '../../context.ts';
import { identitySentence, identityWarning, type WritesAs } from '../../domain/crm/identity.ts';

/** In whose name writes stand in the CRM's history, and what speaks against it. */
export function identityView(core: CoreContext, as: WritesAs, user: string, ownContacts: number | null) {
  const address = user.toLowerCase();
  const assistant = core.store.assistants.all().find(({ email }) => email.toLowerCase() === address);
  const assistantName = assistant?.name ?? null;
  return {
    sentence: identitySentence(as, user),
    warning: identityWarning(as, { user, ownContacts, assistantName }),
  };
}
