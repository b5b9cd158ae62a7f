import type { HolidayCalendar } from '../domain/schedules/holiday-calendar.ts';

/** What is known of countries. Codes are ISO 3166-1 alpha-2, upper case. */
export interface Holidays {
  /** The country that a record means: its code or a name of it in a language we know, else that of the zone; null: none. */
  countryOf(country: string, timeZone: string | null): string | null;
  /** The public holidays of a country; of one without a calendar, and of null: none. */
  of(countryCode: string | null): HolidayCalendar;
  /** Countries that have a calendar, by their English name. */
  countries(): readonly { readonly code: string; readonly name: string }[];
}
