/** The public holidays of one country. */
export interface HolidayCalendar {
  /** The name of the holiday on an ISO date; null: it is none. */
  nameOn(day: string): string | null;
}

/** Where the country is not known, or has no calendar. */
export const NO_HOLIDAYS: HolidayCalendar = { nameOn: () => null };
