/** Names of countries are known in these languages. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'];

/** Words that people write and no list of names has. */
const ALSO: Readonly<Record<string, string>> = {
  usa: 'US',
  'u s a': 'US',
  'united states of america': 'US',
  america: 'US',
  uk: 'GB',
  'u k': 'GB',
  'great britain': 'GB',
  britain: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  holland: 'NL',
  'the netherlands': 'NL',
  'czech republic': 'CZ',
  turkey: 'TR',
  'republic of ireland': 'IE',
  'russian federation': 'RU',
  'republic of korea': 'KR',
  korea: 'KR',
  'viet nam': 'VN',
  uae: 'AE',
  brasil: 'BR',
};

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.matchAll(/./g)].map(([letter]) => letter);

/** By language, read when a name is in none of those before it. */
const names = new Map<string, ReadonlyMap<string, string>>();
let zones: ReadonlyMap<string, string> | undefined;
let regions: readonly string[] | undefined;

/** The country that a text means, by code or by name; null: none that is known. */
export function countryNamed(text: string): string | null {
  const word = folded(text);
  if (word === '') return null;
  const code = ALSO[word] ?? word.toUpperCase();
  regions ??= readRegions();
  if (regions.includes(code)) return code;
  for (const language of LANGUAGES) {
    let known = names.get(language);
    if (known === undefined) {
      const display = new Intl.DisplayNames([language], { type: 'region' });
      known = new Map(regions.map((each) => [folded(display.of(each) ?? ''), each]));
      names.set(language, known);
    }
    const found = known.get(word);
    if (found !== undefined) return found;
  }
  return null;
}

/** The country that a time zone is of; null: of none, or not known. */
export function countryOfZone(zone: string): string | null {
  zones ??= readZones();
  return zones.get(zone) ?? zones.get(canonical(zone)) ?? null;
}

/** The English name of a country. */
export function nameOfCountry(code: string): string {
  return new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code;
}

function readZones(): ReadonlyMap<string, string> {
  const ofRegions = (regions ??= readRegions());
  return new Map(ofRegions.flatMap((code) => zonesOf(code).map((zone) => [zone, code] as const)));
}

/** Codes of the countries of today that have a time zone of their own. */
function readRegions(): string[] {
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => `${first}${second}`));
  return codes.filter(
    (code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}` && zonesOf(code).length > 0,
  );
}

function zonesOf(code: string): readonly string[] {
  const locale: Intl.Locale & { getTimeZones?: () => readonly string[] } = new Intl.Locale('und', {
    region: code,
  });
  return locale.getTimeZones?.() ?? [];
}

/** The zone by the name that this machine lists it under: `Asia/Kolkata` is `Asia/Calcutta` to some. */
function canonical(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return '';
  }
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
