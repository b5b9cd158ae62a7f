import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Ref } from 'react';
import type { StepView } from '#contract/schedules.ts';
import { api } from '../../api/client.ts';
import { FIRST_WISH, MailPreview } from '../../ui/mail-preview.tsx';
import { Section } from '../../ui/page-header.tsx';
import { stepsOf } from './schedule-draft.ts';
import type { ScheduleValues } from './schedule-draft.ts';
import classes from './steps.module.css';

const TYPING_MS = 150;

interface SchedulePreviewProps {
  readonly values: ScheduleValues;
  readonly assistantId: string | null;
  /** Index of the message that is shown. */
  readonly step: number;
  readonly onStep: (step: number) => void;
  readonly ref: Ref<HTMLDivElement>;
}

/** A message of the schedule as an assistant would send it, while it is written. */
export function SchedulePreview({ values, assistantId, step: wanted, onStep, ref }: SchedulePreviewProps) {
  const [whom, setWhom] = useState(FIRST_WISH);
  const [typed] = useDebouncedValue(values, TYPING_MS);
  // A day that is being typed says nothing about the words.
  const steps: StepView[] =
    stepsOf({ ...typed, steps: typed.steps.map((step) => ({ ...step, gapDays: step.gapDays ?? 0 })) }) ?? [];
  const step = Math.max(0, Math.min(wanted, steps.length - 1));
  const wish = { ...whom, step };
  const preview = useQuery(
    api.schedules.preview.queryOptions({
      input: { ...wish, steps, assistantId },
      enabled: steps.length > 0,
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  );
  if (steps.length === 0) return null;
  return (
    <div ref={ref} tabIndex={-1} className={classes.preview}>
      <Section title="Preview" description="It follows what you type. Nothing is sent.">
        <MailPreview
          wish={wish}
          onWish={(next) => {
            setWhom(next);
            onStep(next.step);
          }}
          of={steps.length}
          assistantId={null}
          preview={preview}
        />
      </Section>
    </div>
  );
}
