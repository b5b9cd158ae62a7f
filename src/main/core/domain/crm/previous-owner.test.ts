import { describe, expect, it } from 'vitest';
import { BOB, FAY } from '#test/support/lead-facts.ts';
import type { OwnerChange } from '../leads/facts.ts';
import { ownerToHandBackTo, previousOwnerOf, tenureStart } from './previous-owner.ts';

/** Newest first, as the CRM tells it. */
function history(...ownerIds: string[]): OwnerChange[] {
  return ownerIds.map((ownerId, index) => ({ ownerId, at: 1000 - index, byUs: false }));
}

describe('the previous owner of a record', () => {
  it.each([
    ['the one right before the assistant', history('77', '11'), '11'],
    ['the one before a moment without an owner', history('77', '', '11'), '11'],
    ['the last person when two assistants had it in turn', history('77', '78', '11'), '11'],
    ['the last of several tenures', history('77', '12', '77', '11'), '12'],
    ['the one before the tenure that a person has just ended', history('12', '77', '11'), '11'],
    ['the one before when the assignment was written twice', history('77', '77', '11'), '11'],
    ['nobody when it was never owned', history('77', ''), null],
    ['nobody when only assistants had it', history('77', '78'), null],
    ['nobody when the assistant never had it', history('11', '12'), null],
    ['nobody without a history', [], null],
  ])('is %s', (_, changes, expected) => {
    expect(previousOwnerOf(changes, ['77', '78'])).toBe(expected);
  });

  it('knows since when the assistant has owned the record without a break', () => {
    expect(tenureStart(history('77', '77', '11', '77'), '77')).toBe(999);
    expect(tenureStart(history('11', '77'), '77')).toBeNull();
  });
});

describe('who gets a record back', () => {
  const gone = { ...BOB, active: false };
  it.each([
    ['the previous owner', BOB, FAY, BOB.id, { kind: 'previous' }],
    ['the fallback owner without a previous one', null, FAY, FAY.id, { kind: 'fallback-no-previous' }],
    [
      'the fallback owner for a deactivated one',
      gone,
      FAY,
      FAY.id,
      { kind: 'fallback-previous-deactivated', previousOwner: 'Bob Ford' },
    ],
    ['nobody without either', null, null, null, { kind: 'unassigned-no-previous' }],
    [
      'nobody when the fallback owner is deactivated',
      null,
      { ...FAY, active: false },
      null,
      { kind: 'unassigned-no-previous' },
    ],
    [
      'nobody for a deactivated one without a fallback',
      gone,
      null,
      null,
      { kind: 'unassigned-previous-deactivated', previousOwner: 'Bob Ford' },
    ],
  ])('is %s', (_, previousOwner, fallbackOwner, ownerId, note) => {
    expect(ownerToHandBackTo({ previousOwner, fallbackOwner })).toEqual({ ownerId, note });
  });
});
