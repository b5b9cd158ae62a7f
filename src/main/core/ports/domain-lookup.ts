import type { Lookup } from '../domain/sender-health/dns-facts.ts';

/** Asks the DNS. */
export interface DomainLookup {
  /** The TXT records of a name, each joined from its parts. Never throws. */
  txt(name: string): Promise<Lookup>;
}
