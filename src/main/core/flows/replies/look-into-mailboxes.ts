import type { CoreContext } from '../../context.ts';
import { MINUTE } from '../../domain/time.ts';
import type { Assistant } from '../../ports/store/rows.ts';
import { observeEngagement } from './observe-engagement.ts';
import { observeMailbox } from './observe-mailbox.ts';

/** How often a mailbox is looked into although its server tells of news: it might not tell of the junk folder. */
const EVEN_IF_WATCHED = MINUTE;

/** Looks into every mailbox; into those whose server tells of news less often. */
export async function lookIntoMailboxes(core: CoreContext): Promise<void> {
  await Promise.all(core.store.assistants.all().map((assistant) => look(core, assistant)));
}

/** Looks into the mailboxes that told of news, now. */
export async function lookAtNews(core: CoreContext): Promise<void> {
  const told = core.mailboxHealth.takeNews();
  await Promise.all(
    told.map(async (id) => {
      const assistant = core.store.assistants.byId(id);
      if (assistant !== null) await read(core, assistant);
    }),
  );
}

async function look(core: CoreContext, assistant: Assistant): Promise<void> {
  const lookedAt = core.mailboxHealth.lookedAt(assistant.id);
  const isRecent = lookedAt !== null && core.clock.now() - lookedAt < EVEN_IF_WATCHED;
  if (isRecent && core.mailboxes.of(assistant)?.isWatching === true) return;
  await read(core, assistant);
}

/** One mailbox that cannot be reached does not keep the others from being read. */
async function read(core: CoreContext, assistant: Assistant): Promise<void> {
  try {
    await observeMailbox(core, assistant);
    await observeEngagement(core, assistant);
    core.mailboxes.of(assistant)?.watch?.(() => {
      core.mailboxHealth.tell(assistant.id);
      core.wake();
    });
  } catch (error) {
    if (core.halt.since !== null) return;
    core.log.error('mailbox-failed', error, { assistantId: assistant.id });
  }
}
