import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADDRESS_OF, makeCertificates, type CertificateKind } from './mail/certificates.ts';
import { startDovecot, type AccountOptions, type Dovecot, type MailAccount } from './mail/dovecot.ts';
import { startSmtp, type Smtp } from './mail/smtp.ts';

/** Whether tests on real mail servers can run here. */
export const HAS_MAIL_SERVERS = existsSync('/usr/sbin/dovecot');

/** Stands behind the title of such tests: why they are left out. */
export const WHY_LEFT_OUT = HAS_MAIL_SERVERS
  ? ''
  : ' (left out: Dovecot is not installed; on Debian: apt-get install dovecot-imapd)';

export interface MailServers {
  readonly imap: Dovecot;
  readonly smtp: Smtp;
  /** The certificate authority to trust, as PEM. */
  readonly ca: string;
  /** The address at which a server shows this certificate. */
  hostWith(kind: CertificateKind): string;
  /** A person or an assistant with a mailbox; all accounts can write to each other. */
  addAccount(address: string, options?: AccountOptions): MailAccount;
  /** Whose sent mails the server files itself, as Gmail does. */
  readonly keepsSentOf: Set<string>;
  /** A mail that comes from outside. */
  deliver(to: string, mail: LetterOptions, folder?: string): void;
  close(): Promise<void>;
}

export interface LetterOptions {
  readonly from: string;
  readonly subject?: string;
  readonly text?: string;
  readonly messageId?: string | null;
  readonly inReplyTo?: string;
  readonly headers?: readonly string[];
  readonly date?: Date;
}

/**
 * Real mail servers on loopback: Dovecot for reading and an SMTP server that delivers into the same mailboxes, with
 * certificates of an authority of its own. Everything is in a temporary folder, gone after `close`.
 */
export async function startMailServers(): Promise<MailServers> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-mail-'));
  const certificates = makeCertificates(join(folder, 'certificates'));
  const imap = await startDovecot(folder, certificates);
  const accounts = new Map<string, MailAccount>();
  const keepsSentOf = new Set<string>();
  const smtp = await startSmtp({
    certificates,
    accounts,
    deliver: (address, raw) => imap.deliver(address, raw),
    keepSent: (address, raw) => {
      if (keepsSentOf.has(address)) imap.deliver(address, raw, 'Sent');
    },
  });
  return {
    imap,
    smtp,
    ca: certificates.ca,
    keepsSentOf,
    hostWith: (kind) => ADDRESS_OF[kind],
    addAccount: (address, options) => {
      const account = imap.addAccount(address, options);
      accounts.set(address, account);
      return account;
    },
    deliver: (to, mail, name) => imap.deliver(to, letter(to, mail), name),
    close: async () => {
      await smtp.close();
      await imap.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let serial = 0;

/** A plain mail as it stands in a mailbox. */
function letter(to: string, mail: LetterOptions): string {
  serial += 1;
  const messageId =
    mail.messageId === undefined ? `<letter-${serial}-${process.pid}@outside.example>` : mail.messageId;
  return [
    `From: ${mail.from}`,
    `To: ${to}`,
    `Subject: ${mail.subject ?? 'Hello'}`,
    `Date: ${(mail.date ?? new Date()).toUTCString()}`,
    ...(messageId === null ? [] : [`Message-ID: ${messageId}`]),
    ...(mail.inReplyTo === undefined ? [] : [`In-Reply-To: ${mail.inReplyTo}`]),
    ...(mail.headers ?? []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    mail.text ?? 'Hello.',
    '',
  ].join('\r\n');
}
