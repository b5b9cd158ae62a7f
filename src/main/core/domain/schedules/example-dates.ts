import { DAY } from '../time.ts';
import type { Instant } from '../time.ts';
import type { Step } from './schedule.ts';
import { nextSendAt } from './send-time.ts';
import type { SendingRules } from './sending-rules.ts';

/** When a step is due by its gap alone, before hours and off-days are looked at; whole milliseconds. */
export function dueAfter(before: Instant, gapDays: number): Instant {
  const due = before + gapDays * DAY;
  return due - (due % 1);
}

/**
 * When each message would go out to a lead assigned at `start`, were nothing else planned: the same
 * computation as sending, each gap counted from the moment the message before went out.
 */
export function exampleDates(input: {
  readonly start: Instant;
  readonly steps: readonly Step[];
  readonly zone: string | null;
  readonly rules: SendingRules;
}): readonly Instant[] {
  let before = input.start;
  return input.steps.map((step) => {
    before = nextSendAt({
      earliest: dueAfter(before, step.gapDays),
      zone: input.zone,
      rules: input.rules,
      plannedPerDay: {},
    });
    return before;
  });
}
