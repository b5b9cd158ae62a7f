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
}
