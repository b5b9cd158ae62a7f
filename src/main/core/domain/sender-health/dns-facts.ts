/** What a look-up found: the records, nothing under that name, or no answer (with why). */
export type Lookup =
  | { readonly kind: 'found'; readonly records: readonly string[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly because: string };

/** What the DNS says of a domain that mail is sent from. */
export interface SenderDns {
  /** The part of the address after the @, lower case. */
  readonly domain: string;
  /** TXT of the domain itself. */
  readonly spf: Lookup;
  /** TXT of `_dmarc.` the domain, else of its parents, nearest first; `at` is the name it was found under. */
  readonly dmarc: { readonly at: string; readonly lookup: Lookup };
  /** TXT of `<selector>._domainkey.` the domain, for each selector that was tried. */
  readonly dkim: readonly { readonly selector: string; readonly lookup: Lookup }[];
}

/** What is known of the server that sends for the domain. */
export interface SendingProvider {
  readonly name: string;
  /** The host whose SPF record the domain has to include; null: not known. */
  readonly spfInclude: string | null;
  /** Selectors under which it publishes its DKIM keys. */
  readonly selectors: readonly string[];
  /** Where its DKIM key is switched on, as a sentence. */
  readonly dkimHelp: string;
  /** A server of the domain's own, as far as known: its MX hosts send, too. */
  readonly isOwnServer: boolean;
}
