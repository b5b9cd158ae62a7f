import { describe, expect, it } from 'vitest';
import { readDataSearch } from './data-search.ts';
import { sizeWords, storedWords } from './data-words.ts';

describe('the page Data', () => {
  it('says sizes in the unit that fits', () => {
    expect([0, 900, 1_536, 50 * 1024 * 1024, 3 * 1024 ** 3].map(sizeWords)).toEqual([
      '0 bytes',
      '900 bytes',
      '1.5 KB',
      '50 MB',
      '3.0 GB',
    ]);
  });

  it('counts what is stored about a person in whole words', () => {
    expect(storedWords({ mails: 3, writes: 1, journal: 1_200, notices: 1 })).toBe(
      '3 mails, 1 write to the CRM, 1,200 journal entries, 1 notice.',
    );
  });

  it('takes whom to look up from the address, a record id included', () => {
    expect(readDataSearch({ person: 4711 })).toEqual({ person: '4711' });
    expect(readDataSearch({ person: '', other: 1 })).toEqual({});
  });
});
