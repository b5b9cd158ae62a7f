import { describe, expect, it } from 'vitest';
import { createClock } from '../control/clock.ts';
import type { SandboxContext } from '../http/route.ts';
import { valueProblem } from '../hubspot/property-validation-values.ts';
import { associatedIds } from '../portal/associate.ts';
import { createContext, createPortal } from '../portal/portal.ts';
import { objectById } from '../portal/write.ts';
import { profileFrom } from './portal-profiles.ts';
import { cannotExist } from './prospects.ts';
import type { SeededPortal } from './seed-portal.ts';
import { seedPortal } from './seed-portal.ts';

const NOW = Date.parse('2026-03-02T09:00:00Z');

function seeded(contacts: number, seed = 1): { context: SandboxContext; made: SeededPortal } {
  const context = createContext(createPortal(), createClock({ startAt: NOW, frozen: true }));
  return { context, made: seedPortal(context, { contacts, seed, owners: 6 }) };
}

const contactsOf = (context: SandboxContext) => [...context.portal.objects.contacts.values()];

describe('the seeded portal', () => {
  const { context, made } = seeded(3000);
  const { portal } = context;

  it('has the contacts, a team of six and one who left, companies and lists', () => {
    expect(portal.objects.contacts.size).toBe(3000);
    expect(made.contactIds).toHaveLength(3000);
    expect(portal.objects.companies.size).toBe(500);
    expect([...portal.owners.values()].filter((owner) => !owner.archived)).toHaveLength(6);
    expect(made.archivedOwner.archived).toBe(true);
    const lists = [...portal.lists.values()];
    expect(new Set(lists.map((list) => list.processingType)).size).toBe(3);
    for (const list of lists) {
      expect(list.memberships.length).toBeGreaterThan(0);
      const times = list.memberships.map((member) => member.at);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.at(-1)).toBeLessThanOrEqual(NOW);
    }
  });

  it('writes no value that the portal itself would refuse, but for addresses that came bad', () => {
    const refused = contactsOf(context).flatMap((contact) =>
      Object.entries(contact.values).flatMap(([name, value]) => {
        const property = portal.properties.contacts.get(name);
        if (property === undefined) return [`${name} is no property`];
        const isOwner = name.includes('owner') && value === made.archivedOwner.id;
        if (property.readOnlyValue || isOwner) return [];
        const problem = valueProblem(portal, property, value);
        return problem === null ? [] : [`${problem.code} ${value}`];
      }),
    );
    const bad = refused.filter((one) => one.startsWith('INVALID_EMAIL'));
    expect(refused).toEqual(bad);
    expect(bad.length).toBeGreaterThan(10);
    expect(bad.length).toBeLessThan(60);
  });

  it('keeps every address under a domain reserved for examples, and every good one to one contact', () => {
    const emails = contactsOf(context).map((contact) => contact.values['email'] ?? '');
    expect(emails.filter((email) => email === '').length).toBeGreaterThan(20);
    const given = emails.filter((email) => email !== '');
    expect(new Set(given).size).toBe(given.length);
    for (const email of given) expect(email).toMatch(/(\.example|@?example\.(com|org|net))$/);
    expect(given.some((email) => /^(info|office|sales)@/.test(email))).toBe(true);
    expect(given.filter(cannotExist).length).toBeGreaterThan(10);
  });

  it('remembers previous owners, newest first, from hand, import and integration', () => {
    const histories = contactsOf(context).map((contact) => contact.history.get('hubspot_owner_id') ?? []);
    const handed = histories.filter((versions) => versions.length > 1);
    expect(handed.length).toBeGreaterThan(500);
    for (const versions of handed) {
      const times = versions.map((version) => version.timestamp);
      expect(times).toEqual(times.toSorted((a, b) => b - a));
    }
    const sources = new Set(histories.flat().map((version) => version.source.sourceType));
    expect([...sources].toSorted()).toEqual(['CRM_UI', 'CRM_UI_BULK_ACTION', 'IMPORT', 'INTEGRATION']);
    expect(
      contactsOf(context).filter((contact) => contact.values['hubspot_owner_id'] === undefined).length,
    ).toBeGreaterThan(300);
  });

  it('lies in the past: nothing was made or changed after now, and search sees all of it', () => {
    for (const contact of contactsOf(context)) {
      expect(contact.createdAt).toBeLessThan(NOW);
      expect(contact.updatedAt).toBeLessThanOrEqual(NOW);
      expect(contact.updatedAt).toBe(Date.parse(contact.values['lastmodifieddate'] ?? ''));
      expect(contact.indexed).toEqual(contact.values);
    }
  });

  it('associates most contacts with their company, as its primary one', () => {
    const first = objectById(portal, 'contacts', made.contactIds[0] ?? '');
    expect(first).toBeDefined();
    const associated = contactsOf(context).filter((contact) => {
      const [entry] = associatedIds(portal, contact, 'companies');
      return (
        entry?.[0] === contact.values['associatedcompanyid'] && entry?.[1].some((one) => one.typeId === 279)
      );
    });
    expect(associated.length).toBeGreaterThan(2500);
    expect(associated.length).toBeLessThan(3000);
  });

  it('knows the person behind an address', () => {
    const contact = contactsOf(context).find(
      (one) => one.values['country'] === 'France' && one.values['firstname'],
    );
    expect(profileFrom(portal, (contact?.values['email'] ?? '').toUpperCase())).toMatchObject({
      language: 'fr',
      name: `${contact?.values['firstname']} ${contact?.values['lastname']}`,
    });
    expect(profileFrom(portal, 'nobody@elsewhere.example')).toBeUndefined();
  });
});

describe('seeding', () => {
  it('gives the same portal for the same seed and another for another', () => {
    const people = (seed: number) => contactsOf(seeded(100, seed).context).map((contact) => contact.values);
    expect(people(3)).toEqual(people(3));
    expect(people(3)).not.toEqual(people(4));
  });
});
