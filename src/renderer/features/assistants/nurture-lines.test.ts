import { describe, expect, it } from 'vitest';
import { pastedFacts, withFactMoved, withPasted } from './nurture-lines.ts';

describe('facts that are pasted', () => {
  it('are taken line by line, without list marks and empty lines', () => {
    expect(pastedFacts('- One  fact\r\n\n2) Another\n• Third, with 3. of something\n')).toEqual([
      'One fact',
      'Another',
      'Third, with 3. of something',
    ]);
  });

  it('stand in the place of an empty one, and after one that has words', () => {
    expect(withPasted(['a', '', 'b'], 1, ['x', 'y'])).toEqual(['a', 'x', 'y', 'b']);
    expect(withPasted(['a', 'b'], 0, ['x'])).toEqual(['a', 'x', 'b']);
  });
});

describe('a fact', () => {
  it('is moved, and stays where it is past the ends', () => {
    expect(withFactMoved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    const facts = ['a', 'b'];
    expect(withFactMoved(facts, 0, -1)).toBe(facts);
  });
});
