import { weekdayOf } from '../schedules/local-time.ts';
import type { EpochDay } from '../schedules/local-time.ts';
import {
  AFTER_MONTH,
  AT_MONTH,
  BEGINNING,
  END,
  IN,
  MIDDLE,
  MONTHS,
  NEXT,
  NUMBERS,
  UNITS,
  WEEKDAYS,
} from './calendar-words.ts';
import type { Unit } from './calendar-words.ts';
import { addMonths, dayOf, daysInMonth, partsOf } from './calendar.ts';

/** How exactly: a calendar day, a weekday, or the first day of a longer time. */
export type DateKind = 'day' | 'weekday' | 'period';

/** One way to name a day. */
export interface DateRule {
  readonly kind: DateKind;
  readonly pattern: RegExp;
  /** null: no date after all. */
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    today: EpochDay,
    american: boolean,
  ) => EpochDay | null;
}

const any = (words: string) => `(?:${words})`;
const MONTH = any(MONTHS.join('|'));
const UNIT = any(Object.values(UNITS).join('|'));
const NUMBER = `(?<count>\\d{1,2}|${any(NUMBERS.join('|'))})`;
const YEAR = "(?:,? *(?:de |del |of |van |')?(?<year>20\\d\\d)(?!\\d))?";
const NTH = '(?:st|nd|rd|th|er|e|\\.|º|°|ª)?';
const OF = '(?: of| de| do| di| del)?';
const rule = (kind: DateRule['kind'], pattern: string, read: DateRule['read']): DateRule => ({
  kind,
  pattern: new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'gu'),
  read,
});

