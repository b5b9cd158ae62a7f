import { describe, expect, it } from 'vitest';
import { HUBSPOT_RIGHTS, missingRight, scopesToAdd, type CrmStep } from './rights.ts';
import { HUBSPOT_SCOPES, OAUTH_SCOPE } from './scopes.ts';

const STEPS = Object.keys(HUBSPOT_RIGHTS) as CrmStep[];

describe('what a step at the CRM takes', () => {
  it('is a scope that the set-up asks for, so that nobody grants more than that', () => {
    const asked = new Set([OAUTH_SCOPE, ...HUBSPOT_SCOPES].map(({ name }) => name));
    for (const step of STEPS) expect(asked).toContain(HUBSPOT_RIGHTS[step].scope);
  });

  it.each(STEPS)('is named with where to give it: %s', (step) => {
    const { scope, permission } = HUBSPOT_RIGHTS[step];
    expect(missingRight(step, [scope], 'key')).toContain(
      `lacks the permission ${scope}. Add it to the key in`,
    );
    expect(missingRight(step, [scope], 'app')).toContain('Press Grant in Settings → CRM Details');
    for (const credential of ['key', 'app'] as const) {
      const sentence = missingRight(step, [], credential);
      expect(sentence).toContain(`"${permission}"`);
      expect(sentence).toContain('Settings → Users & Teams');
      // Every key and every app may ask whose account it is.
      expect(sentence.includes(scope)).toBe(step !== 'account');
    }
  });
});

describe('of the scopes that a refusal names', () => {
  it('the one that the set-up asks for is told, whatever else would do', () => {
    const named = ['crm.schemas.companies.write', 'crm.schemas.contacts.write', 'crm.schemas.deals.write'];
    expect(scopesToAdd('field-setup', named)).toEqual(['crm.schemas.contacts.write']);
  });

  it('one of another step is told where only that is named, and a strange one as it is', () => {
    expect(scopesToAdd('contacts', ['sales-email-read', 'x'])).toEqual(['sales-email-read']);
    expect(scopesToAdd('contacts', ['crm.objects.deals.read', 'tickets'])).toEqual([
      'crm.objects.deals.read',
      'tickets',
    ]);
    expect(missingRight('contacts', ['crm.objects.deals.read', 'tickets'], 'key')).toContain(
      'needs one of the permissions crm.objects.deals.read, tickets.',
    );
  });
});
