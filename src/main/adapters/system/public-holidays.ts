import { createRequire } from 'node:module';
import type DateHolidays from 'date-holidays';
import { NO_HOLIDAYS, type HolidayCalendar } from '#core/domain/schedules/holiday-calendar.ts';
import { HOUR } from '#core/domain/time.ts';
import type { Holidays } from '#core/ports/holidays.ts';
import { countryNamed, countryOfZone, nameOfCountry } from './country-names.ts';

const NOON = 12 * HOUR;

/**
 * Public holidays by country from the tables of `date-holidays`: nothing is asked of a server. They are loaded with
 * the first question (a fifth of a second, 30 MB), and each year of a country is read once.
 */
export function publicHolidays(): Holidays {
  let library: typeof DateHolidays | undefined;
  const calendars = new Map<string, HolidayCalendar>();
  const load = (): typeof DateHolidays =>
    (library ??= createRequire(import.meta.url)('date-holidays') as typeof DateHolidays);
  return {
    countryOf: (country, timeZone) =>
      countryNamed(country) ?? (timeZone === null ? null : countryOfZone(timeZone)),
    of: (countryCode) => {
      if (countryCode === null) return NO_HOLIDAYS;
      let calendar = calendars.get(countryCode);
      if (calendar === undefined) {
        calendar = calendarOf(load(), countryCode);
        calendars.set(countryCode, calendar);
      }
      return calendar;
    },
    countries: () =>
      Object.keys(new (load())().getCountries('en'))
        .map((code) => ({ code, name: nameOfCountry(code) }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
  };
}

function calendarOf(Library: typeof DateHolidays, code: string): HolidayCalendar {
  const native = new Library(code);
  if (native.getCountries()[code] === undefined) return NO_HOLIDAYS;
  const english = new Library(code, { languages: ['en'] });
  const years = new Map<string, ReadonlyMap<string, string>>();
  return {
    nameOn: (day) => {
      const year = day.slice(0, 4);
      let names = years.get(year);
      if (names === undefined) {
        names = readYear(native, english, Number(year));
        years.set(year, names);
      }
      return names.get(day) ?? null;
    },
  };
}

/** Public holidays only, by ISO date; under their own name where it has Latin letters, else the English one. */
function readYear(native: DateHolidays, english: DateHolidays, year: number): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const holiday of native.getHolidays(year)) {
    if (holiday.type !== 'public') continue;
    const name = /\p{Script=Latin}/u.test(holiday.name)
      ? holiday.name
      : (english.getHolidays(year).find((each) => each.rule === holiday.rule)?.name ?? holiday.name);
    for (const day of daysOf(holiday)) names.set(day, name);
  }
  return names;
}

/** The days whose noon lies in it: one that lasts from sunset to sunset is the day after that evening, an afternoon none. */
function daysOf({ date, start, end }: { date: string; start: Date; end: Date }): string[] {
  const [day = '', time = '00:00:00'] = date.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const from = midnight + hours * HOUR + minutes * (HOUR / 60);
  const until = from + (end.getTime() - start.getTime());
  const days: string[] = [];
  for (let noon = midnight + NOON; noon < until; noon += 2 * NOON) {
    if (noon > from) days.push(new Date(noon).toISOString().slice(0, 10));
  }
  return days;
}
