import { ActionIcon, Tooltip } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import type { DraftStep } from './schedule-draft.ts';
import { StepDate } from './step-date.tsx';
import { TONE_WORDS } from './step-words.ts';
import classes from './steps.module.css';
import type { ExampleDate } from './use-example-dates.ts';

/** A message that can only be looked at. */
export function FixedStep({
  step,
  index,
  date,
  zone,
  onShow,
}: {
  readonly step: DraftStep;
  readonly index: number;
  readonly date: ExampleDate | undefined;
  readonly zone: string | undefined;
  readonly onShow: (index: number) => void;
}) {
  const gap = step.gapDays ?? 0;
  return (
    <li className={classes.step} data-fixed>
      <span className={classes.number} aria-hidden>
        {index + 1}
      </span>
      <span>
        {gap === 1 ? '1 day' : `${gap.toLocaleString()} days`} after{' '}
        {index === 0 ? 'the assignment' : 'the message before'}
      </span>
      <span>{step.kind === 'assistant' ? TONE_WORDS[step.tone] : step.subject}</span>
      <StepDate date={date} zone={zone} />
      <div className={classes.buttons}>
        <Tooltip label="Preview">
          <ActionIcon aria-label={`Preview message ${index + 1}`} onClick={() => onShow(index)}>
            <IconEye size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
    </li>
  );
}
