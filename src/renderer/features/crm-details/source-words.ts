import type { SourceView } from '#contract/health.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const NAMES: Readonly<Record<SourceView['source'], string>> = {
  assignments: 'Assignments',
  records: 'Changes of contacts',
  mailbox: 'Mailbox of',
};

/** What comes from a source. */
export function sourceName({ source, of }: Pick<SourceView, 'source' | 'of'>): string {
  return source === 'mailbox' ? `${NAMES.mailbox} ${of}` : NAMES[source];
}

/** A usual gap in milliseconds of working days: "about every 5 hours". */
export function gapWords(gap: number): string {
  const hours = Math.round(gap / HOUR);
  if (hours <= 1) return 'every hour or oftener';
  if (hours < 22) return `about every ${hours} hours`;
  const days = Math.max(1, Math.round(gap / DAY));
  return days === 1 ? 'about every working day' : `about every ${days} working days`;
}
