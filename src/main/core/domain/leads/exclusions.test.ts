import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patternsAgainst, readPatterns } from './exclusions.ts';

const isExcluded = (address: string, list: readonly string[]): boolean =>
  patternsAgainst([address]).some((pattern) => list.includes(pattern));

describe('the list "Never write to"', () => {
  it.each([
    ['ana@acme.com', 'ana@acme.com', true],
    ['ANA@Acme.com', 'ana@acme.com', true],
    ['bob@acme.com', 'ana@acme.com', false],
    ['ana@acme.com', 'acme.com', true],
    ['ana@mail.eu.acme.com', 'acme.com', true],
    ['ana@notacme.com', 'acme.com', false],
    ['ana@acme.com.example', 'acme.com', false],
    ['ana@mail.acme.com', '*.acme.com', true],
    ['ana@acme.com', '*.acme.com', false],
    ['', 'acme.com', false],
  ])('for %s with %s on it: %s', (address, entry, expected) => {
    expect(isExcluded(address, [entry])).toBe(expected);
  });

  it('excludes every address of a domain and of what is under it, and of no other', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
    fc.assert(
      fc.property(fc.array(label, { maxLength: 3 }), label, label, (under, name, other) => {
        const domain = `${name}.example`;
        expect(isExcluded(`x@${[...under, domain].join('.')}`, [domain])).toBe(true);
        expect(isExcluded(`x@${[...under, domain].join('.')}`, [`*.${domain}`])).toBe(under.length > 0);
        expect(isExcluded(`x@${other}${domain}`, [domain])).toBe(false);
      }),
    );
  });
});

describe('a pasted list', () => {
  it('is read whatever stands between, each entry once and in lower case', () => {
    const { patterns, errors } = readPatterns(
      'Acme.com, @globex.com\nana@initech.com; <bob@hooli.com> *.pied-piper.com\thttps://www.umbrella.com/about\nacme.com',
    );
    expect(patterns).toEqual([
      'acme.com',
      'globex.com',
      'ana@initech.com',
      'bob@hooli.com',
      '*.pied-piper.com',
      'umbrella.com',
    ]);
    expect(errors).toEqual([]);
  });

  it('names what is neither an address nor a domain', () => {
    expect(readPatterns('acme.com acme *@acme.com').errors.map((error) => error.message)).toEqual([
      '"acme" is neither an address such as ana@acme.com nor a domain such as acme.com.',
      '"*@acme.com" is neither an address such as ana@acme.com nor a domain such as acme.com.',
    ]);
  });
});
