import { createRealMailboxes } from '#adapters/mail/real-mailboxes.ts';
import { manualClock } from '#adapters/system/manual-clock.ts';
import type { MailAccount as Account } from '#core/domain/mail/mail-settings.ts';
import type { Mailbox, OutgoingMail } from '#core/ports/mailbox.ts';
import type { MailCredential } from '#core/ports/mailboxes.ts';
import type { MailboxSettings } from '#core/ports/store/rows.ts';
import { anAssistant } from '../an-assistant.ts';
import type { MailServers } from '../mail-servers.ts';
import type { MailAccount } from './dovecot.ts';

/** Short enough for tests; a server that answers at all is far quicker. */
export const SHORT_PATIENCE = { connect: 5_000, answer: 5_000, filing: 20 };

/** The account as the user would enter it. */
export function accountOn(
  servers: MailServers,
  account: MailAccount,
  changes: Partial<Account> = {},
): Account {
  return {
    preset: 'other',
    imap: { host: 'localhost', port: servers.imap.port, security: 'tls' },
    smtp: { host: 'localhost', port: servers.smtp.port, security: 'tls' },
    user: account.address,
    login: 'password',
    sentFolder: null,
    readsJunk: true,
    dailyLimit: null,
    ...changes,
  };
}

export interface OpenMailbox {
  readonly mailbox: Mailbox;
  /** Time for the pauses after failures; it stands still. */
  readonly clock: ReturnType<typeof manualClock>;
  /** What was logged. */
  readonly log: string[];
  /** The program ends and starts again: another connection, nothing in memory. */
  restarted(): OpenMailbox;
  close(): void;
}

/** An assistant's mailbox on the servers, through the real adapter. */
export function realMailboxOf(
  servers: MailServers,
  account: MailAccount,
  changes: Partial<MailboxSettings> & { readonly credential?: MailCredential } = {},
): OpenMailbox {
  const clock = manualClock(Date.now());
  const log: string[] = [];
  const note = (event: string): void => {
    log.push(event);
  };
  const { credential, ...settingsChanges } = changes;
  const mailboxes = createRealMailboxes({
    credentialOf: () => Promise.resolve(credential ?? { kind: 'password', password: account.password }),
    now: () => clock.now(),
    log: { info: note, warn: note, error: note },
    patience: SHORT_PATIENCE,
    ca: servers.ca,
  });
  const settings: MailboxSettings = {
    ...accountOn(servers, account),
    assistantId: 'a1',
    since: Date.now() - 60_000,
    version: 1,
    ...settingsChanges,
  };
  const mailbox = mailboxes.of(anAssistant({ email: account.address }), settings);
  if (mailbox === null) throw new Error('There is no mailbox.');
  return {
    mailbox,
    clock,
    log,
    restarted: () => {
      mailboxes.close();
      return realMailboxOf(servers, account, changes);
    },
    close: () => mailboxes.close(),
  };
}

let serial = 0;

/** A mail from an assistant to a person. */
export function aMail(from: string, to: string, changes: Partial<OutgoingMail> = {}): OutgoingMail {
  serial += 1;
  return {
    messageId: `<mail-${serial}-${process.pid}@team.example>`,
    from: { address: from, name: 'Rosie Hill' },
    to: [{ address: to, name: 'Ana' }],
    bcc: [],
    subject: 'Bees for your roof',
    text: 'Hello Ana,\n\nshall we talk?\n\nRosie',
    html: '<p>Hello Ana,</p><p>shall we talk?</p><p>Rosie</p>',
    inReplyTo: null,
    references: [],
    headers: { 'List-Unsubscribe': `<mailto:${from}?subject=unsubscribe>` },
    date: Date.now(),
    ...changes,
  };
}
