import { describe, expect, it } from 'vitest';
import type { StepView } from '#contract/schedules.ts';
import {
  isChanged,
  missingNumbers,
  stepsChanged,
  stepsOf,
  valuesOf,
  withStepAdded,
  withStepMoved,
} from './schedule-draft.ts';

const steps: StepView[] = [
  { gapDays: 1, message: { kind: 'assistant', tone: 'introduction' } },
  { gapDays: 2.5, message: { kind: 'template', subject: 'Hello', body: 'Text' } },
];
const values = valuesOf({ name: 'Fair', steps });

describe('the editor of a schedule', () => {
  it('gives back the steps it was given', () => {
    expect(stepsOf(values)).toEqual(steps);
  });

  it('keeps the words of a message while its tone is looked at', () => {
    const looked = values.steps.map((step) => ({ ...step, kind: 'assistant' as const }));
    const back = looked.map((step, index) => ({ ...step, kind: values.steps[index]!.kind }));
    expect(stepsOf({ ...values, steps: back })).toEqual(steps);
  });

  it('moves a message and refuses to move it past the ends', () => {
    expect(withStepMoved(values, 1, 0).steps.map(({ gapDays }) => gapDays)).toEqual([2.5, 1]);
    expect(withStepMoved(values, 1, 2)).toBe(values);
    expect(withStepMoved(values, 0, -1)).toBe(values);
  });

  it('gives an added message a key that no other has', () => {
    const added = withStepAdded(withStepMoved(values, 1, 0));
    expect(new Set(added.steps.map(({ key }) => key)).size).toBe(3);
  });

  it('names the message whose number is missing', () => {
    const emptied = {
      ...values,
      steps: values.steps.map((step, index) => (index === 1 ? { ...step, gapDays: null } : step)),
    };
    expect(missingNumbers(emptied)['steps.1.gapDays']).toContain('Message 2');
    expect(stepsOf(emptied)).toBeNull();
  });

  it('knows that a new name alone is nothing for the leads on it', () => {
    const renamed = { ...values, name: 'Fair 2027' };
    expect(isChanged(values, renamed)).toBe(true);
    expect(stepsChanged(values, renamed)).toBe(false);
  });
});
