import { Resolver } from 'node:dns/promises';
import type { DomainLookup } from '#core/ports/domain-lookup.ts';

const ATTEMPTS = 2;
const TIMEOUT_MS = 3_000;
/** The name is there or not, but has no such record. */
const NOTHING_THERE = new Set(['ENODATA', 'ENOTFOUND']);

/** Look-ups through the machine's resolver, or through the given servers (`address:port`). */
export function systemDns(servers?: readonly string[]): DomainLookup {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: ATTEMPTS });
  if (servers !== undefined) resolver.setServers(servers);
  return {
    async txt(name) {
      try {
        const records = await resolver.resolveTxt(name);
        return { kind: 'found', records: records.map((parts) => parts.join('')) };
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
        return NOTHING_THERE.has(code) ? { kind: 'none' } : { kind: 'failed', because: code };
      }
    },
  };
}
