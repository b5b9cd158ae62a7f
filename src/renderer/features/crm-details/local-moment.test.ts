import { describe, expect, it } from 'vitest';
import { fromInput, toInput } from './local-moment.ts';

describe('a field for date and time', () => {
  it('gives back the minute that it was given', () => {
    const at = new Date(2026, 8, 7, 10, 5).getTime();
    expect(toInput(at)).toBe('2026-09-07T10:05');
    expect(fromInput(toInput(at))).toBe(at);
  });

  it('holds no moment while it is half filled', () => {
    expect(fromInput('')).toBeNull();
  });
});
