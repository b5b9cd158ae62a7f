import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { MAX_STEPS } from '#contract/names.ts';
import { api } from '../../api/client.ts';
import { Section } from '../../ui/page-header.tsx';
import { TOO_MANY, withStepAdded, withStepMoved } from './schedule-draft.ts';
import type { DraftStep, ScheduleValues } from './schedule-draft.ts';
import { FixedStep } from './fixed-step.tsx';
import { exampleValues } from './known-values.ts';
import { SchedulePreview } from './schedule-preview.tsx';
import { StepRow } from './step-row.tsx';
import type { StepActions } from './step-row.tsx';
import classes from './steps.module.css';
import { useExampleDates } from './use-example-dates.ts';

interface StepListProps {
  readonly values: ScheduleValues;
  /** Only to be looked at. */
  readonly fixed: boolean;
  readonly problem: (field: string) => string | undefined;
  /** `touched`: the field that was edited; `steps` when places changed. */
  readonly onChange: (values: ScheduleValues, touched: string) => void;
}

/** The messages in their order, with the day on which each would go out. */
export function StepList({ values, fixed, problem, onChange }: StepListProps) {
  const assistants = useQuery(api.assistants.list.queryOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  const assistant = assistants.data?.find(({ id }) => id === chosen) ?? assistants.data?.[0];
  const dates = useExampleDates(values, assistant?.id ?? null);
  const zone = assistant?.rules.timeZone;
  const [refusal, setRefusal] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const preview = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(0);
  const { steps } = values;

  const gapOf = (index: number): HTMLElement | null =>
    list.current?.children[index]?.querySelector<HTMLElement>('input') ?? null;
  const change = (index: number, part: Partial<DraftStep>): void =>
    onChange(
      { ...values, steps: steps.map((step, at) => (at === index ? { ...step, ...part } : step)) },
      `steps.${index}`,
    );
  const move = (from: number, to: number): void => {
    const next = withStepMoved(values, from, to);
    if (next === values) return;
    const held = document.activeElement;
    flushSync(() => {
      onChange(next, 'steps');
      setSaid(`Message ${from + 1} is now message ${to + 1} of ${steps.length}.`);
    });
    // The row moved in the page, and the browser lets go of what moves.
    if (held instanceof HTMLElement) held.focus();
  };
  const remove = (index: number): void => {
    setRefusal(null);
    flushSync(() => {
      onChange({ ...values, steps: steps.filter((_, at) => at !== index) }, 'steps');
      setSaid(`Message ${index + 1} is removed.`);
    });
    (gapOf(Math.min(index, steps.length - 2)) ?? addButton.current)?.focus();
  };
  const add = (): void => {
    if (steps.length >= MAX_STEPS) return setRefusal(TOO_MANY);
    flushSync(() => onChange(withStepAdded(values), 'steps'));
    gapOf(steps.length)?.focus();
  };
  const show = (index: number, goThere: boolean): void => {
    setShown(index);
    if (!goThere) return;
    preview.current?.scrollIntoView({ block: 'nearest' });
    preview.current?.focus({ preventScroll: true });
  };
  const example = useMemo(() => exampleValues(assistant), [assistant]);
  const latest = useRef<StepActions>({ change, move, remove, show });
  useLayoutEffect(() => {
    latest.current = { change, move, remove, show };
  });
  const [actions] = useState<StepActions>(() => ({
    change: (index, part) => latest.current.change(index, part),
    move: (index, to) => latest.current.move(index, to),
    remove: (index) => latest.current.remove(index),
    show: (index, goThere) => latest.current.show(index, goThere),
  }));
  const wrong = refusal ?? problem('steps');

  return (
    <>
      <Section
        title="Messages"
        description={
          fixed ? undefined : (
            <>
              Days are counted from the message before, the first from the assignment; parts of days such as
              1.5 are fine. <kbd>Alt</kbd> + <kbd>↑</kbd> or <kbd>↓</kbd> moves a message.
            </>
          )
        }
        actions={
          (assistants.data?.length ?? 0) > 0 && (
            <Select
              label="Examples for"
              allowDeselect={false}
              className={classes.datesFor}
              data={(assistants.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              value={assistant?.id ?? null}
              onChange={setChosen}
            />
          )
        }
      >
        <ol className={classes.list} ref={list}>
          {steps.map((step, index) =>
            fixed ? (
              <FixedStep
                key={step.key}
                step={step}
                index={index}
                date={dates[index]}
                zone={zone}
                onShow={(at) => show(at, true)}
              />
            ) : (
              <StepRow
                key={step.key}
                step={step}
                index={index}
                count={steps.length}
                date={dates[index]}
                zone={zone}
                gapProblem={problem(`steps.${index}.gapDays`)}
                subjectProblem={problem(`steps.${index}.subject`)}
                bodyProblem={problem(`steps.${index}.body`)}
                example={example}
                actions={actions}
              />
            ),
          )}
        </ol>
        {!fixed && (
          <div className={classes.add}>
            <Button
              ref={addButton}
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={add}
            >
              Add message
            </Button>
            <span className={classes.count}>
              {steps.length} of at most {MAX_STEPS}
            </span>
            {wrong !== undefined && (
              <span className={classes.bad} role="alert">
                {wrong}
              </span>
            )}
          </div>
        )}
        <span className="sr-only" aria-live="polite">
          {said}
        </span>
      </Section>
      <SchedulePreview
        values={values}
        assistantId={assistant?.id ?? null}
        step={shown}
        onStep={setShown}
        ref={preview}
      />
    </>
  );
}
