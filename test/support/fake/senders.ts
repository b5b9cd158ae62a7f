import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { NOW } from './world.ts';

const os = implement(contract);

/** The made-up domain: SPF that could be better, a good key, no DMARC. */
export const fakeSenders = {
  health: os.senders.health.handler(() => ({
    domain: 'northwind.example',
    selector: null,
    at: NOW,
    checks: [
      {
        kind: 'spf' as const,
        verdict: 'weak' as const,
        sentence: 'The SPF record refuses nobody: end it with ~all.',
        found: 'v=spf1 include:_spf.google.com ?all',
        record: {
          name: 'northwind.example',
          type: 'TXT' as const,
          value: 'v=spf1 include:_spf.google.com ~all',
        },
      },
      {
        kind: 'dkim' as const,
        verdict: 'good' as const,
        sentence: 'Mails can be signed with the key google._domainkey.northwind.example.',
        found: 'v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A',
        record: null,
      },
      {
        kind: 'dmarc' as const,
        verdict: 'missing' as const,
        sentence: 'northwind.example has no DMARC record: add this one.',
        found: null,
        record: {
          name: '_dmarc.northwind.example',
          type: 'TXT' as const,
          value: 'v=DMARC1; p=none; rua=mailto:postmaster@northwind.example',
        },
      },
    ],
    bounces: { created: 212, bounced: 5, guardAt: 0.04 },
    complaints: { sent: 1_840, complained: 1 },
    caps: { sentToday: 31, daily: 50, mailbox: { sentToday: 64, limit: 200 } },
  })),
  setSelector: os.senders.setSelector.handler(() => ({ done: true as const })),
};
