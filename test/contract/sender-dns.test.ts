import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemDns } from '#adapters/dns/system-dns.ts';
import { judgeSender } from '#core/domain/sender-health/judge-sender.ts';
import { providerOf } from '#core/domain/sender-health/providers.ts';
import { lookUpSender } from '#core/flows/sender-health/look-up-sender.ts';
import type { DomainLookup } from '#core/ports/domain-lookup.ts';
import { startDns } from '#test/support/dns-server.ts';
import type { DnsServer } from '#test/support/dns-server.ts';

const LONG_KEY = `v=DKIM1; k=rsa; p=${'MIIB'.repeat(100)}`;

describe('the domain of an assistant’s address, asked over the DNS', () => {
  let server: DnsServer;
  let dns: DomainLookup;
  beforeAll(async () => {
    server = await startDns({
      'good.example': ['something else', 'v=spf1 include:_spf.google.com ~all'],
      'google._domainkey.good.example': [LONG_KEY],
      '_dmarc.good.example': ['v=DMARC1; p=reject'],
      'sales.good.example': ['v=spf1 include:_spf.google.com ~all'],
      'google._domainkey.sales.good.example': [LONG_KEY],
      'broken.example': null,
    });
    dns = systemDns([server.address]);
  });
  afterAll(() => server.close());

  const verdicts = async (address: string): Promise<readonly string[]> => {
    const provider = providerOf('gmail', null);
    return judgeSender(await lookUpSender(dns, address, provider), provider).map(({ verdict }) => verdict);
  };

  it('is good when all three records are there, a key of many parts, too', async () => {
    expect(await verdicts('mia@Good.example')).toEqual(['good', 'good', 'good']);
    expect(await dns.txt('google._domainkey.good.example')).toEqual({ kind: 'found', records: [LONG_KEY] });
  });

  it('has the DMARC policy of the domain above it', async () => {
    expect(await verdicts('mia@sales.good.example')).toEqual(['good', 'good', 'good']);
  });

  it('misses everything where nothing is published', async () => {
    expect(await verdicts('mia@nothing.example')).toEqual(['missing', 'missing', 'missing']);
  });

  it('is not called bad when the DNS does not answer', async () => {
    expect((await verdicts('mia@broken.example'))[0]).toBe('unknown');
  });
});
