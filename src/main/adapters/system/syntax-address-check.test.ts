import { expect, it } from 'vitest';
import { syntaxAddressCheck } from './syntax-address-check.ts';

const CASES: readonly [address: string, verdict: string][] = [
  ['ana.silva@example.com', 'valid'],
  ['ANA@EXAMPLE.COM', 'valid'],
  ["o'brien+news@mail.example.co.uk", 'valid'],
  ['ana@müller.example', 'valid'],
  ['', 'missing'],
  ['   ', 'missing'],
  ['ana', 'invalid'],
  ['ana@', 'invalid'],
  ['@example.com', 'invalid'],
  ['ana@localhost', 'invalid'],
  ['ana@.example', 'invalid'],
  ['ana@example..com', 'invalid'],
  ['ana silva@example.com', 'invalid'],
  ['ana@exam ple.com', 'invalid'],
  ['.ana@example.com', 'invalid'],
  ['ana@-example.com', 'invalid'],
  ['no-reply@example.com', 'invalid'],
  ['x@mailinator.com', 'invalid'],
  ['info@example.com', 'unverifiable'],
  ['sales@example.com', 'unverifiable'],
  ['webmaster@example.com', 'risky'],
  ['ana.silva@gmial.com', 'risky'],
  ['4915112345678@example.com', 'risky'],
  ['7f3a9c0de1b24f55@example.com', 'risky'],
  ['ana.1987@example.com', 'valid'],
];

it.each(CASES)('judges "%s" as %s', async (address, verdict) => {
  expect((await syntaxAddressCheck.judge(address)).verdict).toBe(verdict);
});
