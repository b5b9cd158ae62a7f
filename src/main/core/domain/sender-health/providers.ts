import type { SendingProvider } from './dns-facts.ts';

/** Selectors that many servers use, tried where the provider is not known. */
const COMMON_SELECTORS = ['default', 'dkim', 'mail', 'selector1', 's1', 'k1'] as const;

const PROVIDERS: Readonly<Record<string, SendingProvider>> = {
  gmail: {
    name: 'Google',
    spfInclude: '_spf.google.com',
    selectors: ['google'],
    dkimHelp: 'Google’s admin console makes it: Apps → Gmail → Authenticate email.',
    isOwnServer: false,
  },
  outlook: {
    name: 'Microsoft 365',
    spfInclude: 'spf.protection.outlook.com',
    selectors: ['selector1', 'selector2'],
    dkimHelp: 'Microsoft Defender makes it: Policies → Email authentication → DKIM.',
    isOwnServer: false,
  },
  fastmail: {
    name: 'Fastmail',
    spfInclude: 'spf.messagingengine.com',
    selectors: ['fm1', 'fm2', 'fm3'],
    dkimHelp: 'Fastmail shows the records: Settings → Domains → the domain.',
    isOwnServer: false,
  },
};

/** Zoho's data centres whose senders are known by name. */
const ZOHO_SENDERS: Readonly<Record<string, string>> = {
  'zoho-us': 'zohomail.com',
  'zoho-eu': 'zohomail.eu',
  'zoho-in': 'zohomail.in',
  'zoho-au': 'zohomail.com.au',
};

function zoho(preset: string): SendingProvider {
  return {
    name: 'Zoho Mail',
    spfInclude: ZOHO_SENDERS[preset] ?? null,
    selectors: ['zmail', 'zoho'],
    dkimHelp: 'Zoho’s admin console makes it: Domains → Email configuration → DKIM.',
    isOwnServer: false,
  };
}

/** What is known of the server behind a mailbox preset, with a selector of the user's own tried first. */
export function providerOf(preset: string | null, ownSelector: string | null): SendingProvider {
  const known = preset?.startsWith('zoho-') === true ? zoho(preset) : PROVIDERS[preset ?? ''];
  const selectors = known?.selectors ?? COMMON_SELECTORS;
  return {
    name: known?.name ?? 'the mail server',
    spfInclude: known?.spfInclude ?? null,
    dkimHelp: known?.dkimHelp ?? 'Who runs the mail server can make one, and names its selector.',
    isOwnServer: known === undefined,
    selectors: [...new Set([...(ownSelector === null ? [] : [ownSelector]), ...selectors])],
  };
}
