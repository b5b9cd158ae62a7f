import type { Schedule, Tone } from './schedule.ts';
import { crmValueOf } from './schedule-options.ts';

const STEPS: readonly (readonly [gapDays: number, tone: Tone])[] = [
  [1, 'introduction'],
  [1, 'gentle'],
  [2, 'appreciative'],
  [3, 'hopeful'],
  [4, 'assertive'],
  [5, 'cautionary'],
  [6, 'curious'],
];

const ID = 'recommended';
const NAME = 'Recommended';

/** The built-in schedule (domain.md section 1, schedules): cannot be deleted, only cloned. */
export const RECOMMENDED: Schedule = {
  id: ID,
  name: NAME,
  steps: STEPS.map(([gapDays, tone]) => ({ gapDays, message: { kind: 'assistant', tone } })),
  builtIn: true,
  crmValue: crmValueOf({ id: ID, name: NAME }),
  deleted: false,
  version: 1,
};
