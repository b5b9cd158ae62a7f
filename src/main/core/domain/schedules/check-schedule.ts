import type { FieldError } from './field-error.ts';
import { MAX_STEPS } from './schedule.ts';
import type { Schedule } from './schedule.ts';

const MAX_NAME = 100;
/** About three years: longer gaps are slips of the keyboard. */
const MAX_GAP_DAYS = 1_000;

/**
 * What is wrong with a schedule before it is saved; empty when nothing is. Fields of a step are named
 * `steps.<index from 0>.<field>`; the sentences count from 1, as the page does.
 */
export function checkSchedule(draft: Pick<Schedule, 'name' | 'steps'>): readonly FieldError[] {
  const errors: FieldError[] = [];
  const wrong = (field: string, message: string) => errors.push({ field, message });

  const name = draft.name.trim();
  if (name === '') wrong('name', 'Name: enter a name for the schedule.');
  if (name.length > MAX_NAME) wrong('name', `Name: use at most ${MAX_NAME} characters.`);

  if (draft.steps.length === 0) wrong('steps', 'Messages: add at least one message.');
  if (draft.steps.length > MAX_STEPS) {
    wrong(
      'steps',
      `Messages: a schedule has at most ${MAX_STEPS}; remove ${draft.steps.length - MAX_STEPS}.`,
    );
  }
  draft.steps.forEach((step, index) => {
    const nth = index + 1;
    if (!Number.isFinite(step.gapDays) || step.gapDays < 0) {
      wrong(
        `steps.${index}.gapDays`,
        `Message ${nth}, days since the one before: enter 0 or more, such as 1.5.`,
      );
    } else if (step.gapDays > MAX_GAP_DAYS) {
      wrong(
        `steps.${index}.gapDays`,
        `Message ${nth}, days since the one before: enter at most ${MAX_GAP_DAYS} days.`,
      );
    }
    if (step.message.kind !== 'template') return;
    if (step.message.subject.trim() === '') {
      wrong(`steps.${index}.subject`, `Message ${nth}, subject: enter one, or let the assistant write.`);
    }
    if (step.message.body.trim() === '') {
      wrong(`steps.${index}.body`, `Message ${nth}, text: enter one, or let the assistant write.`);
    }
  });
  return errors;
}
