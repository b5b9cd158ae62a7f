import { describe, expect, it } from 'vitest';
import {
  accepted,
  blockOf,
  differencesOf,
  remedyOf,
  stillWatched,
  type DifferenceKind,
  type FieldDifference,
  type FieldNeeds,
} from './drift.ts';
import type { FoundField } from './field-definition.ts';
import { optionsOf } from './field-set.ts';

const STATUS: FoundField = {
  name: 'baton_lead_connection_status',
  label: 'Lead Connection Status',
  type: 'enumeration',
  fieldType: 'select',
  groupName: 'baton',
  options: optionsOf(['Cold', 'Hot']),
  archived: false,
};
const NEEDS: FieldNeeds = {
  fits: (found) => found.type === 'enumeration' || found.type === 'string',
  options: optionsOf(['Cold', 'Hot']),
  needsAll: true,
  areChosen: false,
};
const WATCHED = accepted('connectionStatus', STATUS, true, NEEDS);
const kindsOf = (found: FoundField | null, needs = NEEDS): string[] =>
  differencesOf(WATCHED, found, needs).map(({ kind, option }) =>
    option === '' ? kind : `${kind} ${option}`,
  );

describe('a property is compared with what was accepted', () => {
  it('and is the same as long as nobody changes what matters', () => {
    expect(kindsOf(STATUS)).toEqual([]);
    expect(kindsOf({ ...STATUS, options: optionsOf(['Hot', 'Cold', 'Lukewarm']) })).toEqual([]);
  });

  it.each<[string, FoundField | null, string[]]>([
    ['deleted', null, ['gone']],
    ['archived', { ...STATUS, archived: true }, ['gone']],
    ['of another type', { ...STATUS, type: 'number', fieldType: 'number' }, ['type']],
    ['shown otherwise', { ...STATUS, fieldType: 'radio' }, ['shape']],
    ['a text now, which will do', { ...STATUS, type: 'string', fieldType: 'text', options: [] }, ['shape']],
    ['renamed', { ...STATUS, label: 'AI status' }, ['label']],
    ['moved', { ...STATUS, groupName: 'sales' }, ['group']],
    ['without an option', { ...STATUS, options: optionsOf(['Cold']) }, ['option Hot']],
    [
      'renamed, moved and without options',
      { ...STATUS, label: 'x', groupName: 'y', options: [] },
      ['option Cold', 'option Hot', 'label', 'group'],
    ],
  ])('%s', (_, found, kinds) => {
    expect(kindsOf(found)).toEqual(kinds);
  });

  it('an option that was never there is missed only where every one is needed', () => {
    const more = { ...NEEDS, options: optionsOf(['Cold', 'Hot', 'New']) };
    expect(kindsOf(STATUS, more)).toEqual(['option New']);
    expect(kindsOf(STATUS, { ...more, needsAll: false })).toEqual([]);
    const seen = stillWatched(WATCHED, { ...STATUS, options: optionsOf(['Cold', 'Hot', 'New']) }, more);
    expect(differencesOf(seen, STATUS, { ...more, needsAll: false })).toMatchObject([{ option: 'New' }]);
  });

  it('a hidden option matters where people choose it', () => {
    const hidden = STATUS.options.map((option) => ({ ...option, hidden: option.value === 'Hot' }));
    expect(kindsOf({ ...STATUS, options: hidden })).toEqual([]);
    expect(kindsOf({ ...STATUS, options: hidden }, { ...NEEDS, areChosen: true })).toEqual([
      'hidden-option Hot',
    ]);
  });

  it("the CRM's own spelling of an option counts", () => {
    expect(kindsOf({ ...STATUS, options: optionsOf(['COLD', 'hot']) })).toEqual([]);
  });
});

describe('a write', () => {
  const missing: FieldDifference = {
    key: 'connectionStatus',
    property: STATUS.name,
    kind: 'option',
    option: 'Hot',
    was: 'Hot',
    is: '',
  };

  it('waits for the option that it needs, and for no other', () => {
    expect(blockOf([missing], 'connectionStatus', 'Hot')).toBe(missing);
    expect(blockOf([missing], 'connectionStatus', 'Cold')).toBeNull();
    expect(blockOf([missing], 'connectionStatus', '')).toBeNull();
    expect(blockOf([missing], 'contactStatus', 'Hot')).toBeNull();
  });

  it.each<[DifferenceKind, boolean]>([
    ['gone', true],
    ['type', true],
    ['shape', false],
    ['label', false],
    ['group', false],
    ['hidden-option', false],
  ])('of a property with the difference "%s" waits: %s', (kind, waits) => {
    const difference = { ...missing, kind, option: '' };
    expect(blockOf([difference], 'connectionStatus', 'Hot') !== null).toBe(waits);
  });
});

describe('a property that somebody else made', () => {
  it.each<[DifferenceKind, string | null, string | null]>([
    ['gone', 're-create', null],
    ['type', null, null],
    ['option', 'add-option', 'add-option'],
    ['hidden-option', 'show-option', null],
    ['shape', null, null],
    ['label', 'restore-label', null],
    ['group', 'move-back', null],
  ])('has for "%s" no button that alters it (ours: %s, theirs: %s)', (kind, ours, theirs) => {
    const difference: FieldDifference = {
      key: 'context',
      property: 'context',
      kind,
      option: '',
      was: '',
      is: '',
    };
    expect(remedyOf(difference, true).remedy).toBe(ours);
    expect(remedyOf(difference, false).remedy).toBe(theirs);
  });
});
