/**
 * The zone that a contact's `hs_timezone` option means (`america_slash_new_york` → `America/New_York`), in the
 * spelling of the tz database; null where it means none.
 */
export function timeZoneOf(option: string | null | undefined): string | null {
  if (!option) return null;
  const name = option.replaceAll('_slash_', '/').replaceAll('_hyphen_', '-');
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
