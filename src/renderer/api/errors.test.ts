import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { ConnectionLostError } from './connection.ts';
import { failureOf } from './errors.ts';

describe('failureOf', () => {
  it('gives each field its own message', () => {
    const failure = failureOf(
      new ORPCError('INVALID_INPUT', {
        data: {
          problems: [
            { field: 'name', sentence: 'Name: give the assistant a name.' },
            { field: 'steps.3.gapDays', sentence: 'Step 4: the gap must be more than 0 days.' },
          ],
        },
      }),
    );
    expect(failure.fields).toEqual({
      name: 'Name: give the assistant a name.',
      'steps.3.gapDays': 'Step 4: the gap must be more than 0 days.',
    });
    expect(failure.sentence).toBe('2 fields need attention.');
  });

  it('shows the sentence of a refusal as it is', () => {
    const refused = new ORPCError('REFUSED', { data: { sentence: 'Lena still holds 3 leads.' } });
    expect(failureOf(refused).sentence).toBe('Lena still holds 3 leads.');
  });

  it('names the scopes that a CRM token lacks', () => {
    const crm = new ORPCError('CRM', {
      data: {
        sentence: 'The token may not read owners.',
        kind: 'forbidden',
        missingScopes: ['crm.objects.owners.read'],
      },
    });
    expect(failureOf(crm).missingScopes).toEqual(['crm.objects.owners.read']);
  });

  it('says that an answer may be missing when the connection broke', () => {
    expect(failureOf(new ConnectionLostError()).sentence).toContain('connection to Baton was lost');
  });

  it('never shows the inside of an unforeseen error', () => {
    expect(failureOf(new TypeError('x is not a function')).sentence).not.toContain('function');
  });
});
