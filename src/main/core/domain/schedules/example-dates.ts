import { DAY } from '../time.ts';
import type { Instant } from '../time.ts';
import type { Step } from './schedule.ts';
import { explainSendAt } from './send-time.ts';
import type { Move, Sending } from './send-time.ts';

/** When a step is due by its gap alone, before hours and off-days are looked at; whole milliseconds. */
export function dueAfter(before: Instant, gapDays: number): Instant {
  const due = before + gapDays * DAY;
  return due - (due % 1);
}

/** A date, and what it was moved past. */
export interface ExampleDate {
  readonly at: Instant;
  readonly moves: readonly Move[];
}

/**
 * When each message would go out to a lead assigned at `start`, were nothing else planned: the same
 * computation as sending, each gap counted from the moment the message before went out.
 */
export function exampleDates(
  input: Pick<Sending, 'zone' | 'rules' | 'holidays'> & {
    readonly start: Instant;
    readonly steps: readonly Step[];
  },
): readonly ExampleDate[] {
  const { start, steps, ...sending } = input;
  let before = start;
  return steps.map((step) => {
    const date = explainSendAt({ ...sending, earliest: dueAfter(before, step.gapDays), plannedPerDay: {} });
    before = date.at;
    return date;
  });
}
