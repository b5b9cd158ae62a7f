import type { MailAccountDraft, MailPresetView } from '#contract/mailboxes.ts';

/** The preset for servers that are entered by hand. */
export const OTHER = 'other';

const EMPTY = {
  imap: { host: '', port: 993, security: 'tls' },
  smtp: { host: '', port: 465, security: 'tls' },
} as const;

/** A first account for an assistant: nothing chosen, her address as the user name. */
export function blankAccount(address: string): MailAccountDraft {
  return {
    preset: '',
    ...EMPTY,
    user: address,
    login: 'password',
    sentFolder: null,
    readsJunk: true,
    dailyLimit: null,
  };
}

/** The account with the servers of a provider; for "other" those that were there stay, to be changed. */
export function withPreset(account: MailAccountDraft, preset: MailPresetView): MailAccountDraft {
  return {
    ...account,
    preset: preset.id,
    imap: preset.imap ?? account.imap,
    smtp: preset.smtp ?? account.smtp,
    // A folder of another provider means nothing here.
    sentFolder: preset.id === account.preset ? account.sentFolder : null,
  };
}

/** The port that goes with a choice of encryption. */
export function usualPort(protocol: 'imap' | 'smtp', security: MailAccountDraft['imap']['security']): number {
  if (protocol === 'imap') return security === 'tls' ? 993 : 143;
  return security === 'tls' ? 465 : 587;
}

/** `imap.example.com, port 993, TLS`. */
export function serverWords({ host, port, security }: MailAccountDraft['imap']): string {
  const words = { tls: 'TLS', starttls: 'STARTTLS', none: 'no encryption' }[security];
  return `${host}, port ${port}, ${words}`;
}

/** Whether two accounts log in at the same place as the same user: then the kept password serves. */
export function isSameLogin(a: MailAccountDraft, b: MailAccountDraft): boolean {
  const same = (one: MailAccountDraft['imap'], other: MailAccountDraft['imap']): boolean =>
    one.host.trim() === other.host.trim() && one.security === other.security;
  return a.user.trim() === b.user.trim() && same(a.imap, b.imap) && same(a.smtp, b.smtp);
}
