import { describe, expect, it } from 'vitest';
import { HUBSPOT_SCOPES, missingToWork, scopesToAsk } from './scopes.ts';

const names = (wishes: Parameters<typeof scopesToAsk>[0]): string[] => {
  const { required, optional } = scopesToAsk(wishes);
  return [...required, ...optional].map(({ name }) => name);
};

describe('the scopes of an app', () => {
  it('for reading alone let nothing be written and nobody be invited', () => {
    const asked = names({ readOnly: true, invites: false });
    expect(asked).toContain('crm.objects.contacts.read');
    expect(asked.filter((name) => name.endsWith('.write'))).toEqual([]);
  });

  it('grow with what is switched on, and no further than there is a feature for', () => {
    expect(names({ readOnly: false, invites: false })).not.toContain('settings.users.write');
    expect(new Set(names({ readOnly: false, invites: true }))).toEqual(
      new Set(['oauth', ...HUBSPOT_SCOPES.map(({ name }) => name)]),
    );
  });

  it('each say what they are for in one line', () => {
    for (const { purpose } of HUBSPOT_SCOPES) expect(purpose).toMatch(/^[A-Z].{15,110}\.$/);
  });
});

describe('scopes that were not granted', () => {
  const all = HUBSPOT_SCOPES.map(({ name }) => name);
  const without = (name: string): string[] => all.filter((each) => each !== name);

  it('keep the assistants from working, unless it is the one for invitations', () => {
    expect(missingToWork(without('crm.objects.contacts.write'), false)).toMatchObject([
      { name: 'crm.objects.contacts.write' },
    ]);
    expect(missingToWork(without('settings.users.write'), false)).toEqual([]);
  });

  it('for writing are not missed where nothing is written', () => {
    expect(missingToWork(without('crm.schemas.contacts.write'), true)).toEqual([]);
  });
});
