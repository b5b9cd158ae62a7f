import { describe, expect, it } from 'vitest';
import { isPermissive } from './spdx.ts';

describe('licences of what is shipped', () => {
  it.each([
    ['MIT', true],
    ['Apache-2.0', true],
    ['GPL-3.0-only', false],
    ['MPL-2.0', false],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['MIT AND GPL-2.0', false],
    ['GPL-2.0 OR (MIT AND ISC)', true],
    ['(GPL-2.0 OR MPL-2.0) AND MIT', false],
    ['MIT WITH an-exception', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['UNLICENSED', false],
    ['', false],
  ])('%s may be shipped: %s', (expression, expected) => {
    expect(isPermissive(expression)).toBe(expected);
  });
});
