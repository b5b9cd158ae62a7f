import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LABELLED_SENTENCES } from '#test/claims/labelled-sentences.ts';
import { scoreClaims } from '#test/claims/score-claims.ts';
import { OTHER_FACTS, UNSEEN_SENTENCES } from '#test/claims/unseen-sentences.ts';
import { checkClaims } from './check-claims.ts';

const claimsOf = (text: string, ...facts: string[]) =>
  checkClaims({ subject: '', text }, facts).map(({ kind, words }) => `${kind}: ${words}`);

describe('the claim check', () => {
  it.each([
    ['We work for 40 operators.', 'forty operators'],
    ['We saved a thousand hours.', '1,000 hours'],
    ['Wir sparten 1.000 Stunden.', '1,000 hours'],
    ['It costs $5k.', '5,000 USD'],
    ['It costs €2.5 million.', '2.500.000 Euro'],
    ['Costs fell by thirty per cent.', '30%'],
    ['Wir haben fünfundzwanzig Kunden.', '25 customers'],
    ['We began in March.', 'on 3 March 2024'],
    ['We began on 3 March 2024.', '03.03.2024'],
    ["Voltado's drivers notice nothing.", 'Voltado'],
    ['Voltados Fahrer merken nichts.', 'Voltado'],
    ['See demo.example.', 'https://www.demo.example/meet/'],
    ['Two thirds of them left.', 'two-thirds'],
  ])('passes "%s" where "%s" is given', (text, fact) => {
    expect(claimsOf(text, fact)).toEqual([]);
  });

  it.each([
    ['We work for 41 operators.', 'forty operators', 'number: 41'],
    ['Costs fell by 40 %.', '40 operators', 'percentage: 40 %'],
    ['It costs $900.', '900 euros', 'money: $900'],
    ['We began on 4 March.', '3 March 2024', 'date: 4 March'],
    ['See demo.example/prices.', 'https://demo.example/meet', 'link: demo.example/prices'],
    ['Write to bob@demo.example.', 'ana@demo.example', 'address: bob@demo.example'],
    ['We work with Acme Energy.', 'Acme', 'name: Energy'],
    ['Wir arbeiten mit Siemens.', 'Voltado', 'name: Siemens'],
    ['We save you 15 minutes a day. Interested?', '', 'number: 15'],
    ['Could we save you 15 minutes a day?', '', 'number: 15'],
  ])('flags "%s" where only "%s" is given', (text, fact, claim) => {
    expect(claimsOf(text, fact)).toEqual([claim]);
  });

  it('looks at the subject, too, and names the same words once', () => {
    const message = {
      subject: 'News for Ana of Siemens',
      text: 'Hello Ana, Siemens told us. Siemens is glad.',
    };
    expect(checkClaims(message, ['Ana'])).toEqual([{ kind: 'name', words: 'Siemens' }]);
  });

  it('flags nothing that is given word for word, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(...LABELLED_SENTENCES.map(({ text }) => text)),
            fc.string(),
            fc.string({ unit: 'binary' }),
          ),
          { maxLength: 6 },
        ),
        (parts) => {
          const text = parts.join(' ');
          expect(checkClaims({ subject: text, text }, [text])).toEqual([]);
        },
      ),
    );
  });

  it('knows a number in every notation, and no other number for it', () => {
    const whole = fc.integer({ min: 2_100, max: 9_999_999 });
    fc.assert(
      fc.property(whole, whole, (one, other) => {
        fc.pre(one !== other);
        const forms = [
          String(one),
          one.toLocaleString('en'),
          one.toLocaleString('de'),
          one.toLocaleString('de-CH'),
        ];
        for (const form of forms) {
          expect(claimsOf(`We did it ${form} times.`, `It was done ${one} times.`)).toEqual([]);
          expect(claimsOf(`We did it ${form} times.`, `It was done ${other} times.`)).toEqual([
            `number: ${form}`,
          ]);
        }
      }),
    );
  });

  it('reads English and German number words up to the thousands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9_999 }), fc.constantFrom('en', 'de'), (value, language) => {
        const words = language === 'en' ? englishWords(value) : germanWords(value);
        const text =
          language === 'en' ? `We did it ${words} times.` : `Wir haben es ${words} mal getan, und das gern.`;
        expect(claimsOf(text, `${value} sites`)).toEqual([]);
        expect(claimsOf(text, `${value + 1} sites`)).toEqual([`number: ${words}`]);
      }),
    );
  });

  it('adding a fact never flags more', () => {
    const sentence = fc.constantFrom(...LABELLED_SENTENCES.map(({ text }) => text));
    fc.assert(
      fc.property(sentence, fc.array(sentence), sentence, (text, facts, more) => {
        const before = claimsOf(text, ...facts).length;
        expect(claimsOf(text, ...facts, more).length).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('judges the labelled sentences as a reader does', () => {
    const score = scoreClaims(LABELLED_SENTENCES);
    expect(score.sentences).toBeGreaterThanOrEqual(120);
    expect(score.recall).toBe(1);
    expect(score.precision).toBeGreaterThanOrEqual(0.95);
    expect(score.claimsNamed).toBeGreaterThanOrEqual(0.98);
  });

  it('misses nothing in sentences of another team that it was not made for', () => {
    const score = scoreClaims(UNSEEN_SENTENCES, OTHER_FACTS);
    expect(score.recall).toBe(1);
    expect(score.precision).toBeGreaterThanOrEqual(0.9);
  });
});

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const EINER =
  'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(
    ' ',
  );
const ZEHNER = '- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ');

function englishWords(value: number): string {
  if (value < 20) return UNITS[value] ?? '';
  if (value < 100)
    return [TENS[Math.floor(value / 10)], value % 10 === 0 ? '' : englishWords(value % 10)]
      .filter((part) => part !== '')
      .join('-');
  const scale = value >= 1_000 ? 1_000 : 100;
  const rest = value % scale;
  const tail = rest === 0 ? '' : rest < 100 ? ` and ${englishWords(rest)}` : ` ${englishWords(rest)}`;
  return `${englishWords(Math.floor(value / scale))} ${scale === 100 ? 'hundred' : 'thousand'}${tail}`;
}

function germanWords(value: number): string {
  if (value < 20) return EINER[value] ?? '';
  if (value < 100)
    return `${value % 10 === 0 ? '' : `${germanWords(value % 10)}und`}${ZEHNER[Math.floor(value / 10)] ?? ''}`;
  const scale = value >= 1_000 ? 1_000 : 100;
  const rest = value % scale;
  const tail = rest === 0 ? '' : rest === 1 ? 'eins' : germanWords(rest);
  return `${germanWords(Math.floor(value / scale))}${scale === 100 ? 'hundert' : 'tausend'}${tail}`;
}
