import { describe, expect, it } from 'vitest';
import { identitySentence, identityWarning } from './identity.ts';

const ROBIN = { user: 'robin@northwind.example', ownContacts: 12, assistantName: null };

describe('in whose name Baton writes', () => {
  it('is said of a key, a person and an integration user', () => {
    expect(identitySentence('key', '')).toContain('under the name of the key');
    for (const as of ['person', 'integration'] as const)
      expect(identitySentence(as, ROBIN.user)).toContain(`under ${ROBIN.user}`);
  });

  it('is warned of where the integration user is a person who owns contacts', () => {
    expect(identityWarning('integration', ROBIN)).toMatch(
      /^robin@northwind\.example owns 12 contacts, so writes/,
    );
    expect(identityWarning('integration', { ...ROBIN, ownContacts: 1 })).toContain('owns 1 contact,');
    expect(identityWarning('integration', ROBIN)).toContain(
      'cannot be told apart. Choose an integration user',
    );
  });

  it('is warned of where the integration user is an assistant, whatever she owns', () => {
    expect(identityWarning('integration', { ...ROBIN, assistantName: 'Rosie' })).toContain(
      'is the address of your assistant Rosie',
    );
  });

  it('is not warned of where nothing speaks against it, or a person said that it is their own', () => {
    for (const ownContacts of [0, null])
      expect(identityWarning('integration', { ...ROBIN, ownContacts })).toBeNull();
    expect(identityWarning('person', { ...ROBIN, assistantName: 'Rosie' })).toBeNull();
    expect(identityWarning('key', ROBIN)).toBeNull();
  });
});
