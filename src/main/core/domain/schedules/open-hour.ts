import { HOUR, MINUTE } from '../time.ts';
import type { Instant } from '../time.ts';
import { floorDiv, localAt } from './local-time.ts';
import type { SendingRules } from './sending-rules.ts';

/** Two opens within an hour of the day are a habit; one is chance. */
const OPENS_OF_A_HABIT = 2;
/** The mail is there half an hour before it is looked for, and leaves within a quarter. */
const BEFORE = 30;
const WINDOW = 15;

/** How many opens of a lead are remembered: the latest. */
export const OPENS_KEPT = 20;

/** Minutes since local midnight. */
export interface OpenHour {
  readonly from: number;
  readonly to: number;
  /** The time of day around which the lead opened mails. */
  readonly opensAround: number;
}

/**
 * When to write to a lead that opens mails at an hour of its own: from 30 to 15 minutes before it, within business
 * hours (domain.md section 1, "the hour at which this lead opened before"). Opens outside of them don't count.
 * null: no such hour is known. `zone` is the one that hours are counted in.
 */
export function openHourOf(openedAt: readonly Instant[], zone: string, rules: SendingRules): OpenHour | null {
  const minutes = openedAt
    .map((at) => floorDiv(localAt(at, zone).timeOfDay, MINUTE))
    .filter((minute) => minute >= rules.opensAt && minute <= rules.closesAt)
    .toSorted((a, b) => a - b);
  let habit: readonly number[] = [];
  for (const first of minutes) {
    const within = minutes.filter((minute) => minute >= first && minute < first + HOUR / MINUTE);
    if (within.length > habit.length) habit = within;
  }
  if (habit.length < OPENS_OF_A_HABIT) return null;
  const around = habit[floorDiv(habit.length, 2)] ?? 0;
  const earliest = atMost(around - BEFORE, rules.closesAt - WINDOW);
  const from = earliest > rules.opensAt ? earliest : rules.opensAt;
  return { from, to: atMost(from + WINDOW, rules.closesAt), opensAround: around };
}

function atMost(value: number, most: number): number {
  return value < most ? value : most;
}
