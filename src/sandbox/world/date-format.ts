const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment (ms) in words of a locale, in UTC. Formats are kept: making one costs more than all its uses. */
export function formatMoment(locale: string, options: Intl.DateTimeFormatOptions, time: number): string {
  const key = `${locale}/${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, known);
  return known.format(time);
}
