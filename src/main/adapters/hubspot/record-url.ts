/** The contact's page in the portal's own user interface. */
export function recordUrl(
  account: { readonly accountId: string; readonly uiDomain: string },
  recordId: string,
): string {
  const id = encodeURIComponent;
  return `https://${account.uiDomain}/contacts/${id(account.accountId)}/record/0-1/${id(recordId)}`;
}
