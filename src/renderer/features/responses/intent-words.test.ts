import { describe, expect, it } from 'vitest';
import { INTENT_LOOKS, intentOfKey } from './intent-words.ts';

describe('the keys that correct an intent', () => {
  it('are one each, and none is a key of the list', () => {
    const keys = Object.values(INTENT_LOOKS).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => ['j', 'k', 'e', 'l'].includes(key))).toEqual([]);
  });

  it('mean the intent they stand beside, in either case', () => {
    expect(intentOfKey('1')).toBe('AgreedToMeet');
    expect(intentOfKey('S')).toBe('Other');
    expect(intentOfKey('x')).toBeNull();
  });
});
