import { describe, expect, it } from 'vitest';
import { createClock } from '../control/clock.ts';
import { associate } from './associate.ts';
import { kindsBetween } from './association-types.ts';
import type { CrmObject, ObjectType, WriteSource } from './model.ts';
import { findByUnique } from './portal-index.ts';
import { createContext, createPortal } from './portal.ts';
import {
  UniqueValueTaken,
  archiveObject,
  createObject,
  followMerges,
  restoreObject,
  updateObject,
  valueOf,
  visibleValues,
} from './write.ts';

const START = Date.UTC(2026, 10, 20, 9);
const APP: WriteSource = { sourceType: 'INTEGRATION', sourceId: '77' };
const HUMAN: WriteSource = { sourceType: 'CRM_UI', sourceId: 'userId:5', updatedByUserId: 5 };

function world(lagMs = 0) {
  const clock = createClock({ startAt: START, frozen: true });
  const portal = createPortal({ indexLag: { minMs: lagMs, maxMs: lagMs } });
  const context = createContext(portal, clock);
  const make = (type: ObjectType, values: Record<string, string>): CrmObject =>
    createObject(context, type, values, APP);
  return { clock, portal, context, make };
}

describe('writing a record', () => {
  it('fills in what HubSpot fills in', () => {
    const { make } = world();
    const contact = make('contacts', { email: ' Ada@Example.com', firstname: 'Ada' });
    const now = new Date(START).toISOString();
    expect(contact.values).toMatchObject({
      email: 'ada@example.com',
      hs_email_domain: 'example.com',
      hs_object_id: contact.id,
      createdate: now,
      lastmodifieddate: now,
    });
    expect(make('notes', { hs_timestamp: String(START) }).values).toMatchObject({
      hs_createdate: now,
      hs_lastmodifieddate: now,
    });
  });

  it('keeps every version of a property, newest first, with who wrote it', () => {
    const { make, context, clock } = world();
    const contact = make('contacts', { firstname: 'A' });
    clock.advance(1000);
    updateObject(context, contact, { firstname: 'B' }, HUMAN);
    expect(contact.history.get('firstname')).toEqual([
      { value: 'B', timestamp: START + 1000, source: HUMAN },
      { value: 'A', timestamp: START, source: APP },
    ]);
    expect(contact.updatedAt).toBe(START + 1000);
  });

  it('changes nothing, not even the modified stamp, when the value is the same', () => {
    const { make, context, clock } = world();
    const contact = make('contacts', { firstname: 'A' });
    clock.advance(1000);
    expect(updateObject(context, contact, { firstname: 'A' }, HUMAN)).toEqual([]);
    expect(contact.history.get('firstname')).toHaveLength(1);
    expect(valueOf(contact, 'lastmodifieddate')).toBe(new Date(START).toISOString());
  });

  it('stamps the time of an assignment, and not when the same owner is written again or taken away', () => {
    const { make, context, clock, portal } = world();
    for (const id of ['1', '2']) {
      portal.owners.set(id, {
        id,
        email: `${id}@example.com`,
        type: 'PERSON',
        firstName: '',
        lastName: '',
        userId: 1,
        createdAt: START,
        updatedAt: START,
        archived: false,
      });
    }
    const contact = make('contacts', { hubspot_owner_id: '1' });
    const assigned = (): string => valueOf(contact, 'hubspot_owner_assigneddate');
    expect(assigned()).toBe(new Date(START).toISOString());
    clock.advance(1000);
    updateObject(context, contact, { hubspot_owner_id: '1' }, APP);
    expect(assigned()).toBe(new Date(START).toISOString());
    updateObject(context, contact, { hubspot_owner_id: '2' }, APP);
    expect(assigned()).toBe(new Date(START + 1000).toISOString());
    clock.advance(1000);
    updateObject(context, contact, { hubspot_owner_id: '' }, APP);
    expect(assigned()).toBe(new Date(START + 1000).toISOString());
    expect(valueOf(contact, 'hubspot_owner_id')).toBe('');
  });

  it('moves the lifecycle stage forward only, until it is cleared', () => {
    const { make, context } = world();
    const contact = make('contacts', { lifecyclestage: 'customer' });
    updateObject(context, contact, { lifecyclestage: 'lead' }, APP);
    expect(valueOf(contact, 'lifecyclestage')).toBe('customer');
    updateObject(context, contact, { lifecyclestage: '' }, APP);
    updateObject(context, contact, { lifecyclestage: 'lead' }, APP);
    expect(valueOf(contact, 'lifecyclestage')).toBe('lead');
  });

  it('reads the people of an e-mail out of its headers', () => {
    const { make } = world();
    const email = make('emails', {
      hs_timestamp: String(START),
      hs_email_headers: JSON.stringify({
        from: { email: 'Eva@example.com', firstName: 'Eva', lastName: 'Roth' },
        to: [{ email: 'a@example.com', firstName: 'A' }, { email: 'b@example.com' }],
      }),
    });
    expect(email.values).toMatchObject({
      hs_email_from_email: 'eva@example.com',
      hs_email_from_firstname: 'Eva',
      hs_email_from_lastname: 'Roth',
      hs_email_to_email: 'a@example.com;b@example.com',
      hs_email_to_firstname: 'A',
    });
  });

  it('keeps 45 versions of a contact property and no more', () => {
    const { make, context } = world();
    const contact = make('contacts', { city: 'start' });
    for (let i = 0; i < 60; i += 1) updateObject(context, contact, { city: `town ${i}` }, APP);
    expect(contact.history.get('city')).toHaveLength(45);
    expect(contact.history.get('city')?.[0]?.value).toBe('town 59');
  });
});

