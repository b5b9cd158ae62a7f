import { describe, expect, it } from 'vitest';
import type { ObjectType } from '../portal/model.ts';
import { createPortal } from '../portal/portal.ts';

const portal = createPortal();

describe('the properties of a new portal', () => {
  it('has the eight lead statuses, and QUALIFIED is not among them', () => {
    const values = portal.properties.contacts.get('hs_lead_status')?.options.map((option) => option.value);
    expect(values).toEqual([
      'NEW',
      'OPEN',
      'IN_PROGRESS',
      'OPEN_DEAL',
      'UNQUALIFIED',
      'ATTEMPTED_TO_CONTACT',
      'CONNECTED',
      'BAD_TIMING',
    ]);
  });

  it('keeps what HubSpot computes out of reach', () => {
    const readOnly = [
      'hs_object_id',
      'createdate',
      'lastmodifieddate',
      'hubspot_owner_assigneddate',
      'num_notes',
    ];
    for (const name of readOnly) expect(portal.properties.contacts.get(name)?.readOnlyValue).toBe(true);
    for (const name of ['email', 'hubspot_owner_id', 'hs_lead_status', 'lifecyclestage']) {
      expect(portal.properties.contacts.get(name)?.readOnlyValue).toBe(false);
    }
  });

  it('puts every property into a group of its type, and gives each option one value', () => {
    for (const type of Object.keys(portal.properties) as ObjectType[]) {
      for (const property of portal.properties[type].values()) {
        expect(portal.groups[type].has(property.groupName), `${type}.${property.name}`).toBe(true);
        const values = property.options.map((option) => option.value);
        expect(new Set(values).size, `${type}.${property.name}`).toBe(values.length);
      }
    }
  });

  it('spells time zones as HubSpot does', () => {
    const zones = portal.properties.contacts.get('hs_timezone')?.options.map((option) => option.value);
    expect(zones).toEqual(expect.arrayContaining(['us_slash_eastern', 'europe_slash_berlin', 'utc']));
  });
});
