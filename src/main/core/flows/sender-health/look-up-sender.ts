import type { Lookup, SenderDns, SendingProvider } from '../../domain/sender-health/dns-facts.ts';
import type { DomainLookup } from '../../ports/domain-lookup.ts';

/** Reads what the DNS says of the domain of an address. */
export async function lookUpSender(
  dns: DomainLookup,
  address: string,
  provider: SendingProvider,
): Promise<SenderDns> {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const [spf, dmarc, dkim] = await Promise.all([
    dns.txt(domain),
    findDmarc(dns, domain),
    Promise.all(
      provider.selectors.map(async (selector) => ({
        selector,
        lookup: await dns.txt(`${selector}._domainkey.${domain}`),
      })),
    ),
  ]);
  return { domain, spf, dmarc, dkim };
}

/** A domain without a policy of its own has its parent's (RFC 7489, 6.6.3). */
async function findDmarc(dns: DomainLookup, domain: string): Promise<{ at: string; lookup: Lookup }> {
  const labels = domain.split('.');
  for (let first = 0; first <= Math.max(0, labels.length - 2); first += 1) {
    const at = `_dmarc.${labels.slice(first).join('.')}`;
    const lookup = await dns.txt(at);
    if (lookup.kind === 'failed') return { at, lookup };
    if (lookup.kind === 'found' && lookup.records.some((record) => /^v=DMARC1/i.test(record))) {
      return { at, lookup };
    }
  }
  return { at: `_dmarc.${domain}`, lookup: { kind: 'none' } };
}
