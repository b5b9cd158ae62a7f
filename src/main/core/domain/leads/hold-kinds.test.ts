import { describe, expect, it } from 'vitest';
import { HOLD_KINDS } from '#contract/names.ts';
import { effectKindsOf, isHeldKind } from './hold-kinds.ts';

describe('what Hold writes holds', () => {
  it('is everything where nothing is chosen, but never the news of a failure', () => {
    expect(effectKindsOf([])).toBeNull();
    expect(isHeldKind([], 'crm-undo')).toBe(true);
    expect(isHeldKind([], 'notice-mail')).toBe(false);
  });

  it('is what was chosen and nothing else', () => {
    expect(effectKindsOf(['mail'])).toEqual(['mail', 'compose-mail']);
    expect(isHeldKind(['note', 'owner'], 'crm-owner')).toBe(true);
    expect(isHeldKind(['note', 'owner'], 'crm-status')).toBe(false);
  });

  it('names each kind of effect once', () => {
    const all = HOLD_KINDS.flatMap((each) => effectKindsOf([each]) ?? []);
    expect(new Set(all).size).toBe(all.length);
  });
});
