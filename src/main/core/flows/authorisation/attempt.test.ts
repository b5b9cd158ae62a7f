import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReturn } from './attempt.ts';

describe('an address that a browser came back to', () => {
  it('is read wherever it leads, with nothing but the state and the code', () => {
    for (const place of ['baton://oauth/return', 'http://localhost:27431/oauth/return']) {
      const read = readReturn(` ${place}?code=na1-1&state=s-1&extra=x#part `);
      expect(read).toMatchObject({ kind: 'answer', state: 's-1' });
      expect(read.kind === 'answer' && read.query.toString()).toBe('state=s-1&code=na1-1');
    }
  });

  it('may say that the consent was denied', () => {
    const read = readReturn('http://localhost/oauth/return?error=access_denied&state=s');
    expect(read.kind === 'answer' && read.query.get('error')).toBe('access_denied');
  });

  it.each([
    '',
    'http://localhost:27431/oauth/return',
    '?code=1',
    '?state=1',
    '?code=1&error=x&state=1',
    '?code=1&code=2&state=1',
    '?code=1&state=1&state=2',
    '?code=&state=1',
    '?code=<script>&state=1',
    `?code=${'a'.repeat(5_000)}&state=1`,
  ])('is refused when it is not whole, or more than that: %s', (address) => {
    expect(readReturn(address)).toEqual({ kind: 'unreadable' });
  });

  it('never breaks anything, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(['answer', 'unreadable']).toContain(readReturn(`baton://oauth/return?${text}`).kind);
      }),
    );
  });
});
