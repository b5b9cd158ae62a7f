import { ActionIcon, NumberInput, Select, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconEye, IconTrash } from '@tabler/icons-react';
import { memo } from 'react';
import type { DraftStep } from './schedule-draft.ts';
import type { ExampleValues } from './known-values.ts';
import { StepDate } from './step-date.tsx';
import { MESSAGE_CHOICES, OWN_WORDS, toneOf } from './step-words.ts';
import classes from './steps.module.css';
import { TemplateFields } from './template-fields.tsx';
import type { ExampleDate } from './use-example-dates.ts';

/** What can be done with the message at a place. */
export interface StepActions {
  change(index: number, part: Partial<DraftStep>): void;
  move(index: number, to: number): void;
  remove(index: number): void;
  /** Shows it in the preview; `goThere`: the keyboard goes there, too. */
  show(index: number, goThere: boolean): void;
}

interface StepRowProps {
  readonly step: DraftStep;
  readonly index: number;
  readonly count: number;
  readonly date: ExampleDate | undefined;
  readonly zone: string | undefined;
  /** The program's sentences about the fields of this step. */
  readonly gapProblem: string | undefined;
  readonly subjectProblem: string | undefined;
  readonly bodyProblem: string | undefined;
  readonly example: ExampleValues;
  /** The same object for as long as the list stands: a row is drawn again only when it changes. */
  readonly actions: StepActions;
}

/** One message: after how many days, in which words, and where it stands. */
export const StepRow = memo(function StepRow(props: StepRowProps) {
  const { step, index, count, date, zone, gapProblem, subjectProblem, bodyProblem, example, actions } = props;
  const nth = index + 1;
  return (
    <li
      className={classes.step}
      aria-label={`Message ${nth}`}
      onKeyDownCapture={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        event.stopPropagation();
        actions.move(index, event.key === 'ArrowUp' ? index - 1 : index + 1);
      }}
    >
      <span className={classes.number} aria-hidden>
        {nth}
      </span>
      <div className={classes.gap}>
        <NumberInput
          aria-label={`Message ${nth}: days after ${index === 0 ? 'the assignment' : 'the message before'}`}
          className={classes.gapInput}
          min={0}
          step={1}
          decimalScale={3}
          allowNegative={false}
          clampBehavior="none"
          value={step.gapDays ?? ''}
          error={gapProblem}
          onChange={(value) => actions.change(index, { gapDays: daysOf(value) })}
        />
        <span className={classes.after}>
          {step.gapDays === 1 ? 'day' : 'days'} after {index === 0 ? 'assignment' : `message ${index}`}
        </span>
      </div>
      <Select
        aria-label={`Message ${nth}: how it is written`}
        className={classes.choice}
        allowDeselect={false}
        data={MESSAGE_CHOICES}
        value={step.kind === 'template' ? OWN_WORDS : step.tone}
        onChange={(value) => {
          const tone = toneOf(value ?? '');
          actions.change(index, tone === null ? { kind: 'template' } : { kind: 'assistant', tone });
        }}
      />
      <StepDate date={date} zone={zone} />
      <div className={classes.buttons}>
        <Tooltip label="Preview">
          <ActionIcon aria-label={`Preview message ${nth}`} onClick={() => actions.show(index, true)}>
            <IconEye size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Move up">
          <ActionIcon
            aria-label={`Move message ${nth} up`}
            aria-disabled={index === 0}
            data-disabled={index === 0 || undefined}
            onClick={() => actions.move(index, index - 1)}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Move down">
          <ActionIcon
            aria-label={`Move message ${nth} down`}
            aria-disabled={nth === count}
            data-disabled={nth === count || undefined}
            onClick={() => actions.move(index, index + 1)}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Remove">
          <ActionIcon aria-label={`Remove message ${nth}`} onClick={() => actions.remove(index)}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      {step.kind === 'template' && (
        <TemplateFields
          step={step}
          nth={nth}
          subjectProblem={subjectProblem}
          bodyProblem={bodyProblem}
          example={example}
          onFocus={() => actions.show(index, false)}
          onChange={(part) => actions.change(index, part)}
        />
      )}
    </li>
  );
});

function daysOf(value: number | string): number | null {
  const days = typeof value === 'number' ? value : value.trim() === '' ? Number.NaN : Number(value);
  return Number.isFinite(days) ? days : null;
}
