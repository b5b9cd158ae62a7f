import { describe, expect, it } from 'vitest';
import { paths } from './paths.ts';

describe('the paths', () => {
  it('are date-versioned, since v1 to v4 end in 2027', () => {
    const all = [
      paths.accountDetails(),
      paths.owners(),
      paths.users(),
      paths.object('contacts', '1'),
      paths.search('contacts'),
      paths.batch('notes', 'create'),
      paths.associations('contacts', 'notes'),
      paths.properties('contacts'),
      paths.property('contacts', 'context'),
      paths.propertyGroups('contacts'),
    ];
    for (const path of all) expect(path).toMatch(/^\/[a-z/-]+\/2026-0[39](\/|$)/);
    expect(paths.users()).toBe('/settings/users/2026-03');
    expect(paths.batch('notes', 'create')).toBe('/crm/objects/2026-09/notes/batch/create');
    expect(paths.associations('contacts', 'emails')).toBe(
      '/crm/associations/2026-09/contacts/emails/batch/read',
    );
  });

  it('cannot be led astray by an id', () => {
    expect(paths.object('contacts', '1/../2?x')).toBe('/crm/objects/2026-09/contacts/1%2F..%2F2%3Fx');
  });
});
