import { expect, it } from 'vitest';
import { sandboxMailProblem } from './sandbox-mail.ts';

it('takes the address and the token that the sandbox prints', () => {
  expect(sandboxMailProblem('http://127.0.0.1:4010', 'mail-1')).toBeNull();
});

it('refuses an address that is none, and a missing token, each with what to do', () => {
  expect(sandboxMailProblem('4010', 'mail-1')).toContain('not "4010"');
  expect(sandboxMailProblem('127.0.0.1:4010', 'mail-1')).toContain('--sandbox-mail must be the address');
  expect(sandboxMailProblem('http://127.0.0.1:4010', '')).toContain('set it to the mail token');
});
