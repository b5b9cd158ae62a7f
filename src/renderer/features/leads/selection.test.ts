import { describe, expect, it } from 'vitest';
import { MOST_CHOSEN, NOTHING_CHOSEN, chosenCount, isChosen, toggled, withAdded } from './selection.ts';

describe('choosing leads', () => {
  it('turns a lead on and off', () => {
    const on = toggled(NOTHING_CHOSEN, 'a');
    expect(isChosen(on, 'a')).toBe(true);
    expect(chosenCount(toggled(on, 'a'), 50)).toBe(0);
  });

  it('counts every lead that matches when all are chosen', () => {
    expect(chosenCount({ kind: 'all-matching' }, 83_412)).toBe(83_412);
    expect(isChosen({ kind: 'all-matching' }, 'never loaded')).toBe(true);
  });

  it('begins anew with one lead after all were chosen', () => {
    const one = toggled({ kind: 'all-matching' }, 'a');
    expect(chosenCount(one, 100)).toBe(1);
  });

  it('never holds more single leads than one action may carry', () => {
    const many = Array.from({ length: MOST_CHOSEN + 5 }, (_, index) => String(index));
    expect(chosenCount(withAdded(NOTHING_CHOSEN, many), 20_000)).toBe(MOST_CHOSEN);
  });
});
