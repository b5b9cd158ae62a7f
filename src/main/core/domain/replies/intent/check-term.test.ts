import { expect, it } from 'vitest';
import { MOST_RULES, termProblem } from './check-term.ts';

it.each([
  ['nothing', ' … ', /at least two letters/],
  ['one letter', 'x', /at least two letters/],
  ['a whole mail', 'very '.repeat(40), /at most 120 characters/],
  ['what is taught already, written otherwise', 'WORKS-Council', /taught already/],
])('%s cannot be taught, and it is said why', (_what, term, sentence) => {
  expect(termProblem(term, ['works council'])).toMatch(sentence);
});

it('words that decide can be taught, in any script', () => {
  expect(termProblem('кворум', ['works council'])).toBeNull();
  expect(termProblem('no budget', [])).toBeNull();
});

it('there is an end to the number of rules', () => {
  const many = Array.from({ length: MOST_RULES }, (_, nth) => `rule ${nth}`);
  expect(termProblem('one more', many)).toMatch(/Remove one/);
});