/** Most exact first: words that one rule has read are not read again by a later one. */
export const DATE_RULES: readonly DateRule[] = [
  rule('day', '(?<year>20\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)', (found) =>
    fullDay(number(found['year']), number(found['month']), number(found['day'])),
  ),
  rule('day', '(?<day>\\d{1,2})[./-](?<month>\\d{1,2})[./-](?<year>20\\d\\d|\\d\\d)', numeric),
  rule('day', '(?<day>\\d{1,2})\\. ?(?<month>\\d{1,2})\\.', numeric),
  rule('day', '(?<day>\\d\\d)\\.(?<month>0\\d|1[0-2])(?! ?(?:uhr|h|uur|am|pm))', numeric),
  rule('day', '(?<!\\d[/])(?<day>\\d{1,2})/(?<month>\\d{1,2})(?!/)', (found, today, american) =>
    found['day'] === '24' && found['month'] === '7' ? null : numeric(found, today, american),
  ),
  rule(
    'day',
    `(?<name>${MONTH})\\.? \\d{1,2}${NTH} ?(?:-|to|until|till|through|thru|and) ?(?<day>\\d{1,2})${NTH}${YEAR}`,
    named,
  ),
  rule('day', `(?<day>\\d{1,2})${NTH}${OF} ?(?<name>${MONTH})\\b\\.?${YEAR}`, named),
  rule(
    'day',
    `(?<name>${MONTH})\\.? (?:the )?(?<day>\\d{1,2})${NTH}(?! ?(?::\\d|am|pm|uhr|h))${YEAR}`,
    named,
  ),
  rule('period', `${any(BEGINNING)} ?(?:the )?(?<name>${MONTH})${YEAR}`, (found, today) =>
    monthAhead(found, today, 1),
  ),
  rule('period', `${any(MIDDLE)}[ -]?(?:the )?(?<name>${MONTH})${YEAR}`, (found, today) =>
    monthAhead(found, today, 15),
  ),
  rule('period', `${any(END)} ?(?:the )?(?<name>${MONTH})${YEAR}`, (found, today) =>
    monthAhead(found, today, 31),
  ),
  rule('period', `${any(AFTER_MONTH)} (?<name>${MONTH})${YEAR}`, (found, today) => {
    const start = monthAhead(found, today, 1);
    return start === null ? null : addMonths(start, 1);
  }),
  rule('period', `${any(AT_MONTH)} (?<name>${MONTH})${YEAR}`, (found, today) => monthAhead(found, today, 1)),
  rule('period', `(?<name>${MONTH}) (?<year>20\\d\\d)`, (found, today) => monthAhead(found, today, 1)),
  rule(
    'period',
    `(?:q(?<nth>[1-4])|t(?<nthT>[1-4])|(?<nthB>[1-4])\\.? ?(?:quartal|trimestre|trimester|quarter|kwartaal)|(?<nthW>first|second|third|fourth|erste[ns]?|zweite[ns]?|dritte[ns]?|vierte[ns]?|premier|deuxieme|troisieme|quatrieme|primer|segundo|tercer|cuarto|primeiro|terceiro|quarto|primo|secondo|terzo|eerste|tweede|derde|vierde) ?(?:quarter|quartal|trimestre|kwartaal))(?: (?:of |von |de |del |van |in )?(?<year>20\\d\\d))?`,
    quarter,
  ),
  rule(
    'period',
    `(?:${any(END)}|(?:by|bis|before|vor) (?:the )?end of) ?(?:the |des |der |de |del |di |do |van (?:de |het )?|l'|dell')?(?:this |dieses |cette |este |esta |quest'|deze |current )?(?<unit>${UNIT})`,
    (found, today) => endOf(found['unit'], today),
  ),
  rule('period', `${any(NEXT)}(?: full| ganze)? (?<unit>${UNIT})`, (found, today) =>
    startOfNext(found['unit'], today),
  ),
  rule('period', `(?<unit>${UNIT})(?:-| )${any(NEXT)}`, (found, today) => startOfNext(found['unit'], today)),
  rule(
    'period',
    "new year|neuen? jahr(?:es)?|nouvel an|nouvelle annee|ano nuevo|ano novo|anno nuovo|nuovo anno|nieuwe jaar|l'annee prochaine|l'anno prossimo|para o ano",
    (_, today) => startOfNext('year', today),
  ),
  rule(
    'period',
    `${any(IN)} (?:about |around |etwa |ca\\.? |circa |the next |un |environ |unos |ongeveer )?${NUMBER} (?:weitere[nr]? |more |other )?(?<unit>${UNIT})`,
    ahead,
  ),
  rule('period', `${NUMBER} (?<unit>${UNIT}) (?:from now|later|spater|plus tard|later|mas tarde)`, ahead),
  rule('period', 'half a year|halben jahr|6 mois|medio ano|meio ano|mezzo anno|half jaar', (_, today) =>
    addMonths(today, 6),
  ),
  rule(
    'period',
    "(?:after|following) (?:the )?summer(?: break| holidays?| vacation)?|nach (?:dem sommer|den sommerferien|der sommerpause)|apres (?:l'ete|les vacances d'ete)|despues del verano|depois do verao|dopo l'estate|na de zomer(?:vakantie)?",
    (_, today) => ofYear(today, 9, 1),
  ),
  rule('weekday', `(?<weekday>${any(WEEKDAYS.join('|'))})s?`, (found, today) =>
    nextWeekday(found['weekday'], today),
  ),
  rule('day', 'tomorrow|ubermorgen|morgen|demain|manana|amanha|domani', (_, today) => today + 1),
  rule(
    'day',
    `(?:the|am|zum|dem|le|el|dia|il|de) (?<day>\\d{1,2})(?:st|nd|rd|th|\\.|e)?(?! ?(?:uhr|h|uur|%|:\\d|am|pm|\\p{L}+))`,
    (found, today) => nextDayOfMonth(number(found['day']), today),
  ),
];

/** A day without a year that lies no longer back than this was meant of this year: a mail that is late. */
const RECENT_DAYS = 90;

function number(text: string | undefined): number {
  return Number.parseInt(text ?? '', 10);
}

function fullDay(year: number, month: number, day: number): EpochDay | null {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return null;
  return dayOf(year, month, day);
}

function dayWithoutYear(month: number, day: number, today: EpochDay): EpochDay | null {
  const { year } = partsOf(today);
  for (const candidate of [year, year + 1, year + 2, year + 3, year + 4]) {
    const found = fullDay(candidate, month, day);
    if (found !== null && found >= today - RECENT_DAYS) {
      const before = fullDay(candidate - 1, month, day);
      return before !== null && before >= today - RECENT_DAYS ? before : found;
    }
  }
  return null;
}

function numeric(
  found: Readonly<Record<string, string | undefined>>,
  today: EpochDay,
  american = false,
): EpochDay | null {
  let day = number(found['day']);
  let month = number(found['month']);
  if (month > 12 || (american && day <= 12)) [day, month] = [month, day];
  const year = found['year'];
  if (year === undefined) return dayWithoutYear(month, day, today);
  return fullDay(year.length === 2 ? 2000 + number(year) : number(year), month, day);
}

function monthNumber(name: string | undefined): number {
  return MONTHS.findIndex((names) => isOneOf(names, name)) + 1;
}

