const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function amount(ms: number): string {
  if (ms < HOUR) return `${Math.max(1, Math.round(ms / MINUTE))} min`;
  if (ms < DAY) return `${Math.round(ms / HOUR)} h`;
  if (ms < 60 * DAY) return `${Math.round(ms / DAY)} d`;
  if (ms < 730 * DAY) return `${Math.round(ms / (30.4 * DAY))} mo`;
  return `${Math.round(ms / (365 * DAY))} y`;
}

/** How far `at` is from `now`, short: "just now", "5 min ago", "in 3 h". Both in milliseconds UTC. */
export function relativeTime(at: number, now: number): string {
  const distance = at - now;
  if (Math.abs(distance) < 30 * SECOND) return distance > 0 ? 'now' : 'just now';
  return distance > 0 ? `in ${amount(distance)}` : `${amount(-distance)} ago`;
}

/** The moment itself in the reader's language and zone: "Tue, 3 Mar 2026, 14:05 CET". */
export function exactTime(at: number, locale?: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(at);
}

/** The day of a moment: "Tuesday, 3 March". */
export function dayName(at: number, locale?: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(at);
}

/** The time of day: "14:05". */
export function clockTime(at: number, locale?: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(at);
}
