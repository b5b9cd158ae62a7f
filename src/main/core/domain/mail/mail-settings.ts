/** How the line to a mail server is protected. `none` is for servers on this machine alone. */
export const MAIL_SECURITIES = ['tls', 'starttls', 'none'] as const;
export type MailSecurity = (typeof MAIL_SECURITIES)[number];

/** How an account is logged into: a password (or app password), or an access token of the provider. */
export const MAIL_LOGINS = ['password', 'xoauth2'] as const;
export type MailLogin = (typeof MAIL_LOGINS)[number];

export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
}

/** An account on two mail servers. Its password is in the vault, never here. */
export interface MailAccount {
  /** One of the presets. */
  readonly preset: string;
  readonly imap: MailServer;
  readonly smtp: MailServer;
  readonly user: string;
  readonly login: MailLogin;
  /** Where copies of sent mails are; null: the folder that the server marks as such, else the one named so. */
  readonly sentFolder: string | null;
  /** Whether answers that landed among the junk are read, too. */
  readonly readsJunk: boolean;
  /** Mails a day that the provider lets pass, over everything the assistant sends; null: her own limit is enough. */
  readonly dailyLimit: number | null;
}

/** Whether the name means this machine: only there a login may go unencrypted. */
export function isLoopback(host: string): boolean {
  const name = host.trim().toLowerCase();
  return name === 'localhost' || name === '::1' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}

/** What is wrong with an account as entered: a field and a sentence. */
export interface MailAccountError {
  readonly field: string;
  readonly message: string;
}

const HOST = /^(?:\[?[0-9a-f:.]+\]?|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)$/i;

/** Checks the form of an account, without asking any server. */
export function checkMailAccount(account: MailAccount): readonly MailAccountError[] {
  const errors: MailAccountError[] = [];
  const wrong = (field: string, message: string) => errors.push({ field, message });
  const server = (field: 'imap' | 'smtp', label: string): void => {
    const { host, port, security } = account[field];
    if (!HOST.test(host.trim()))
      wrong(`${field}.host`, `${label} server: enter its name, such as mail.your-company.com.`);
    else if (security === 'none' && !isLoopback(host))
      wrong(
        `${field}.security`,
        `${label} server: without encryption the password could be read on the way. Choose TLS or STARTTLS.`,
      );
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      wrong(`${field}.port`, `${label} port: enter a number from 1 to 65535.`);
  };
  server('imap', 'IMAP');
  server('smtp', 'SMTP');
  if (account.user.trim() === '')
    wrong('user', 'User name: enter what you log in with, mostly the e-mail address.');
  if (account.dailyLimit !== null && (!Number.isInteger(account.dailyLimit) || account.dailyLimit < 1))
    wrong('dailyLimit', 'Daily limit of the mailbox: enter 1 or more, or leave it empty.');
  return errors;
}
