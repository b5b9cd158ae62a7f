import type { ImapFlow } from 'imapflow';
import type { MailAccount } from '#core/domain/mail/mail-settings.ts';
import { MailProblem } from '#core/ports/mailbox-problem.ts';
import type { MailCredential, MailTestStep, StopSignal } from '#core/ports/mailboxes.ts';
import { connectImap, INBOX } from './imap/imap-session.ts';
import { findFolders, noSentFolder } from './imap/sent-folder.ts';
import type { LineOptions } from './line.ts';
import { problemOf, type Asked } from './problem-of.ts';
import { outcomeOf } from './smtp/refusal.ts';
import { connectSmtp, type SmtpSession } from './smtp/smtp-session.ts';

/** From this part of the space on the user is warned. */
const NEARLY_FULL = 0.95;

type Name = MailTestStep['step'];

/**
 * Tries an account out, step by step: reading, the folder of sent mails, space, sending. Leaves nothing behind.
 * A step that fails ends it, but a missing folder and a full mailbox do not: what else is wrong is said, too.
 */
export async function* tryOut(
  account: MailAccount,
  credential: MailCredential,
  address: string,
  stop: StopSignal,
  line: LineOptions,
): AsyncGenerator<MailTestStep> {
  const ends: (() => void)[] = [];
  const close = (): void => {
    for (const end of ends) end();
  };
  const watched: LineOptions = { ...line, onOpening: (end) => ends.push(end) };
  stop.addEventListener('abort', close);
  const askedImap: Asked = { protocol: 'IMAP', server: account.imap, preset: account.preset };
  const askedSmtp: Asked = { protocol: 'SMTP', server: account.smtp, preset: account.preset };
  const failed = (step: Name, problem: MailProblem): MailTestStep => said(step, 'failed', problem.message);
  try {
    yield said('imap', 'running', `Connecting to ${account.imap.host} and logging in.`);
    if (stop.aborted) return;
    let imap: ImapFlow;
    try {
      imap = await connectImap({ ...watched, account, credential: () => Promise.resolve(credential) });
    } catch (error) {
      if (!stop.aborted) yield failed('imap', problemOf(error, askedImap));
      return;
    }
    yield said('imap', 'ok', `Logged in at ${account.imap.host}.`);
    try {
      yield* look(imap, account);
    } catch (error) {
      if (!stop.aborted) yield failed('inbox', problemOf(error, askedImap));
      return;
    }
    if (stop.aborted) return;
    yield said('smtp', 'running', `Connecting to ${account.smtp.host} and logging in.`);
    if (stop.aborted) return;
    let smtp: SmtpSession;
    try {
      smtp = await connectSmtp(account, credential, watched);
    } catch (error) {
      if (!stop.aborted) yield failed('smtp', problemOf(error, askedSmtp));
      return;
    }
    yield said('smtp', 'ok', `Logged in at ${account.smtp.host}.`);
    yield said('sender', 'running', `Asking whether mail may be sent as ${address}.`);
    try {
      await smtp.wouldTake({ from: address, to: address });
    } catch (error) {
      if (!stop.aborted) {
        const outcome = outcomeOf(error, askedSmtp, address);
        yield said('sender', 'failed', 'because' in outcome ? outcome.because : '');
      }
      return;
    }
    yield said('sender', 'ok', `Mail may be sent as ${address}.`);
  } finally {
    close();
  }
}

/** The inbox, the folder of sent mails, and the space that is left. */
async function* look(client: ImapFlow, account: MailAccount): AsyncGenerator<MailTestStep> {
  yield said('inbox', 'running', 'Opening the inbox.');
  const inbox = await client.mailboxOpen(INBOX, { readOnly: true });
  const idle = client.capabilities.has('IDLE')
    ? 'New mail is told at once.'
    : 'The server does not tell of new mail, so it is looked for every few seconds.';
  yield said('inbox', 'ok', `The inbox has ${inbox.exists.toLocaleString('en')} mails. ${idle}`);

  yield said('sent', 'running', 'Looking for the folder of sent mails.');
  const { sent, all } = await findFolders(client, account);
  if (sent === null) {
    yield { ...said('sent', 'failed', noSentFolder().message), folders: all };
  } else {
    const isThere = all.includes(sent);
    const sentence = isThere
      ? `Sent mails are kept in “${sent}”.`
      : `The folder “${sent}” is made with the first mail.`;
    yield { ...said('sent', isThere ? 'ok' : 'warning', sentence), folders: all };
  }

  yield said('space', 'running', 'Asking for the space that is left.');
  const quota = await client.getQuota(INBOX).catch(() => false as const);
  const { usage, limit } = (quota === false ? undefined : quota.storage) ?? {};
  if (usage === undefined || limit === undefined || limit === 0) {
    yield said('space', 'ok', 'The server names no limit of space.');
    return;
  }
  const share = usage / limit;
  const percent = `${Math.round(share * 100)} % of the space is used.`;
  if (share >= 1)
    yield said('space', 'failed', `The mailbox is full. Delete mails there, or get more space.`);
  else if (share >= NEARLY_FULL)
    yield said('space', 'warning', `${percent} Soon nothing can come in any more.`);
  else yield said('space', 'ok', percent);
}

function said(step: Name, state: MailTestStep['state'], sentence: string): MailTestStep {
  return { step, state, sentence, folders: [] };
}
