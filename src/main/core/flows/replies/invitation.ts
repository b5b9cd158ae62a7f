import type { CoreContext } from '../../context.ts';
import type { Assistant } from '../../ports/store/rows.ts';
import type { StrayMail } from '../../ports/store/strays.ts';
import { noticeMail, noticeSender } from '../notices/tell-admins.ts';

/** There is no mailbox through which it could go. */
export class NoMailbox extends Error {
  constructor() {
    super('No assistant has a mailbox yet, so nothing can be forwarded. Give one a mailbox first.');
  }
}

/**
 * Sends the link of an invitation to somebody who can accept it (domain.md section 1, set-up), once to each address.
 * It goes through the invited assistant's own mailbox, or another one's.
 * @throws NoMailbox
 */
export function forwardInvitation(
  core: CoreContext,
  stray: StrayMail,
  invited: Assistant,
  connectionId: string,
  to: string,
): void {
  const own = core.mailboxes.of(invited) === null ? null : invited;
  const sender = own ?? noticeSender(core, connectionId);
  if (sender === null) throw new NoMailbox();
  const link =
    stray.link ??
    `The mail has no link that Baton may pass on: open it in the mailbox of ${invited.email} (subject: ${stray.subject}).`;
  const text = [
    `${invited.name} was invited to become a user of the CRM, with the address ${invited.email}.`,
    '',
    'Accept the invitation for her here:',
    link,
    '',
    'Log out of the CRM first, or open the link in a private window: otherwise it is you who accepts.',
    'Then open CRM Details in Baton and press Refresh.',
  ].join('\n');
  const subject = `Baton: the CRM invitation for ${invited.name}`;
  const news = { connectionId, incidentKey: `invitation/${stray.id}`, subject, text };
  core.store.commit({ outbox: [noticeMail(core, news, sender, to)] });
  core.push(['activity']);
  core.wake();
}
