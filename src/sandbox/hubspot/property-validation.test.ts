import { beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../control/clock.ts';
import { HubSpotError } from '../http/route.ts';
import type { SandboxContext } from '../http/route.ts';
import type { ObjectType, Owner, Portal, PropertyDefinition } from '../portal/model.ts';
import { createContext, createPortal } from '../portal/portal.ts';
import { addOwner, archiveOwner } from './owners.ts';
import { normaliseProperties, setRequiredProperties, validateProperties } from './property-validation.ts';
import type { WriteMode } from './property-validation.ts';

let portal: Portal;
let owner: Owner;

beforeEach(() => {
  portal = createPortal({ portalId: 77 });
  const context: SandboxContext = createContext(portal, createClock({ startAt: 0, frozen: true }));
  owner = addOwner(context, { email: 'Ann@Team.example', firstName: 'Ann' });
  addCustom('since', 'date', 'date');
  addCustom('tags', 'enumeration', 'checkbox', ['A', 'B', 'C']);
  addCustom('opted_in', 'bool', 'booleancheckbox', ['true', 'false']);
  addCustom('score', 'number', 'number');
});

function addCustom(
  name: string,
  type: PropertyDefinition['type'],
  fieldType: string,
  values: string[] = [],
): void {
  const email = portal.properties.contacts.get('email');
  if (email === undefined) throw new Error('no e-mail property');
  const options = values.map((value, displayOrder) => ({ label: value, value, displayOrder, hidden: false }));
  portal.properties.contacts.set(name, { ...email, name, type, fieldType, options, hubspotDefined: false });
}

function refusal(
  values: Record<string, string>,
  type: ObjectType = 'contacts',
  mode: WriteMode = 'update',
): HubSpotError {
  try {
    validateProperties(portal, type, values, mode);
  } catch (error) {
    if (error instanceof HubSpotError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const codes = (error: HubSpotError): string[] =>
  (error.extra['errors'] as { code: string }[]).map((item) => item.code);

describe('validateProperties', () => {
  it('says which property does not exist, in the envelope that HubSpot sends', () => {
    const error = refusal({ testproperty: 'x' });
    expect(error.status).toBe(400);
    expect(error.category).toBe('VALIDATION_ERROR');
    expect(error.message).toBe(
      'Property values were not valid: [{"isValid":false,"message":"Property \\"testproperty\\" does not exist","error":"PROPERTY_DOESNT_EXIST","name":"testproperty","localizedErrorMessage":"Property \\"testproperty\\" does not exist","portalId":77}]',
    );
    expect(error.extra['errors']).toEqual([
      {
        message: 'Property "testproperty" does not exist',
        code: 'PROPERTY_DOESNT_EXIST',
        context: { propertyName: ['testproperty'] },
      },
    ]);
  });

  it.each([
    ['hs_lead_status', 'QUALIFIED', 'INVALID_OPTION'],
    ['email', 'not an address', 'INVALID_EMAIL'],
    ['score', '1,000', 'INVALID_INTEGER'],
    ['since', '2026-02-30', 'INVALID_DATE'],
    ['since', '1769940001000', 'INVALID_DATE'],
    ['closedate', 'yesterday', 'INVALID_DATE'],
    ['opted_in', 'yes', 'INVALID_OPTION'],
    ['tags', 'A;D', 'INVALID_OPTION'],
    ['num_notes', '4', 'READ_ONLY_VALUE'],
    ['hubspot_owner_id', '999', 'INVALID_OWNER_ID'],
    ['firstname', 'x'.repeat(65_537), 'VALUE_TOO_LONG'],
  ])('refuses %s = %.20s as %s', (name, value, code) => {
    expect(codes(refusal({ [name]: value }))).toEqual([code]);
  });

  it.each([
    ['hs_lead_status', 'OPEN_DEAL'],
    ['email', 'Ann.O+sales@sub.Example.co'],
    ['score', '-12.5'],
    ['since', '2026-02-28'],
    ['since', '1769904000000'],
    ['closedate', '2026-02-28T10:00:00+02:00'],
    ['closedate', '1769940001000'],
    ['tags', ';B;C'],
    ['hubspot_owner_id', ''],
    ['hs_additional_emails', ';second@example.com'],
    ['firstname', 'x'.repeat(65_536)],
  ])('takes %s = %.30s', (name, value) => {
    expect(() => validateProperties(portal, 'contacts', { [name]: value }, 'update')).not.toThrow();
  });

  it('takes an owner id, but neither the user id nor an archived owner', () => {
    expect(() =>
      validateProperties(portal, 'contacts', { hubspot_owner_id: owner.id }, 'update'),
    ).not.toThrow();
    expect(codes(refusal({ hubspot_owner_id: String(owner.userId) }))).toEqual(['INVALID_OWNER_ID']);
    archiveOwner(owner, 1);
    expect(codes(refusal({ hubspot_owner_id: owner.id }))).toEqual(['INVALID_OWNER_ID']);
  });

  it('names all refused properties at once', () => {
    expect(codes(refusal({ nothing: '1', email: 'x', city: 'Bonn', num_notes: '1' }))).toEqual([
      'PROPERTY_DOESNT_EXIST',
      'INVALID_EMAIL',
      'READ_ONLY_VALUE',
    ]);
  });

  it('wants a time for a new note and valid JSON in e-mail headers', () => {
    const missing = refusal({ hs_note_body: 'hello' }, 'notes', 'create');
    expect(codes(missing)).toEqual(['MISSING_REQUIRED_PROPERTY']);
    expect(missing.extra['context']).toEqual({ properties: ['hs_timestamp'] });
    expect(() => validateProperties(portal, 'notes', { hs_note_body: 'hello' }, 'update')).not.toThrow();
    expect(codes(refusal({ hs_timestamp: '1', hs_email_headers: '{from' }, 'emails', 'create'))).toEqual([
      'INVALID_JSON',
    ]);
    expect(codes(refusal({ hs_timestamp: '1', my_marker: 'x' }, 'emails', 'create'))).toEqual([
      'PROPERTY_DOESNT_EXIST',
    ]);
  });

  it('keeps the rules that an admin made, on creation and when a value is cleared', () => {
    setRequiredProperties(portal, 'contacts', ['jobtitle']);
    expect(codes(refusal({ email: 'a@b.example' }, 'contacts', 'create'))).toEqual([
      'MISSING_REQUIRED_PROPERTY',
    ]);
    expect(codes(refusal({ jobtitle: '' }))).toEqual(['MISSING_REQUIRED_PROPERTY']);
    expect(() => validateProperties(portal, 'contacts', { city: 'Bonn' }, 'update')).not.toThrow();
  });
});

describe('normaliseProperties', () => {
  const stored = (
    values: Record<string, string>,
    before: Record<string, string> = {},
  ): Record<string, string> => normaliseProperties(portal, 'contacts', values, (name) => before[name] ?? '');

  it('keeps values in the form in which HubSpot returns them', () => {
    expect(
      stored({
        email: ' Ann@Example.COM',
        closedate: '2026-02-28T10:00:00+02:00',
        since: '1769904000000',
        city: '',
      }),
    ).toEqual({
      email: 'ann@example.com',
      closedate: '2026-02-28T08:00:00.000Z',
      since: '2026-02-01',
      city: '',
    });
    expect(stored({ closedate: '1769940001000' })).toEqual({ closedate: '2026-02-01T10:00:01.000Z' });
  });

  it('adds to a list when the value begins with a semicolon and replaces it otherwise', () => {
    expect(stored({ tags: ';B;C' }, { tags: 'A;B' })).toEqual({ tags: 'A;B;C' });
    expect(stored({ tags: 'C' }, { tags: 'A;B' })).toEqual({ tags: 'C' });
  });

  it('moves a lifecycle stage forward only, until it is cleared', () => {
    expect(stored({ lifecyclestage: 'lead' }, { lifecyclestage: 'customer' })).toEqual({});
    expect(stored({ lifecyclestage: 'customer' }, { lifecyclestage: 'lead' })).toEqual({
      lifecyclestage: 'customer',
    });
    expect(stored({ lifecyclestage: '' }, { lifecyclestage: 'customer' })).toEqual({ lifecyclestage: '' });
    expect(stored({ lifecyclestage: 'lead' })).toEqual({ lifecyclestage: 'lead' });
  });
});
