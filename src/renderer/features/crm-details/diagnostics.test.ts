import { describe, expect, it } from 'vitest';
import type { ConnectionView, IntegrationRow } from '#contract/connections.ts';
import { diagnosticsText, redactAddress, redactText } from './diagnostics.ts';

const row: IntegrationRow = {
  userName: 'Robin Okafor',
  assistantId: 'as-1',
  assistantName: 'Lena Fischer',
  assistantEmail: 'lena.fischer@northwind.example',
  status: 'ASSISTANT_DOES_NOT_EXISTS_AS_USER_IN_CRM',
  meaning: '',
  nextStep: '',
  checkedAt: Date.UTC(2026, 2, 3, 9, 30),
};
const connection: ConnectionView = {
  id: 'con-1',
  version: 4,
  provider: 'hubspot',
  name: 'Northwind HubSpot',
  accountId: '4711',
  uiDomain: 'app.hubspot.com',
  baseUrl: null,
  timeZone: 'Europe/Berlin',
  identity: 'Service key of robin@northwind.example',
  status: 'Failed',
  failure: 'HubSpot refused pat-eu1-0123abcd-4567-89ef for robin@northwind.example.',
  preset: 'TEC',
  assignment: 'owner',
  guardOn: true,
  taskOnHot: true,
  stopCompany: false,
  fallbackOwnerId: null,
  baseline: null,
  schedulesSyncedAt: null,
  tokenKept: { where: 'keychain', warning: null },
  lastSyncAt: null,
  rows: [row],
};

describe('copied diagnostics', () => {
  const text = diagnosticsText(connection, row, { version: '0.1.0', host: 'hub', now: 0 });

  it('name the status, the account and when it was looked at', () => {
    expect(text).toContain('ASSISTANT_DOES_NOT_EXISTS_AS_USER_IN_CRM, checked 2026-03-03T09:30:00.000Z');
    expect(text).toContain('account 4711');
  });

  it('hold no token, no person’s name and no whole address', () => {
    for (const secret of ['pat-eu1', 'Robin', 'Lena', 'lena.fischer', 'robin@']) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('l…@northwind.example');
  });
});

describe('redactAddress', () => {
  it('shows nothing of what is no address', () => {
    expect(redactAddress('secret')).toBe('…');
  });
});

describe('redactText', () => {
  it('takes out long opaque words and leaves sentences alone', () => {
    expect(redactText('Key abcdefghij0123456789abcdefghij was refused.')).toBe('Key … was refused.');
  });
});
