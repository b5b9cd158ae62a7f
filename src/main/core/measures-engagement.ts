import type { CoreContext } from './context.ts';

/** Whether opens and clicks of our mails are seen here: by the mailbox, or through the team's public address. */
export function measuresEngagement(core: Pick<CoreContext, 'mailboxes' | 'publicLinks'>): boolean {
  return core.mailboxes.measuresEngagement || core.publicLinks !== undefined;
}
