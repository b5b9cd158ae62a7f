import { describe, expect, it } from 'vitest';
import { historiesToRead, propertiesToRead, recordOf } from './record-mapping.ts';
import { timeZoneOf } from './time-zone.ts';
import { crmObject } from './values.ts';

const fields = {
  context: 'tec_context',
  schedule: 'tec_schedule',
  connectionStatus: 'tec_status',
  assistant: null,
};

const contact = crmObject.parse({
  id: 51,
  createdAt: '2026-01-01T00:00:00.000Z',
  properties: {
    email: 'ana@acme.example',
    firstname: 'Ana',
    lastname: null,
    hubspot_owner_id: '7',
    hubspot_owner_assigneddate: '2026-11-20T10:00:00.000Z',
    hs_additional_emails: 'a@x.example;b@x.example',
    hs_merged_object_ids: '41;42',
    hs_email_optout: 'true',
    hs_timezone: 'america_slash_new_york',
    tec_context: 'boilers',
    notes_last_contacted: '2026-11-19T12:00:00.000Z',
    tec_status: 'Warm',
  },
  propertiesWithHistory: {
    hubspot_owner_id: [
      { value: '3', timestamp: '2026-11-01T00:00:00.000Z', sourceType: 'CRM_UI', sourceId: 'userId:1' },
      { value: '7', timestamp: '2026-11-20T10:00:00.000Z', sourceType: 'INTEGRATION', sourceId: '990' },
      { value: '', timestamp: '2026-11-10T00:00:00.000Z', sourceType: 'CRM_UI' },
    ],
    tec_status: [{ value: 'Warm', timestamp: '2026-11-19T09:00:00.000Z', sourceType: 'INTEGRATION' }],
  },
});

describe('a contact as a record', () => {
  it('has the values of our fields, histories newest first, and every address and id of the person', () => {
    const record = recordOf(contact, fields, '990');
    expect(record).toEqual({
      id: '51',
      mergedIds: ['41', '42'],
      ownerId: '7',
      assignedAt: Date.UTC(2026, 10, 20, 10),
      ownerHistory: [
        { ownerId: '7', at: Date.UTC(2026, 10, 20, 10), byUs: true },
        { ownerId: '', at: Date.UTC(2026, 10, 10), byUs: false },
        { ownerId: '3', at: Date.UTC(2026, 10, 1), byUs: false },
      ],
      email: 'ana@acme.example',
      otherEmails: ['a@x.example', 'b@x.example'],
      firstName: 'Ana',
      lastName: '',
      company: '',
      country: '',
      timeZone: 'America/New_York',
      context: 'boilers',
      schedule: '',
      connectionStatus: 'Warm',
      connectionStatusAt: Date.UTC(2026, 10, 19, 9),
      contactStatus: '',
      assistantField: '',
      assistantFieldAt: null,
      optedOut: true,
      signals: {
        contactedAt: Date.UTC(2026, 10, 19, 12),
        meetingAt: null,
        bookedFor: null,
        mailOpenedAt: null,
        mailClickedAt: null,
      },
    });
  });

  it('takes no change for ours while our app is unknown', () => {
    expect(recordOf(contact, fields, null).ownerHistory.some((change) => change.byUs)).toBe(false);
  });

  it('asks only for fields that the portal has', () => {
    expect(propertiesToRead(fields)).toContain('tec_status');
    expect(propertiesToRead(fields)).not.toContain(null);
    expect(historiesToRead(fields)).toEqual(['hubspot_owner_id', 'tec_status']);
    expect(historiesToRead({ ...fields, assistant: 'tec_assistant' })).toContain('tec_assistant');
  });
});

describe('the time zone of a contact', () => {
  it.each([
    ['america_slash_new_york', 'America/New_York'],
    ['europe_slash_berlin', 'Europe/Berlin'],
    ['america_slash_argentina_slash_buenos_aires', 'America/Buenos_Aires'],
    ['america_slash_port_hyphen_au_hyphen_prince', 'America/Port-au-Prince'],
    ['utc', 'UTC'],
    ['somewhere_else', null],
    ['', null],
    [null, null],
  ])('%s is %s', (option, zone) => {
    const known = timeZoneOf(option);
    const canonical =
      zone === null ? null : new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
    expect(known).toBe(canonical);
  });
});
