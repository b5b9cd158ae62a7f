import { applyEvent } from '../../apply-event.ts';
import type { CoreContext } from '../../context.ts';
import type { Assistant } from '../../ports/store/rows.ts';

/** Opens and clicks since the last look, where they are measured. */
export async function observeEngagement(core: CoreContext, assistant: Assistant): Promise<void> {
  const mailbox = core.mailboxes.of(assistant);
  if (mailbox === null || !core.mailboxes.measuresEngagement) return;
  const key = `engagement/${assistant.id}`;
  const before = core.store.cursor(key);
  const { events, cursor } = await mailbox.engagementSince(before);
  for (const event of events) {
    const mail = core.store.mails.byMessageIds([event.messageId])[0];
    if (mail === undefined || mail.assistantId !== assistant.id || mail.sentAt === null) continue;
    const type = event.kind === 'open' ? 'opened' : 'clicked';
    applyEvent(core, mail.leadId, { type, sentAt: mail.sentAt, at: event.at });
  }
  if (cursor !== before) core.store.commit({ cursors: { [key]: cursor } });
}