describe('unique addresses', () => {
  it('refuses an address that another contact has, as first or further one', () => {
    const { make } = world();
    const first = make('contacts', { email: 'a@example.com', hs_additional_emails: 'b@example.com' });
    for (const email of ['A@example.com', 'b@example.com']) {
      expect(() => make('contacts', { email })).toThrow(UniqueValueTaken);
    }
    expect(() => make('contacts', { email: 'b@example.com' })).toThrow(first.id);
  });

  it('frees an address when it is given up or its contact is archived, and takes it back on a restore', () => {
    const { make, context, portal } = world();
    const contact = make('contacts', { email: 'a@example.com' });
    updateObject(context, contact, { email: 'new@example.com' }, APP);
    expect(findByUnique(portal, 'contacts', 'email', 'a@example.com')).toBeNull();
    archiveObject(context, contact);
    expect(findByUnique(portal, 'contacts', 'email', 'new@example.com')).toBeNull();
    restoreObject(context, contact);
    expect(findByUnique(portal, 'contacts', 'email', 'NEW@example.com')).toBe(contact.id);
  });

  it('does not restore a contact whose address another one has by now', () => {
    const { make, context } = world();
    const old = make('contacts', { email: 'a@example.com' });
    archiveObject(context, old);
    make('contacts', { email: 'a@example.com' });
    expect(() => restoreObject(context, old)).toThrow(UniqueValueTaken);
  });
});

describe('the search index', () => {
  it('shows a write only after the lag, and every write in its turn', () => {
    const { make, context, clock } = world(5_000);
    const contact = make('contacts', { city: 'one' });
    expect(visibleValues(contact, clock.now())).toBeNull();
    clock.advance(3_000);
    updateObject(context, contact, { city: 'two' }, APP);
    clock.advance(2_000);
    expect(visibleValues(contact, clock.now())?.['city']).toBe('one');
    clock.advance(2_999);
    expect(visibleValues(contact, clock.now())?.['city']).toBe('one');
    clock.advance(1);
    expect(visibleValues(contact, clock.now())?.['city']).toBe('two');
  });

  it('never shows a later write before an earlier one', () => {
    const { make, context, clock, portal } = world(5_000);
    const contact = make('contacts', { city: 'one' });
    portal.settings.indexLag = { minMs: 0, maxMs: 0 };
    updateObject(context, contact, { city: 'two' }, APP);
    expect(visibleValues(contact, clock.now())).toBeNull();
    clock.advance(5_000);
    expect(visibleValues(contact, clock.now())?.['city']).toBe('two');
  });
});

describe('logging an activity', () => {
  it('moves the contact’s activity date, counters and modified stamp, once for each activity', () => {
    const { make, context, clock } = world();
    const contact = make('contacts', {});
    const [kind] = kindsBetween('emails', 'contacts');
    if (kind === undefined) throw new Error('no kind');
    clock.advance(60_000);
    const email = make('emails', { hs_timestamp: String(START + 30_000), hs_email_direction: 'EMAIL' });
    associate(context, email, contact, [kind]);
    associate(context, email, contact, [kind]);
    expect(contact.values).toMatchObject({
      num_notes: '1',
      num_contacted_notes: '1',
      notes_last_updated: new Date(START + 30_000).toISOString(),
      lastmodifieddate: new Date(START + 60_000).toISOString(),
    });
    expect(contact.history.get('num_notes')?.[0]?.source.sourceType).toBe('CALCULATED');
  });

  it('does not count a received mail as having contacted the person', () => {
    const { make, context } = world();
    const contact = make('contacts', {});
    const mail = make('emails', { hs_timestamp: String(START), hs_email_direction: 'INCOMING_EMAIL' });
    associate(context, mail, contact, kindsBetween('emails', 'contacts'));
    expect(contact.values['num_notes']).toBe('1');
    expect(contact.values).not.toHaveProperty('num_contacted_notes');
  });

  it('takes a record out of all lists when it is archived', () => {
    const { make, context, portal } = world();
    const contact = make('contacts', {});
    portal.lists.set('9', {
      listId: '9',
      name: 'x',
      objectTypeId: '0-1',
      processingType: 'MANUAL',
      processingStatus: 'COMPLETE',
      listVersion: 1,
      createdAt: START,
      updatedAt: START,
      memberships: [{ recordId: contact.id, at: START }],
      lastRecordAddedAt: START,
      lastRecordRemovedAt: null,
    });
    archiveObject(context, contact);
    expect(portal.lists.get('9')).toMatchObject({ memberships: [], lastRecordRemovedAt: START });
    expect(followMerges(portal, 'contacts', contact.id)?.archivedAt).toBe(START);
  });
});
