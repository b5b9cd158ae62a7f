import type { SandboxContext } from '../http/route.ts';
import { takeAllAssociations } from './associate.ts';
import type { CrmObject } from './model.ts';
import { archiveObject, removeObject, valueOf } from './write.ts';

/**
 * A permanent deletion on a person's request (GDPR): the contact is gone for ever, absorbed ids too, and
 * its addresses are block-listed.
 */
export function eraseContact(context: SandboxContext, contact: CrmObject): void {
  const { portal } = context;
  for (const address of [valueOf(contact, 'email'), ...valueOf(contact, 'hs_additional_emails').split(';')]) {
    if (address !== '') portal.gdprBlocked.add(address.toLowerCase());
  }
  takeAllAssociations(portal, contact);
  removeObject(context, contact, null);
}

/** What DELETE does: e-mails are gone for ever, everything else goes into the recycle bin. */
export function deleteObject(context: SandboxContext, object: CrmObject): void {
  if (object.type !== 'emails') {
    archiveObject(context, object);
    return;
  }
  takeAllAssociations(context.portal, object);
  removeObject(context, object, null);
}
