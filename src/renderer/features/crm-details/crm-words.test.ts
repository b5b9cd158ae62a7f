import { describe, expect, it } from 'vitest';
import { purposeWords, stretchWords, usedPart } from './budget-words.ts';
import { readCrmSearch } from './crm-search.ts';
import { changeWords } from './sync-words.ts';

describe('words of the API budget', () => {
  it('name a window as people do', () => {
    expect(stretchWords(10_000)).toBe('10 seconds');
    expect(stretchWords(60_000)).toBe('1 minute');
  });

  it('never show a meter beyond its ends', () => {
    expect(usedPart({ max: 100, remaining: 120 })).toBe(0);
    expect(usedPart({ max: 100, remaining: -5 })).toBe(1);
    expect(usedPart({ max: 0, remaining: 0 })).toBe(0);
  });

  it('show a purpose they do not know as it is', () => {
    expect(purposeWords('read')).toBe('Read contacts');
    expect(purposeWords('webhooks')).toBe('webhooks');
  });
});

describe('words of a schedule sync', () => {
  it('count what changes and leave out what does not', () => {
    const change = (kind: 'add' | 'rename' | 'unchanged') => ({ kind, value: '', label: '' });
    const changes = [change('add'), change('rename'), change('rename'), change('unchanged')];
    expect(changeWords(changes, 'before')).toBe('1 to add, 2 to rename');
    expect(changeWords(changes, 'after')).toBe('1 added, 2 renamed');
    expect(changeWords([change('unchanged')], 'before')).toBe('nothing to change');
  });
});

describe('the address of CRM Details', () => {
  it('opens the part it names and ignores others', () => {
    expect(readCrmSearch({ tab: 'fields', x: 1 })).toEqual({ tab: 'fields' });
    expect(readCrmSearch({ tab: 'nonsense' })).toEqual({});
  });
});
