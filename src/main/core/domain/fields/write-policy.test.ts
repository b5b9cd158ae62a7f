import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WRITE_POLICIES } from '#contract/names.ts';
import { leftAlone, mayWrite } from './write-policy.ts';

describe('the rule of a property', () => {
  it.each([
    ['never', '', null, false],
    ['never', 'Cold', 'Cold', false],
    ['always', 'Hot', 'Cold', true],
    ['if-empty', '', 'Cold', true],
    ['if-empty', 'Cold', 'Cold', false],
    ['if-ours-was-last', '', null, true],
    ['if-ours-was-last', 'Cold', 'Cold', true],
    ['if-ours-was-last', 'Hot', 'Cold', false],
    ['if-ours-was-last', 'Hot', null, false],
    ['if-ours-was-last', '', 'Cold', false],
  ] as const)('"%s" over "%s", last written "%s": %s', (policy, present, lastOurs, may) => {
    expect(mayWrite(policy, { present, lastOurs })).toBe(may);
  });

  it('never lets a rule write more than "always", and "never" writes nothing', () => {
    const facts = fc.record({ present: fc.string(), lastOurs: fc.option(fc.string()) });
    fc.assert(
      fc.property(fc.constantFrom(...WRITE_POLICIES), facts, (policy, known) => {
        expect(mayWrite('always', known)).toBe(true);
        expect(mayWrite('never', known)).toBe(false);
        const overwrites = mayWrite(policy, known) && known.present !== '';
        expect(policy === 'if-empty' && overwrites).toBe(false);
      }),
    );
  });

  it('says why a value stays', () => {
    expect(leftAlone('Lead Status', 'if-empty', 'OPEN')).toBe(
      'Lead Status stays "OPEN": its rule is "if empty", and it has a value.',
    );
    expect(leftAlone('Lead Status', 'never', 'OPEN')).toBe(
      'Lead Status is not written: its rule is "never".',
    );
  });
});
