/** Where HubSpot's API is. */
export const HUBSPOT_API = 'https://api.hubapi.com';

/** The contact's page: in the portal's own user interface, or where another server that speaks like HubSpot has it. */
export function recordUrl(
  account: { readonly accountId: string; readonly uiDomain: string; readonly baseUrl: string | null },
  recordId: string,
): string {
  const { baseUrl } = account;
  const pages =
    baseUrl === null || baseUrl.startsWith(HUBSPOT_API)
      ? `https://${account.uiDomain}`
      : baseUrl.replace(/\/+$/, '');
  const id = encodeURIComponent;
  return `${pages}/contacts/${id(account.accountId)}/record/0-1/${id(recordId)}`;
}
