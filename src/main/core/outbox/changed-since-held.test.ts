import { describe, expect, it } from 'vitest';
import { changedSinceHeld } from './changed-since-held.ts';

describe('a write that was held and approved', () => {
  const row = { status: 'waiting', before: { status: 'OPEN' } } as const;

  it('tells what changed in the CRM since it was approved', () => {
    expect(changedSinceHeld(row, () => 'CONNECTED')).toBe(
      'Changed in the CRM since it was approved: status was "OPEN" and is "CONNECTED".',
    );
  });

  it('says nothing where nothing changed, or where nothing was shown to anybody', () => {
    expect(changedSinceHeld(row, () => 'OPEN')).toBeNull();
    expect(changedSinceHeld({ status: 'waiting', before: null }, () => 'CONNECTED')).toBeNull();
  });
});
