import type { MailServer } from './mail-settings.ts';

/**
 * Whether the provider itself files what it sends into the Sent folder. `perhaps`: it depends on a setting there, so
 * one looks first.
 */
export type KeepsSent = 'yes' | 'no' | 'perhaps';

/** A mail provider whose servers are known. */
export interface MailPreset {
  readonly id: string;
  readonly name: string;
  /** Null: to be entered. */
  readonly imap: MailServer | null;
  readonly smtp: MailServer | null;
  readonly keepsSent: KeepsSent;
  /** What has to be done at the provider first: a sentence or two; empty: nothing. */
  readonly hint: string;
  /** What to do when the login is refused, after the sentence that says so. */
  readonly onLoginRefused: string;
}

const tls = (host: string, port: number): MailServer => ({ host, port, security: 'tls' });
const startTls = (host: string, port: number): MailServer => ({ host, port, security: 'starttls' });

const ZOHO_CENTRES = [
  ['us', 'zoho.com', 'United States'],
  ['eu', 'zoho.eu', 'Europe'],
  ['in', 'zoho.in', 'India'],
  ['au', 'zoho.com.au', 'Australia'],
  ['jp', 'zoho.jp', 'Japan'],
  ['ca', 'zohocloud.ca', 'Canada'],
  ['sa', 'zoho.sa', 'Saudi Arabia'],
  ['cn', 'zoho.com.cn', 'China'],
] as const;

const zoho = ([id, domain, place]: (typeof ZOHO_CENTRES)[number]): MailPreset => ({
  id: `zoho-${id}`,
  name: `Zoho Mail (${place})`,
  imap: tls(`imappro.${domain}`, 993),
  smtp: tls(`smtppro.${domain}`, 465),
  keepsSent: 'perhaps',
  hint: `In Zoho Mail, switch on Settings → Mail Accounts → IMAP Access. With two-factor sign-in, make an app password on accounts.${domain} under Security → App Passwords.`,
  onLoginRefused:
    'Check that IMAP Access is on in Zoho Mail, that the data centre is the one of your account, and use an app password if two-factor sign-in is on.',
});

/** Every provider that can be chosen; the last is for any other. */
export const MAIL_PRESETS: readonly MailPreset[] = [
  {
    id: 'gmail',
    name: 'Gmail, Google Workspace',
    imap: tls('imap.gmail.com', 993),
    smtp: tls('smtp.gmail.com', 465),
    keepsSent: 'yes',
    hint: 'Turn on 2-Step Verification for the account, then make an app password at myaccount.google.com/apppasswords and paste it here.',
    onLoginRefused:
      'Google refuses the normal password: make an app password at myaccount.google.com/apppasswords and paste it here.',
  },
  {
    id: 'outlook',
    name: 'Outlook, Microsoft 365',
    imap: tls('outlook.office365.com', 993),
    smtp: startTls('smtp.office365.com', 587),
    keepsSent: 'yes',
    hint: 'Microsoft has ended logins with a password for most accounts. It works only where your administrator still allows IMAP and SMTP AUTH with a password for this mailbox.',
    onLoginRefused:
      'Microsoft refuses passwords for most accounts: ask your administrator whether IMAP and SMTP AUTH are allowed for this mailbox, or use a mailbox of another provider.',
  },
  ...ZOHO_CENTRES.map(zoho),
  {
    id: 'fastmail',
    name: 'Fastmail',
    imap: tls('imap.fastmail.com', 993),
    smtp: tls('smtp.fastmail.com', 465),
    keepsSent: 'no',
    hint: 'Make an app password in Fastmail under Settings → Privacy & Security → Manage app passwords, with access to mail.',
    onLoginRefused:
      'Fastmail refuses the normal password: make an app password under Settings → Privacy & Security and paste it here.',
  },
  {
    id: 'other',
    name: 'Other',
    imap: null,
    smtp: null,
    keepsSent: 'perhaps',
    hint: '',
    onLoginRefused:
      'Check the user name and the password; if the account has two-factor sign-in, it needs an app password.',
  },
];

/** The preset of an id; the one for any other provider where it is not known. */
export function mailPreset(id: string): MailPreset {
  const preset = MAIL_PRESETS.find((each) => each.id === id) ?? MAIL_PRESETS.at(-1);
  if (preset === undefined) throw new Error('There is no preset.');
  return preset;
}
