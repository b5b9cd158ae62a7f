import { DateTime } from 'luxon';
import { DAY } from '../time.ts';
import type { EpochDay } from '../schedules/local-time.ts';

/** Days of a month, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  return DateTime.utc(year, month).daysInMonth ?? 0;
}

/** A calendar date as days since 1970; the date must exist. */
export function dayOf(year: number, month: number, day: number): EpochDay {
  return DateTime.utc(year, month, day).toMillis() / DAY;
}

/** Year and month (1 to 12) of a day. */
export function partsOf(day: EpochDay): { readonly year: number; readonly month: number } {
  const { year, month } = DateTime.fromMillis(day * DAY, { zone: 'utc' });
  return { year, month };
}

/** The same day so many months on, or the last one of a shorter month. */
export function addMonths(day: EpochDay, months: number): EpochDay {
  return (
    DateTime.fromMillis(day * DAY, { zone: 'utc' })
      .plus({ months })
      .toMillis() / DAY
  );
}
