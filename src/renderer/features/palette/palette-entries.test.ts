import { describe, expect, it } from 'vitest';
import { matching, stepped, type PaletteGroup } from './palette-entries.ts';

const entry = (id: string, label: string, words = '') => ({
  id,
  label,
  words,
  icon: () => null,
  run: () => undefined,
});
const GROUPS: readonly PaletteGroup[] = [
  { title: 'Pages', entries: [entry('leads', 'Leads'), entry('crm', 'CRM Details', 'HubSpot connection')] },
  {
    title: 'Do',
    entries: [entry('stop', 'Stop everything', 'halt'), entry('dark', 'Colours: Dark', 'theme')],
  },
];
const found = (query: string): readonly string[] =>
  matching(GROUPS, query).flatMap((group) => group.entries.map(({ id }) => id));

describe('the command palette finds', () => {
  it('everything, while nothing is typed', () => {
    expect(found('  ')).toEqual(['leads', 'crm', 'stop', 'dark']);
  });

  it.each([
    ['by the beginning of any word', 'ever', ['stop']],
    ['by words in any order', 'dark col', ['dark']],
    ['by other words for the same', 'hub', ['crm']],
    ['whatever the case and the accents', 'LÉADS', ['leads']],
    ['nothing by the middle of a word', 'eads', []],
    ['nothing where one of the words is missing', 'stop leads', []],
  ])('%s', (_title, query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it('no heading without an entry', () => {
    expect(matching(GROUPS, 'halt').map(({ title }) => title)).toEqual(['Do']);
  });
});

describe('the arrow keys', () => {
  it('go on from an end at the other, and nowhere in an empty list', () => {
    expect([stepped(2, 1, 3), stepped(0, -1, 3), stepped(0, 1, 3), stepped(-1, 1, 0)]).toEqual([0, 2, 1, -1]);
  });
});
