import { IconPencil } from '@tabler/icons-react';
import type { StepView } from '#contract/schedules.ts';
import classes from './steps-strip.module.css';

function days(count: number): string {
  const rounded = Math.round(count * 100) / 100;
  if (rounded === 0) return 'less than a day';
  return rounded === 1 ? '1 day' : `${rounded.toLocaleString()} days`;
}

/** The steps of a schedule in words: "7 messages over 22 days". */
export function stepsWords(steps: readonly StepView[]): string {
  const total = steps.reduce((sum, { gapDays }) => sum + gapDays, 0);
  return `${steps.length === 1 ? '1 message' : `${steps.length} messages`} over ${days(total)}`;
}

/** The day of each step, counted from the assignment. */
function dayOf(steps: readonly StepView[], index: number): number {
  return steps.slice(0, index + 1).reduce((sum, { gapDays }) => sum + gapDays, 0);
}

/** The messages of a schedule on the line of its days. */
export function StepsStrip({ steps }: { readonly steps: readonly StepView[] }) {
  return (
    <div className={classes.strip} role="img" aria-label={stepsWords(steps)}>
      {steps.map((step, index) => {
        const day = dayOf(steps, index);
        return (
          <span
            // Steps have no name of their own: their place is what they are.
            key={index}
            className={classes.step}
            style={{ flexGrow: Math.max(0.6, step.gapDays) }}
            title={`Day ${Math.round(day * 100) / 100}: ${step.message.kind === 'assistant' ? step.message.tone : 'own text'}`}
          >
            <span className={classes.line} />
            <span className={classes.dot} data-own={step.message.kind === 'template' || undefined}>
              {step.message.kind === 'template' && <IconPencil size={9} stroke={2.4} />}
            </span>
            <span className={classes.day}>{Math.round(day * 10) / 10}</span>
          </span>
        );
      })}
    </div>
  );
}
