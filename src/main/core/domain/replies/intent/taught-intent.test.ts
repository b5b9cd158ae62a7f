import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { taughtIntent } from './taught-intent.ts';
import type { TaughtRule } from './taught-intent.ts';

const RULES: readonly TaughtRule[] = [
  { term: 'Rahmenvertrag', state: 'Responded' },
  { term: 'works council', state: 'DeActivated' },
  { term: 'framework agreement', state: 'Warm' },
  { term: 'agreement', state: 'Responded' },
  { term: 'pas preneur', state: 'DeActivated' },
  { term: 'preneur', state: 'Hot' },
];
const stateOf = (text: string) => taughtIntent(RULES, text)?.rule.state ?? null;

describe('what a user taught', () => {
  it.each([
    ['as it was taught', 'That is for the works council to say.', 'DeActivated'],
    ['in capitals, with other punctuation', 'Ask the WORKS-COUNCIL!', 'DeActivated'],
    ['with a slip in a long term', 'We already have a framework agrement.', 'Warm'],
    ['with an accent too many', 'Wir haben einen Rahmenvértrag.', 'Responded'],
  ])('is found %s: %s', (_how, text, state) => {
    expect(stateOf(text)).toBe(state);
  });

  it.each([
    ['there is another word', 'We have a contract.'],
    ['the words stand in different sentences', 'It works. Council tax is due.'],
    ['a short word is only similar', 'Il est preneuse.'],
    ['a negation stands before it', 'We do not need an agreement.'],
    ['the term stands within a longer word', 'Rahmenvertragsverhandlungen laufen.'],
  ])('is not found where %s: %s', (_why, text) => {
    expect(stateOf(text)).toBeNull();
  });

  it('may contain the negation itself', () => {
    expect(stateOf('Je ne suis pas preneur.')).toBe('DeActivated');
    expect(stateOf('Je suis preneur.')).toBe('Hot');
  });

  it('is judged by the longer of two terms that match equally well', () => {
    expect(taughtIntent(RULES, 'Our framework agreement ends in May.')).toEqual({
      rule: RULES[2],
      match: 1,
      words: 'framework agreement',
    });
  });

  it('says how well it matches: one letter of the eighteen is missing', () => {
    expect(taughtIntent(RULES, 'a framework agrement')?.match).toBeCloseTo(1 - 1 / 18);
  });

  it('never matches with an empty term', () => {
    expect(taughtIntent([{ term: ' … ', state: 'Hot' }], 'Anything at all')).toBeNull();
  });

  it('takes any text and any term', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (term, text) => {
        const found = taughtIntent([{ term, state: 'Hot' }], text);
        expect(found === null || (found.match > 0.9 && found.match <= 1)).toBe(true);
      }),
    );
  });
});
