import type { Found } from './found.ts';

const MONTHS: Readonly<Record<string, number>> = {
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
  januar: 1,
  februar: 2,
  märz: 3,
  mai: 5,
  juni: 6,
  juli: 7,
  oktober: 10,
  dezember: 12,
  okt: 10,
  dez: 12,
};
const NAMES = Object.keys(MONTHS)
  .toSorted((a, b) => b.length - a.length)
  .join('|');
const NAMED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?)?(${NAMES})(?!\p{L})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?(?![\d:.]))?(?:,?\s+((?:19|20)\d{2}))?`,
  'giu',
);
const NUMERIC =
  /(?<![\p{L}\p{N}.])(?:((?:19|20)\d{2})-(\d{2})-(\d{2})|(\d{1,2})\.\s?(\d{1,2})\.(?:\s?((?:19|20)?\d{2})(?!\d))?|(\d{1,2})\/(\d{1,2})\/((?:19|20)?\d{2}))(?!\d)/gu;
const YEAR =
  /(?<![\p{L}\p{N}.,'’€$£/-])(?:19|20)\d{2}(?![\p{L}\p{N}%€$£]|[.,]\d|\s?(?:%|percent|prozent|eur|euro|usd|dollar|chf|gbp|pound|customers|kunden|companies|firmen))/giu;
const QUARTER = /(?<![\p{L}\p{N}])Q([1-4])(?:\s?\/?\s?((?:19|20)?\d{2}))?(?![\p{L}\p{N}])/gu;
/** Words that are months only where something says so. */
const DOUBTFUL = new Set(['may', 'march', 'mar', 'jan', 'dec', 'sep', 'jun', 'nov']);
const BEFORE_MONTH =
  /(?:\b(?:in|by|until|till|since|of|from|end|early|late|mid|last|next|im|ab|seit|bis|anfang|mitte|ende|vom|zum))[\s-]+$/iu;

/** Dates, months and years. Weekdays and "next week" propose a day and state nothing. */
export function findDates(text: string): readonly Found[] {
  const dates: Found[] = [];
  const add = (match: RegExpMatchArray, keys: readonly string[]): void => {
    const from = match.index ?? 0;
    const words = match[0].trim().replace(/(?<=\p{L})\.$/u, '');
    const to = from + words.length;
    if (dates.some((each) => each.from < to && from < each.to)) return;
    dates.push({ kind: 'date', words, from, to, keys });
  };
  for (const match of text.matchAll(NUMERIC)) {
    const [, isoYear, isoMonth, isoDay, day, month, year, one, other, slashYear] = match;
    if (isoYear !== undefined) add(match, [key(isoYear, Number(isoMonth), Number(isoDay))]);
    else if (one !== undefined)
      add(match, [key(slashYear, Number(other), Number(one)), key(slashYear, Number(one), Number(other))]);
    else if (Number(month) <= 12 && Number(day) <= 31) add(match, [key(year, Number(month), Number(day))]);
  }
  for (const match of text.matchAll(NAMED)) {
    const [, before, name = '', after, year] = match;
    const isCapital = name[0] !== name[0]?.toLowerCase();
    const alone = before === undefined && after === undefined && year === undefined;
    const isSaid = BEFORE_MONTH.test(text.slice(0, match.index));
    if (!isCapital || (alone && DOUBTFUL.has(name.toLowerCase()) && !isSaid)) continue;
    const day = before ?? after;
    add(match, [key(year, MONTHS[name.toLowerCase()] ?? 0, day === undefined ? null : Number(day))]);
  }
  for (const match of text.matchAll(QUARTER)) add(match, [`q${match[1] ?? ''} ${match[2] ?? ''}`.trim()]);
  for (const match of text.matchAll(YEAR)) add(match, [key(match[0], null, null)]);
  return dates;
}

/** Whether a date that is given says all that a stated one says: 3 March 2026 gives "in March". */
export function isDateGiven(stated: string, given: Iterable<string>): boolean {
  for (const each of given) {
    const parts = new Set(each.split(' '));
    if (stated.split(' ').every((part) => parts.has(part))) return true;
  }
  return false;
}

function key(year: string | undefined, month: number | null, day: number | null): string {
  const parts: string[] = [];
  if (year !== undefined) parts.push(`y${year.length === 2 ? `20${year}` : year}`);
  if (month !== null) parts.push(`m${month}`);
  if (day !== null) parts.push(`d${day}`);
  return parts.join(' ');
}
