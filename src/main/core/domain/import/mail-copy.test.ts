import { describe, expect, it } from 'vitest';
import { addressesOf, judgeCopy, type CopyFacts } from './mail-copy.ts';

const PASSED =
  'mx.google.com; dkim=pass header.i=@our.example header.s=x; dmarc=pass (p=REJECT) header.from=our.example';
const HEADERS = {
  to: '"Silva, Ana" <Ana@bikes.example>, bob@boats.example',
  cc: 'Rosie <rosie@our.example>',
  'authentication-results': PASSED,
};
const FACTS: CopyFacts = {
  assistant: 'rosie@our.example',
  team: new Set(['ines@our.example', 'tom@partner.example']),
  assistants: new Set(['rosie@our.example', 'miles@our.example']),
  vouchedBy: 'google.com',
};

function judged(
  headers: Record<string, string> = {},
  facts: Partial<CopyFacts> = {},
  from = 'Ines@our.example',
) {
  return judgeCopy({ from, headers: { ...HEADERS, ...headers } }, { ...FACTS, ...facts });
}

describe('a mail of the team with an assistant in copy', () => {
  it('gives her everybody outside who is in To, by name', () => {
    expect(judged()).toEqual({
      what: 'take',
      people: [
        expect.objectContaining({ email: 'ana@bikes.example', firstName: 'Ana', lastName: 'Silva' }),
        expect.objectContaining({ email: 'bob@boats.example', firstName: '' }),
      ],
    });
  });

  it.each([
    ['colleagues', { to: 'Tom <tom@partner.example>, eve@our.example, ana@bikes.example' }],
    ['other assistants', { to: 'miles@our.example, ana@bikes.example' }],
    ['whom it was sent to as a copy', { to: 'ana@bikes.example', cc: 'rosie@our.example, zoe@cars.example' }],
  ])('leaves out %s', (_who, headers) => {
    const decision = judged(headers);
    expect(decision.what === 'nothing' ? [] : decision.people.map(({ email }) => email)).toEqual([
      'ana@bikes.example',
    ]);
  });

  it.each([
    ['a stranger wrote it', {}, {}, 'eve@elsewhere.example'],
    ['another assistant wrote it', {}, {}, 'miles@our.example'],
    ['she got it as a hidden copy', { cc: '' }, {}, undefined],
    ['it went to colleagues alone', { to: 'tom@partner.example' }, {}, undefined],
    ['a program sent it', { 'auto-submitted': 'auto-replied' }, {}, undefined],
    ['it came over a list', { 'list-id': '<all.our.example>' }, {}, undefined],
    [
      'it is a circular',
      { to: Array.from({ length: 21 }, (_, n) => `p${n}@x.example`).join(', ') },
      {},
      undefined,
    ],
  ])('gives her nobody when %s', (_why, headers, facts, from) => {
    expect(judged(headers, facts, from).what).toBe('nothing');
  });
});

describe('a sender', () => {
  it.each([
    ['nobody vouches for', { 'authentication-results': '' }],
    ['the provider found to be forged', { 'authentication-results': PASSED.replaceAll('pass', 'fail') }],
    [
      'another domain signed for',
      { 'authentication-results': PASSED.replaceAll('our.example', 'evil.example') },
    ],
    [
      'vouched for in a line of somebody else',
      { 'authentication-results': PASSED.replace('google.com', 'evil.example') },
    ],
    [
      'vouched for in a line below that of the provider',
      { 'authentication-results': `mx.google.com; dmarc=fail header.from=our.example\n${PASSED}` },
    ],
  ])('whom %s is asked about', (_how, headers) => {
    expect(judged(headers).what).toBe('ask');
  });

  it('is asked about where no provider is known to check senders', () => {
    expect(judged({}, { vouchedBy: null }).what).toBe('ask');
  });
});

describe('the addresses of a header', () => {
  it('are read with quoted names, without names, and each once', () => {
    expect(addressesOf('"O\\"Neil, Pat" <pat@a.example>, <x@b.example>; X@B.example, no address')).toEqual([
      { address: 'pat@a.example', name: 'O"Neil, Pat' },
      { address: 'x@b.example', name: '' },
    ]);
  });
});
