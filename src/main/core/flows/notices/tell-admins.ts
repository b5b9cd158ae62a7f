import type { CoreContext } from '../../context.ts';
import type { NativeNotice } from '../../ports/notifier.ts';
import type { Change } from '../../ports/store/change.ts';
import type { Assistant, OutboxDraft } from '../../ports/store/rows.ts';

/** Something that the admins should know. */
export interface News {
  readonly connectionId: string;
  /** One incident is told once, however often this is called with its key. */
  readonly incidentKey: string;
  readonly subject: string;
  /** Plain text; the first line is the in-app notice. */
  readonly text: string;
}

/**
 * What to commit so that every admin gets one mail, and the app one notice. The mails go through the mailbox of an
 * assistant of the connection; without one there is the notice alone.
 */
export function tellAdmins(core: CoreContext, news: News): Pick<Change, 'outbox' | 'notices'> {
  const { connectionId, incidentKey, subject, text } = news;
  const now = core.clock.now();
  const [headline = subject] = text.split('\n');
  const sender = noticeSender(core, connectionId);
  const outbox = sender === null ? [] : mails(core, news, sender);
  return {
    notices: [
      { id: `notice/${incidentKey}`, topic: 'needs-attention', text: headline, leadId: null, at: now },
    ],
    outbox,
  };
}

/** After the commit: the notice, where the host can show it now. */
export function showNotice(
  core: CoreContext,
  { text, subject }: Pick<News, 'text' | 'subject'>,
  solvedAt?: NativeNotice['solvedAt'],
): void {
  const [headline = subject] = text.split('\n');
  core.notifier.notify({
    topic: 'needs-attention',
    text: headline,
    leadId: null,
    ...(solvedAt === undefined ? {} : { solvedAt }),
  });
  core.push(['notices', 'attention', 'activity']);
  core.wake();
}

/** The assistant through whose mailbox notices of a connection go: the first that has one; null: none has. */
export function noticeSender(core: CoreContext, connectionId: string): Assistant | null {
  const linked = new Set(core.store.assistants.links(connectionId).map((link) => link.assistantId));
  const all = core.store.assistants.all();
  const hers = all.filter((assistant) => linked.has(assistant.id));
  return (hers.length === 0 ? all : hers).find((each) => core.mailboxes.of(each) !== null) ?? null;
}

function mails(core: CoreContext, news: News, sender: Assistant): NonNullable<Change['outbox']> {
  return core.store.health.admins().map((to) => noticeMail(core, news, sender, to));
}

/** One notice by mail to one address; the same incident tells the same address once. */
export function noticeMail(
  core: CoreContext,
  { connectionId, incidentKey, subject, text }: News,
  sender: Assistant,
  to: string,
): OutboxDraft {
  const domain = sender.email.split('@')[1] ?? 'baton.invalid';
  const key = `notice-mail:${incidentKey}:${to}`;
  return {
    key,
    connectionId,
    leadId: null,
    recordId: null,
    journalId: null,
    effect: {
      kind: 'notice-mail',
      incidentKey,
      assistantId: sender.id,
      messageId: `<${core.ids.next()}@${domain}>`,
      to,
      subject,
      text,
    },
    lane: key,
    priority: 0,
    createdAt: core.clock.now(),
  };
}
