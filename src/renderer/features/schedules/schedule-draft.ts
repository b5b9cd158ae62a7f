import type { StepView } from '#contract/schedules.ts';
import { MAX_STEPS } from '#contract/names.ts';
import type { Tone } from '#contract/names.ts';

/** A step while it is edited: it has a key of its own, and its number may be empty. */
export interface DraftStep {
  readonly key: number;
  /** Days since the message before; null: nothing typed. */
  readonly gapDays: number | null;
  readonly kind: 'assistant' | 'template';
  /** Kept while the other kind is looked at. */
  readonly tone: Tone;
  readonly subject: string;
  readonly body: string;
}

/** A schedule while it is edited. */
export interface ScheduleValues {
  readonly name: string;
  readonly steps: readonly DraftStep[];
}

/** What the program says of the 21st step, and what to do. */
export const TOO_MANY = `Messages: a schedule has at most ${MAX_STEPS}; remove one to add another.`;

const NO_NUMBER = 'enter 0 or more, such as 1.5.';

/** The values of the editor for a schedule. */
export function valuesOf(schedule: {
  readonly name: string;
  readonly steps: readonly StepView[];
}): ScheduleValues {
  return {
    name: schedule.name,
    steps: schedule.steps.map(({ gapDays, message }, key) => ({
      key,
      gapDays,
      kind: message.kind,
      tone: message.kind === 'assistant' ? message.tone : 'gentle',
      subject: message.kind === 'template' ? message.subject : '',
      body: message.kind === 'template' ? message.body : '',
    })),
  };
}

/** The steps as the contract has them; null while a number is missing. */
export function stepsOf(values: ScheduleValues): StepView[] | null {
  const steps: StepView[] = [];
  for (const { gapDays, kind, tone, subject, body } of values.steps) {
    if (gapDays === null) return null;
    steps.push({ gapDays, message: kind === 'assistant' ? { kind, tone } : { kind, subject, body } });
  }
  return steps;
}

/** Fields whose number is missing, with their sentences: they cannot be sent at all. */
export function missingNumbers(values: ScheduleValues): Readonly<Record<string, string>> {
  return Object.fromEntries(
    values.steps.flatMap(({ gapDays }, index) =>
      gapDays === null
        ? [[`steps.${index}.gapDays`, `Message ${index + 1}, days since the one before: ${NO_NUMBER}`]]
        : [],
    ),
  );
}

/** Whether the name or any step was changed, moved, added or removed. */
export function isChanged(before: ScheduleValues, now: ScheduleValues): boolean {
  return before.name !== now.name || stepsChanged(before, now);
}

/** Whether leads on the schedule would notice. */
export function stepsChanged(before: ScheduleValues, now: ScheduleValues): boolean {
  return JSON.stringify(stepsOf(before)) !== JSON.stringify(stepsOf(now));
}

/** One more message at the end, three days after the last. */
export function withStepAdded(values: ScheduleValues): ScheduleValues {
  const key = values.steps.reduce((highest, step) => Math.max(highest, step.key), -1) + 1;
  const first = values.steps.length === 0;
  const step: DraftStep = {
    key,
    gapDays: first ? 1 : 3,
    kind: 'assistant',
    tone: first ? 'introduction' : 'gentle',
    subject: '',
    body: '',
  };
  return { ...values, steps: [...values.steps, step] };
}

/** The step at `from` stands at `to`; out of range: nothing changes. */
export function withStepMoved(values: ScheduleValues, from: number, to: number): ScheduleValues {
  const step = values.steps[from];
  if (step === undefined || to < 0 || to >= values.steps.length) return values;
  const others = values.steps.filter((_, index) => index !== from);
  return { ...values, steps: others.toSpliced(to, 0, step) };
}
