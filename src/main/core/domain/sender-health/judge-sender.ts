import type { Lookup, SenderDns, SendingProvider } from './dns-facts.ts';

/** A record to put into the domain's DNS. */
export interface DnsRecord {
  readonly name: string;
  readonly type: 'TXT';
  readonly value: string;
}

/** `good` as it should be · `weak` works, could be better · `missing` mails are at risk · `unknown` no answer. */
export type SenderVerdict = 'good' | 'weak' | 'missing' | 'unknown';

export interface SenderCheck {
  readonly kind: 'spf' | 'dkim' | 'dmarc';
  readonly verdict: SenderVerdict;
  /** One sentence: what is there, and what to do. */
  readonly sentence: string;
  /** The record that was found. */
  readonly found: string | null;
  /** The record to add, or to put in the found one's place. */
  readonly record: DnsRecord | null;
}

/** Mechanisms that cost a look-up; a receiver stops after ten (RFC 7208, 4.6.4). */
const LOOKUPS = /^[+?~-]?(include:|a$|a[:/]|mx$|mx[:/]|ptr|exists:)|^redirect=/i;
const MOST_LOOKUPS = 10;

/** The three checks, in the order in which a domain is set up. */
export function judgeSender(dns: SenderDns, provider: SendingProvider): readonly SenderCheck[] {
  return [judgeSpf(dns, provider), judgeDkim(dns, provider), judgeDmarc(dns)];
}

/** Sender Policy Framework (RFC 7208): who may send for the domain. */
function judgeSpf(
  { domain, spf }: SenderDns,
  { name, spfInclude, isOwnServer }: SendingProvider,
): SenderCheck {
  const check = (
    verdict: SenderVerdict,
    sentence: string,
    found: string | null,
    value: string | null,
  ): SenderCheck =>
    ({
      kind: 'spf',
      verdict,
      sentence,
      found,
      record: value === null ? null : { name: domain, type: 'TXT', value },
    }) as const;
  if (spf.kind === 'failed') return check('unknown', noAnswer(domain, spf), null, null);
  const policies = recordsOf(spf, /^v=spf1(\s|$)/i);
  const [policy] = policies;
  if (policy === undefined) {
    if (spfInclude === null && !isOwnServer) {
      return check('missing', `${domain} has no SPF record: ${name} shows the one to add.`, null, null);
    }
    const value = `v=spf1 ${spfInclude === null ? 'mx' : `include:${spfInclude}`} ~all`;
    return check('missing', `${domain} has no SPF record: add this one.`, null, value);
  }
  if (policies.length > 1) {
    const sentence = `${domain} has ${policies.length} SPF records, so none counts: keep one with all senders in it.`;
    return check('missing', sentence, policies.join('\n'), null);
  }
  const terms = policy.trim().split(/\s+/).slice(1);
  if (terms.some((term) => /^\+?all$/i.test(term))) {
    const value = policy.replace(/\s\+?all\b/i, ' ~all');
    return check('missing', 'The SPF record lets everybody send (+all): end it with ~all.', policy, value);
  }
  if (terms.filter((term) => LOOKUPS.test(term)).length > MOST_LOOKUPS) {
    const sentence =
      'The SPF record needs more than ten look-ups, so receivers give up: take senders out of it.';
    return check('missing', sentence, policy, null);
  }
  const names = (host: string): boolean =>
    terms.some((term) => term.toLowerCase().replace(/^[+?~-]/, '') === `include:${host}`);
  const isElsewhere = terms.some((term) => /^redirect=/i.test(term));
  if (spfInclude !== null && !names(spfInclude) && !isElsewhere) {
    const value = policy.replace(/^v=spf1/i, `v=spf1 include:${spfInclude}`);
    return check('weak', `The SPF record does not name ${name}: put this one in its place.`, policy, value);
  }
  if (!isElsewhere && !terms.some((term) => /^[~-]all$/i.test(term))) {
    const value = `${policy.replace(/\s\?all\b/i, '').trim()} ~all`;
    return check('weak', 'The SPF record refuses nobody: end it with ~all.', policy, value);
  }
  return check('good', 'Receivers can see who may send for this domain.', policy, null);
}

