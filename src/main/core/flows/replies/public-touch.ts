import { applyEvent } from '../../apply-event.ts';
import type { CoreContext } from '../../context.ts';
import { nthLink } from '../nurture/public-mail.ts';
import type { Mail } from '../../ports/store/rows.ts';

/**
 * A mail was opened, or a link of it clicked, as the public address saw it just now. Kept before this returns. What a
 * mail scanner does in the first minutes is told apart by the domain.
 */
export function mailTouched(core: CoreContext, kind: 'opened' | 'clicked', mailId: string): void {
  const mail = sentMail(core, mailId);
  if (mail === null || mail.sentAt === null) return;
  applyEvent(core, mail.leadId, { type: kind, sentAt: mail.sentAt, at: core.clock.now() });
}

/** Where the nth link of a mail leads; null: there is no such mail or link, and the click leads nowhere. */
export function linkOfMail(core: CoreContext, mailId: string, nth: number): string | null {
  return nthLink(sentMail(core, mailId)?.html ?? null, nth);
}

/**
 * The person of this mail used the unsubscribe link: nothing is written to any address of theirs again. Kept before
 * this returns; safe to repeat. False: the mail is not known here.
 */
export function unsubscribed(core: CoreContext, mailId: string): boolean {
  const mail = sentMail(core, mailId);
  const lead = mail === null ? null : core.store.leads.byId(mail.leadId);
  if (mail === null || lead === null) return false;
  const addresses = mail.to.map((to) => to.address.toLowerCase());
  const isDone = core.store.suppressions.among(addresses).size === addresses.length;
  if (lead.state === 'UnSubscribed' && isDone) return true;
  applyEvent(core, lead.id, { type: 'unsubscribed', at: core.clock.now(), addresses });
  return true;
}

function sentMail(core: CoreContext, mailId: string): Mail | null {
  const mail = core.store.mails.byId(mailId);
  return mail?.direction === 'outgoing' ? mail : null;
}
