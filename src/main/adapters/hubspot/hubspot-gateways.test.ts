import { describe, expect, it } from 'vitest';
import { createHubSpotGateways } from './hubspot-gateways.ts';

const gateways = createHubSpotGateways();
const portal = { accountId: '147', uiDomain: 'app-eu1.hubspot.com', baseUrl: null };

describe('HubSpot gateways', () => {
  it("link to a contact's page in the portal's own data centre", () => {
    expect(gateways.recordUrl({ provider: 'hubspot', ...portal }, '51')).toBe(
      'https://app-eu1.hubspot.com/contacts/147/record/0-1/51',
    );
  });

  it("link to a contact's page at another server that speaks like HubSpot", () => {
    const account = { provider: 'hubspot', ...portal, baseUrl: 'http://127.0.0.1:4010/' } as const;
    expect(gateways.recordUrl(account, '51')).toBe('http://127.0.0.1:4010/contacts/147/record/0-1/51');
  });

  it('say that Zoho cannot be connected yet', () => {
    const zoho = { provider: 'zoho', baseUrl: null, token: 't' } as const;
    expect(() => gateways.open(zoho)).toThrow('Zoho CRM cannot be connected yet');
  });

  it.each(['nonsense', 'ftp://files.example', ''])('refuse "%s" as an address', (baseUrl) => {
    expect(() => gateways.open({ provider: 'hubspot', baseUrl, token: 't' })).toThrow('is not a web address');
  });
});