/** DomainKeys Identified Mail (RFC 6376): whether mails are signed by the domain. */
function judgeDkim({ domain, dkim }: SenderDns, { dkimHelp }: SendingProvider): SenderCheck {
  const check = (verdict: SenderVerdict, sentence: string, found: string | null): SenderCheck => ({
    kind: 'dkim',
    verdict,
    sentence,
    found,
    record: null,
  });
  const keys = dkim.flatMap(({ selector, lookup }) =>
    recordsOf(lookup, /(^|;)\s*p=/i).map((record) => ({ selector, record })),
  );
  const live = keys.find(({ record }) => /(^|;)\s*p=\s*[A-Za-z0-9+/]/.test(record));
  if (live !== undefined) {
    const name = `${live.selector}._domainkey.${domain}`;
    const isTest = /(^|;)\s*t=[^;]*y/i.test(live.record);
    return isTest
      ? check('weak', `The key ${name} is marked as a test (t=y): take that out.`, live.record)
      : check('good', `Mails can be signed with the key ${name}.`, live.record);
  }
  const [revoked] = keys;
  if (revoked !== undefined) {
    return check(
      'missing',
      `The key ${revoked.selector}._domainkey.${domain} was withdrawn (p= is empty). ${dkimHelp}`,
      revoked.record,
    );
  }
  const failed = dkim.map(({ lookup }) => lookup).find((lookup) => lookup.kind === 'failed');
  if (failed?.kind === 'failed') return check('unknown', noAnswer(`_domainkey.${domain}`, failed), null);
  const tried = dkim.map(({ selector }) => selector).join(', ');
  return check('missing', `There is no DKIM key under ${tried}._domainkey.${domain}. ${dkimHelp}`, null);
}

/** Domain-based Message Authentication (RFC 7489): what receivers do with mails that pass neither. */
function judgeDmarc({ domain, dmarc }: SenderDns): SenderCheck {
  const name = `_dmarc.${domain}`;
  const check = (
    verdict: SenderVerdict,
    sentence: string,
    found: string | null,
    value: string | null,
  ): SenderCheck =>
    ({
      kind: 'dmarc',
      verdict,
      sentence,
      found,
      record:
        value === null ? null : { name: dmarc.lookup.kind === 'found' ? dmarc.at : name, type: 'TXT', value },
    }) as const;
  if (dmarc.lookup.kind === 'failed') return check('unknown', noAnswer(name, dmarc.lookup), null, null);
  const policies = recordsOf(dmarc.lookup, /^v=DMARC1(\s|;|$)/i);
  const [policy] = policies;
  if (policy === undefined) {
    const value = `v=DMARC1; p=none; rua=mailto:postmaster@${domain}`;
    return {
      ...check('missing', `${domain} has no DMARC record: add this one.`, null, value),
      record: { name, type: 'TXT', value },
    };
  }
  if (policies.length > 1) {
    return check(
      'missing',
      `${dmarc.at} has ${policies.length} DMARC records, so none counts: keep one.`,
      policies.join('\n'),
      null,
    );
  }
  const wish = /(^|;)\s*p\s*=\s*(none|quarantine|reject)\s*(;|$)/i.exec(policy)?.[2]?.toLowerCase();
  if (wish === undefined) {
    return check(
      'missing',
      'The DMARC record names no policy: put this one in its place.',
      policy,
      `v=DMARC1; p=none; rua=mailto:postmaster@${domain}`,
    );
  }
  if (wish === 'none') {
    const value = policy.replace(/(p\s*=\s*)none/i, '$1quarantine');
    return check(
      'weak',
      'DMARC only watches (p=none). Once the reports look right, put this one in its place.',
      policy,
      value,
    );
  }
  return check('good', `Receivers ${wish} mails that are not this domain's.`, policy, null);
}

function recordsOf(lookup: Lookup, pattern: RegExp): readonly string[] {
  return lookup.kind === 'found' ? lookup.records.filter((record) => pattern.test(record)) : [];
}

function noAnswer(name: string, { because }: { readonly because: string }): string {
  return `The DNS gave no answer for ${name} (${because}): look again later.`;
}
