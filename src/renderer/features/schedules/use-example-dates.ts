import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { StepView } from '#contract/schedules.ts';
import { api } from '../../api/client.ts';
import type { ScheduleValues } from './schedule-draft.ts';

const TYPING_MS = 300;

/** A date (milliseconds UTC), and the days and hours it was moved past; null: none. */
export interface ExampleDate {
  readonly at: number;
  readonly moved: string | null;
}

/**
 * The date of each step (by its place) for a lead that were assigned now. Dates depend on the
 * gaps alone, so half-written texts do not keep them from showing. `undefined`: not known (yet).
 */
export function useExampleDates(
  values: ScheduleValues,
  assistantId: string | null,
): readonly (ExampleDate | undefined)[] {
  const [gaps] = useDebouncedValue(values.steps.map(({ gapDays }) => gapDays).join(' '), TYPING_MS);
  const numbers = gaps === '' ? [] : gaps.split(' ').map(Number);
  const whole = numbers.length > 0 && values.steps.every(({ gapDays }) => gapDays !== null);
  const steps: StepView[] = numbers.map((gapDays) => ({
    gapDays,
    message: { kind: 'assistant', tone: 'gentle' },
  }));
  const dates = useQuery(
    api.schedules.exampleDates.queryOptions({
      input: { steps, assistantId, from: null },
      enabled: whole,
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  );
  return whole ? (dates.data ?? []) : [];
}
