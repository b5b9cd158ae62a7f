/** An account uses a few of some hundred options; asking for one takes far longer than remembering it. */
const known = new Map<string, string | null>();

/**
 * The zone that a contact's `hs_timezone` option means (`america_slash_new_york` → `America/New_York`), in the
 * spelling of the tz database; null where it means none.
 */
export function timeZoneOf(option: string | null | undefined): string | null {
  if (!option) return null;
  let zone = known.get(option);
  if (zone === undefined) {
    zone = zoneNamed(option);
    known.set(option, zone);
  }
  return zone;
}

function zoneNamed(option: string): string | null {
  const name = option.replaceAll('_slash_', '/').replaceAll('_hyphen_', '-');
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
