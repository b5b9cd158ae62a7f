import { ActionIcon, NumberInput, Select, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { DraftStep } from './schedule-draft.ts';
import { StepDate } from './step-date.tsx';
import { MESSAGE_CHOICES, OWN_WORDS, toneOf } from './step-words.ts';
import classes from './steps.module.css';
import { TemplateFields } from './template-fields.tsx';

interface StepRowProps {
  readonly step: DraftStep;
  readonly index: number;
  readonly count: number;
  readonly date: number | undefined;
  readonly zone: string | undefined;
  /** The program's sentence about a field of this step. */
  readonly problem: (field: string) => string | undefined;
  readonly onChange: (part: Partial<DraftStep>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** One message: after how many days, in which words, and where it stands. */
export function StepRow(props: StepRowProps) {
  const { step, index, count, date, zone, problem, onChange, onMove, onRemove } = props;
  const nth = index + 1;
  return (
    <li
      className={classes.step}
      aria-label={`Message ${nth}`}
      onKeyDownCapture={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        event.stopPropagation();
        onMove(event.key === 'ArrowUp' ? -1 : 1);
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
          error={problem('gapDays')}
          onChange={(value) => onChange({ gapDays: daysOf(value) })}
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
          onChange(tone === null ? { kind: 'template' } : { kind: 'assistant', tone });
        }}
      />
      <StepDate at={date} zone={zone} />
      <div className={classes.buttons}>
        <Tooltip label="Move up">
          <ActionIcon
            aria-label={`Move message ${nth} up`}
            aria-disabled={index === 0}
            data-disabled={index === 0 || undefined}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Move down">
          <ActionIcon
            aria-label={`Move message ${nth} down`}
            aria-disabled={nth === count}
            data-disabled={nth === count || undefined}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Remove">
          <ActionIcon aria-label={`Remove message ${nth}`} onClick={onRemove}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      {step.kind === 'template' && (
        <TemplateFields step={step} nth={nth} problem={problem} onChange={onChange} />
      )}
    </li>
  );
}

function daysOf(value: number | string): number | null {
  const days = typeof value === 'number' ? value : value.trim() === '' ? Number.NaN : Number(value);
  return Number.isFinite(days) ? days : null;
}
