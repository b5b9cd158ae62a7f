import { describe, expect, it } from 'vitest';
import { createClock } from '../control/clock.ts';
import { associate, associatedIds } from './associate.ts';
import { kindsBetween } from './association-types.ts';
import { eraseContact } from './erase.ts';
import { mergeObjects } from './merge.ts';
import type { WriteSource } from './model.ts';
import { findByUnique } from './portal-index.ts';
import { createContext, createPortal } from './portal.ts';
import { createObject, followMerges, updateObject } from './write.ts';

const START = Date.UTC(2026, 10, 20, 9);
const APP: WriteSource = { sourceType: 'INTEGRATION', sourceId: '77' };

function world() {
  const clock = createClock({ startAt: START, frozen: true });
  const portal = createPortal();
  const context = createContext(portal, clock);
  const contact = (values: Record<string, string>) => createObject(context, 'contacts', values, APP);
  return { clock, portal, context, contact };
}

describe('merging', () => {
  it('keeps the primary’s values, fills its gaps and keeps all addresses', () => {
    const { context, contact, portal } = world();
    const one = contact({ email: 'one@example.com', city: 'Bern', lifecyclestage: 'lead' });
    const two = contact({ email: 'two@example.com', city: 'Basel', phone: '1', lifecyclestage: 'customer' });
    const merged = mergeObjects(context, one, two, APP);
    expect(merged.values).toMatchObject({
      email: 'one@example.com',
      hs_additional_emails: 'two@example.com',
      city: 'Bern',
      phone: '1',
      lifecyclestage: 'customer',
      hs_object_id: merged.id,
      hs_merged_object_ids: `${one.id};${two.id}`,
    });
    expect(findByUnique(portal, 'contacts', 'email', 'two@example.com')).toBe(merged.id);
  });

  it('puts both histories together, newest first, and leads from every absorbed id to the survivor', () => {
    const { context, contact, clock, portal } = world();
    const one = contact({ city: 'A' });
    clock.advance(10);
    const two = contact({ city: 'B' });
    clock.advance(10);
    const merged = mergeObjects(context, one, two, APP);
    expect(merged.history.get('city')?.map(({ value, source }) => [value, source.sourceType])).toEqual([
      ['A', 'MERGE_OBJECTS'],
      ['B', 'INTEGRATION'],
      ['A', 'INTEGRATION'],
    ]);
    const again = mergeObjects(context, contact({}), merged, APP);
    for (const id of [one.id, two.id, merged.id]) expect(followMerges(portal, 'contacts', id)).toBe(again);
    expect(again.createdAt).toBe(START);
  });

  it('takes notes and companies over, but only one primary company', () => {
    const { context, contact, portal } = world();
    const [one, two] = [contact({}), contact({})];
    const companies = ['A', 'B'].map((name) => createObject(context, 'companies', { name }, APP));
    const [kind] = kindsBetween('contacts', 'companies');
    if (kind === undefined || companies[0] === undefined || companies[1] === undefined) throw new Error();
    associate(context, one, companies[0], [kind]);
    associate(context, two, companies[1], [kind]);
    const note = createObject(context, 'notes', { hs_timestamp: String(START) }, APP);
    associate(context, note, two, kindsBetween('notes', 'contacts'));
    const merged = mergeObjects(context, one, two, APP);
    expect(associatedIds(portal, merged, 'notes').map(([id]) => id)).toEqual([note.id]);
    expect(associatedIds(portal, note, 'contacts').map(([id]) => id)).toEqual([merged.id]);
    const primaries = associatedIds(portal, merged, 'companies').filter(([, entries]) =>
      entries.some((entry) => entry.label === 'Primary'),
    );
    expect(primaries.map(([id]) => id)).toEqual([companies[0].id]);
    expect(merged.values['num_notes']).toBe('1');
  });
});

describe('erasing a person', () => {
  it('leaves nothing but the block list, under the absorbed ids neither', () => {
    const { context, contact, portal } = world();
    const one = contact({ email: 'one@example.com' });
    const two = contact({ email: 'two@example.com' });
    const merged = mergeObjects(context, one, two, APP);
    updateObject(context, merged, { city: 'X' }, APP);
    eraseContact(context, merged);
    for (const id of [one.id, two.id, merged.id]) {
      expect(followMerges(portal, 'contacts', id)).toBeUndefined();
    }
    expect([...portal.gdprBlocked].sort()).toEqual(['one@example.com', 'two@example.com']);
    expect(findByUnique(portal, 'contacts', 'email', 'one@example.com')).toBeNull();
  });
});
