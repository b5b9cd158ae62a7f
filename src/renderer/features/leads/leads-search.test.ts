import { describe, expect, it } from 'vitest';
import { filterOf, isFiltered, readLeadsSearch, sortOf } from './leads-search.ts';

describe('the address of the Leads page', () => {
  it('keeps what it knows and drops what it does not', () => {
    const search = readLeadsSearch({ states: ['Hot'], custody: 'Lost', by: 'name', other: 1 });
    expect(filterOf(search)).toEqual({ states: ['Hot'] });
    expect(sortOf(search)).toEqual({ by: 'name', descending: false });
  });

  it('means all leads, last changed first, when it says nothing', () => {
    const search = readLeadsSearch({ search: '   ', states: [] });
    expect(filterOf(search)).toEqual({});
    expect(isFiltered(search)).toBe(false);
    expect(sortOf(search)).toEqual({ by: 'updated', descending: true });
  });
});
