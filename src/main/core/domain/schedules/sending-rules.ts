/** When an assistant may write. Times of day are minutes since local midnight. */
export interface SendingRules {
  /** IANA zone, used where the lead's own is unknown. */
  readonly timeZone: string;
  readonly opensAt: number;
  readonly closesAt: number;
  /** ISO weekdays without sending: 1 Monday … 7 Sunday. */
  readonly offDays: readonly number[];
  /** ISO dates without sending. */
  readonly holidays: readonly string[];
  /** Messages a day, default 50. */
  readonly dailyLimit: number;
  /** Nothing is sent on public holidays of the lead's country. */
  readonly publicHolidays: boolean;
  /** ISO 3166-1 alpha-2: whose holidays hold for a lead of an unknown country; null: that of the time zone. */
  readonly country: string | null;
  /** Shortly before the hour at which the lead opened mails, where it opened some. */
  readonly atOpenHour: boolean;
}
