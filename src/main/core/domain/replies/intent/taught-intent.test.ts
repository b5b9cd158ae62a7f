import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { taughtIntent } from './taught-intent.ts';
import type { TaughtRule } from './taught-intent.ts';

const RULES: readonly TaughtRule[] = [
  { term: 'Rahmenvertrag', intent: 'Other' },
  { term: 'works council', intent: 'AskedToStop' },
  { term: 'framework agreement', intent: 'ConnectLater' },
  { term: 'agreement', intent: 'Other' },
  { term: 'pas preneur', intent: 'AskedToStop' },
  { term: 'preneur', intent: 'InterestedToProceed' },
];
const intentOf = (text: string) => taughtIntent(RULES, text)?.rule.intent ?? null;

describe('what a user taught', () => {
  it.each([
    ['as it was taught', 'That is for the works council to say.', 'AskedToStop'],
    ['in capitals, with other punctuation', 'Ask the WORKS-COUNCIL!', 'AskedToStop'],
    ['with a slip in a long term', 'We already have a framework agrement.', 'ConnectLater'],
    ['with an accent too many', 'Wir haben einen Rahmenvértrag.', 'Other'],
  ])('is found %s: %s', (_how, text, intent) => {
    expect(intentOf(text)).toBe(intent);
  });

  it.each([
    ['there is another word', 'We have a contract.'],
    ['the words stand in different sentences', 'It works. Council tax is due.'],
    ['a short word is only similar', 'Il est preneuse.'],
    ['a negation stands before it', 'We do not need an agreement.'],
    ['the term stands within a longer word', 'Rahmenvertragsverhandlungen laufen.'],
  ])('is not found where %s: %s', (_why, text) => {
    expect(intentOf(text)).toBeNull();
  });

  it('may contain the negation itself', () => {
    expect(intentOf('Je ne suis pas preneur.')).toBe('AskedToStop');
    expect(intentOf('Je suis preneur.')).toBe('InterestedToProceed');
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
    expect(taughtIntent([{ term: ' … ', intent: 'InterestedToProceed' }], 'Anything at all')).toBeNull();
  });

  it('takes any text and any term', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (term, text) => {
        const found = taughtIntent([{ term, intent: 'InterestedToProceed' }], text);
        expect(found === null || (found.match > 0.9 && found.match <= 1)).toBe(true);
      }),
    );
  });
});
