import { describe, expect, it } from 'vitest';
import type { Lookup, SenderDns } from './dns-facts.ts';
import { judgeSender } from './judge-sender.ts';
import { providerOf } from './providers.ts';

const found = (...records: string[]): Lookup => ({ kind: 'found', records });
const NONE: Lookup = { kind: 'none' };
const KEY = 'v=DKIM1; k=rsa; p=MIIBIjANBgkq';

function judged(
  dns: Partial<Omit<SenderDns, 'dmarc'>> & { dmarc?: Lookup },
  preset: string | null = 'gmail',
) {
  const [spf, dkim, dmarc] = judgeSender(
    {
      domain: 'acme.example',
      spf: dns.spf ?? found('v=spf1 include:_spf.google.com ~all'),
      dkim: dns.dkim ?? [{ selector: 'google', lookup: found(KEY) }],
      dmarc: { at: '_dmarc.acme.example', lookup: dns.dmarc ?? found('v=DMARC1; p=quarantine') },
    },
    providerOf(preset, null),
  );
  return { spf, dkim, dmarc };
}

describe('SPF', () => {
  it.each<[string, Lookup, string, string | null]>([
    ['as it should be', found('other', 'v=spf1 include:_spf.google.com -all'), 'good', null],
    ['of another record', found('v=spf1 redirect=_spf.acme.example'), 'good', null],
    ['missing', found('google-site-verification=1'), 'missing', 'v=spf1 include:_spf.google.com ~all'],
    ['twice', found('v=spf1 mx ~all', 'v=spf1 a ~all'), 'missing', null],
    [
      'for everybody',
      found('v=spf1 include:_spf.google.com +all'),
      'missing',
      'v=spf1 include:_spf.google.com ~all',
    ],
    ['without the provider', found('v=spf1 mx ~all'), 'weak', 'v=spf1 include:_spf.google.com mx ~all'],
    [
      'that refuses nobody',
      found('v=spf1 include:_spf.google.com ?all'),
      'weak',
      'v=spf1 include:_spf.google.com ~all',
    ],
    [
      'with too many look-ups',
      found(`v=spf1 ${Array.from({ length: 11 }, (_, n) => `include:s${n}.example`).join(' ')} ~all`),
      'missing',
      null,
    ],
    ['without an answer', { kind: 'failed', because: 'ETIMEOUT' }, 'unknown', null],
  ])('%s', (_title, spf, verdict, value) => {
    const check = judged({ spf }).spf;
    expect(check?.verdict).toBe(verdict);
    expect(check?.record?.value ?? null).toBe(value);
  });

  it('of an unknown server gets a record of the domain’s own servers', () => {
    expect(judged({ spf: NONE }, null).spf?.record).toEqual({
      name: 'acme.example',
      type: 'TXT',
      value: 'v=spf1 mx ~all',
    });
  });
});

describe('DKIM', () => {
  it.each<[string, Lookup, string]>([
    ['with a key', found(KEY), 'good'],
    ['that is a test', found('v=DKIM1; t=y; p=MIIB'), 'weak'],
    ['withdrawn', found('v=DKIM1; p='), 'missing'],
    ['missing', NONE, 'missing'],
    ['without an answer', { kind: 'failed', because: 'ESERVFAIL' }, 'unknown'],
  ])('%s', (_title, lookup, verdict) => {
    expect(judged({ dkim: [{ selector: 'google', lookup }] }).dkim?.verdict).toBe(verdict);
  });

  it('says where the provider makes a key', () => {
    expect(judged({ dkim: [{ selector: 'google', lookup: NONE }] }).dkim?.sentence).toContain(
      'Authenticate email',
    );
  });
});

describe('DMARC', () => {
  it.each<[string, Lookup, string, string | null]>([
    ['as it should be', found('v=DMARC1; p=reject; rua=mailto:a@b.example'), 'good', null],
    ['missing', NONE, 'missing', 'v=DMARC1; p=none; rua=mailto:postmaster@acme.example'],
    ['that only watches', found('v=DMARC1; p=none; pct=100'), 'weak', 'v=DMARC1; p=quarantine; pct=100'],
    [
      'without a policy',
      found('v=DMARC1; sp=none'),
      'missing',
      'v=DMARC1; p=none; rua=mailto:postmaster@acme.example',
    ],
    ['twice', found('v=DMARC1; p=none', 'v=DMARC1; p=reject'), 'missing', null],
  ])('%s', (_title, dmarc, verdict, value) => {
    const check = judged({ dmarc }).dmarc;
    expect(check?.verdict).toBe(verdict);
    expect(check?.record?.value ?? null).toBe(value);
  });
});