function named(found: Readonly<Record<string, string | undefined>>, today: EpochDay): EpochDay | null {
  const month = monthNumber(found['name']);
  const day = number(found['day']);
  return found['year'] === undefined
    ? dayWithoutYear(month, day, today)
    : fullDay(number(found['year']), month, day);
}

/** The day of the month named; the month that runs now is meant of next year, unless the day lies ahead. */
function monthAhead(
  found: Readonly<Record<string, string | undefined>>,
  today: EpochDay,
  wanted: number,
): EpochDay | null {
  const month = monthNumber(found['name']);
  const now = partsOf(today).year;
  const years = found['year'] === undefined ? [now, now + 1] : [number(found['year'])];
  const days = years.map((year) => {
    const last = daysInMonth(year, month);
    return dayOf(year, month, wanted > last ? last : wanted);
  });
  return days.find((day) => day > today) ?? days[0] ?? null;
}

function quarter(found: Readonly<Record<string, string | undefined>>, today: EpochDay): EpochDay | null {
  const word = found['nthW'];
  const ordinals = [
    /^(first|erste|prem|prim|eerste)/,
    /^(second|zweite|deux|seg|tweede)/,
    /^(third|dritte|trois|ter|derde)/,
    /./,
  ];
  const nth =
    word === undefined
      ? number(found['nth'] ?? found['nthT'] ?? found['nthB'])
      : ordinals.findIndex((ordinal) => ordinal.test(word)) + 1;
  const month = 3 * (nth - 1) + 1;
  const { year } = partsOf(today);
  if (found['year'] !== undefined) return fullDay(number(found['year']), month, 1);
  const thisYear = dayOf(year, month, 1);
  return thisYear > today ? thisYear : dayOf(year + 1, month, 1);
}

function isOneOf(alternatives: string, text: string | undefined): boolean {
  return new RegExp(`^(?:${alternatives})$`).test(text ?? '');
}

function unitOf(text: string | undefined): Unit | null {
  for (const [unit, words] of Object.entries(UNITS)) {
    if (isOneOf(words, text)) return unit as Unit;
  }
  return null;
}

function startOfNext(text: string | undefined, today: EpochDay): EpochDay | null {
  const { year, month } = partsOf(today);
  switch (unitOf(text)) {
    case 'day':
      return today + 1;
    case 'week':
      return today + 8 - weekdayOf(today);
    case 'month':
      return addMonths(dayOf(year, month, 1), 1);
    case 'quarter':
      return addMonths(dayOf(year, month - ((month - 1) % 3), 1), 3);
    case 'year':
      return dayOf(year + 1, 1, 1);
    case null:
      return null;
  }
}

function endOf(text: string | undefined, today: EpochDay): EpochDay | null {
  const next = startOfNext(text, today);
  return next === null ? null : next - 1;
}

function ahead(found: Readonly<Record<string, string | undefined>>, today: EpochDay): EpochDay | null {
  const word = found['count'] ?? '';
  const asWord = NUMBERS.findIndex((names) => isOneOf(names, word)) + 1;
  const count = asWord === 0 ? number(word) : asWord;
  switch (unitOf(found['unit'])) {
    case 'day':
      return today + count;
    case 'week':
      return today + 7 * count;
    case 'month':
      return addMonths(today, count);
    case 'quarter':
      return addMonths(today, 3 * count);
    case 'year':
      return addMonths(today, 12 * count);
    case null:
      return null;
  }
}

function nextWeekday(name: string | undefined, today: EpochDay): EpochDay | null {
  const weekday = WEEKDAYS.findIndex((names) => isOneOf(names.replaceAll(/\(\?<=.*?\) \)/g, ''), name)) + 1;
  if (weekday === 0) return null;
  const days = (weekday - weekdayOf(today) + 7) % 7;
  return today + (days === 0 ? 7 : days);
}

function nextDayOfMonth(day: number, today: EpochDay): EpochDay | null {
  const { year, month } = partsOf(today);
  const first = dayOf(year, month, 1);
  return (
    [0, 1, 2]
      .map((months) => partsOf(addMonths(first, months)))
      .map((parts) => fullDay(parts.year, parts.month, day))
      .find((found) => found !== null && found > today) ?? null
  );
}

function ofYear(today: EpochDay, month: number, day: number): EpochDay {
  const { year } = partsOf(today);
  const thisYear = dayOf(year, month, day);
  return thisYear > today ? thisYear : dayOf(year + 1, month, day);
}
