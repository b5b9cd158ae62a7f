import { describe, expect, it } from 'vitest';
import { callWords, countWords } from './import-words.ts';

describe('the line about the allowance', () => {
  it('says how many calls are needed, and what share of the day they are', () => {
    expect(callWords({ needed: 600, perDay: 250_000, left: 249_000 })).toBe(
      'About 600 calls to the CRM: less than 1 % of its 250,000 a day, of which 249,000 are left today.',
    );
    expect(callWords({ needed: 3_600, perDay: 250_000, left: 249_000 })).toContain(
      ': 1 % of its 250,000 a day',
    );
  });
  it('says so when they are more than are left today', () => {
    expect(callWords({ needed: 600, perDay: 1_000, left: 10 })).toContain('goes on tomorrow by itself');
  });
  it('tells the number alone where the CRM told no allowance', () => {
    expect(callWords({ needed: 12, perDay: null, left: null })).toBe('About 12 calls to the CRM.');
  });
});

describe('a count', () => {
  it('names people, and entries of a list', () => {
    expect([countWords(1, 'leads'), countWords(1_200, 'never-write')]).toEqual(['1 person', '1,200 entries']);
  });
});
